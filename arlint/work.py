"""Work on many files, in their order: what a former run has done is taken from the cache, the rest is shared among processes."""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from .cache import Cache, Seen, digest, fingerprint, key, seen
from .discover import Found
from .parallel import mapped
from .report import Fault
from .rules import AnyRule
from .suppress import Names

KEEP, ONCE = b"1", b"0"
"""What a result begins with: whether it may be kept."""

_WINDOW = 2048  # files that are looked up together
_WORTH = 200_000  # bytes from which a second process is worth its start


class Task(Protocol):
    """What is done with each file."""

    @property
    def contents(self) -> Mapping[str, bytes]:
        """What stands for files, by path: such files are not looked up."""

    @property
    def max_bytes(self) -> int:
        """The size of the largest file to read."""

    def work(self, found: Found, /) -> bytes:
        """The result: `KEEP` or `ONCE`, and whatever the task reads. Must not raise."""

    def lost(self, found: Found, /) -> bytes:
        """The result for a file that killed the process which worked on it."""

    def print_of(self, found: Found, /) -> bytes | None:
        """What the result depends on besides the file; None where that cannot be said."""

    def opening(self) -> None:
        """Called before many files are worked on, by one process or several."""

    def closing(self) -> None:
        """Called in each process that has worked on them."""


def worked(files: Sequence[Found | Fault], task: Task, jobs: int, cache: Cache | None) -> Iterator[tuple[Found | Fault, bytes]]:
    """Each file with its result; a fault with none."""
    if cache is not None:
        cache.expect([found for found in files if isinstance(found, Found)])
    for at in range(0, len(files), _WINDOW):
        yield from _window(files[at : at + _WINDOW], task, jobs, cache)


def _window(files: Sequence[Found | Fault], task: Task, jobs: int, cache: Cache | None) -> Iterator[tuple[Found | Fault, bytes]]:
    held = [_held(found, task, cache) if cache is not None and isinstance(found, Found) else _NOTHING for found in files]
    missing = [found for found, known in zip(files, held, strict=True) if isinstance(found, Found) and not known.result]
    much = _is_much(missing, task)
    if much:
        task.opening()
    done = mapped(task.work, missing, jobs if much else 1, task.lost, task.closing if much else _nothing)
    for found, known in zip(files, held, strict=True):
        if isinstance(found, Fault):
            yield found, b""
            continue
        result = known.result or next(done)
        if cache is not None and known.key and not known.result and result[:1] == KEEP and seen(found.path) == known.state:
            cache.keep(known.key, result)
        yield found, result


def _nothing() -> None:
    pass


class _Held(NamedTuple):
    """What a cache knows of a file: its result if any, the key of that, and the state the file was in."""

    result: bytes = b""
    key: bytes = b""
    state: "tuple[str, Seen] | None" = None


_NOTHING = _Held()


def _held(found: Found, task: Task, cache: Cache) -> _Held:
    own, state = task.print_of(found), seen(found.path)
    if own is None or state is None or found.path in task.contents or state[1][0] > task.max_bytes:
        return _NOTHING
    content = cache.digest_of(*state)
    if content is None:
        try:
            content = digest(read(found.path, task.max_bytes))
        except OSError:
            return _NOTHING
        cache.saw(*state, content)
    kept_under = key(content, found, own)
    return _Held(cache.result(kept_under) or b"", kept_under, state)


def read(path: str, limit: int) -> bytes:
    """The bytes of a file; of one that is larger than the limit, one byte more than that."""
    with open(path, "rb") as file:
        return file.read(limit + 1)


def print_of(rules: Sequence[AnyRule], names: Names) -> bytes | None:
    """What stands for these rules, and for the names that comments may speak of."""
    known = _PRINTS.get(id(rules))
    if known is None or known[0] is not rules:
        own = fingerprint(rules)
        known = _PRINTS[id(rules)] = rules, own and digest(own + repr(sorted(names)).encode())
    return known[1]


_PRINTS: dict[int, tuple[Sequence[AnyRule], bytes | None]] = {}
"""By identity, as plans are: a project has a few sets of rules, and a fingerprint looks at hundreds of files."""


def _is_much(files: Sequence[Found], task: Task) -> bool:
    size = 0
    for found in files:
        data = task.contents.get(found.path)
        try:
            size += os.path.getsize(found.path) if data is None else len(data)
        except OSError:
            continue
        if size > _WORTH:
            return True
    return False
