"""Work on many files, in their order: what a former run has done is taken from the cache, the rest is shared among processes."""

import os
from collections.abc import Iterator, Sequence
from typing import cast

from .cache import Cache
from .discover import Found
from .held import NOTHING, SILENT, Held, held_of, keep, prints_of
from .parallel import mapped
from .prints import seen
from .report import Fault
from .results import KEEP
from .stretch import LEAST, Stretch
from .task import Task

_WINDOW = 2048  # files that are looked up together
_WORTH = 200_000  # bytes from which a second process is worth its start


def worked(files: Sequence[Found | Fault], task: Task, jobs: int, cache: Cache | None) -> Iterator[tuple[Found | Fault, bytes]]:
    """Each file with its result; a fault with none. Files of which all is known may come as one: see `Task.joins`."""
    for at in range(0, len(files), _WINDOW):
        some = files[at : at + _WINDOW]
        prints = prints_of(some, task) if cache is not None else ()
        stretch = _stretch(files, at, prints, task, cache) if cache is not None else None
        known = stretch.result() if stretch is not None else None
        if known is not None:
            yield some[0], known
            continue
        held = [NOTHING] * len(some) if cache is None else held_of(some, prints, task, cache)
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
    files: Sequence[Found | Fault], held: Sequence[Held], task: Task, jobs: int, cache: Cache | None
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
            keep(cache, found, known, result)
        yield found, result, kept or known is SILENT


def _nothing() -> None:
    pass


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
