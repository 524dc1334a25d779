"""Which words of all style rules a document holds: asked once for all of them, so that five thousand terms cost what one costs."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ..arabic.clitics import NOUN_PREFIXES, long_enough
from ..arabic.fresh import Fresh
from ..arabic.lazy import regex
from ..arabic.noticed import Noticed, watched_stems
from ..document import Document
from ..records import NamedTuple
from .fold import folded

_LATIN = regex("[a-z0-9\u00e0-\u024f\u0400-\u04ff]+")
_ARABIC = regex("[\u0621-\u064a\u0671-\u06d3]+")
_PREFIXES = sorted(dict.fromkeys((*NOUN_PREFIXES, "س", "وس", "فس")), key=len)
_BY_LETTER = {letter: tuple(one for one in _PREFIXES if one.startswith(letter)) for letter in "وفبلكسا"}


class Reading(NamedTuple):
    """What a rule does not want to see of a word: fold layers, and whether attached particles may stand before it."""

    layers: tuple[str, ...] = ()
    clitics: bool = False


def noticing(words: frozenset[str], reading: Reading) -> Noticed[tuple[tuple[str, str], ...]]:
    """Notices the forms that are one of these words when they are read so; of each, the particles that were taken off and the word."""
    watched = watched_stems(words) if reading.clitics else words
    _WATCHED.setdefault(reading, set()).update(watched)

    def judge(form: str) -> tuple[tuple[str, str], ...]:
        form = folded(form, reading.layers)
        return tuple(one for one in (readings(form) if reading.clitics else (("", form),)) if one[1] in words)

    return Noticed(lambda fresh: _sifted(fresh, watched, reading), judge)


_WATCHED: dict[Reading, set[str]] = {}
"""The words of all rules, by how these read; only ever added to. New forms are sifted for all of them at once."""


def _sifted(fresh: Fresh, words: frozenset[str], reading: Reading) -> Iterator[str]:
    """The new forms that may be one of these words."""
    told, by_folded = fresh.remembered(reading, lambda: _folded(fresh, reading))
    for form in told.ending_in_stems(words) if reading.clitics else words.intersection(told.forms):
        yield from by_folded[form]


def _folded(fresh: Fresh, reading: Reading) -> tuple[Fresh, dict[str, list[str]]]:
    """The forms with differences of writing folded away, and which forms each of them was."""
    by_folded: dict[str, list[str]] = {}
    if reading.layers:
        for form, one in zip(fresh.forms, folded("\n".join(fresh.forms), reading.layers).split("\n"), strict=True):
            by_folded.setdefault(one, []).append(form)
    else:
        by_folded = {form: [form] for form in fresh.forms}
    return Fresh(by_folded.keys(), _WATCHED[reading]), by_folded


@lru_cache(maxsize=16)
def latin(document: Document) -> frozenset[str]:
    """The words of a document in other letters than Arabic, in lower case."""
    return frozenset(_LATIN.findall(document.text.lower()))


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a word is no part of a longer one, of which a digit or a Latin letter belongs to it."""
    return not (_is_wordly(text[start - 1 : start]) or _is_wordly(text[end : end + 1]))


def _is_wordly(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


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
