"""Forms met so far in the life of a process, and what each says of the tables of words."""

from collections.abc import Iterable, Set
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from .fresh import Fresh

if TYPE_CHECKING:
    from .noticed import Noticed

Learnt = tuple[set[str], dict[str, int], dict[str, tuple[int, object]]]
"""Forms that matter to no table; the bits of those that do; and the bit and the state of each table, by its name."""

_WORTH_KEEPING = 1000  # new forms


class Forms:
    """All forms met so far. There is one of these, so that a text's vocabulary is compared once with what all tables know."""

    _LIMIT = 400_000  # forms, about the vocabulary of 40,000 articles; then all is forgotten and learnt anew

    def __init__(self) -> None:
        self._tables: WeakSet[Noticed[Any]] = WeakSet()
        self._bits = 0
        self._of_all: tuple[set[str], set[str], set[str]] = set(), set(), set()  # as `Fresh` has them
        self._plain: set[str] = set()
        self._told: dict[str, int] = {}
        self._noticed: set[str] = set()  # the keys again: sets are subtracted faster
        self._last: Set[str] = frozenset()
        self._left: Set[str] = frozenset()
        self._asked = 0
        self._promised: dict[str, tuple[int, object]] = {}  # bits and states of tables that a former run knew, by name
        self._since: set[str] = set()  # forms met while there are such tables, which these have not seen
        self._recalled = 0

    def add(self, table: "Noticed[Any]") -> int:
        """From now on a table learns every new form; those that were met before it learns at once. The bit that stands for it."""
        self._tables.add(table)
        for known, more in zip(self._of_all, (table.stems, table.tails, table.watch[0] if table.watch else ()), strict=True):
            known.update(more)
        if table.name in self._promised:
            bit, state = self._promised.pop(table.name)
            table.bit = bit
            table.restore({form for form, bits in self._told.items() if bits & bit}, state)
            if self._since:
                self._tell(bit, table.learn(Fresh(self._since)))
            self._last = frozenset()
            return bit
        bit = table.bit = 1 << self._bits  # at once: a rule that wakes while it learns hands it on
        self._bits += 1
        known = self._plain | self._noticed
        if known:
            self._tell(bit, table.learn(Fresh(known)))
        self._last = frozenset()
        return bit

    def noticed(self, vocabulary: Set[str]) -> Set[str]:
        """Those forms of a vocabulary that matter to any table: for `Noticed.within`."""
        self._look(vocabulary)
        return self._left

    def asked(self, vocabulary: Set[str]) -> int:
        """The bits (`Noticed.bit`) of all tables to which any form of a vocabulary matters."""
        self._look(vocabulary)
        return self._asked

    def learn(self, vocabulary: Set[str]) -> None:
        """Show the new forms of a vocabulary to all tables. Many at once cost less than a few at a time."""
        fresh = vocabulary - self._plain - self._noticed
        if not fresh:
            return
        if len(self._plain) > self._LIMIT:
            self._forget()
            fresh = vocabulary
        shown = Fresh(fresh, *self._of_all)
        self._plain |= fresh
        if self._promised:
            self._since |= fresh
        for table in self._tables:
            if told := table.learn(shown):
                self._tell(table.bit, told)

    def _look(self, vocabulary: Set[str]) -> None:
        if vocabulary is self._last:
            return
        left = vocabulary - self._plain
        try:
            asked = reduce(or_, map(self._told.__getitem__, left), 0)
        except KeyError:
            # Where all is forgotten, so is what was plain of this vocabulary.
            self.learn(left if len(self._plain) <= self._LIMIT else vocabulary)
            left = vocabulary - self._plain
            asked = reduce(or_, map(self._told.__getitem__, left), 0)
        self._last, self._left, self._asked = vocabulary, left, asked

    def _tell(self, bit: int, forms: Iterable[str]) -> None:
        for form in forms:
            self._told[form] = self._told.get(form, 0) | bit
            self._noticed.add(form)
            self._plain.discard(form)

    def recall(self, known: Learnt) -> None:
        """Begin with what `learnt` gave in a former run, as if its forms had been met in this one. Without effect once one has been met."""
        if len(self._plain) + len(self._told) > self._recalled or self._tables:
            return
        self._plain, self._told, self._promised = known
        self._noticed = set(self._told)
        self._bits = max((bit.bit_length() for bit, _ in self._promised.values()), default=0)
        self._recalled = len(self._plain) + len(self._told)

    def learnt(self) -> Learnt | None:
        """All that was learnt, in plain values, for a later run with the same tables; None where that is little more than was recalled."""
        new = len(self._plain) + len(self._told) - self._recalled
        if new < max(_WORTH_KEEPING, self._recalled // 20):
            return None
        tables = {table.name: (table.bit, table.state()) for table in self._tables if table.name}
        named = reduce(or_, (bit for bit, _ in tables.values()), 0)
        told = {form: bits for form, known in self._told.items() if (bits := known & named)}
        return self._plain | (self._noticed - told.keys()), told, tables

    def _forget(self) -> None:
        self._plain, self._told, self._noticed = set(), {}, set()
        self._promised.clear()
        self._since.clear()
        for table in self._tables:
            table.forget()


MET = Forms()
"""Those of this process."""
