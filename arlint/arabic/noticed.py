"""Forms that a rule speaks of, picked out of a vocabulary: a form is looked at once in the life of a process."""

from collections.abc import Callable, Set
from typing import Generic, TypeVar

from .lazy import regex

T = TypeVar("T")


class Noticed(Generic[T]):
    """The forms that `pattern` matches whole and of which `judge` has something true to say, found once in the life of a process.

    New forms are searched together, as lines of one text, so that the many which cannot match cost next to nothing. The pattern must
    therefore match nothing that holds a line end (`.` does not).
    """

    _LIMIT = 400_000  # forms, about the vocabulary of 40,000 articles; then all is forgotten and learnt anew

    def __init__(self, pattern: str, judge: Callable[[str], T]) -> None:
        self._candidates = regex(f"(?m)^(?:{pattern})$")
        self._judge = judge
        self._known: set[str] = set()
        self._judged: dict[str, T] = {}

    def among(self, vocabulary: Set[str]) -> list[str]:
        """Those of the forms that matter, sorted."""
        fresh = vocabulary - self._known
        if fresh:
            self._learn(fresh)
        return sorted(self._judged.keys() & vocabulary)

    def _learn(self, fresh: Set[str]) -> None:
        if len(self._known) > self._LIMIT:
            self._known, self._judged = set(), {}
        self._known |= fresh
        for match in self._candidates.finditer("\n".join(fresh)):
            if judged := self._judge(match.group()):
                self._judged[match.group()] = judged

    def __getitem__(self, form: str) -> T:
        """What was judged of a form that `among` has given."""
        return self._judged[form]
