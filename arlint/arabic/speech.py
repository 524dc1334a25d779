"""Verbs of saying: which words show that somebody is being quoted or reported (catalogue 2.7, `speech_verbs.yaml`)."""

from functools import lru_cache
from typing import Any

from ..records import NamedTuple
from .clitics import CONJUNCTIONS, NOUN_PREFIXES, VERB_PREFIXES, VERB_SUFFIXES, StemTable, attached
from .lazy import regex
from .lexicon import lexicon
from .skeletons import hamza
from .words import WORD, form

_PREFIXES = {
    "past": frozenset((*CONJUNCTIONS, "ما")),  # هذا ماقاله, run together
    "present": frozenset(VERB_PREFIXES),
    "participle": frozenset(("", "و", "ف", "ال", "وال", "فال")),
    "noun": frozenset(NOUN_PREFIXES),
}
_SHORTEST = 3  # letters that must be left before a pronoun

_OTHERWISE = frozenset(("هنا",))
"""Without its hamza the verb is another word: هنا, هناك, and no هنأ."""

_NEXT_WORDS, _NEXT_CHARACTERS = 8, 40
_THAT = frozenset("أن إن بأن أنه إنه أنها إنها بأنه بأنها أنهم إنهم بأنهم أننا إننا أني إني أنني إنني".split())
_MARK_OF_SPEECH = regex('[:"«“”]')
_HEAD = 240  # code points of a paragraph that are enough to see how it begins


class Saying(NamedTuple):
    """What a word says as a form of a verb of saying.

    `manner` is the class of the table (`neutral`, `assertive`, `document`, `naming`, `loaded` …); `governs` what follows the verb in edited
    Arabic (`inna`, `anna`, `bianna`, `ala-anna`, `ila-anna` …); `part` one of `past`, `present`, `participle`, `noun`. A `weak` form is
    more often another word (بين between, مدينة city, طالب student) and proves nothing by itself. `prefix` is what is attached before it.
    """

    lemma: str
    manner: str
    governs: str
    part: str
    weak: bool
    prefix: str = ""


@lru_cache(maxsize=65536)
def saying(form: str) -> Saying | None:
    """The verb of saying that a bare form belongs to, read through attached particles and pronouns; None for any other word."""
    found: Saying | None = None
    for reading in _table()[form]:
        one = Saying(*reading.entry, reading.prefix)
        if reading.prefix not in _PREFIXES[one.part] or (reading.suffix and not _takes_pronoun(one, reading.stem, reading.suffix)):
            continue
        if found is None or (found.weak and not one.weak):
            found = one
    return found


def tells(form: str) -> bool:
    """Whether a bare form is surely a verb of saying in the past or present, and none of naming."""
    one = saying(form)
    return one is not None and not one.weak and one.manner != "naming" and one.part in ("past", "present")


def _takes_pronoun(one: Saying, stem: str, pronoun: str) -> bool:
    """Whether a stem is read with a pronoun after it. Short ones without their hamza are not read with `you`: الحكم is no ألح + كم."""
    bare = stem.startswith("ا") and pronoun.startswith("ك")
    return one.part != "participle" and len(stem) >= _SHORTEST + bare


@lru_cache(maxsize=1)
def _table() -> StemTable[tuple[str, str, str, str, bool]]:
    stems = lexicon(__file__, "speech_verbs", _compiled)
    return StemTable(stems, dict.fromkeys((*NOUN_PREFIXES, *VERB_PREFIXES, "ما")), VERB_SUFFIXES)


def _compiled(table: Any) -> dict[str, tuple[str, str, str, str, bool]]:
    """Each stem with the fields of `Saying`. A form of two verbs is the first one's, and weak if either says so."""
    stems: dict[str, tuple[str, str, str, str, bool]] = {}
    for verb in table["verbs"]:
        weak = frozenset(verb.get("weak", ()))
        for key, part in (("past", "past"), ("dual", "past"), ("present", "present"), ("participle", "participle"), ("nouns", "noun")):
            for stem in verb.get(key, ()):
                known = stems.get(stem, (verb["lemma"], verb["class"], verb["governs"], part, False))
                stems[stem] = (*known[:4], known[4] or stem in weak)
    # Careless copy drops the hamza (اكد), and before a pronoun the silent alif goes (قالوه): attribution all the same.
    for stem, entry in list(stems.items()):
        bare = hamza(stem)
        if bare in _OTHERWISE:
            continue
        stems.setdefault(bare, entry)
        if bare != stem and len(bare) == 3 and not entry[4]:
            # Too short to be read through و and ف (واكد): listed as they stand.
            stems.setdefault(f"و{bare}", entry)
            stems.setdefault(f"ف{bare}", entry)
        stems.setdefault(stem.removesuffix("ا") if stem.endswith("وا") else stem, entry)
    return stems


@lru_cache(maxsize=1)
def lemmas() -> frozenset[str]:
    """The verbs of saying that are known, in the past, third person singular masculine."""
    return frozenset(lemma for lemma, *_ in _table().stems.values())


@lru_cache(maxsize=16)
def verb_forms(lemmas: frozenset[str]) -> frozenset[str]:
    """The past and present forms of these verbs with the particles that may stand before them, without pronouns after them."""
    return frozenset(
        attached(prefix, stem)
        for stem, (lemma, _, _, part, _) in _table().stems.items()
        if lemma in lemmas and part in ("past", "present")
        for prefix in _PREFIXES[part]
    )


def introduces(text: str, end: int) -> bool:
    """Whether a word that ends at `end` is followed closely by what is said: أن or إن within 8 words, or a colon or quotation mark
    within 40 code points.
    """
    if _MARK_OF_SPEECH.search(text, end, end + _NEXT_CHARACTERS):
        return True
    return any(form(match.group()) in _THAT for match, _ in zip(WORD.finditer(text, end), range(_NEXT_WORDS), strict=False))


def resumes_reporting(paragraph: str) -> bool:
    """Whether a paragraph begins as one that goes on reporting: `وأضاف …`, `فقالت …`, `وتابع المدير: …`."""
    match = WORD.search(paragraph, 0, _HEAD)
    one = saying(form(match.group())) if match else None
    if not match or not one or one.prefix not in ("و", "ف") or one.part not in ("past", "present") or one.manner == "naming":
        return False
    return not one.weak or introduces(paragraph, match.end())
