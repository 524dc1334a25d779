"""Words that are known to take tanwin, and whether they could carry it where they stand."""

from collections.abc import Mapping, Set
from functools import lru_cache
from typing import Any

from arlint import Document, Word
from arlint.arabic.lazy import regex
from arlint.arabic.letters import BLANK, FATHATAN
from arlint.arabic.lexicon import lexicon
from arlint.arabic.noticed import Noticed, these
from arlint.arabic.numerals import DIGIT

_AFTER_NUMBER = regex(f"[{DIGIT}][{BLANK}]+$")
_TOMORROW, _DAYS = "غدا", frozenset("الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت".split())
_PERFECT, _DUAL = frozenset("قد وقد فقد لقد ولقد".split()), ("ان", "ين")
_PARTICLES = frozenset("في من على إلى عن مع بعد قبل خلال منذ لدى عند بين أمام ضد كما كان أن إن لا لم لن قد يوم".split())
_TABLES = ("words", "dual_construct", "dual_verbs", "only_after_number", "not_words", "not_forms")


def key_of(form: str) -> str:
    """The form, without و and ف before a known word."""
    return _key(form, word_sets()["words"])


def unmarked(document: Document, forms: Set[str]) -> list[Word]:
    """The words of these forms that could carry tanwin where they stand and do not, in order."""
    text = document.text
    words = document.words_among(forms) if forms else []
    # A mark that has slipped behind the blank is a mark all the same.
    found = [word for word in words if FATHATAN not in word.text and FATHATAN not in text[word.end : word.end + 2]]
    return [word for word in found if _takes_tanwin(document, word)]


def _takes_tanwin(document: Document, word: Word) -> bool:
    sets = word_sets()
    key = _key(word.form, sets["words"])
    if key in sets["only_after_number"]:
        return bool(_AFTER_NUMBER.search(document.text[max(0, word.start - 8) : word.start]))
    if key in sets["dual_construct"]:
        return not _is_annexed(document, word)
    if key in sets["dual_verbs"] and _has_two_subjects(document, word):
        return False
    if key == _TOMORROW:
        # غدا المشهد مؤثرا: it became.
        following = document.after(word)
        return following is None or not following.form.startswith("ال") or following.form in _DAYS
    return True


def _has_two_subjects(document: Document, word: Word) -> bool:
    """Whether the word is a verb of two: `قد عقدا`, `الرجلان شكلا`."""
    before = document.before(word)
    return before is not None and (before.form in _PERFECT or before.form.endswith(_DUAL))


def _is_annexed(document: Document, word: Word) -> bool:
    """Whether a genitive follows: `وزيرا الخارجية`, `وزيرا خارجية البلدين`."""
    following = document.after(word)
    if following is None or following.form in _PARTICLES or following.form.startswith(("لل", "بال")):
        return False
    last = document.after(following)
    return following.form.startswith("ال") or (last is not None and last.form.startswith("ال"))


def _key(form: str, words: Set[str]) -> str:
    return form[1:] if form[0] in "وف" and form[1:] in words else form


@lru_cache(maxsize=1)
def known_forms() -> Noticed[bool]:
    """The forms of words that are known to take tanwin."""
    return these(word_sets()["forms"])


@lru_cache(maxsize=1)
def word_sets() -> Mapping[str, frozenset[str]]:
    """The words of the table by its lists; also all `forms` of the known `words`, and those that take tanwin under a condition only."""
    return lexicon(__file__, "tanwin", _compiled)


def _compiled(table: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    sets = {name: frozenset(table[name]) for name in _TABLES}
    words = sets["words"] - sets["not_words"]
    forms = frozenset(f"{joined}{word}" for word in words for joined in ("", "و", "ف")) - sets["not_forms"]
    under_condition = sets["dual_construct"] | sets["only_after_number"] | sets["dual_verbs"]
    conditional = frozenset(form for form in forms if _key(form, words) in under_condition)
    return {**sets, "words": words, "forms": forms, "conditional": conditional}
