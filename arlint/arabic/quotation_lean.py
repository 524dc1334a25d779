"""Which way a quotation mark leans, by its neighbours: the table of QUO001 in the catalogue."""

from functools import lru_cache

from .clitics import CLITICS_ALONE
from .letters import TATWEEL

_INVISIBLE = (0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF)
PASSED_OVER = frozenset(map(chr, (*_INVISIBLE, *range(0x64B, 0x660), 0x670)))
"""Invisible characters and harakat: the neighbour of a mark is the letter beyond them."""

_CLITIC_ENDS = frozenset((TATWEEL, *(clitic[-1] for clitic in CLITICS_ALONE)))

_REACH = 4  # blanks that may stand between a colon and the quotation it opens


def nearest_before(text: str, at: int) -> str:
    """The nearest visible character before an offset; empty at the edge."""
    while at and text[at - 1] in PASSED_OVER:
        at -= 1
    return text[at - 1] if at else ""


def nearest_after(text: str, at: int) -> str:
    """The nearest visible character from an offset on; empty at the edge."""
    length = len(text)
    while at < length and text[at] in PASSED_OVER:
        at += 1
    return text[at] if at < length else ""


def _last_before(text: str, at: int) -> str:
    """The last character before the blanks that end at an offset; empty where there is none within reach."""
    return text[max(0, at - _REACH) : at].rstrip()[-1:]


@lru_cache(maxsize=8192)
def leaning(before: str, after: str) -> str:
    """As `lean_at`, where the two characters tell; empty where it takes more of the text."""
    may_be_clitic = before in _CLITIC_ENDS and (not after or after.isspace() or after.isalnum())
    wide = bool(before and after) and before.isspace() and after.isspace()
    return "" if may_be_clitic or wide else lean_at("", 0, before, after)


def lean_at(text: str, start: int, before: str, after: str) -> str:
    """`O`, `C` or `A` for the mark that stands at `start` between two characters (the first row of the table that fits)."""
    blank_before, blank_after = not before or before.isspace(), not after or after.isspace()
    if blank_before:
        if blank_after:
            return "O" if after and (not before or _last_before(text, start) == ":") else "A"
        return "C" if after in ".،؛:؟!,;?)]}»" else "O"
    if blank_after:
        if before == ":":
            return "A"
        if before.isalpha() and clitic_before(text, start):
            return "O" if before == TATWEEL else "A"
        return "O" if before == "(" else "C"
    return _lean_between(text, start, before, after)


def _lean_between(text: str, start: int, before: str, after: str) -> str:
    if before in "([{:":
        return "O"
    if after in ")]}.،؛؟!:,;…":
        return "C"
    if before in ".؟!…" and after.isalpha():
        return "A"
    if before in "،؛,;-–—/" and after.isalpha():
        return "O"
    if after in "-–—/" and before.isalpha():
        return "C"
    if (before.isalpha() or before == TATWEEL) and after.isalnum() and clitic_before(text, start):
        return "O"
    return "A"


def clitic_before(text: str, end: int) -> bool:
    """Whether the letters that end at `end` are an attached particle by themselves (`و`, `لـ`, `بال`), not a word."""
    start = end
    while start > 0 and end - start < 7 and (text[start - 1].isalpha() or text[start - 1] in PASSED_OVER):
        start -= 1
    if start > 0 and text[start - 1].isalnum():
        return False
    letters = "".join(character for character in text[start:end] if character not in PASSED_OVER)
    return letters.replace(TATWEEL, "") in CLITICS_ALONE
