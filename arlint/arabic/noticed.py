"""Forms that a rule speaks of, picked out of a vocabulary: a form is looked at once in the life of a process."""

from collections.abc import Callable, Set
from typing import Generic, TypeVar

from .lazy import regex

T = TypeVar("T")


class _Learner:
    """All forms met so far, in the order of meeting them. There is one, so that a text's new forms are picked out once for all tables."""

    _LIMIT = 400_000  # forms, about the vocabulary of 40,000 articles; then all is forgotten and learnt anew

    def __init__(self) -> None:
        self.generation = 0
        self.batches: list[str] = []  # new forms of one text, as lines
        self._known: set[str] = set()
        self._last: Set[str] = frozenset()

    def meet(self, vocabulary: Set[str]) -> None:
        """Add the forms that were not met before."""
        if vocabulary is self._last:
            return
        if len(self._known) > self._LIMIT:
            self.generation += 1
            self.batches, self._known = [], set()
        fresh = vocabulary - self._known
        if fresh:
            self._known |= fresh
            self.batches.append("\n".join(fresh))
        self._last = vocabulary


_LEARNER = _Learner()


class Noticed(Generic[T]):
    """The forms that `pattern` matches whole and of which `judge` has something true to say, found once in the life of a process.

    New forms are searched together, as lines of one text, so that the many which cannot match cost next to nothing. The pattern must
    therefore match nothing that holds a line end (`.` does not).
    """

    def __init__(self, pattern: str, judge: Callable[[str], T]) -> None:
        self._candidates = regex(f"(?m)^(?:{pattern})$")
        self._judge = judge
        self._judged: dict[str, T] = {}
        self._generation = self._read = 0

    def among(self, vocabulary: Set[str]) -> list[str]:
        """Those of the forms that matter, sorted."""
        _LEARNER.meet(vocabulary)
        if self._generation != _LEARNER.generation:
            self._generation, self._read, self._judged = _LEARNER.generation, 0, {}
        while self._read < len(_LEARNER.batches):
            self._learn(_LEARNER.batches[self._read])
            self._read += 1
        return sorted(self._judged.keys() & vocabulary)

    def _learn(self, lines: str) -> None:
        for match in self._candidates.finditer(lines):
            if judged := self._judge(match.group()):
                self._judged[match.group()] = judged

    def __getitem__(self, form: str) -> T:
        """What was judged of a form that `among` has given."""
        return self._judged[form]
