"""Whether a paragraph is Arabic at all, or Latin, Persian, Urdu or Kurdish text that an Arabic linter leaves alone."""

import re

from .letters import LETTER, MARK, PERSIAN_URDU, TATWEEL

_OTHER = re.compile(f"[^\\W\\d_{LETTER}{MARK}{TATWEEL}]")
_PERSIAN_WORDS = re.compile(
    f"(?:(?<![{LETTER}])[{LETTER}{MARK}]*[{PERSIAN_URDU}][{LETTER}{MARK}]*[ \u200c\u00a0]+){{2}}[{LETTER}{MARK}]*[{PERSIAN_URDU}]"
)
_PERSIAN = re.compile(f"[{PERSIAN_URDU}]")

ARABIC_SHARE = 0.6
"""Of its letters so many must be Arabic script for a paragraph to be read as Arabic (catalogue 3.9)."""


def is_foreign(paragraph: str) -> bool:
    """Whether fewer than 60 % of the letters are Arabic, or three words in a row have letters that Arabic lacks."""
    if _latin(paragraph):
        other = len(_OTHER.findall(paragraph))
        letters = sum(map(str.isalpha, paragraph))
        if letters and letters - other < ARABIC_SHARE * letters:
            return True
    return _PERSIAN.search(paragraph) is not None and _PERSIAN_WORDS.search(paragraph) is not None


_LATIN = re.compile(r"[A-Za-z\u00c0-\u052f\u0900-\u1fff\u3040-\ud7ff]")


def _latin(paragraph: str) -> bool:
    return _LATIN.search(paragraph) is not None
