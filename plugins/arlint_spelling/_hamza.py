"""Class B of SPL001: which words that differ in the hamza of their first letter are one word, and how it is written right."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Any

from arlint.arabic.clitics import NOUN_SUFFIXES
from arlint.arabic.lazy import regex
from arlint.arabic.lexicon import lexicon
from arlint.arabic.skeletons import hamza

_DERIVED = regex("ا(?:ست|ن|.ت|[صض]ط|زد)")
_DERIVED_NOUN = regex("ا(?:ست..|ن..|.ت.|[صض]ط.|زد.)ا.(?:[اةيه]|ات|ية|ها|هم|ين)?")
_DERIVED_VERB = regex("ا(?:ست...?|ن..?.?|.ت..?)(?:ت|وا)")
_VERBAL_NOUN = regex("ا..ا.")
_IMPERATIVE = regex("ا[^اوي]{3}(?:ه|ها|هم)?")
_HOLLOW = regex("ا.ا.ت")
_HOLLOW_VERB = regex("ا(?:.ت|ن.|زد|[صض]ط)ا.(?:ه|ها|هم|هما|ك)?")


def right(spellings: Sequence[str]) -> Sequence[str]:
    """Those of the spellings of one skeleton that may be kept, in the order given; none where they are different words.

    Bare alif is right in verbal nouns of the forms VII-X, their verbs and a few nouns; elsewhere a hamza that somebody wrote is, since
    only the bare spelling is ever an omission. Of several hamzas the one that `qat` knows. Where only إعلام and
    اعلام are seen nothing can be said, since the latter may be أعلام.
    """
    if any(_differ(one, other) for one, other in combinations(spellings, 2)):
        return ()
    inner = [spelling for spelling in spellings if spelling[1:] != hamza(spelling[1:])] or spellings
    bare = [spelling for spelling in inner if spelling[0] == "ا"]
    marked = [spelling for spelling in inner if spelling[0] != "ا"]
    if not bare or not marked:
        return _listed(inner) or inner
    if any(map(_has_twin, marked)):
        return ()
    skeleton = hamza(bare[0])
    known = _listed(marked)
    if _is_wasl(skeleton) or (skeleton in word_lists()["wasl_verbs"] and all(spelling[0] == "إ" for spelling in marked)):
        return bare
    if known:
        return known
    if (_IMPERATIVE.fullmatch(skeleton) or _HOLLOW_VERB.fullmatch(skeleton)) and all(spelling[0] == "أ" for spelling in marked):
        return ()  # أجلس, I sit, and اجلس, sit; أحتاج, I need, and احتاج, he needed
    if _DERIVED.match(skeleton) and not _VERBAL_NOUN.fullmatch(skeleton):
        # أستخدم and استخدم are two verbs, whereas إستخدام is only ever a slip; and إنستاد may be a name.
        sure = _DERIVED_NOUN.fullmatch(skeleton) or _DERIVED_VERB.fullmatch(skeleton)
        return bare if sure and all(spelling[0] == "إ" for spelling in marked) else ()
    return marked


@lru_cache(maxsize=65536)
def is_listed(skeleton: str) -> bool:
    """Whether the tables know how the word of this skeleton is written: only such words are compared across files."""
    return skeleton in word_lists()["qat_skeletons"] or _is_wasl(skeleton)


def _listed(spellings: Iterable[str]) -> list[str]:
    known = word_lists()["qat"]
    return [spelling for spelling in spellings if any(base in known for base in _bases(spelling))]


def _is_wasl(skeleton: str) -> bool:
    lists = word_lists()
    return skeleton in lists["wasl_nouns"] or any(base in lists["wasl"] for base in _bases(skeleton))


def _bases(word: str) -> Iterable[str]:
    """The word, and what is left of it without an ending."""
    for ending in word_lists()["wasl_suffixes"]:
        if word.endswith(ending):
            base = word[: len(word) - len(ending)]
            yield base
            if ending and base.endswith("ت"):
                yield f"{base[:-1]}ة"
            if ending and base.endswith(("ئ", "ؤ")):
                yield f"{base[:-1]}ء"
            if ending.startswith("ات"):
                yield f"{base}ة"


def _has_twin(word: str) -> bool:
    """Whether the bare spelling of the word could be another word just as well."""
    lists = word_lists()
    qat: frozenset[str] = lists["qat"]
    bases = (word[: len(word) - len(suffix)] for suffix in lists["guard_suffixes"] if word.endswith(suffix))
    return word not in qat and any(base in lists["twins"] and base not in qat for base in bases)


def _differ(one: str, other: str) -> bool:
    lists = word_lists()
    guards = lists["guards"]
    for suffix in lists["guard_suffixes"]:
        if one.endswith(suffix) and other.endswith(suffix):
            end = len(one) - len(suffix)
            if (one[:end], other[:end]) in guards or (other[:end], one[:end]) in guards:
                return True
    if {one[0], other[0]} != {"أ", "إ"}:
        return False
    # إرسال is a verbal noun and أرسال a plural; إدارته his administration and أدارته she administered it.
    skeleton = hamza(one)
    return any(
        pattern.fullmatch(skeleton[: len(skeleton) - len(suffix)])
        for suffix in (*lists["guard_suffixes"], *NOUN_SUFFIXES)
        if skeleton.endswith(suffix)
        for pattern in ((_VERBAL_NOUN, _HOLLOW) if suffix else (_VERBAL_NOUN,))
    )


@lru_cache(maxsize=1)
def word_lists() -> Mapping[str, Any]:
    """The lists of the table by name, for looking words up in them."""
    return lexicon(__file__, "hamza", _compiled)


def _compiled(table: Mapping[str, Any]) -> dict[str, Any]:
    sets = {name: frozenset(table[name]) for name in ("whole_words", "particles", "wasl", "wasl_nouns", "qat")}
    return {
        **sets,
        "wasl_nouns": frozenset(map(hamza, sets["wasl_nouns"])),
        "qat_skeletons": frozenset(map(hamza, sets["qat"])),
        "wasl_al": tuple(stem.removesuffix("ء") for stem in table["wasl"] if stem.startswith("ال")),
        "wasl_verbs": frozenset(f"{verb}{ending}" for verb in table["wasl_verbs"] for ending in table["wasl_verb_endings"]),
        "wasl_suffixes": tuple(table["wasl_suffixes"]),
        "guard_suffixes": tuple(table["guard_suffixes"]),
        "guards": frozenset((*(tuple(pair) for pair in table["guards"]), *((f"أ{root}", f"ا{root}") for root in table["imperatives"]))),
        "twins": frozenset(word for pair in table["guards"] if not any(one[0] == "ا" for one in pair) for word in pair),
    }
