"""Evidence of a source: whether a sentence says whose words or figures it gives (catalogue 2.7)."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from .clitics import CONJUNCTIONS, NOUN_PREFIXES, NOUN_SUFFIXES, StemTable
from .lexicon import lexicon
from .speech import introduces, saying
from .words import forms, spans

_NEVER = "فحسب"
"""`ليس هذا فحسب` is "not only this"."""

_Phrases = tuple[tuple[str, ...], ...]


def attributed(text: str, *, documents: bool = True) -> bool:
    """Whether a sentence names a source, or somebody who speaks; best asked of text in which the insides of quotations are blank.

    With `documents=False` only somebody who says something counts, and no report, law, newspaper or agency that is merely named.
    """
    words = forms(text)
    doubtful: list[int] = []
    for number, word in enumerate(words):
        proof = _proof(word)
        if not proof:
            continue
        if proof == "says" or (proof == "document" and documents) or _phrase_at(words, number):
            return True
        if proof == "weak":
            doubtful.append(number)
    if not doubtful:
        return False
    places = spans(text)
    return any(introduces(text, places[number][1]) for number in doubtful)


@lru_cache(maxsize=65536)
def _proof(word: str) -> str:
    """What a word may prove: `says`, `document`, `weak` (a verb of saying or another word), `phrase` (it may begin one), or nothing."""
    one = saying(word)
    if one and one.manner == "naming":
        one = None
    if one and not one.weak:
        return "says"
    if _table()[1][word]:
        return "document"
    return "weak" if one else "phrase" if _phrases(word) else ""


@lru_cache(maxsize=4096)
def _phrases(word: str) -> _Phrases:
    """The further words of the phrases that begin with a word, which may have و or ف before it."""
    if word == _NEVER:
        return ()
    table = _table()[0]
    return next((table[rest] for prefix in CONJUNCTIONS if word.startswith(prefix) and (rest := word[len(prefix) :]) in table), ())


def _phrase_at(words: Sequence[str], number: int) -> bool:
    return any(
        len(words) > number + len(rest) and all(map(_agrees, rest, words[number + 1 : number + 1 + len(rest)]))
        for rest in _phrases(words[number])
    )


def _agrees(wanted: str, word: str) -> bool:
    stem = wanted.removesuffix("~")
    return word == stem or (stem != wanted and word.startswith(stem) and word[len(stem) :] in NOUN_SUFFIXES)


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, _Phrases], StemTable[bool]]:
    phrases, documents = lexicon(__file__, "attribution", _compiled)
    return phrases, StemTable(documents, NOUN_PREFIXES)


def _compiled(table: Any) -> tuple[dict[str, _Phrases], dict[str, bool]]:
    phrases: dict[str, _Phrases] = {}
    for phrase in (*table["phrases"], *table["frames"]):
        first, *rest = phrase.split()
        phrases[first] = (*phrases.get(first, ()), tuple(rest))
    return phrases, dict.fromkeys((*table["documents"], *table["texts"], *table["agencies"]), True)
