"""Hedges: phrases that say that something was said, and not by whom; and who may stand behind one after all."""

from functools import lru_cache
from typing import Any

from arlint import Document, Word
from arlint.arabic.attribution import attributed
from arlint.arabic.clitics import CONJUNCTIONS
from arlint.arabic.lazy import regex
from arlint.arabic.lexicon import lexicon
from arlint.arabic.skeletons import hamza
from arlint.arabic.speech import saying
from arlint.arabic.words import forms

_Phrase = tuple[str, tuple[frozenset[str], ...]]
"""The kind of a phrase (the key of the table), and the words that may follow its first one, in order."""

_ASCRIBED = regex(r"(?<!\w)[وف]?(?:وفقا? لما|وفق ما|ب?حسب ما|ب?حسبما)\s*\Z")
"""What a hedge is ascribed with is no source by itself: `حسبما ذكرت تقارير`."""


def is_unowned(kind: str, before: str, after: str) -> bool:
    """Whether nobody stands behind a hedge, given the sentence before and after it."""
    table = hedge_table()
    if attributed(_ASCRIBED.sub("", before), texts=False) or _names_source(forms(after)) or _is_governed(kind, *forms(before)[-1:]):
        return False
    if kind == "reports":
        following, next_but_one, *_ = (*forms(after)[:2], "", "")
        owned = following.removeprefix("ل") in table["owners"] or following in table["owners"] or _is_owner(following)
        return not owned and not following.endswith("ها") and not next_but_one.endswith("ها")
    return kind != "sole" or not before.strip()


def _names_source(after: list[str]) -> bool:
    """Whether what follows a hedge names its source after all (`بحسب كتاب للمؤرخ`), and not what something is done by (`وفقا للخطة`)."""
    table = hedge_table()
    pairs = zip(after, (*after[1:], ""), strict=False)
    return any(word in table["after"] and following not in table["measures"] for word, following in pairs)


def _is_owner(following: str) -> bool:
    """Whether a word right behind reports is whose they are: `تقارير الوزارة`, `تقارير لحركة النهضة`, and not `تقارير لبنانية`."""
    return following.startswith(("ال", "لل")) or (following.startswith("ل") and len(following) > 3 and not following.endswith("ية"))


def _is_governed(kind: str, last: str = "") -> bool:
    """Whether the word right before a hedge makes it none: `لا يقال إن`, `يمكن أن يقال إن`, `ما ترددت أنباء عنه`."""
    return last == "ما" or (kind == "passive" and last in ("لا", "أن", "لن", "لم"))


def names_medium(opening: list[str]) -> bool:
    """Whether a sentence begins by saying which medium says so."""
    return bool(opening) and saying(opening[0]) is not None and not hedge_table()["named"].isdisjoint(opening)


def last_word(document: Document, word: Word, rest: tuple[frozenset[str], ...]) -> Word | None:
    """The last word of a phrase that begins with the word, where the further words follow it."""
    for wanted in rest:
        following = document.after(word)
        if following is None or following.form not in wanted:
            return None
        word = following
    return word


def phrases_from(form: str) -> tuple[_Phrase, ...]:
    """The phrases that a form may begin, one of `starts`."""
    phrases: dict[str, tuple[_Phrase, ...]] = hedge_table()["phrases"]
    return phrases[form] if form in phrases else phrases[form[1:]]


def with_qad(document: Document, word: Word) -> int:
    """Where a phrase begins with the `قد` before its first word, if there is one."""
    before = document.before(word)
    return before.start if before and before.form in ("قد", "وقد", "فقد", "لقد") else word.start


@lru_cache(maxsize=2)
def starts(weak: bool) -> frozenset[str]:
    """Every form that a phrase can begin with; the `weak` ones only if they are wanted."""
    stems = (stem for stem, phrases in hedge_table()["phrases"].items() if weak or any(kind != "weak" for kind, _ in phrases))
    return frozenset(f"{prefix}{stem}" for stem in stems for prefix in CONJUNCTIONS)


@lru_cache(maxsize=1)
def hedge_table() -> dict[str, Any]:
    """The lists of the table by name, and its `phrases` by their first word."""
    return lexicon(__file__, "hedges", _compiled, 2)


def _compiled(table: Any) -> dict[str, Any]:
    phrases: dict[str, tuple[_Phrase, ...]] = {}
    for kind in ("passive", "sole", "reports", "weak"):
        for phrase in table[kind]:
            first, *rest = phrase.split()
            # Unedited copy leaves the hamza out: وافادت تقارير, يقال ان.
            alternatives = (frozenset(words.split("/")) for words in rest)
            following = tuple(words | frozenset(map(hamza, words)) for words in alternatives)
            for written in sorted({first, hamza(first)}):
                phrases[written] = (*phrases.get(written, ()), (kind, following))
    measures = frozenset(f"{prefix}{noun}" for noun in table["measures"] for prefix in ("", "ل", "ال", "لل"))
    return {"phrases": phrases, "measures": measures, **{key: frozenset(table[key]) for key in ("owners", "named", "after", "personal")}}
