"""What is thought of a form, thought once: articles share most of their words."""

from collections.abc import Callable
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
