"""Text that mixes directions, made safe to print: isolates, and names in place of characters that nobody can see.

Paths, rule names and Arabic words that stand in one line reorder one another on a terminal. Between FIRST STRONG ISOLATE and
POP DIRECTIONAL ISOLATE (Unicode Annex 9) each keeps its place. Isolates only stay balanced if the text between them holds no bidi
control of its own, so that `visible` comes first.
"""

import re

from ..arabic.lazy import regex

FSI, PDI = "\u2068", "\u2069"

# Controls, invisible format characters, fillers, line and paragraph separators, half surrogate pairs. Not the Arabic number signs and
# other format characters that have a shape, and not a joiner between two emoji, which is part of one picture.
_HIDDEN = (
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
)
_ODD_BLANKS = "[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_UNSEEN_LETTERS = regex("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\U000e0000-\U000e0fff]")  # Unicode calls them printable
_INVISIBLE = regex(_HIDDEN)
_INVISIBLE_OR_BLANK = regex(f"{_HIDDEN}|{_ODD_BLANKS}")


def isolated(text: str) -> str:
    """The text between isolates: what stands round it does not move it, nor it them."""
    return f"{FSI}{text}{PDI}"


def is_visible(text: str) -> bool:
    """Whether a text may be printed as it is, whatever `visible` is asked for: nearly all that is ever printed."""
    return text.isprintable() and not _UNSEEN_LETTERS.search(text)


def visible(text: str, *, blanks: bool = False, isolates: bool = False) -> str:
    """The text with invisible characters written as `‹U+200F›`; with `blanks` also those that only look like a space.

    With `isolates` the Latin letters of these names do not decide the direction of the text they stand in.
    """
    if is_visible(text):
        return text
    found = _INVISIBLE_OR_BLANK if blanks else _INVISIBLE
    return found.sub(_isolated_name if isolates else _name, text)


def _name(match: "re.Match[str]") -> str:
    return f"‹U+{ord(match.group()):04X}›"


def _isolated_name(match: "re.Match[str]") -> str:
    return isolated(_name(match))
