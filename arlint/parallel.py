"""A map over processes: results come in the order of the items, whatever process is done first.

Each process has a lane of its own, every n-th chunk of the items, and writes its results into a pipe. A pipe holds so much and no more,
so a process that is ahead waits, and memory is bounded. Where a process is killed, the items it was at are tried again one by one, each
in a process of its own, and only the one that kills it is given up.
"""

import marshal
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TypeVar, cast

T = TypeVar("T")
Work = Callable[[T], bytes]
"""What is done with an item. It must not raise: what goes wrong is part of its result."""

CHUNK = 16  # items
_HEAD = 8  # bytes of length before a chunk's results


def processes() -> int:
    """How many processes may run at once: the cores that this one may use; 1 where processes cannot be forked."""
    if not hasattr(os, "fork") or sys.platform == "darwin":
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _nothing() -> None:
    pass


def mapped(
    work: Work[T],
    items: Sequence[T],
    jobs: int,
    lost: Callable[[T], bytes],
    closing: Callable[[], None] = _nothing,
    died: Callable[[], None] = _nothing,
) -> Iterator[bytes]:
    """`work` of each item, in order, by so many processes. `lost` gives the result of an item that killed the process it was done in.

    Each process that has done its work does what is `closing`; `died` is called when one has not, before its items are tried again.
    """
    if jobs < 2 or len(items) < 2:
        yield from map(work, items)
        closing()
        return
    chunks = [items[at : at + CHUNK] for at in range(0, len(items), CHUNK)]
    jobs = min(jobs, len(chunks))
    lanes: list[_Lane] = []
    for number in range(jobs):
        lanes.append(_Lane(work, chunks[number::jobs], lanes, closing))
    try:
        for number, chunk in enumerate(chunks):
            done = lanes[number % jobs].next()
            if done is None:
                died()
                done = [_alone(work, item, lost) for item in chunk]
                lanes[number % jobs] = _Lane(work, chunks[number + jobs :: jobs], lanes, closing)
            yield from done
    finally:
        for lane in lanes:
            lane.end()


def _alone(work: Work[T], item: T, lost: Callable[[T], bytes]) -> bytes:
    lane = _Lane(work, [[item]], (), lambda: None)
    try:
        done = lane.next()
    finally:
        lane.end()
    return lost(item) if done is None else done[0]


class _Lane:
    """A process that works through chunks, beside `others`."""

    def __init__(self, work: Work[T], chunks: Sequence[Sequence[T]], others: "Sequence[_Lane]", closing: Callable[[], None]) -> None:
        self._read, write = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        parent = os.getpid()
        self._process = os.fork()
        if self._process:
            os.close(write)
        else:
            code = 1
            try:
                import signal

                signal.signal(signal.SIGINT, signal.SIG_DFL)
                # Were the other pipes left open here, their processes would wait forever for a parent that was killed.
                for pipe in (self._read, *(lane._read for lane in others if lane._process)):
                    os.close(pipe)
                for number, chunk in enumerate(chunks, 1):
                    # Nobody waits for the rest of what a parent wanted that was killed meanwhile.
                    done = marshal.dumps([work(item) for item in chunk if os.getppid() == parent])
                    if number == len(chunks):  # once it has sent all, it may be ended at any moment
                        closing()
                    _send(write, done)
                code = 0
            except BrokenPipeError:  # nobody wants the rest
                code = 0
            finally:
                # Not sys.exit: what the parent registered for its end is not for this process to do.
                os._exit(code)

    def next(self) -> list[bytes] | None:
        """The results of the next chunk; None where the process has died."""
        head = _receive(self._read, _HEAD)
        data = _receive(self._read, int.from_bytes(head, "big")) if len(head) == _HEAD else b""
        if len(head) < _HEAD or len(data) < int.from_bytes(head, "big"):
            self.end()
            return None
        return cast("list[bytes]", marshal.loads(data))

    def end(self) -> None:
        """Stop the process, if it still runs."""
        if not self._process:
            return
        os.close(self._read)
        from signal import SIGKILL

        with suppress(ProcessLookupError):
            os.kill(self._process, SIGKILL)
        os.waitpid(self._process, 0)
        self._process = 0


def _send(pipe: int, data: bytes) -> None:
    left = memoryview(len(data).to_bytes(_HEAD, "big") + data)
    while left:
        left = left[os.write(pipe, left) :]


def _receive(pipe: int, size: int) -> bytes:
    parts: list[bytes] = []
    while size > 0:
        part = os.read(pipe, min(size, 1 << 20))
        if not part:
            break
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
