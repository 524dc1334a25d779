"""Forms that a rule speaks of, picked out of a vocabulary: a form is looked at once in the life of a process.

Nearly all forms of a text are plain: met before, and of no table's concern. Taking these away leaves a handful, and what that handful
says of each table is kept as one number, so that a rule is only asked of texts that hold something for it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Set
from functools import cached_property
from typing import Any, Generic, TypeVar
from weakref import WeakSet

from .clitics import StemTable

T = TypeVar("T")

Watch = tuple[frozenset[str], frozenset[str]]
"""What a table looks for: these forms, and forms that end in these stems."""

_ATTACHED = frozenset("وفبلكسا")
_LONGEST_PREFIX = 4  # letters: وبال


class Fresh:
    """Forms that were never met before, and quick ways to pick out those that a table may want to look at."""

    def __init__(self, forms: Collection[str], stems: Set[str] | None = None) -> None:
        """`stems` are those of all tables that will ask."""
        self.forms = forms
        self._stems = stems
        self._remembered: dict[object, Any] = {}

    def remembered(self, key: object, make: Callable[[], T]) -> T:
        """What `make` makes, made once: tables that look at the forms in one way share it."""
        if key not in self._remembered:
            self._remembered[key] = make()
        found: T = self._remembered[key]
        return found

    def ending(self, *tails: str) -> list[str]:
        """The forms that end so."""
        return [form for form in self.forms if form.endswith(tails)]

    def holding(self, letters: str) -> list[str]:
        """The forms with one of these letters in them."""
        held: set[str] = set()
        for letter in letters:
            if letter in self.lines:
                held.update(form for form in self.forms if letter in form)
        return sorted(held)

    def ending_in_stems(self, stems: frozenset[str]) -> list[str]:
        """The forms of which, less letters that may be attached before it, one of these stems is left, or what لل leaves of one in ال."""
        return [form for tail in stems.intersection(self._tails) for form in self._tails[tail]]

    @cached_property
    def lines(self) -> str:
        """The forms, a line each."""
        return "\n".join(self.forms)

    @cached_property
    def _tails(self) -> dict[str, list[str]]:
        tails: dict[str, list[str]] = {}
        for form in self.forms if self._stems is None else self._ending_in(self._stems):
            tails.setdefault(form, []).append(form)
            for length in range(1, min(_LONGEST_PREFIX, len(form) - 1) + 1):
                if form[length - 1] not in _ATTACHED:
                    break
                tails.setdefault(form[length:], []).append(form)
        return tails

    def _ending_in(self, stems: Set[str]) -> list[str]:
        """As `ending_in_stems`, one form at a time, which is faster for the many that end in none."""
        joined, found = _ATTACHED, []
        for form in self.forms:
            if form in stems:
                found.append(form)
            elif form[0] in joined:
                rest = form[1:]
                while rest not in stems and rest[:1] in joined and len(form) - len(rest) < _LONGEST_PREFIX:
                    rest = rest[1:]
                if rest in stems:
                    found.append(form)
        return found


class _Forms:
    """All forms met so far. There is one, so that a text's vocabulary is compared once with what all tables know."""

    _LIMIT = 400_000  # forms, about the vocabulary of 40,000 articles; then all is forgotten and learnt anew

    def __init__(self) -> None:
        self._tables: WeakSet[Noticed[Any]] = WeakSet()
        self._bits = 0
        self._stems: set[str] = set()
        self._plain: set[str] = set()
        self._told: dict[str, int] = {}
        self._noticed: set[str] = set()  # the keys again: sets are subtracted faster
        self._last: Set[str] = frozenset()
        self._left: Set[str] = frozenset()
        self._asked = 0

    def add(self, table: "Noticed[Any]") -> int:
        """From now on a table learns every new form; those that were met before it learns at once. The bit that stands for it."""
        bit = 1 << self._bits
        self._bits += 1
        self._tables.add(table)
        self._stems |= table.stems
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
        shown = Fresh(fresh, self._stems)
        self._plain |= fresh
        for table in self._tables:
            self._tell(table.bit, table.learn(shown))

    def _look(self, vocabulary: Set[str]) -> None:
        if vocabulary is self._last:
            return
        left = vocabulary - self._plain
        if not left <= self._noticed:
            self.learn(left)
            left = vocabulary - self._plain
        asked = 0
        for form in left:
            asked |= self._told[form]
        self._last, self._left, self._asked = vocabulary, left, asked

    def _tell(self, bit: int, forms: Iterable[str]) -> None:
        for form in forms:
            self._told[form] = self._told.get(form, 0) | bit
            self._noticed.add(form)
            self._plain.discard(form)

    def _forget(self) -> None:
        self._plain, self._told, self._noticed = set(), {}, set()
        for table in self._tables:
            table.forget()


_FORMS = _Forms()


def asked(vocabulary: Set[str]) -> int:
    """The bits of those tables (`Noticed.bit`) that notice something in a vocabulary."""
    return _FORMS.asked(vocabulary)


class Noticed(Generic[T]):
    """The forms of which `judge` has something true to say, found once in the life of a process.

    `sift` picks out of new forms those that are worth judging, so that the many which are not cost next to nothing.
    """

    def __init__(self, sift: Callable[[Fresh], Iterable[str]], judge: Callable[[str], T], stems: frozenset[str] = frozenset()) -> None:
        """`stems` are those that `sift` looks for with `Fresh.ending_in_stems`."""
        self.stems = stems
        self._sift = sift
        self._judge = judge
        self._judged: dict[str, T] = {}
        self._forms: set[str] = set()  # the keys again: sets are intersected faster
        self.watch: Watch | None = None  # where that is all it looks for
        self.before: Noticed[T] | None = None  # the table in whose place this one stands

    @cached_property
    def bit(self) -> int:
        """What stands for this table in `asked`."""
        return _FORMS.add(self)

    def among(self, vocabulary: Set[str]) -> list[str]:
        """Those of the forms that matter, sorted."""
        return sorted(self._forms & _FORMS.noticed(vocabulary)) if self.bit & _FORMS.asked(vocabulary) else []

    def learn(self, fresh: Fresh) -> Iterable[str]:
        """Judge new forms; those that matter, with such as have come to matter by the new ones."""
        new = {form: judged for form in self._sift(fresh) if (judged := self._judge(form))}
        self._judged |= new
        self._forms.update(new)
        return new

    def forget(self) -> None:
        """Judge every form anew when it is met again."""
        self._judged.clear()
        self._forms.clear()

    def __getitem__(self, form: str) -> T:
        """What was judged of a form that `among` has given."""
        return self._judged[form]


def these(forms: frozenset[str]) -> Noticed[bool]:
    """Notices exactly these forms."""
    table = Noticed(lambda fresh: forms.intersection(fresh.forms), bool)
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
    found |= {stem[2:] for stem in found if stem.startswith("ال")} | {stem[3:] for stem in found if stem.startswith("الل")}
    return frozenset(found)
