"""repetition: the same thing several times in a row."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from ..arabic.sentences import sentence_spans
from ..document import Document
from ..rules import Edit, Finding, option
from .patterns import Clock, compiled
from .rule import ExceptingRule
from .scopes import units
from .terms import Hit


class Repetition(ExceptingRule):
    """شيء يتكرر مرات متتالية.

    The same thing several times in a row.
    """

    patterns = ("tokens", "exceptions")

    tokens: list[str] = option([r"[^\s]+"], ar="أنماط ما يُقارن.", en="Patterns of what is compared.")
    max: int = option(0, ar="كم مرة يُقبل التكرار.", en="How many repetitions are accepted.")
    ignorecase: bool = option(False, ar="بلا فرق بين الحروف اللاتينية الكبيرة والصغيرة.", en="Upper and lower case are the same.")
    alpha: bool = option(False, ar="الكلمات وحدها، لا الأرقام والعلامات.", en="Words only, no numbers and signs.")

    @cached_property
    def _pattern(self) -> Any:
        return compiled("(" + "|".join(self.tokens) + ")", self.ignorecase)

    def look(self, document: Document, clock: Clock) -> Iterator[Finding]:
        """Every run that is too long."""
        for text, start in units(document, self.where_to_look):
            last, before, count = "", (0, 0), 0
            for match in clock.matches(self._pattern, text, start):
                now = match.group().strip()
                same = now != "" and (now.casefold() == last.casefold() if self.ignorecase else now == last)
                if same and (not self.alpha or now.isalpha()):
                    count += 1
                    a, b = before[0], match.end()
                    if count > self.max and len(sentence_spans(text[a:b])) == 1 and not self.excused(document, start + a, start + b, clock):
                        between = match.start() - (len(match.group()) - len(match.group().lstrip()))
                        gone = [Edit(start + before[1], start + b, "")] if text[before[1] : between].isspace() else []
                        own = self.edits(Hit(0, start + a, start + b), text[a:b])
                        yield self.said(start + a, start + b, (now,), own or gone)
                        count = 0
                elif not same:
                    count = 0
                last, before = now, match.span()
