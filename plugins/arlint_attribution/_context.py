"""What stands beside quoted words: names, speakers, scripture."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from arlint.arabic.clitics import NOUN_PREFIXES, NOUN_SUFFIXES, StemTable
from arlint.arabic.lazy import regex
from arlint.arabic.lexicon import lexicon
from arlint.arabic.words import forms

_PRONOUNS = tuple(suffix for suffix in NOUN_SUFFIXES if suffix != "ي")  # ملكي is royal, not "my king"
_STRAY = regex(r"[^\w\ufffc]+")


def names_follow(before: str) -> bool:
    """Whether the words after this text are a title, a name or a part of the sentence: one of its last three words says so (`فيلم`, `مبدأ`,
    `صار`), or the last one is a preposition (`تحت`, `بـ`).
    """
    words = forms(before)[-3:]
    return any(_names()[word] for word in words) or not _words()["prepositions"].isdisjoint(words[-1:])


def is_clause(quoted: str) -> bool:
    """Whether quoted words begin as a clause does, and not as a name."""
    return next(iter(forms(quoted[:40])), "") in _words()["clauses"]


def in_first_person(quoted: str) -> bool:
    """Whether quoted words speak as `we` or `I`, as somebody does: `سنعود`, `لن نقبل`, `بيوتنا`, `لم أتخيل`."""
    return bool(_persons(quoted))


def speaks_as_one(quoted: str) -> bool:
    """Whether quoted words speak as `I`: `لم أتخيل`, `سأعود`, `أخبرني`."""
    return "I" in _persons(quoted)


def _persons(quoted: str) -> set[str]:
    words = forms(quoted)
    found = [*map(_PERSONS.__getitem__, words)]
    if set(found) <= _NOBODY:
        return set()
    verbs = map(_words()["before_verbs"].__contains__, ("", *words))
    return {persons[verb] for persons, verb in zip(found, verbs, strict=False)} - {""}


class _Persons(dict[str, tuple[str, str]]):
    """What a word speaks as: by itself, and after a word that verbs stand behind."""

    _LIMIT = 65536

    def __missing__(self, word: str) -> tuple[str, str]:
        if len(self) >= self._LIMIT:
            self.clear()
        found = self[word] = _person(word, verb=False), _person(word, verb=True)
        return found


_PERSONS = _Persons()
_NOBODY = frozenset((("", ""),))


def _person(word: str, *, verb: bool) -> str:
    """`I` or `we` where a word, perhaps after another that only verbs stand behind, speaks so."""
    table = _words()
    if word.startswith(("وأ", "فأ", "وإ", "فإ", "ون", "فن", "وك", "فك")) and (word[1:] in table["I"] or word[1:] in table["we"]):
        word = word[1:]  # وأنا, فنحن
    if word in table["I"] or word in table["we"]:
        return "I" if word in table["I"] else "we"
    if len(word) < 4 or word in table["no_speaker"]:
        return ""
    if word.startswith("سأ") or (word[0] == "أ" and verb) or (word.endswith("ني") and word[0] != "ا" and len(word) > 4):
        return "I"
    return "we" if word.startswith("سن") or word.endswith("نا") or (word[0] == "ن" and verb) else ""


def somebody(text: str) -> bool:
    """Whether the text names a person by what he or she is: `المدير`, `والدته`."""
    return any(_people()[word] for word in forms(text))


def is_sacred(text: str) -> bool:
    """Whether the text is, or introduces, scripture, hadith, prayer or a proverb."""
    if "\ufd3e" in text or "\ufd3f" in text or "\ufdfa" in text:
        return True
    words = f" {' '.join(forms(text))} "
    return any(f" {phrase} " in words for phrase in _words()["sacred"])


def is_bare(outline: str) -> bool:
    """Whether nothing but quotation stands in a text whose quotations are blank."""
    return not _STRAY.sub("", outline)


@lru_cache(maxsize=1)
def _names() -> StemTable[bool]:
    return StemTable(dict.fromkeys(_words()["names"], True), NOUN_PREFIXES, _PRONOUNS)


@lru_cache(maxsize=1)
def _people() -> StemTable[bool]:
    return StemTable(dict.fromkeys(_words()["people"], True), NOUN_PREFIXES, _PRONOUNS)


@lru_cache(maxsize=1)
def _words() -> Mapping[str, frozenset[str]]:
    return lexicon(__file__, "quotation_context", _compiled)


def _compiled(table: Any) -> dict[str, frozenset[str]]:
    people = {*table["people"], *(f"{noun}ة" for noun in table["people"]), *table["men"]}
    names = {noun for nouns in table["names"].values() for noun in nouns}
    return {
        "names": frozenset(names),
        "people": frozenset(people),
        "clauses": frozenset(table["clauses"]),
        **{key: frozenset(table[key]) for key in ("prepositions", "sacred", "I", "we", "no_speaker", "before_verbs")},
    }
