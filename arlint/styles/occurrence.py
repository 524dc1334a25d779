"""occurrence: too many or too few of something in one place."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from ..arabic.letters import PLACEHOLDER
from ..document import Document
from ..rules import Finding, option
from .fold import Layer, folded
from .patterns import Clock, compiled
from .rule import StyleRule
from .scopes import units
from .selector import of_elements


class Occurrence(StyleRule):
    """شيء يزيد أو يقل عن حده في موضع واحد.

    Too many or too few of something in one place.
    """

    patterns = ("token",)
    required = ("token",)

    token: str = option("", ar="النمط الذي يُعد.", en="The pattern to count.")
    max: int = option(0, ar="أكثر ما يُقبل؛ 0 بلا حد.", en="The most; 0 for no limit.")
    min: int = option(0, ar="أقل ما يُقبل.", en="The least.")
    ignorecase: bool = option(False, ar="بلا فرق بين الحروف اللاتينية الكبيرة والصغيرة.", en="Upper and lower case are the same.")
    fold: list[Layer] = option(
        [], ar="فروق كتابة لا يُنظر إليها: marks وhamza وya وta.", en="Differences to look through: marks, hamza, ya, ta."
    )

    @cached_property
    def _pattern(self) -> Any:
        return compiled(f"(?:{folded(self.token, self.fold)})", self.ignorecase)

    @cached_property
    def _whole(self) -> bool:
        """Whether one count is made for the whole document."""
        return any(name in ("summary", "document", "raw") for one in self.where_to_look for name, _ in one)

    def look(self, document: Document, clock: Clock) -> Iterator[Finding]:
        """One finding for each place that holds too many, at the first of them, or too few."""
        places = units(document, self.where_to_look)
        for text, start in places:
            spelled, at = _spelled_out(document, folded(text, self.fold), start)
            spans = (match.span() for match in clock.matches(self._pattern, spelled, start))
            found = [(at[a], at[b - 1] + 1) for a, b in spans if b > a]
            if (self.max > 0 and len(found) > self.max) or (self.min > 0 and len(found) < self.min):
                prose = [span for span in found if text[span[0] : span[1]] != PLACEHOLDER]
                if found and not prose:
                    continue
                a, b = prose[0] if found else (0, 0)
                first = (0, 0) if not found and self._whole else (start + a, start + b)
                yield self.said(*first, (str(len(found)),))
        if not places and (self._whole or of_elements(self.where_to_look)) and self.min > 0:
            yield self.said(0, 0, ("0",))


def _spelled_out(document: Document, text: str, start: int) -> tuple[str, Sequence[int]]:
    """The text, in which what is no prose, such as code, is as long as it is in the source; and where each of its characters stands."""
    if PLACEHOLDER not in text:
        return text, range(len(text) + 1)
    parts: list[str] = []
    at: list[int] = []
    for number, sign in enumerate(text):
        first, last = document.sourcemap.span(start + number, start + number + 1) if sign == PLACEHOLDER else (0, 1)
        parts.append(sign if sign != PLACEHOLDER else "*" * (last - first))
        at += [number] * (last - first)
    return "".join(parts), at
