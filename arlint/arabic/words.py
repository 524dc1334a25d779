"""Words of a text: where they stand, and the bare form that word tables are written in (level N1 of the catalogue).

`\\w` and `\\b` of the standard `re` cut a vowelled word into pieces, since harakat are not `\\w`; so every word is found here.
"""

import re
from functools import lru_cache

from .letters import INVISIBLE, LETTER, MARK, PRESENTATION, TATWEEL

_INNER = f"{LETTER}{MARK}{PRESENTATION}{TATWEEL}"
WORD = re.compile(f"[{LETTER}{PRESENTATION}](?:[{_INNER}{INVISIBLE}]*[{_INNER}])?")
"""One written word: begins with a letter; harakat, tatweel and invisible joiners inside it do not end it."""

WORD_OR_TAG = re.compile(f"[#@][\\w_]+|{WORD.pattern}")
"""As `WORD`, with hashtags and handles taken whole: their spelling is not prose."""

LETTERS = re.compile(f"[{LETTER}]")

_PLAIN = re.compile(f"[{LETTER}]+")
_DROPPED = re.compile(f"[{MARK}{TATWEEL}{INVISIBLE}]+")
_SHAPED = re.compile(f"[{PRESENTATION}]")


@lru_cache(maxsize=65536)
def form(word: str) -> str:
    """The word without harakat, tatweel and invisible characters, presentation forms given back as letters (N1)."""
    if _PLAIN.fullmatch(word):
        return word
    if _SHAPED.search(word):
        from unicodedata import normalize

        word = normalize("NFKC", word)
    return _DROPPED.sub("", word)


def forms(text: str) -> list[str]:
    """The bare forms of the words of the text, in order. Hashtags and handles are left out."""
    if "#" in text or "@" in text:
        return [form(word) for word in WORD_OR_TAG.findall(text) if word[0] not in "#@"]
    return list(map(form, WORD.findall(text)))


def spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans, in code points, of the words that `forms` names, in the same order."""
    if "#" in text or "@" in text:
        return [match.span() for match in WORD_OR_TAG.finditer(text) if text[match.start()] not in "#@"]
    return [match.span() for match in WORD.finditer(text)]
