"""Words with the wrong one of ى and ي at their end: how they are written right, and the words that must stand beside some."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from arlint.arabic.lazy import regex
from arlint.arabic.lexicon import lexicon
from arlint.arabic.noticed import Noticed
from arlint.arabic.skeletons import hamza

_UNMISTAKABLE = 5  # letters of an adjective that in ى is hardly ever another word
_SHORT = 3  # letters of a word that behind a particle may be another: كمدي
_DEFINITE = regex("[وف]?([بك]?ال|لل)(.+)ى")
_DEFINITES = regex("\n([وف]?(?:[بك]?ال|لل).+ى)(?=\n)")
_IN_ANI = regex("[وف]?(?:[بك]?ال|لل)(?!(?:حز|سم|زب)انى)[\u0621-\u064a]{2,}انى")
"""Nearly all Arabic words in ـانى are verbs (عانى, تفانى), which take no article: with it they are names and adjectives in ـاني. الحزانى
are those who mourn, and السمانى is the quail."""

_ONE = "[\u0621-\u0628\u062a-\u063a\u0641-\u0648\u064a]"  # a letter that does not end a word, as ة and ى do
_RELATIVE = regex(f"[وف]?(?:[بك]?ال|لل)((?:{_ONE}و?ا{_ONE}|(?!م|..ا.ى){_ONE}{{4,7}}|م{_ONE}{{5,7}})(?<![اعإأو]ل)(?<!حت|لد|خر|بر|قر)ى)")
"""With the article, words of the shapes of قاضى and ليالى, and long ones but participles (المنتقى) and plurals like اليتامى, end in ي, but
for a handful; long ones, and those that end in على or أخرى, may be several words glued together."""


@lru_cache(maxsize=1)
def spellings() -> Noticed[tuple[str, ...]]:
    """The forms of the table, each with the variant of the message and how it is written right."""
    known = frozenset(form for name in ("yeh", "maksura", "framed") for form in yeh_lists()[name])
    return Noticed(lambda fresh: (*known.intersection(fresh.forms), *fresh.matching(_DEFINITES)), _spelling)


def _spelling(form: str) -> tuple[str, ...]:
    """The variant of the message for a form of the tables, and how it is written right; nothing for any other."""
    lists = yeh_lists()
    if form in lists["yeh"] and form not in lists["framed"]:
        return "yeh", f"{form[:-1]}ي"
    match = _DEFINITE.fullmatch(form)
    if match and (_IN_ANI.fullmatch(form) or _is_relative(form) or not lists["definite"].isdisjoint(_read(*match.groups()))):
        return "yeh", f"{form[:-1]}ي"
    if form in lists["framed"]:
        right = lists["framed"][form]["right"]
        return ("yeh" if right.endswith("ي") else "", right)
    return ("", f"{form[:-1]}ى") if form in lists["maksura"] else ()


def _is_relative(form: str) -> bool:
    match = _RELATIVE.fullmatch(form)
    return match is not None and match[1] not in yeh_lists()["alif"]


def _read(article: str, word: str) -> tuple[str, ...]:
    """What a word in ى may be after its article: of two ل one is not written after لل."""
    return (f"{word}ي", f"ل{word}ي") if article == "لل" else (f"{word}ي",)


@lru_cache(maxsize=1)
def yeh_lists() -> Mapping[str, Any]:
    """The wrong spellings of the table, for `yeh` and for `maksura`, and for the `framed` what must or must not stand beside them."""
    return lexicon(__file__, "final_yeh", _compiled, 2)


def _compiled(table: Mapping[str, Any]) -> dict[str, Any]:
    adjectives = (*table["adjectives"], *table["rarer_adjectives"])
    plain = (word for word in adjectives if len(word) >= _UNMISTAKABLE and word not in table["definite_only"])
    yeh = (f"{one[:-1]}ى" for word in (*table["yeh"], *table["indefinite"], *plain) for one in (hamza(word), word))
    maksura = (f"{word[:-1]}ي" for word in table["maksura"])
    framed = dict(_frames(table["framed"], frozenset(table["names"])))
    return {
        "yeh": frozenset(form for form in _joined(yeh) if form not in framed),
        "definite": frozenset(one for word in (*adjectives, *table["nouns"]) for one in (word, hamza(word))),
        "alif": frozenset(table["alif"]),
        "maksura": frozenset((*_joined(maksura), *_behind_particles(table["maksura"]))),
        "framed": framed,
    }


def _joined(words: Iterable[str]) -> Iterator[str]:
    return (f"{joined}{wrong}" for wrong in words for joined in ("", "و", "ف"))


def _behind_particles(words: Iterable[str]) -> Iterator[str]:
    """The longer words, wrong as they are behind what is written on to a noun: بالمستشفي, للمقهي, لشكوي."""
    for word in words:
        bare = word.removeprefix("ال")
        particles = ("بال", "كال", "لل") if bare != word else ("ب", "ك", "ل")
        if len(bare) > _SHORT:
            yield from _joined(f"{particle}{bare[:-1]}ي" for particle in particles)


def _frames(table: Mapping[str, Any], names: frozenset[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for wrong, given in table.items():
        frame = {
            "next": frozenset(given.get("next", ())),
            "not_next": frozenset(given.get("not_next", ())),
            "after": frozenset(given.get("after", ())),
            "not_after": _expanded(given.get("not_after", ()), names),
            "not_before": frozenset(given.get("not_before", ())),
            "unquoted": bool(given.get("unquoted")),
        }
        if wrong.startswith("ال") and not given.get("bare"):
            for joined in (f"{conjunction}{article}" for conjunction in ("", "و", "ف") for article in ("ال", "بال", "كال", "لل")):
                yield f"{joined}{wrong[2:]}", {**frame, "right": f"{joined}{given['right'][2:]}"}
            continue
        for joined in ("",) if given.get("bare") else ("", "و"):
            yield f"{joined}{wrong}", {**frame, "right": f"{joined}{given['right']}"}


def _expanded(words: Iterable[str], names: frozenset[str]) -> frozenset[str]:
    return frozenset(words) | (names if "names" in words else frozenset())
