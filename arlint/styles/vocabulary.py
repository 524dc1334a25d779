"""Which words of all style rules a document holds: asked once for all of them, so that five thousand terms cost what one costs."""

import re
from collections.abc import Set
from functools import lru_cache
from typing import NamedTuple

from ..arabic.clitics import NOUN_PREFIXES, long_enough
from ..arabic.lazy import regex
from ..document import Document
from .fold import folded_form

_LATIN = regex("[a-z0-9\u00e0-\u024f\u0400-\u04ff]+")
_ARABIC = regex("[\u0621-\u064a\u0671-\u06d3]+")
_PREFIXES = sorted(dict.fromkeys((*NOUN_PREFIXES, "س", "وس", "فس")), key=len)
_BY_LETTER = {letter: tuple(one for one in _PREFIXES if one.startswith(letter)) for letter in "وفبلكسا"}


class Reading(NamedTuple):
    """What a rule does not want to see of a word: fold layers, and whether attached particles may stand before it."""

    layers: tuple[str, ...] = ()
    clitics: bool = False


class Place(NamedTuple):
    """A word of a document that some rule watches: its span, and what it may be, each time with the particles taken off."""

    start: int
    end: int
    stems: tuple[tuple[str, str], ...]


class _Watched:
    """The words of all rules that read alike, and what is known of the forms met so far; a form is looked at once in a process."""

    _LIMIT = 400_000  # forms; then all is forgotten and learnt anew

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.words: set[str] = set()
        self._plain: set[str] = set()
        self._noticed: set[str] = set()

    def add(self, words: set[str]) -> None:
        """Watch these words too."""
        if not words <= self.words:
            self.words |= words
            self._plain, self._noticed = set(), set()
            met.cache_clear()
            places.cache_clear()

    def among(self, vocabulary: Set[str]) -> Set[str]:
        """The forms that may be one of the words."""
        if len(self._plain) > self._LIMIT:
            self._plain, self._noticed = set(), set()
        left = vocabulary - self._plain
        for form in left - self._noticed:
            told = not self.words.isdisjoint(stem for _, stem in _readings(form, self._reading))
            (self._noticed if told else self._plain).add(form)
        return left & self._noticed


_WATCHED: dict[Reading, _Watched] = {}
"""By how the rules read; only ever added to."""


def watch(reading: Reading, words: set[str]) -> None:
    """From now on these words are looked for in every document."""
    _WATCHED.setdefault(reading, _Watched(reading)).add(words)


@lru_cache(maxsize=16)
def met(document: Document, reading: Reading) -> frozenset[str]:
    """Those of the watched words that the document may hold."""
    watched = _WATCHED[reading]
    found = {stem for form in watched.among(document.vocabulary) for _, stem in _readings(form, reading)}
    found.update(_LATIN.findall(document.text.lower()))
    return frozenset(found & watched.words)


@lru_cache(maxsize=16)
def places(document: Document, reading: Reading) -> tuple[Place, ...]:
    """Where the watched words stand that are Arabic, in order."""
    forms = _WATCHED[reading].among(document.vocabulary)
    text = document.text
    return tuple(
        Place(word.start, word.end, _readings(word.form, reading))
        for word in (document.words_among(forms) if forms else ())
        if not (_is_wordly(text[word.start - 1 : word.start]) or _is_wordly(text[word.end : word.end + 1]))
    )


def _is_wordly(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


@lru_cache(maxsize=400_000)
def _readings(form: str, reading: Reading) -> tuple[tuple[str, str], ...]:
    form = folded_form(form, reading.layers) if reading.layers else form
    return readings(form) if reading.clitics else (("", form),)


def readings(form: str) -> tuple[tuple[str, str], ...]:
    """The particles that a form may begin with, none first, each with what is left."""
    found = [("", form)]
    for prefix in _BY_LETTER.get(form[:1], ()):
        rest = form[len(prefix) :]
        if form.startswith(prefix) and long_enough(prefix, rest):
            found.append((prefix, rest))
            if prefix.endswith("لل"):
                found += ((prefix[:-1], f"ال{rest}"), (prefix[:-1], f"الل{rest}"))
    return tuple(found)


def key_of(literal: str) -> str:
    """The word by which a literal is looked for: its longest, in lower case; empty where it holds no whole word."""
    return max((*_ARABIC.findall(literal), *_LATIN.findall(literal.lower())), key=len, default="")


def is_word(token: str) -> bool:
    """Whether a pattern is one Arabic word."""
    return _ARABIC.fullmatch(token) is not None


def is_literal(token: str) -> bool:
    """Whether a pattern stands for itself and nothing else."""
    return re.search(r"[\\.^$*+?{}\[\]|()]", token) is None
