"""Arabic letters that stand in a file as escapes, as most programs write them in JSON: shown as letters, since nobody reads `\\u0625`."""

import re

from ..arabic.lazy import regex

_LETTER = regex(r"(?<!\\)((?:\\\\)*)\\u(06[0-9a-fA-F]{2})")
LONG = 6
"""So many characters stand for one."""


def escaped(text: str) -> bool:
    """Whether there may be such letters."""
    return "\\u06" in text


def legible(text: str) -> str:
    """The text with these letters."""
    return _LETTER.sub(_letter, text) if escaped(text) else text


def _letter(match: "re.Match[str]") -> str:
    return match.group(1) + chr(int(match.group(2), 16))
