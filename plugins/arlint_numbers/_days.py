"""Days of months: where a number stands right before the name of a month."""

from collections.abc import Sequence

from arlint import Document
from arlint.arabic.dates import month_words
from arlint.arabic.letters import INVISIBLE, MARK, members

_BLANKS = (" ", "\u00a0")
_OF = "من"
_GOES_ON = members(MARK, INVISIBLE) | frozenset("#@")
"""Where these occur, what a pattern takes for the name of a month may be part of a word, or of a hashtag."""


def days_of_months(document: Document) -> Sequence[int] | None:
    """Where the last digit of every number stands that has nothing but blanks, or `من`, before the name of a month: a few searches for
    those that occur, in place of a pattern. None where the text must be read more closely.
    """
    if not document.signs.isdisjoint(_GOES_ON):
        return None
    text = document.text
    found: list[int] = []
    for month in month_words() & document.vocabulary:
        at = text.find(month)
        while at >= 0:
            # Few names of months, and what else has their letters, stand behind a number.
            if text[at - 1 : at] in _BLANKS and (digit := _digit_before(text, at)) is not None:
                found.append(digit)
            at = text.find(month, at + 1)
    return found


def _digit_before(text: str, month: int) -> int | None:
    at = _blanks_before(text, month)
    if at < month and text[at - 2 : at] == _OF:
        month, at = at - 2, _blanks_before(text, at - 2)
    return at - 1 if 0 < at < month and text[at - 1].isdecimal() else None


def _blanks_before(text: str, end: int) -> int:
    while end and text[end - 1] in _BLANKS:
        end -= 1
    return end
