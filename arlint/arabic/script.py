"""Whether a paragraph is Arabic at all, or Latin, Persian, Urdu or Kurdish text that an Arabic linter leaves alone."""

from .lazy import regex
from .letters import LETTER, MARK, PERSIAN_URDU, TATWEEL

_OTHER = regex(f"[^\\W\\d_{LETTER}{MARK}{TATWEEL}]")
_PERSIAN_WORDS = regex(
    f"(?:(?<![{LETTER}])[{LETTER}{MARK}]*[{PERSIAN_URDU}][{LETTER}{MARK}]*[ \u200c\u00a0]+){{2}}[{LETTER}{MARK}]*[{PERSIAN_URDU}]"
)
_PERSIAN = regex(f"[{PERSIAN_URDU}]")

_OTHER_LETTERS = regex("[^\x00-@\\[-`{-\xbf\xd7\xf7\u0600-\u08ff\u2000-\u303f\ufb50-\uffff]")
"""What may be a letter of another script: all but ASCII signs, Arabic, punctuation and symbols. The set is given by what is not in it:
it takes a millisecond to compile, its complement seven."""


ARABIC_SHARE = 0.6
"""Of its letters so many must be Arabic script for a paragraph to be read as Arabic (catalogue 3.9)."""


def may_be_foreign(text: str) -> bool:
    """Whether any paragraph of a text could be foreign; most articles hold no letter that could make one so."""
    return bool(_OTHER_LETTERS.search(text) or _PERSIAN.search(text))


def is_foreign(paragraph: str) -> bool:
    """Whether fewer than 60 % of the letters are Arabic, or three words in a row have letters that Arabic lacks."""
    if _OTHER_LETTERS.search(paragraph):
        other = len(_OTHER.findall(paragraph))
        letters = sum(map(str.isalpha, paragraph))
        if letters and letters - other < ARABIC_SHARE * letters:
            return True
    return _PERSIAN.search(paragraph) is not None and _PERSIAN_WORDS.search(paragraph) is not None
