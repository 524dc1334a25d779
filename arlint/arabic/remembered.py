"""What is thought of a form, thought once: articles share most of their words."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


class Remembered(dict[str, T]):
    """`remembered[form]` is `judge(form)`, asked the first time only. Where most forms mean nothing to a rule, `Noticed` is faster."""

    _LIMIT = 400_000  # forms, about the vocabulary of 40,000 articles; then all is forgotten and learnt anew

    def __init__(self, judge: Callable[[str], T]) -> None:
        self._judge = judge

    def __missing__(self, form: str) -> T:
        if len(self) >= self._LIMIT:
            self.clear()
        self[form] = judged = self._judge(form)
        return judged


class Proven(set[str]):
    """Texts that `judge` has found faultless. Whether all of a few are is one question to a set, where all were met before."""

    _LIMIT = 100_000

    def __init__(self, judge: Callable[[str], bool]) -> None:
        super().__init__()
        self._judge = judge

    def all(self, texts: Sequence[str]) -> bool:
        """Whether all of these are faultless."""
        return self.issuperset(texts) or all(map(self._is, texts))

    def _is(self, text: str) -> bool:
        if text in self:
            return True
        if not self._judge(text):
            return False
        if len(self) >= self._LIMIT:
            self.clear()
        self.add(text)
        return True
