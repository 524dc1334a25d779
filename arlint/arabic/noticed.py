"""Forms that a rule speaks of, picked out of a vocabulary: a form is looked at once in the life of a process.

Nearly all forms of a text are plain: met before, and of no table's concern. Taking these away leaves a handful, and what that handful
says of each table is kept as one number, so that a rule is only asked of texts that hold something for it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Set
from functools import cached_property, reduce
from operator import or_
from typing import Any, Generic, TypeVar
from weakref import WeakSet

from .clitics import StemTable
from .fresh import Fresh, tails

T = TypeVar("T")

Watch = tuple[frozenset[str], frozenset[str]]
"""What a table looks for: these forms, and forms that end in these stems."""

Learnt = tuple[set[str], dict[str, int], dict[str, tuple[int, object]]]
"""Forms that matter to no table; the bits of those that do; and the bit and the state of each table, by its name."""

_WORTH_KEEPING = 1000  # new forms


class _Forms:
    """All forms met so far. There is one, so that a text's vocabulary is compared once with what all tables know."""

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
        """Those forms of a vocabulary that matter to any table."""
        self._look(vocabulary)
        return self._left

    def asked(self, vocabulary: Set[str]) -> int:
        """The bits of all tables to which any form of a vocabulary matters."""
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
        """What `state` gave in a former run: from now on as if its forms had been met in this one. Only before any is met."""
        if len(self._plain) + len(self._told) > self._recalled or self._tables:
            return
        self._plain, self._told, self._promised = known
        self._noticed = set(self._told)
        self._bits = max((bit.bit_length() for bit, _ in self._promised.values()), default=0)
        self._recalled = len(self._plain) + len(self._told)

    def state(self) -> Learnt | None:
        """All that was learnt, in plain values; None where that is little more than was recalled."""
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


_FORMS = _Forms()


def recall_learnt(known: Learnt) -> None:
    """Begin with what a former run has learnt, instead of nothing. Without effect once a form has been met."""
    _FORMS.recall(known)


def learnt() -> Learnt | None:
    """All that was learnt, for a later run with the same tables; None where that is little more than was recalled."""
    return _FORMS.state()


def noticed(vocabulary: Set[str]) -> Set[str]:
    """The forms of a vocabulary that matter to any table: for `Noticed.within`."""
    return _FORMS.noticed(vocabulary)


def asked(vocabulary: Set[str]) -> int:
    """The bits of those tables (`Noticed.bit`) that notice something in a vocabulary."""
    return _FORMS.asked(vocabulary)


class Noticed(Generic[T]):
    """The forms of which `judge` has something true to say, found once in the life of a process.

    `sift` picks out of new forms those that are worth judging, so that the many which are not cost next to nothing.
    """

    def __init__(
        self,
        sift: Callable[[Fresh], Iterable[str]],
        judge: Callable[[str], T],
        stems: frozenset[str] = frozenset(),
        tails: Collection[str] = (),
    ) -> None:
        """`stems` are those that `sift` looks for with `Fresh.ending_in_stems`, `tails` the last letters of others that it looks for in
        `Fresh.likely`. Whoever gives a `name`, the same for equal tables, lets what was learnt of it be kept.
        """
        self.stems = stems
        self._own_tails = tails
        self.name = ""
        self._sift = sift
        self._judge = judge
        self._judged: dict[str, T] = {}
        self._forms: set[str] = set()  # the keys again: sets are intersected faster
        self.watch: Watch | None = None  # where that is all it looks for
        self.before: Noticed[T] | None = None  # the table in whose place this one stands

    @property
    def tails(self) -> Iterable[str]:
        """The last letters of all forms that `sift` looks for by them."""
        return (*tails(self.stems), *self._own_tails)

    @cached_property
    def bit(self) -> int:
        """What stands for this table in `asked`."""
        return _FORMS.add(self)

    def among(self, vocabulary: Set[str]) -> list[str]:
        """Those of the forms that matter, sorted."""
        return sorted(self.held(vocabulary))

    def held(self, vocabulary: Set[str]) -> Set[str]:
        """Those of the forms that matter."""
        return self._forms & _FORMS.noticed(vocabulary) if self.bit & _FORMS.asked(vocabulary) else frozenset()

    def within(self, left: Set[str]) -> Set[str]:
        """As `held`, of what was `noticed` in a vocabulary."""
        return self._forms & left

    def learn(self, fresh: Fresh) -> Iterable[str]:
        """Judge new forms; those that matter, with such as have come to matter by the new ones."""
        new = {form: judged for form in self._sift(fresh) if (judged := self._judge(form))}
        if new:
            self._judged |= new
            self._forms.update(new)
        return new

    def forget(self) -> None:
        """Judge every form anew when it is met again."""
        self._judged.clear()
        self._forms.clear()

    def state(self) -> object:
        """What must be known of forms met besides those that matter, in plain values."""
        return None

    def restore(self, forms: set[str], state: object) -> None:
        """Begin with the forms that matter and the `state` of a former run. They are judged again when they are asked for."""
        self._forms = forms

    def __getitem__(self, form: str) -> T:
        """What was judged of a form that `among` has given."""
        found = self._judged.get(form)
        if found is None:
            found = self._judged[form] = self._judge(form)
        return found


def these(forms: frozenset[str]) -> Noticed[bool]:
    """Notices exactly these forms."""
    table = Noticed(lambda fresh: forms.intersection(fresh.listed) if fresh.listed else (), bool)
    table.watch = forms, frozenset()
    return table


def read_by(table: StemTable[T], judge: Callable[[str], Any] | None = None) -> Noticed[Any]:
    """Notices the forms that a table of stems can read. `judge` says what of them; by default their readings."""
    watched = watched_stems(table.stems)

    def sift(fresh: Fresh) -> Iterator[str]:
        return iter(fresh.forms if table.suffixes else fresh.ending_in_stems(watched))

    noticed: Noticed[Any] = Noticed(sift, judge or table.readings, frozenset() if table.suffixes else watched)
    if not table.suffixes:
        noticed.watch = frozenset(), watched
    return noticed


def watched_stems(stems: Iterable[str]) -> frozenset[str]:
    """The stems with what is left of them after لل, for `Fresh.ending_in_stems`."""
    found = set(stems)
    found |= {stem[2:] or "ل" for stem in found if stem.startswith("ال")} | {stem[3:] for stem in found if stem.startswith("الل")}
    return frozenset(found)
