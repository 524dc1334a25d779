"""The words that newsrooms spell in more than one way: the table of class A of SPL001."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from arlint.arabic.clitics import NOUN_PREFIXES, NOUN_SUFFIXES, StemTable, attached, nisba
from arlint.arabic.lexicon import lexicon
from arlint.arabic.skeletons import hamza
from arlint.records import NamedTuple

_ENDINGS = {"noun": ("", "ا", "ات", "ين", "ان"), "adjective": ("", "ة", "ا", "ون", "ين", "ان", "ات", "و", "ي"), "": ("",)}
_HAMZAS = "أإآ"

TAIL = 4
"""How many last letters of a form tell that it is no word of the table."""


class Group(NamedTuple):
    """One word and its spellings. `variants` hold parallel stems; `wrong` are indices of those never to be kept."""

    id: str
    kind: str
    default: bool
    prefer: int
    ask: bool
    open: bool
    no_article: bool
    not_after: frozenset[str]
    variants: tuple[tuple[str, ...], ...]
    wrong: frozenset[int]

    def holding(self, spelling: str) -> int | None:
        """The index of the variant that a spelling belongs to."""
        return next((index for index, stems in enumerate(self.variants) if spelling in stems), None)

    def value(self, index: int) -> str:
        """The name of a variant: `iran/0`."""
        return f"{self.id}/{index}"

    def counterpart(self, index: int, stem: str, other: int) -> str | None:
        """The stem of variant `index`, with its ending, as the variant `other` spells it; None where that one has no such word."""
        slots = sorted(enumerate(self.variants[index]), key=lambda slot: -len(slot[1]))
        for slot, base in slots:
            if stem.startswith(base):
                return self.variants[other][slot] + stem[len(base) :] if slot < len(self.variants[other]) else None
            if base.endswith("ة") and stem.startswith(base[:-1]):
                ending = stem[len(base) - 1 :]
                return self.variants[other][slot].removesuffix("ة") + ending if slot < len(self.variants[other]) else None
        return None


def variant(value: str) -> tuple[str, int]:
    """The group's id and the variant's index of the name of a variant."""
    group, _, index = value.rpartition("/")
    return group, int(index)


@lru_cache(maxsize=1)
def groups() -> Mapping[str, Group]:
    """All groups of the table, by id."""
    return {group.id: group for group in map(Group._make, table()["groups"])}


@lru_cache(maxsize=1)
def stems_of_table() -> StemTable[int]:
    """The forms of the table, each with the number of what it may be."""
    forms, numbers = lexicon(__file__, "variant_groups", _forms_compiled, 4)
    return StemTable(dict(zip(forms.split("\n"), numbers, strict=True)))


@lru_cache(maxsize=1)
def table() -> Mapping[str, Any]:
    """What is compiled of the table: its groups, what its forms may be, and their last letters."""
    return lexicon(__file__, "variant_groups", _compiled, 4)


_May = tuple[tuple[str, ...], str, int]
"""What a form may be: the words that must follow, the group, and which of its variants."""


def _compiled(table: Mapping[str, Any]) -> dict[str, Any]:
    groups, forms = [tuple(_group(entry)) for entry in _entries(table)], _readings(table)
    # Whatever is attached before a word, its last letters stay; of a short one, what is attached is among the last.
    tails = {attached(prefix, form)[-TAIL:] for form in forms for prefix in (NOUN_PREFIXES if len(form) < TAIL + 2 else ("",))}
    return {"groups": groups, "readings": list(dict.fromkeys(forms.values())), "tails": frozenset(tails)}


def _forms_compiled(table: Mapping[str, Any]) -> tuple[str, list[int]]:
    """The forms, a line each, and for each the number of its readings: nine thousand strings one by one would be read in 5 ms, so in 1."""
    forms = _readings(table)
    numbers = {readings: number for number, readings in enumerate(dict.fromkeys(forms.values()))}
    return "\n".join(forms), [numbers[readings] for readings in forms.values()]


def _entries(table: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The groups of the table; to every spelling with a hamza on its first alif comes the one that leaves it out, which is never right.

    Whoever mixes أمريكا and امريكا mixes spellings of one word, however many more it has. A form that the table has elsewhere is left
    alone, and one in ال: الباني is no ألباني.
    """
    listed = {stem for entry in table["groups"] for one in entry["variants"] for stem in one["stems"]}
    entries: list[dict[str, Any]] = []
    for entry in table["groups"]:
        bare: dict[str, list[str]] = {}
        for one in entry["variants"]:
            stems = [hamza(stem) for stem in one["stems"]]
            if one["stems"][0][0] in _HAMZAS and not stems[0].startswith("ال") and listed.isdisjoint(stems):
                bare.setdefault(stems[0], stems)
        added = [{"stems": stems, "wrong": True} for stems in bare.values()]
        entries.append({**entry, "variants": [*entry["variants"], *added]})
    return entries


def _readings(table: Mapping[str, Any]) -> dict[str, tuple[_May, ...]]:
    """What each form may be."""
    forms: dict[str, list[_May]] = {}
    for entry in _entries(table):
        for index, stem in ((index, stem) for index, one in enumerate(entry["variants"]) for stem in one["stems"]):
            first, *rest = stem.split()
            for form in _forms(stem, entry) if not rest else (first,):
                known = forms.setdefault(form, [])
                if rest or not any(not other for other, _, _ in known):
                    known.append((tuple(rest), entry["id"], index))
    return {form: tuple(known) for form, known in forms.items()}


def _group(entry: Mapping[str, Any]) -> Group:
    spelled = tuple(tuple(one["stems"]) for one in entry["variants"])
    return Group(
        entry["id"],
        entry["kind"],
        entry.get("default", True),
        next(index for index, stems in enumerate(spelled) if entry["prefer"] in stems),
        entry.get("fix") == "ask",
        entry.get("open", False),
        entry.get("article") == "never",
        frozenset(entry.get("not_after", ())),
        spelled,
        frozenset(index for index, one in enumerate(entry["variants"]) if one.get("wrong")),
    )


def _forms(stem: str, entry: Mapping[str, Any]) -> Iterator[str]:
    return (form for form in _inflected(stem, entry) if form not in entry.get("never", ()))


def _inflected(stem: str, entry: Mapping[str, Any]) -> Iterator[str]:
    if stem.endswith("ي") and entry["type"] != "person" and entry.get("nisba") != "never":
        yield from nisba(stem)
    else:
        yield from (stem + ending for ending in _ENDINGS[entry.get("endings", "")])
    if entry["type"] == "term":
        plural = f"{stem[:-1]}ات" if stem.endswith("ة") else f"{stem}ات"
        yield plural
        yield from (attached("", owned, pronoun) for owned in (stem, plural) for pronoun in NOUN_SUFFIXES)
