"""Class B of SPL001: words that differ in the hamza of their first letter, and which of them are one word."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, compress, count
from operator import ne
from typing import Any

from arlint.arabic.clitics import NOUN_SUFFIXES, long_enough
from arlint.arabic.fresh import Fresh
from arlint.arabic.lazy import compiled, regex
from arlint.arabic.lexicon import lexicon
from arlint.arabic.skeletons import hamza
from arlint.records import NamedTuple

_ALIFS = "اأإآ"
_PREFIXES = tuple(f"{joined}{other}" for joined in ("", "و", "ف") for other in ("", "ال", "بال", "كال", "لل", "ب", "ل", "ك"))
_MAY_HOLD_ALIF = frozenset(_ALIFS + "وفبلك")
_PARTS = regex(f"([وف]?(?:[بك]?ال|لل|[بلك])?)([{_ALIFS}].{{3,}})", re.DOTALL)
_DERIVED = regex("ا(?:ست|ن|.ت|[صض]ط|زد)")
_DERIVED_NOUN = regex("ا(?:ست..|ن..|.ت.|[صض]ط.|زد.)ا.(?:[اةيه]|ات|ية|ها|هم|ين)?")
_DERIVED_VERB = regex("ا(?:ست...?|ن..?.?|.ت..?)(?:ت|وا)")
_VERBAL_NOUN = regex("ا..ا.")
_IMPERATIVE = regex("ا[^اوي]{3}(?:ه|ها|هم)?")
_HOLLOW = regex("ا.ا.ت")
_HOLLOW_VERB = regex("ا(?:.ت|ن.|زد|[صض]ط)ا.(?:ه|ها|هم|هما|ك)?")

Facts = Mapping[str, Any]


class Residual(NamedTuple):
    """A form without its particles, beginning with some alif; `key` is the skeleton under which its spellings meet."""

    prefix: str
    value: str
    key: str

    @property
    def rest(self) -> tuple[str, ...]:
        """No word must follow."""
        return ()

    @property
    def stem(self) -> str:
        """The word without particles."""
        return self.value

    def stem_as(self, value: str) -> str:
        """The word in another spelling."""
        return value

    def written_as(self, stem: str) -> str:
        """The whole form with this word."""
        return f"{self.prefix}{stem}"

    def is_same(self, stem: str) -> bool:
        """It can be no other word where one of the two lacks its hamza, or where a table knows the word: of أفات and آفات either may be
        meant, and the one that is met more often is not always right.
        """
        return self.value[0] == "ا" or stem[0] == "ا" or is_listed(self.key)


TwinState = tuple[dict[str, str], set[str]]


class Twins:
    """Words that have been met with two different letters of hamza. Most never are, and need not be looked at any closer."""

    def __init__(self) -> None:
        self._words: dict[str, str] = {}  # by skeleton: the word as first met; empty where it has been met in two spellings
        self._met: set[str] = set()  # all forms of such words

    def state(self) -> TwinState:
        """All that was met."""
        return self._words, self._met

    def restore(self, state: TwinState) -> None:
        """Begin with what a former run has met."""
        self._words, self._met = state

    def forget(self) -> None:
        """Begin anew."""
        self._words.clear()
        self._met.clear()

    def among(self, fresh: Fresh) -> set[str]:
        """Those of new forms whose word has now been met in two spellings, and the old forms of the same words."""
        found: set[str] = set()
        compared: list[tuple[str, str]] = fresh.matching(_compared())
        if not compared:
            return found
        forms, words = zip(*compared, strict=True)
        keys = hamza("\n".join(words)).split("\n")
        firsts = list(map(self._words.setdefault, keys, words))
        self._met.update(forms)
        for number in compress(count(), map(ne, words, firsts)):
            found.add(forms[number])
            if first := self._words[keys[number]]:
                found.update(self._met.intersection(f"{prefix}{first}" for prefix in _PREFIXES))
                self._words[keys[number]] = ""  # from now on every form differs
        return found


@lru_cache(maxsize=1)
def _compared() -> "re.Pattern[str]":
    """On lines, the forms that have a `residual`, and what that is: an alif begins it, other than that of the article."""
    own = "|".join(_facts()["wasl_al"])
    alif = f"(?:[أإآ]|ا(?!ل)|(?<=[ال]ل)ا|(?={own})ا)"
    return compiled(f"\n([وف]?(?:[بك]?ال|لل|[بلك])?({alif}.{{3,}}))")


def residual(form: str) -> Residual | None:
    """What of a form is compared; None where its first letter is no alif or it is a function word.

    A word in ال is only compared where that cannot be the article: behind another one, and in `التزام` and its kin.
    """
    if form[0] not in _MAY_HOLD_ALIF:
        return None
    match = _PARTS.fullmatch(form)
    if not match:
        return None
    prefix, word = match.groups()
    facts = _facts()
    if word.startswith("ال") and not (prefix.endswith(("ال", "لل")) or word.startswith(facts["wasl_al"])):
        return None
    skeleton = hamza(word)
    if not long_enough(prefix, word) or skeleton in facts["particles"] or (prefix and _is_whole(form)):
        return None
    return Residual(prefix, word, skeleton)


def _is_whole(form: str) -> bool:
    whole = _facts()["whole_words"]
    words = (form, form[1:]) if form[0] in "وف" else (form,)
    return any(
        word in whole or any(word.endswith(suffix) and word[: -len(suffix)] in whole for suffix in (*NOUN_SUFFIXES, "ا")) for word in words
    )


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
    if _is_wasl(skeleton) or (skeleton in _facts()["wasl_verbs"] and all(spelling[0] == "إ" for spelling in marked)):
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
    return skeleton in _facts()["qat_skeletons"] or _is_wasl(skeleton)


def _listed(spellings: Iterable[str]) -> list[str]:
    known = _facts()["qat"]
    return [spelling for spelling in spellings if any(base in known for base in _bases(spelling))]


def _is_wasl(skeleton: str) -> bool:
    facts = _facts()
    return skeleton in facts["wasl_nouns"] or any(base in facts["wasl"] for base in _bases(skeleton))


def _bases(word: str) -> Iterable[str]:
    """The word, and what is left of it without an ending."""
    for ending in _facts()["wasl_suffixes"]:
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
    facts = _facts()
    qat: frozenset[str] = facts["qat"]
    bases = (word[: len(word) - len(suffix)] for suffix in facts["guard_suffixes"] if word.endswith(suffix))
    return word not in qat and any(base in facts["twins"] and base not in qat for base in bases)


def _differ(one: str, other: str) -> bool:
    facts = _facts()
    guards = facts["guards"]
    for suffix in facts["guard_suffixes"]:
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
        for suffix in (*facts["guard_suffixes"], *NOUN_SUFFIXES)
        if skeleton.endswith(suffix)
        for pattern in ((_VERBAL_NOUN, _HOLLOW) if suffix else (_VERBAL_NOUN,))
    )


@lru_cache(maxsize=1)
def _facts() -> Facts:
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
