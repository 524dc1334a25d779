"""Plain quotations, as nearly all are: two marks that lean as they should, with no other between them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .lazy import regex
from .letters import LETTER, TATWEEL
from .quotation_marks import FAMILIES

if TYPE_CHECKING:
    import re

_MAY_OPEN = regex(f"[\\s(:{LETTER}{TATWEEL}][\"“”«][{LETTER}A-Za-z0-9٠-٩(]")
_MAY_CLOSE = regex(f"(?:[{LETTER}A-Za-z.،؛؟!…)][\"“”»]|[0-9٠-٩][“”»])(?:[\\s.،؛؟!:,;…)\\]]|\\Z)")
"""A mark of a plain quotation between its neighbours: it opens before a word, and closes after a word or a stop, before a blank or one or
at the end."""


def neighbours(text: str, marks: Sequence[int]) -> list[str]:
    """The marks that stand at these offsets, each between its neighbours, for `plain_quotations`."""
    found = [text[mark - 1 : mark + 2] for mark in marks]
    if marks and not marks[0]:
        found[0] = f"\n{text[:2]}"
    return found


def plain_quotations(around: Sequence[str]) -> list[str] | None:
    """The families of the quotations, where these marks, two by two, make plain ones; else None.

    They are all marks of one or several paragraphs, in order, of which each has an even number and none is makeshift. A plain quotation
    has no other in it, and its marks lean as they should. Nearly all are like that, and `pairing` would pair the same marks at a tenth of
    the speed.
    """
    opening = [*map(_OPENS.__getitem__, around[::2])]
    closing = [*map(_CLOSES.__getitem__, around[1::2])]
    return opening if opening == closing and "" not in opening else None


class _Bearings(dict[str, str]):
    """The family of plain quotations that a mark, between its neighbours, may open or close; empty for none. Each is thought of once."""

    _LIMIT = 65536

    def __init__(self, may: "re.Pattern[str]") -> None:
        self._may = may

    def __missing__(self, around: str) -> str:
        if len(self) >= self._LIMIT:
            self.clear()
        family = self[around] = FAMILIES[around[1]] if self._may.match(around) else ""
        return family


_OPENS, _CLOSES = _Bearings(_MAY_OPEN), _Bearings(_MAY_CLOSE)
