"""Words that excuse what a rule without code has found."""

import re
from collections.abc import Sequence

from .patterns import Clock, compiled
from .term_patterns import CLITIC


class Exceptions:
    """Words that excuse a match that holds one of them, or stands within one of several words."""

    def __init__(self, words: Sequence[str], *, clitics: bool = False) -> None:
        """With `clitics` particles may stand before them as before the words of the rule."""
        self.words = ordered = sorted(dict.fromkeys(words), key=len, reverse=True)
        before = r"\b" + (CLITIC if clitics else "")
        self._any = f"{before}(?:{'|'.join(ordered)})\\b" if ordered else ""
        phrases = [one for one in ordered if re.search(r"\s", one)]
        self._phrases = f"{before}(?:{'|'.join(phrases)})\\b" if phrases else ""

    @property
    def pattern(self) -> str:
        """All of them as one pattern; empty where there are none."""
        return self._any

    def excuse(self, matched: str, text: str, start: int, end: int, clock: Clock) -> bool:
        """Whether the span `start:end` of the text, in which `matched` stands, is excused."""
        if self._any and next(clock.matches(compiled(self._any), matched), None):
            return True
        return bool(self._phrases) and any(
            one.start() <= start and end <= one.end() for one in clock.matches(compiled(self._phrases), text)
        )
