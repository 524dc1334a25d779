"""What the cache holds of files, looked up for many of them together."""

import os
from collections.abc import Sequence
from typing import cast

from .cache import Cache, Shelf
from .discover import Found
from .prints import Seen, key, reading
from .records import NamedTuple
from .report import Fault
from .results import KEEP
from .task import Task


class Held(NamedTuple):
    """What a cache knows of a file: its result if any, the key of that, the state the file was in, and the entry to make of it."""

    result: bytes = b""
    key: bytes = b""
    state: Seen | None = None
    shelf: Shelf | None = None
    name: str = ""
    about: bytes = b""


NOTHING, SILENT = Held(), Held(KEEP)
"""Where nothing is known of a file, and where it is known that nothing is to be said of it."""
_CLEAN, _SPOKEN = b"1", b"0"
_ABOUT, _ENTRY = 28, 36  # bytes of what a file is and how it is read, and with what is known of others


def prints_of(files: Sequence[Found | Fault], task: Task) -> list[bytes | None]:
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


def held_of(files: Sequence[Found | Fault], prints: Sequence[bytes | None], task: Task, cache: Cache) -> list[Held]:
    """What the cache knows of each file, given what its results depend on."""
    under = zip(files, prints, strict=True)
    held = [NOTHING if own is None else _looked_up(cast("Found", found), task, cache, own) for found, own in under]
    wanted = {one.key for one in held if one.key}
    if not wanted:
        return held
    results = dict(cache.results(wanted))
    return [one._replace(result=results.get(one.key, b"")) if one.key else one for one in held]


def keep(cache: Cache, found: Found, held: Held, result: bytes) -> None:
    """Keep the result for a file, if it is new, and whether anything is to be said of the file."""
    if not held.result:
        cache.keep(held.key, result)
    if held.shelf is not None and found.part is None:
        held.shelf.put(held.name, held.about + (_CLEAN if result == KEEP else _SPOKEN))


def _looked_up(found: Found, task: Task, cache: Cache, own: bytes) -> Held:
    now = cache.content(found.path, task.source.max_bytes)
    if now is None:
        return NOTHING
    state, content = now
    about = content + reading(found)
    if task.state is None:
        return Held(b"", key(content, about[20:], found.path, own + task.concern(found)), state)
    where, slash, name = found.path.rpartition(os.sep)
    shelf = cache.shelf(where or slash, own)
    if shelf.state != task.state:
        shelf.come_to(task.state)
    entry = shelf.entries.get(name) if found.part is None else None
    if entry is None or entry[:_ABOUT] != about:
        about += task.concern(found)
        entry = shelf.before.get(name, b"") if found.part is None else b""
        if entry[:_ENTRY] != about:
            return Held(b"", key(content, about[20:_ABOUT], found.path, own + about[_ABOUT:]), state, shelf, name, about)
        shelf.put(name, entry)
    if entry[_ENTRY:] == _CLEAN:
        return SILENT
    return Held(b"", key(content, about[20:_ABOUT], found.path, own + entry[_ABOUT:_ENTRY]), state, shelf, name, entry[:_ENTRY])
