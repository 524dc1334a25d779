"""Classes of SPL001 for the last letter: ى written for a final ي (class C), ه for a final ة."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from arlint.arabic.final_heh import undotted
from arlint.arabic.fresh import Fresh
from arlint.arabic.lazy import regex
from arlint.arabic.lexicon import lexicon
from arlint.arabic.skeletons import hamza
from arlint.records import NamedTuple

_DEFINITES = regex("\n([وف]?(?:[بك]?ال|لل).+ى)(?=\n)")
_DEFINITE = regex("([وف]?(?:[بك]?ال|لل))(.+ى)", re.DOTALL)
_PLAIN = regex("([وف]?)(.+ى)", re.DOTALL)
_PARTICIPLE = regex("م(?:ست..|ت..?.?|.ت.|ن..)ى")
"""المشتكى به (the accused) is no المشتكي (the plaintiff)."""

_PREFIXES = tuple(f"{joined}{particle}" for joined in ("", "و", "ف") for particle in ("", "ب", "ك", "ل", "ال", "بال", "كال", "لل"))
_BEHIND_LIL = tuple(prefix for prefix in _PREFIXES if prefix not in ("ل", "ول", "فل"))


class Slip(NamedTuple):
    """A form in ى or ه that is never right where the same word in ي or ة stands in the text, or that form in ي or ة.

    The sign at the end of `key` (the word as it is right) and of `value` tells them from those of other classes.
    """

    prefix: str
    stem: str
    key: str
    value: str

    @property
    def rest(self) -> tuple[str, ...]:
        """No word must follow."""
        return ()

    def stem_as(self, value: str) -> str:
        """The word in another spelling."""
        return value[:-1]

    def written_as(self, stem: str) -> str:
        """The whole form with this word."""
        return f"{self.prefix}{stem}"

    def is_same(self, stem: str) -> bool:
        """It can be no other word."""
        return True

    @property
    def _prefixes(self) -> tuple[str, ...]:
        """What may stand before the word as it is right: after لل no bare ل, since of للعبه nothing is known where لعبة is read."""
        return _BEHIND_LIL if self.prefix.endswith("لل") else _PREFIXES

    def twins(self, vocabulary: frozenset[str]) -> "list[tuple[str, Slip]]":
        """The forms of a text that show how the word ends, each with its reading."""
        right = self.key[:-1]
        return [(form, _slip(prefix, right, right)) for prefix in self._prefixes if (form := f"{prefix}{right}") in vocabulary]

    @property
    def twin_forms(self) -> frozenset[str]:
        """All forms that would show that."""
        return frozenset(f"{prefix}{self.key[:-1]}" for prefix in self._prefixes)


def undotted_yeh(form: str) -> Slip | None:
    """How a form in ى may be one in ي: it has the article, or is a word of the table, and is no word of its own."""
    if not form.endswith("ى"):
        return None
    facts = _facts()
    if form in facts["guards"]:
        return None
    if match := _PLAIN.fullmatch(form):
        prefix, word = match.groups()
        if word in facts["plain"] and not word.startswith("ال"):
            return _slip(prefix, word, f"{word[:-1]}ي")
    match = _DEFINITE.fullmatch(form)
    if not match or match[2] in facts["guards"] or _PARTICIPLE.fullmatch(match[2]):
        return None
    prefix, word = match.groups()
    if word in ("ذى", "تى") and prefix.endswith("ال"):  # nobody takes الذى for an article and ذى, as in ذي قار
        prefix, word = prefix[:-2], f"ال{word}"
    return _slip(prefix, word, f"{word[:-1]}ي")


def likely_yehs(fresh: Fresh) -> list[str]:
    """The new forms that `undotted_yeh` may read."""
    plain = _facts()["plain"]
    return [*fresh.matching(_DEFINITES), *(form for form in fresh.ending("ى") if form in plain or form[1:] in plain)]


def undotted_teh(form: str) -> Slip | None:
    """How a form in ه may be one in ة: it has the article, its ه is not of the root, and it is no loan word."""
    found = undotted(form) if form.endswith("ه") else None
    return None if found is None or found.foreign else _slip(found.prefix, found.word, found.right)


def is_right(value: str) -> bool:
    """Whether the value of a slip is the word as it is right."""
    return value.endswith(("ي~", "ة~"))


def _slip(prefix: str, stem: str, right: str) -> Slip:
    return Slip(prefix, stem, f"{right}~", f"{stem}~")


@lru_cache(maxsize=1)
def _facts() -> Mapping[str, frozenset[str]]:
    return lexicon(__file__, "final_yeh", _compiled)


def _compiled(table: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    guards = {spelling for word in table["guards"] for spelling in (word, hamza(word))}  # also of copy that leaves out hamzas: الاولى
    return {
        "plain": frozenset(table["plain"]),
        "guards": frozenset(guards | {word.removeprefix("ال") for word in guards}),
    }
