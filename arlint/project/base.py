"""What a whole comparison left, as it is kept in the cache: a base that is never changed, only replaced."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any

from ..cache import Cache
from ..prints import digest
from ..records import NamedTuple


class Base(NamedTuple):
    """What a whole comparison left of each file, its mark by name, and of each rule, in their order, the conclusions."""

    marks: Mapping[str, bytes]
    known: Sequence[Mapping[str, str]]


class Noted(NamedTuple):
    """All keys of notes, by id of a rule, and which of them were noted of each file of the base, by their numbers."""

    keys: Sequence[tuple[str, str]] = ()
    of: Mapping[str, tuple[int, ...]] = MappingProxyType({})


class Kept:
    """The rows of a project in the cache: its last conclusions, its base, what was noted for it and what each rule remembers."""

    def __init__(self, cache: Cache, under: bytes) -> None:
        self._cache = cache
        self._under = under

    def _row(self, name: str) -> bytes:
        return digest(self._under + name.encode())

    def last(self) -> Any:
        """What stood for all files in the last run, what stands for its conclusions, and these; None where nothing is known of it."""
        return self._cache.recall(self._row("last"))

    def keep_last(self, now: bytes, state: bytes, conclusions: Sequence[Mapping[str, str]]) -> None:
        """Keep what `last` gives."""
        self._cache.store(self._row("last"), (now, state, list(conclusions)))

    @cached_property
    def base(self) -> Base:
        """The base; an empty one where there is none."""
        kept = self._cache.recall(self._row("base"))
        return Base(*kept) if kept else Base({}, ())

    @cached_property
    def noted(self) -> Noted:
        """What was noted of its files; nothing where that has been lost."""
        kept = self._cache.recall(self._row("noted"))
        return Noted(*kept[1:]) if kept and kept[0] == self._stamp else Noted()

    @cached_property
    def memories(self) -> Sequence[Any]:
        """What each rule remembers; empty where that has been lost."""
        kept = self._cache.recall(self._row("memories"))
        return kept[1] if kept and kept[0] == self._stamp else ()

    @cached_property
    def _stamp(self) -> bytes:
        """What ties the rows of a base together."""
        return digest(b"".join(self.base.marks.values()))

    def begin(self, base: Base, noted: Noted, memories: Sequence[Any]) -> None:
        """From now on this is the base."""
        self.base, self.noted, self.memories = base, noted, memories
        self._stamp = digest(b"".join(base.marks.values()))

    def keep_base(self) -> None:
        """Keep the base for later runs."""
        self._cache.store(self._row("base"), tuple(self.base))
        self._cache.store(self._row("noted"), (self._stamp, *self.noted))
        self._cache.store(self._row("memories"), (self._stamp, list(self.memories)))
