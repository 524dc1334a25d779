"""Words of a text: where they stand, and the bare form that word tables are written in (level N1 of the catalogue).

`\\w` and `\\b` of the standard `re` cut a vowelled word into pieces, since harakat are not `\\w`; so every word is found here.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from .lazy import compiled, regex
from .letters import INVISIBLE, LETTER, MARK, PRESENTATION, SHAPED_MARK, TATWEEL, members

if TYPE_CHECKING:
    import re

_DROP = f"{MARK}{SHAPED_MARK}{TATWEEL}{INVISIBLE}"
_INNER = f"{LETTER}{MARK}{SHAPED_MARK}{PRESENTATION}{TATWEEL}"

WORD = regex(f"[{LETTER}{PRESENTATION}](?:[{_INNER}{INVISIBLE}]*[{_INNER}])?")
"""One written word: begins with a letter; harakat, tatweel and invisible joiners inside it do not end it."""

_TAG = f"[#@][\\w{_DROP}]+"
_WORD_OR_TAG = regex(f"{_TAG}|[{LETTER}{PRESENTATION}](?:[{_INNER}{INVISIBLE}]*[{_INNER}])?")
_LETTERS = regex(f"[{LETTER}]+")
_LETTERS_OR_TAG = regex(f"{_TAG}|[{LETTER}]+")
_DROPPED = regex(f"[{_DROP}]+")
_SHAPED = regex(f"[{PRESENTATION}]")
_UNUSUAL = regex(f"[{_DROP}{PRESENTATION}]")

LETTERS = members(LETTER)
"""The letters of words."""

_DROPPED_SET = members(MARK, SHAPED_MARK, TATWEEL, INVISIBLE)
_IN_WORDS = LETTERS | _DROPPED_SET
SHAPES = members(PRESENTATION)
"""The presentation forms of letters."""

_TAGS = frozenset("#@")


@lru_cache(maxsize=65536)
def form(word: str) -> str:
    """The word without harakat, tatweel and invisible characters, presentation forms given back as letters (N1)."""
    if _LETTERS.fullmatch(word):
        return word
    if _SHAPED.search(word):
        from unicodedata import normalize

        word = normalize("NFKC", _DROPPED.sub("", word))
    return _DROPPED.sub("", word)


def are_runs(signs: frozenset[str]) -> bool:
    """Whether in a text with these signs (see `page.signs`) the words are the runs of letters, once what is `dropped` is taken out: it has
    no hashtags and no presentation forms.
    """
    return has_no_tags(signs) and signs.isdisjoint(SHAPES)


def has_no_tags(signs: frozenset[str]) -> bool:
    """Whether a text with these signs has no hashtags and no handles."""
    return signs.isdisjoint(_TAGS)


def clean(text: str, signs: frozenset[str]) -> str:
    """The text without what words are read without; the text itself where nothing is taken out. `signs` are its own."""
    for sign in signs & _DROPPED_SET:
        text = text.replace(sign, "")
    return text


def dropped(text: str, signs: frozenset[str]) -> list[int]:
    """The offsets of what words are read without, in order. `signs` are those of the text."""
    return offsets(text, signs & _DROPPED_SET)


def offsets(text: str, characters: Iterable[str]) -> list[int]:
    """Where any of these characters stands, in order. One is looked for twenty times as fast as any of several."""
    found: list[int] = []
    for character in characters:
        at = text.find(character)
        while at >= 0:
            found.append(at)
            at = text.find(character, at + 1)
    found.sort()
    return found


def word_at(text: str, start: int) -> str:
    """The word that begins at an offset, as it is written."""
    match = WORD.match(text, start)
    return match.group() if match else ""


def span_round(text: str, offset: int) -> tuple[int, int] | None:
    """The half-open span of the word that holds an offset; None where there is none. For texts whose words `are_runs`."""
    start = offset
    while start and text[start - 1] in _IN_WORDS:
        start -= 1
    for match in WORD.finditer(text, start):
        if match.start() > offset:
            break
        if match.end() > offset:
            return match.span()
    return None


def spans_beginning(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Half-open spans of the words that begin within a span. In a `clean` text whose words `are_runs`."""
    if 0 < start < end and text[start - 1] in LETTERS:
        match = _LETTERS.match(text, start)
        start = match.end() if match else start
    found: list[tuple[int, int]] = []
    for match in _LETTERS.finditer(text, start):
        if match.start() >= end:
            break
        found.append(match.span())
    return found


_SHORT = 2
"""A word of so few letters is part of many others."""


def places(text: str, form: str) -> list[int]:
    """Where the words of this form begin, in order. In a `clean` text whose words `are_runs`: nothing but a letter goes on with a word."""
    length = len(form)
    if length <= _SHORT:
        return [match.start() for match in _alone(form).finditer(text)]
    found: list[int] = []
    at = text.find(form)
    while at >= 0:
        end = at + length
        if text[end : end + 1] not in LETTERS and not (at and text[at - 1] in LETTERS):
            found.append(at)
        at = text.find(form, end)
    return found


@lru_cache(maxsize=256)
def _alone(form: str) -> "re.Pattern[str]":
    return compiled(f"{form}(?![{LETTER}])(?<![{LETTER}]{'.' * len(form)})")


def goes_on(text: str, end: int) -> bool:
    """Whether a sign that words are read without follows the letter that ends there, so that the word may go on."""
    return text[end : end + 1] in _DROPPED_SET


def are_letters(token: str) -> bool:
    """Whether a token, the text between two blanks, is a word of letters alone: nearly always so."""
    return _LETTERS.fullmatch(token) is not None


def letters_at(text: str, start: int) -> str:
    """The letters from an offset on."""
    match = _LETTERS.match(text, start)
    return match.group() if match else ""


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

