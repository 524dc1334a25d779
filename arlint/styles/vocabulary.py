"""Which words of all style rules a document holds: asked once for all of them, so that five thousand terms cost what one costs."""

import re
from functools import lru_cache
from typing import NamedTuple

from ..arabic.clitics import NOUN_PREFIXES, long_enough
from ..arabic.lazy import regex
from ..document import Document
from .fold import folded_form

_LATIN = regex("[a-z0-9\u00e0-\u024f\u0400-\u04ff]+")
_ARABIC = regex("[\u0621-\u064a\u0671-\u06d3]+")
PREFIXES = tuple(sorted(dict.fromkeys((*NOUN_PREFIXES, "س", "وس", "فس")), key=len))


class Reading(NamedTuple):
    """What a rule does not want to see of a word: fold layers, and whether attached particles may stand before it."""

    layers: tuple[str, ...] = ()
    clitics: bool = False


_WATCHED: dict[Reading, set[str]] = {}
"""The words of all rules that were built, by how they read; only ever added to."""


def watch(reading: Reading, words: set[str]) -> None:
    """From now on these words are looked for in every document."""
    known = _WATCHED.setdefault(reading, set())
    if not words <= known:
        known |= words
        met.cache_clear()


@lru_cache(maxsize=16)
def met(document: Document, reading: Reading) -> frozenset[str]:
    """Those of the watched words that the document may hold."""
    return frozenset(_WATCHED.get(reading, set()) & _words(document, reading))


@lru_cache(maxsize=16)
def _words(document: Document, reading: Reading) -> set[str]:
    words: set[str] = set(document.vocabulary)
    if reading.layers:
        words = {folded_form(word, reading.layers) for word in words}
    if reading.clitics:
        words = {stem for word in words for stem in stems(word)}
    words.update(_LATIN.findall(document.text.lower()))
    return words


@lru_cache(maxsize=400_000)
def stems(form: str) -> tuple[str, ...]:
    """What may be left of a form when particles are taken off: itself first."""
    found = [form]
    for prefix in PREFIXES[1:]:
        if form.startswith(prefix) and long_enough(prefix, form[len(prefix) :]):
            rest = form[len(prefix) :]
            found.append(rest)
            if prefix.endswith("لل"):
                found += (f"ال{rest}", f"الل{rest}")
    return tuple(found)


def key_of(literal: str) -> str:
    """The word by which a literal is looked for: its longest, in lower case; empty where it holds no whole word."""
    return max((*_ARABIC.findall(literal), *_LATIN.findall(literal.lower())), key=len, default="")


def is_literal(token: str) -> bool:
    """Whether a pattern stands for itself and nothing else."""
    return re.search(r"[\\.^$*+?{}\[\]|()]", token) is None
