"""What is no prose in Markdown though Markdown does not know it, hidden before the text is parsed.

It is hidden by blanks where it takes up whole lines, else by signs that are no markup. Masks are as long as what they hide, in bytes, so
that all places stay right.
"""

import re
from collections.abc import Iterable
from typing import Literal

from ..arabic.lazy import regex
from ..records import NamedTuple

FILLER = "\x01"
"""Stands for what is hidden within a line: to a parser of Markdown it is a letter."""

Said = Literal["", " ", "\ufffc"]


class Mask(NamedTuple):
    """A stretch that is hidden (half-open), and what it says in the prose: nothing, a blank, or that something stands there."""

    start: int
    end: int
    said: Said


def masked(text: str, start: int, masks: Iterable[Mask]) -> str:
    """The text from `start` on with these stretches hidden: blanks where nothing else stands in their lines, else fillers."""
    parts: list[str] = []
    at = start
    for mask in masks:
        if mask.start >= at:
            hidden = text[mask.start : mask.end]
            parts += (text[at : mask.start], "".join(_BREAK if sign == "\n" else FILLER * _width(sign) for sign in hidden))
            at = mask.end
    joined = "".join((*parts, text[at:]))
    return _ALONE.sub(lambda line: line.group().replace(FILLER, " ").replace(_BREAK, "\n"), joined).replace(_BREAK, FILLER)


_BREAK = "\x02"
"""Stands for a line end that is hidden, until it is known whether anything else stands in its lines."""
_ALONE = regex(rf"^[ \t\r{_BREAK}]*{FILLER}[ \t\r{FILLER}{_BREAK}]*$", re.MULTILINE)


def _width(sign: str) -> int:
    """How many bytes a sign takes up."""
    code = ord(sign)
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4
