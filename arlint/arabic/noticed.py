"""Forms that a rule speaks of, picked out of a vocabulary: a form is looked at once in the life of a process.

Nearly all forms of a text are plain: met before, and of no table's concern. Taking these away leaves a handful, and what that handful
says of each table is kept as one number, so that a rule is only asked of texts that hold something for it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Set
from functools import cached_property
from typing import Any, Generic, TypeVar

from .clitics import StemTable
from .fresh import Fresh, tails
from .met import MET

T = TypeVar("T")

Watch = tuple[frozenset[str], frozenset[str]]
"""What a table looks for: these forms, and forms that end in these stems."""


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
        return MET.add(self)

    def among(self, vocabulary: Set[str]) -> list[str]:
        """Those of the forms that matter, sorted."""
        return sorted(self.held(vocabulary))

    def held(self, vocabulary: Set[str]) -> Set[str]:
        """Those of the forms that matter."""
        return self._forms & MET.noticed(vocabulary) if self.bit & MET.asked(vocabulary) else frozenset()

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
    """The stems, and those in ال as they are written after ل, for `Fresh.ending_in_stems`: للآن, and للذي of اللذي."""
    found = set(stems)
    found |= {f"لل{stem[2:]}" for stem in found if stem.startswith("ال")} | {f"لل{stem[3:]}" for stem in found if stem.startswith("الل")}
    return frozenset(found)
