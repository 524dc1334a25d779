"""Forms that a rule speaks of, picked out of a vocabulary: a form is looked at once in the life of a process."""

from collections.abc import Callable, Set
from typing import Any, Generic, TypeVar
from weakref import WeakSet

from .lazy import regex

T = TypeVar("T")


class _Forms:
    """All forms met so far. There is one, so that a text's vocabulary is compared once with what all tables know.

    Nearly all forms of a text are plain: met before, and of no table's concern. Taking these away leaves a handful, in which each table
    looks for its own; looking through the whole vocabulary would cost each of them as much as this costs all together.
    """

    _LIMIT = 400_000  # forms, about the vocabulary of 40,000 articles; then all is forgotten and learnt anew

    def __init__(self) -> None:
        self._tables: WeakSet[Noticed[Any]] = WeakSet()
        self._plain: set[str] = set()
        self._noticed: set[str] = set()
        self._last: Set[str] = frozenset()
        self._left: Set[str] = frozenset()

    def add(self, table: "Noticed[Any]") -> None:
        """From now on a table learns every new form. Those that were met before it learns at once."""
        self._tables.add(table)
        told = table.learn("\n".join(self._plain | self._noticed))
        self._plain.difference_update(told)
        self._noticed.update(told)
        self._last = self._left = frozenset()

    def noticed(self, vocabulary: Set[str]) -> Set[str]:
        """Those forms of a vocabulary that matter to any table."""
        if vocabulary is not self._last:
            if len(self._plain) > self._LIMIT:
                self._forget()
            left = vocabulary - self._plain
            fresh = left - self._noticed
            self._last, self._left = vocabulary, left - self._plain_of(fresh) if fresh else left
        return self._left

    def _plain_of(self, fresh: Set[str]) -> Set[str]:
        """Show new forms to all tables; those that matter to none."""
        lines = "\n".join(fresh)
        told = {form for table in self._tables for form in table.learn(lines)}
        plain = fresh - told
        self._noticed |= told
        self._plain |= plain
        return plain

    def _forget(self) -> None:
        self._plain, self._noticed = set(), set()
        for table in self._tables:
            table.forget()


_FORMS = _Forms()


class Noticed(Generic[T]):
    """The forms that `pattern` matches whole and of which `judge` has something true to say, found once in the life of a process.

    New forms are searched together, as lines of one text, so that the many which cannot match cost next to nothing. The pattern must
    therefore match nothing that holds a line end (`.` does not).
    """

    def __init__(self, pattern: str, judge: Callable[[str], T]) -> None:
        self._candidates = regex(f"(?m)^(?:{pattern})$")
        self._judge = judge
        self._judged: dict[str, T] = {}
        self._forms: set[str] = set()  # the keys again: sets are intersected faster
        self._asked = False

    def among(self, vocabulary: Set[str]) -> list[str]:
        """Those of the forms that matter, sorted."""
        if not self._asked:
            self._asked = True
            _FORMS.add(self)
        found = self._forms & _FORMS.noticed(vocabulary)
        return sorted(found) if found else []

    def learn(self, lines: str) -> list[str]:
        """Judge new forms, which are given one a line; those that matter."""
        candidates = (match.group() for match in self._candidates.finditer(lines))
        new = {form: judged for form in candidates if (judged := self._judge(form))}
        self._judged |= new
        self._forms.update(new)
        return list(new)

    def forget(self) -> None:
        """Judge every form anew when it is met again."""
        self._judged.clear()
        self._forms.clear()

    def __getitem__(self, form: str) -> T:
        """What was judged of a form that `among` has given."""
        return self._judged[form]
