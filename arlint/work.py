"""Work on many files, in their order: what a former run has done is taken from the cache, the rest is shared among processes."""

import os
from collections.abc import Iterator, Sequence
from typing import Protocol, cast

from .cache import Cache, Shelf
from .discover import Found
from .parallel import mapped
from .prints import Seen, key, reading, seen
from .reading import Input
from .records import NamedTuple
from .report import Fault
from .results import KEEP
from .rules import AnyRule
from .stretch import LEAST, Stretch

_WINDOW = 2048  # files that are looked up together
_WORTH = 200_000  # bytes from which a second process is worth its start


class Task(Protocol):
    """What is done with each file."""

    @property
    def source(self) -> Input:
        """How files are read. Those that something stands for are not looked up."""

    def work(self, found: Found, /) -> bytes:
        """The result: `KEEP` or `ONCE`, and whatever the task reads. Must not raise."""

    def lost(self, found: Found, /) -> bytes:
        """The result for a file that killed the process which worked on it."""

    @property
    def state(self) -> bytes | None:
        """What stands for all that is known of all files; None where there is always a result, so that it is not noted which are silent."""

    def concern(self, found: Found, /) -> bytes:
        """Eight bytes that stand for what of it concerns this file."""

    @property
    def joins(self) -> bool:
        """Whether results of files that follow one another may come as one, with the first of these files."""

    def joined(self, results: Sequence[bytes], /) -> bytes | None:
        """One result that says what these say; None where that cannot be made."""

    def rules(self, path: str, /) -> Sequence[AnyRule]:
        """The rules for a path."""

    def print_of(self, rules: Sequence[AnyRule], /) -> bytes | None:
        """What results under these rules depend on besides the file; None where that cannot be said."""

    def opening(self) -> None:
        """Called before many files are worked on, by one process or several."""

    def closing(self) -> None:
        """Called in each process that has worked on them."""


def worked(files: Sequence[Found | Fault], task: Task, jobs: int, cache: Cache | None) -> Iterator[tuple[Found | Fault, bytes]]:
    """Each file with its result; a fault with none. Files of which all is known may come as one: see `Task.joins`."""
    for at in range(0, len(files), _WINDOW):
        some = files[at : at + _WINDOW]
        prints = _prints(some, task) if cache is not None else ()
        stretch = _stretch(files, at, prints, task, cache) if cache is not None else None
        known = stretch.result() if stretch is not None else None
        if known is not None:
            yield some[0], known
            continue
        held = [_NOTHING] * len(some) if cache is None else _held(some, prints, task, cache)
        results: list[bytes] = []
        for found, result, kept in _window(some, held, task, jobs, cache):
            yield found, result
            if stretch is not None and kept:
                results.append(result)
        if stretch is not None and len(results) == len(some) and (joined := task.joined(results)) is not None:
            stretch.keep(joined)


def _stretch(files: Sequence[Found | Fault], at: int, prints: Sequence[bytes | None], task: Task, cache: Cache) -> Stretch | None:
    """The stretch of the files from there on, as many as there are prints, if their results may come as one."""
    some = [found for found in files[at : at + len(prints)] if isinstance(found, Found) and found.part is None]
    own = [one for one in prints if one is not None]
    if not task.joins or len(some) < max(LEAST, len(prints)) or len(own) < len(prints):
        return None
    return Stretch(some, own, task, cache, f"{os.path.abspath(cast('Found', files[0]).path)}\n{at}")


def _window(
    files: Sequence[Found | Fault], held: "Sequence[_Held]", task: Task, jobs: int, cache: Cache | None
) -> Iterator[tuple[Found | Fault, bytes, bool]]:
    """Each file with its result, and whether that is kept."""
    missing = [found for found, known in zip(files, held, strict=True) if not known.result and isinstance(found, Found)]
    much = _is_much(missing, task)
    if much:
        task.opening()
    done = mapped(task.work, missing, jobs if much else 1, task.lost, task.closing if much else _nothing, task.source.died)
    for found, known in zip(files, held, strict=True):
        if isinstance(found, Fault):
            yield found, b"", False
            continue
        result = known.result or next(done)
        kept = cache is not None and bool(known.key) and result[:1] == KEEP and bool(known.result or seen(found.path) == known.state)
        if cache is not None and kept:
            if not known.result:
                cache.keep(known.key, result)
            if known.shelf is not None and found.part is None:
                known.shelf.put(known.name, known.about + (_CLEAN if result == KEEP else _SPOKEN))
        yield found, result, kept or known is _SILENT


def _nothing() -> None:
    pass


class _Held(NamedTuple):
    """What a cache knows of a file: its result if any, the key of that, the state the file was in, and the entry to make of it."""

    result: bytes = b""
    key: bytes = b""
    state: Seen | None = None
    shelf: Shelf | None = None
    name: str = ""
    about: bytes = b""


_NOTHING, _SILENT = _Held(), _Held(KEEP)
_CLEAN, _SPOKEN = b"1", b"0"
_ABOUT, _ENTRY = 28, 36  # bytes of what a file is and how it is read, and with what is known of others


def _prints(files: Sequence[Found | Fault], task: Task) -> list[bytes | None]:
    """What results of each file depend on besides the file; None where nothing is kept of it."""
    known: dict[int, bytes | None] = {}
    prints: list[bytes | None] = []
    for found in files:
        if isinstance(found, Fault) or found.path in task.source.contents:
            prints.append(None)
            continue
        rules = task.rules(found.path)
        if id(rules) not in known:
            known[id(rules)] = task.print_of(rules)
        prints.append(known[id(rules)])
    return prints


def _held(files: Sequence[Found | Fault], prints: Sequence[bytes | None], task: Task, cache: Cache) -> "list[_Held]":
    """What the cache knows of each file."""
    held = [
        _NOTHING if own is None else _looked_up(cast("Found", found), task, cache, own) for found, own in zip(files, prints, strict=True)
    ]
    wanted = {one.key for one in held if one.key}
    if not wanted:
        return held
    results = dict(cache.results(wanted))
    return [one._replace(result=results.get(one.key, b"")) if one.key else one for one in held]


def _looked_up(found: Found, task: Task, cache: Cache, own: bytes) -> _Held:
    now = cache.content(found.path, task.source.max_bytes)
    if now is None:
        return _NOTHING
    state, content = now
    about = content + reading(found)
    if task.state is None:
        return _Held(b"", key(content, about[20:], found.path, own + task.concern(found)), state)
    where, slash, name = found.path.rpartition(os.sep)
    shelf = cache.shelf(where or slash, own)
    if shelf.state != task.state:
        shelf.come_to(task.state)
    entry = shelf.entries.get(name) if found.part is None else None
    if entry is None or entry[:_ABOUT] != about:
        about += task.concern(found)
        entry = shelf.before.get(name, b"") if found.part is None else b""
        if entry[:_ENTRY] != about:
            return _Held(b"", key(content, about[20:_ABOUT], found.path, own + about[_ABOUT:]), state, shelf, name, about)
        shelf.put(name, entry)
    if entry[_ENTRY:] == _CLEAN:
        return _SILENT
    return _Held(b"", key(content, about[20:_ABOUT], found.path, own + entry[_ABOUT:_ENTRY]), state, shelf, name, entry[:_ENTRY])


def _is_much(files: Sequence[Found], task: Task) -> bool:
    size = 0
    for found in files:
        data = task.source.contents.get(found.path)
        try:
            size += os.path.getsize(found.path) if data is None else len(data)
        except OSError:
            continue
        if size > _WORTH:
            return True
    return False
