"""Scenes: whether a sentence beside quoted words shows one person, as features do, so that the reader knows who speaks."""

from functools import lru_cache
from itertools import pairwise
from typing import Any

from arlint.arabic.clitics import CONJUNCTIONS, NOUN_PREFIXES, NOUN_SUFFIXES, StemTable
from arlint.arabic.lazy import regex
from arlint.arabic.letters import LETTER_NAMES
from arlint.arabic.lexicon import lexicon
from arlint.arabic.words import forms

from ._context import somebody

_AGE = regex(r"[،(–—-]\s*\d{1,2}\s*(?:عاما|عامًا|عاماً|سنة)(?!\w)")
_BIRTHPLACE = "مسقط رأسه"
_APPOSITION = regex(r"[^،.:]{3,45}،\s+(?:وهو\s+|وهي\s+)?((?!و)[\w\u064b-\u0652]+)[^،.:]{0,60}،")
"""Somebody whose office stands between commas: `سيف الإسلام، أمين المكتبة، …`."""
_THEN = regex(r"[\s.]*ثم (?![يت](?:أتي|بدأ|لي|تلو|تبع|جري|تم|نتهي|شمل|شرف)(?!\w))(?:ي\w|ت(?![قوم])\w)")
"""What somebody does next: `ثم يسرع إلى سيارة توقفت`; not what comes next: `ثم تأتي المرحلة الثانية`."""
_ACTS_KUNYA = regex(r"(?<!\w)[يت]\w{2,} (?:أبو|أم) (?!ال|ظبي|درمان)\w{2,}")
_ALIAS = regex(r"(?<!\w)(?:ا?سم مستعار|الاسم المستعار)(?!\w)")
_OWN = ("ه", "ها", "هما")
_PRESENT = ("ي", "ت", "وي", "وت")
"""What a verb of the present begins with: يحرك يديه is a gesture, and أصيب في كتفه is none."""
_ALONE = ("gestures", "kunya", "no_kunya", "given", "spoken", "pointing", "stances", "lead_ins", "no_verbs", "bodies", "foiled")
"""The lists of the table that are taken as they are."""
_SENTENCE = regex(r"[.؟!…]\s|\n")
_SHORTEST = 3
"""Letters that a verb has at least here: more than تم and يد."""
_NO_VERB = ("ال", "و", "ب", "ل", "ك")
_SCENE = 12
"""The most words of a sentence that shows somebody by naming him first: news that begins so goes on to something else."""
_SUBJECT = 8
"""Words of a sentence among which the person it shows is named."""
_LAST = 12
"""Words before a quotation that may lead into it."""
_POINTED = 4
"""Words of a sentence among which it says that it speaks of words."""


def shows_somebody(text: str, *, behind: bool = False) -> bool:
    """Whether a sentence shows one person: by a gesture or what belongs to a body (`تهز رأسها`), by an office that stands beside a name
    (`هند، أمينة المكتبة، …`), or by somebody who acts before our eyes (`تجلس أم وليد …`, `يقف الشاب …`, `تقود خديجة …`).

    Of a sentence that stands `behind` the words it matters how it begins: `ثم يسرع إلى الباب` goes on with who has spoken, and `وشهد الحفل،
    الأمين العام …` with something else.
    """
    words = forms(text.replace(_BIRTHPLACE, ""))
    if (behind and _THEN.match(text)) or _ALIAS.search(text) or _ACTS_KUNYA.search(text):
        return True
    if any(_near()[word] or _gestures()[word] for word in words):
        return True
    if any(_body()[other] and one.startswith(_PRESENT) for one, other in pairwise(words)):
        return True
    if (beside := _APPOSITION.match(text)) and somebody(beside[1]) and not (behind and text.lstrip(" .\n").startswith("و")):
        return True
    first = words[:_SUBJECT]
    # `يقيس خياط قماشا`, whom nobody knows yet, is a scene; `يطالب الفلاح` may be news.
    if any(_is_stranger(other) and len(one) > _SHORTEST and one.startswith(_PRESENT) for one, other in pairwise(first)):
        return True
    if not any(_acts()[one] and other != "أن" for one, other in pairwise([*first, ""])):  # ينتظر أن يبدأ is no scene
        return False
    if _AGE.search(text) or _has_kunya(words) or any(_folk()[word] or _places()[word] for word in words):
        return True
    return any(word in _words()["given"] or somebody(word) for word in first)


def leads_in(text: str) -> bool:
    """Whether the last words of a text lead into what somebody says: `يتمسك التجار بالإضراب.`, `لم يتأخر رد الفعل.`"""
    words = forms(text)[-_LAST:]
    said = f" {' '.join(words)} "
    foiled = _words()["foiled"]
    stands = any(_stances()[one] and not (other in foiled and one.endswith("إحباط")) for one, other in pairwise([*words, ""]))
    return stands or any(f" {phrase} " in said for phrase in _words()["lead_ins"])


def introduces_itself(quoted: str) -> bool:
    """Whether quoted words say who speaks: `أنا مدرب ولست منجما`."""
    words = forms(quoted)
    return any(one in ("أنا", "وأنا") and (somebody(other) or _folk()[other]) for one, other in pairwise(words))


def continues_scene(text: str) -> bool:
    """Whether a sentence begins with what somebody does before our eyes: `يبيع المحارم ويعرف السائقين`."""
    return any(_acts()[word] for word in forms(text)[:1])


def names_somebody(text: str) -> bool:
    """Whether a text names a person who is known by no office: `زوجان`, `ابنتها`, `أم وليد`; not where the word is a part of what a body
    is called: `مجلس الشيوخ`, `مستشفى النساء`.
    """
    words = forms(text)
    bodies = _words()["bodies"]
    return any(_folk()[word] and before not in bodies for before, word in pairwise(["", *words])) or _has_kunya(words)


def is_about_somebody(text: str) -> bool:
    """Whether the last sentence of a text is short and begins with a person: `الأم لا تتوقف عن البكاء`."""
    words = forms(_SENTENCE.split(text.rstrip(" .؟!…\n"))[-1])
    return 0 < len(words) <= _SCENE and (_is_somebody(words[0]) or _has_kunya(words[:2]))


def acts_behind(word: str, subject: str) -> bool:
    """Whether a word right behind a quotation and a comma, and the next one, say that somebody does something: `«…»، حسم المدير الجدل`."""
    verb = len(word) >= _SHORTEST and not word.startswith(_NO_VERB) and word not in _words()["no_verbs"]
    return verb and _is_somebody(subject)


def _is_somebody(word: str) -> bool:
    return bool(_folk()[word]) or word in _words()["given"] or somebody(word)


def _is_stranger(word: str) -> bool:
    return bool(_folk()[word]) and not word.startswith("ال")


def names_by_name(text: str) -> bool:
    """Whether a sentence names somebody, by a given name, as whom it is about: `لم يغب حمد ليلة`."""
    return not _words()["given"].isdisjoint(forms(text)[:_SUBJECT])


def begins_with_name(text: str) -> bool:
    """Whether a sentence begins with a given name: `شفيق العلي ثقب ألف ناي`."""
    return any(word in _words()["given"] for word in forms(text)[:1])


def speaks_of_words(text: str) -> bool:
    """Whether a sentence speaks of the words quoted before it: `هذه خلاصة …`, `الكلمات لزميله`."""
    words = forms(text)[:_POINTED]
    if not words:
        return False
    if _spoken()[words[0]]:
        return True
    return words[0].removeprefix("و") in _words()["pointing"] and any(_spoken()[word] for word in words[1:])


def _has_kunya(words: list[str]) -> bool:
    table = _words()
    named = any(one in table["kunya"] and name not in table["no_kunya"] for one, name in pairwise(words))
    return named and "هل" not in words and not _spells_letters(words)


def _spells_letters(words: list[str]) -> bool:
    """Whether أم is the name of a letter there: `بي أم دبليو`, `أف أم`."""
    beside = zip(("", *words), words, (*words[1:], ""), strict=False)
    return any(word == "أم" and not LETTER_NAMES.isdisjoint((before, after)) for before, word, after in beside)


@lru_cache(maxsize=1)
def _near() -> StemTable[bool]:
    return StemTable(dict.fromkeys(_words()["near"], True), NOUN_PREFIXES)


@lru_cache(maxsize=1)
def _body() -> StemTable[bool]:
    return StemTable(dict.fromkeys(_words()["body"], True))


@lru_cache(maxsize=1)
def _gestures() -> StemTable[bool]:
    return StemTable(dict.fromkeys(_words()["gestures"], True), CONJUNCTIONS)


@lru_cache(maxsize=1)
def _folk() -> StemTable[bool]:
    return StemTable(dict.fromkeys(_words()["folk"], True), NOUN_PREFIXES)


@lru_cache(maxsize=1)
def _places() -> StemTable[bool]:
    return StemTable(dict.fromkeys(_words()["places"], True), NOUN_PREFIXES)


@lru_cache(maxsize=1)
def _stances() -> StemTable[bool]:
    return StemTable(dict.fromkeys(_words()["stances"], True), NOUN_PREFIXES)


@lru_cache(maxsize=1)
def _acts() -> StemTable[bool]:
    return StemTable(dict.fromkeys(_words()["acts"], True), CONJUNCTIONS)


@lru_cache(maxsize=1)
def _spoken() -> StemTable[bool]:
    return StemTable(dict.fromkeys(_words()["spoken"], True), NOUN_PREFIXES, NOUN_SUFFIXES)


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return lexicon(__file__, "scenes", _compiled, 2)


def _compiled(table: Any) -> dict[str, frozenset[str]]:
    kin, places, near, body = (
        [f"{word.replace('ة', 'ت')}{pronoun}" for key in keys for word in table[key] for pronoun in _OWN]
        for keys in (("kin", "own_kin"), ("places",), ("worn",), ("body",))
    )
    return {
        "folk": frozenset((*table["folk"], *kin, *(f"ال{word}" for word in table["kin"]))),
        "places": frozenset(places),
        "near": frozenset(near),
        "body": frozenset(body),
        "acts": frozenset(f"{person}{verb}" for verb in table["scenes"] for person in "يت"),
        **{key: frozenset(table[key]) for key in _ALONE},
    }
