"""Words of a text: where they stand, and the bare form that word tables are written in (level N1 of the catalogue).

`\\w` and `\\b` of the standard `re` cut a vowelled word into pieces, since harakat are not `\\w`; so every word is found here.
"""

import re
from functools import lru_cache

from .lazy import regex
from .letters import INVISIBLE, LETTER, MARK, PRESENTATION, TATWEEL

_DROP = f"{MARK}{TATWEEL}{INVISIBLE}"
_INNER = f"{LETTER}{MARK}{PRESENTATION}{TATWEEL}"

WORD = regex(f"[{LETTER}{PRESENTATION}](?:[{_INNER}{INVISIBLE}]*[{_INNER}])?")
"""One written word: begins with a letter; harakat, tatweel and invisible joiners inside it do not end it."""

_TAG = f"[#@][\\w{_DROP}]+"
_WORD_OR_TAG = regex(f"{_TAG}|[{LETTER}{PRESENTATION}](?:[{_INNER}{INVISIBLE}]*[{_INNER}])?")
_LETTERS = regex(f"[{LETTER}]+")
_LETTERS_OR_TAG = regex(f"{_TAG}|[{LETTER}]+")
_DROPPED = regex(f"[{_DROP}]+")
_SHAPED = regex(f"[{PRESENTATION}]")
_UNUSUAL = regex(f"[{_DROP}{PRESENTATION}]")

_LETTER_SET = frozenset(filter(re.compile(f"[{LETTER}]").match, map(chr, range(0x600, 0x780))))


@lru_cache(maxsize=65536)
def form(word: str) -> str:
    """The word without harakat, tatweel and invisible characters, presentation forms given back as letters (N1)."""
    if _LETTERS.fullmatch(word):
        return word
    if _SHAPED.search(word):
        from unicodedata import normalize

        word = normalize("NFKC", word)
    return _DROPPED.sub("", word)


def clean(text: str) -> str | None:
    """The text without what words are read without, so that every run of letters is the form of a word; the text itself where nothing
    is taken out; None where words are more than that: it has hashtags or presentation forms.
    """
    if _tagged(text) or _SHAPED.search(text):
        return None
    return _DROPPED.sub("", text) if _UNUSUAL.search(text) else text


def dropped(text: str) -> list[tuple[int, int]]:
    """Half-open spans of what words are read without."""
    return [match.span() for match in _DROPPED.finditer(text)]


def word_at(text: str, start: int) -> str:
    """The word that begins at an offset, as it is written."""
    match = WORD.match(text, start)
    return match.group() if match else ""


def letters_round(text: str, offset: int) -> tuple[int, int]:
    """The span of the run of letters that holds an offset; an empty one at the offset where there is none. In a `clean` text."""
    match = _LETTERS.match(text, offset)
    if match is None:
        return offset, offset
    start = offset
    while start and text[start - 1] in _LETTER_SET:
        start -= 1
    return start, match.end()


def spans_beginning(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Half-open spans of the words that begin within a span. In a `clean` text."""
    if 0 < start < end and text[start - 1] in _LETTER_SET:
        match = _LETTERS.match(text, start)
        start = match.end() if match else start
    found: list[tuple[int, int]] = []
    for match in _LETTERS.finditer(text, start):
        if match.start() >= end:
            break
        found.append(match.span())
    return found


def is_letter(character: str) -> bool:
    """Whether a character is a letter of a word."""
    return character in _LETTER_SET


def _tagged(text: str) -> bool:
    return "#" in text or "@" in text


def forms(text: str) -> list[str]:
    """The bare forms of the words of the text, in order. Hashtags and handles are left out: their spelling is not prose."""
    if _UNUSUAL.search(text):
        if _SHAPED.search(text):
            return [form(text[start:end]) for start, end in spans(text)]
        # Exactly what joins two stretches of letters into one word is dropped here, so these are the words of `spans`.
        text = text.replace(TATWEEL, "")
        if _UNUSUAL.search(text):
            text = _DROPPED.sub("", text)
    if _tagged(text):
        return [word for word in _LETTERS_OR_TAG.findall(text) if word[0] not in "#@"]
    return _LETTERS.findall(text)


def spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans, in code points, of the words that `forms` names, in the same order."""
    if _tagged(text):
        return [match.span() for match in _WORD_OR_TAG.finditer(text) if text[match.start()] not in "#@"]
    return [match.span() for match in (WORD if _UNUSUAL.search(text) else _LETTERS).finditer(text)]

