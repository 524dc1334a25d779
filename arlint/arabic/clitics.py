"""What Arabic writes attached to a word: and, so, by, like, for, will, the; and its pronouns: his, her, their.

A token has a reading only where what is left of it stands in the table that asks: `بايران` reads as ب + ايران where a table of
places asks, and `كان` never as ك + ان. (Catalogue 2.4, `clitics.yaml`.)
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from .lazy import regex

T = TypeVar("T")

NOUN_PREFIXES = (
    "", "و", "ف", "ب", "ل", "ك", "ال", "لل", "وب", "ول", "وك", "فب", "فل", "فك", "وال", "فال", "بال", "كال", "ولل", "فلل",
    "وبال", "وكال", "فبال", "فكال",
)  # fmt: skip
VERB_PREFIXES = ("", "و", "ف", "س", "ل", "وس", "فس", "ول", "فل")
CONJUNCTIONS = ("", "و", "ف")

NOUN_SUFFIXES = ("ه", "ها", "هم", "هن", "هما", "ك", "كم", "كما", "نا", "ي")
VERB_SUFFIXES = ("ه", "ها", "هم", "هن", "هما", "ني", "نا", "ك", "كم")
"""Pronouns written at the end of a word. Before them ة is written ت (`مدينته`) and ى is written ا (`مستواه`)."""

NISBA_SUFFIXES = ("", "ة", "ا", "ون", "ين", "ان", "تان", "تين", "ات", "و", "ي")
"""Inflections of an adjective of relation in ي: `أمريكي` → `أمريكية`, `أمريكيون`, … and `أمريكيو الأصل`, `أمريكيي الأصل`."""

_BARE_ALIF_MINIMUM = {"و": 4, "ف": 5, "ب": 5, "ل": 5, "ك": 5, "ول": 5, "فل": 5, "وب": 5, "فب": 5, "وك": 5, "فك": 5}
"""Letters that must be left after the prefix when they begin with a bare alif. Without it a list of hamza words met 6,000
false readings in 63,500 articles (`واحد`, `وافق`, `فان`, `واصل`)."""

CLITICS_ALONE = frozenset(prefix for prefix in NOUN_PREFIXES if prefix) | frozenset(("س", "وس", "فس"))
"""Prefixes that may stand by themselves before a quotation mark, a bracket, a digit or Latin: `و"هل`, `بـ5`, `الـCIA`."""


def long_enough(prefix: str, rest: str) -> bool:
    """Whether so much is left after the prefix that it may be taken off a word at all."""
    if not prefix:
        return True
    if rest.startswith("ا"):
        return len(rest) >= _BARE_ALIF_MINIMUM.get(prefix, 1)
    return len(rest) >= 2


def nisba(stem: str) -> Iterator[str]:
    """The inflections of an adjective of relation, `إيراني` → `إيراني`, `إيرانية`, …; other stems have only themselves."""
    if not stem.endswith("ي"):
        yield stem
        return
    yield from (stem + suffix for suffix in NISBA_SUFFIXES)


def attached(prefix: str, stem: str, suffix: str = "") -> str:
    """The word as it is written with its prefix and its pronoun: `ب` + `إيران` → `بإيران`, `ل` + `الناتو` → `للناتو`,
    `مدينة` + `ه` → `مدينته`. Only two ل are ever written (`ل` + `الليل` → `لليل`). A stem is taken to begin with the article where it
    begins with a bare ال.
    """
    if suffix and stem.endswith("ة"):
        stem = f"{stem[:-1]}ت"
    elif suffix and stem.endswith("ى"):
        stem = f"{stem[:-1]}ا"
    if prefix.endswith("ل") and not prefix.endswith(("ال", "لل")) and stem.startswith("ال"):
        stem = stem[1:] if not stem.startswith("الل") else stem[2:]
    return f"{prefix}{stem}{suffix}"


_NO_ARTICLE = regex("الت[\u0621-\u064a]ا[\u0621-\u064a]")


def carried(prefix: str, phrase: str) -> str:
    """Words that take the place of one that had this prefix. They keep the article only if they have none of their own, in whichever of
    them: `بال` + `حلف شمال الأطلسي` → `بحلف شمال الأطلسي`, `لل` + `الحلف` → `للحلف`. Verbal nouns such as `التزام` begin with no article.
    """
    first, *others = phrase.split() or [""]
    own = first.startswith("ال") and not _NO_ARTICLE.fullmatch(first)
    if own or any(one.startswith(("ال", "لل")) for one in others):
        prefix = prefix.removesuffix("ال") if prefix.endswith("ال") else prefix[:-1] if prefix.endswith("لل") else prefix
    return attached(prefix, phrase)


class Reading(Generic[T]):
    """One way to read a form: `prefix + stem + suffix`, and what the table says of the stem. An immutable value.

    The stem is written as it stands in the table: `مدينة` in a reading of `مدينته`, `الناتو` in one of `للناتو` (prefix `ل`).
    """

    # A dataclass would cost every start of arlint as much as linting two articles.
    __slots__ = ("entry", "prefix", "stem", "suffix")

    def __init__(self, prefix: str, stem: str, entry: T, suffix: str = "") -> None:
        self.prefix = prefix
        self.stem = stem
        self.entry = entry
        self.suffix = suffix

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reading) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values()[:3])

    def __repr__(self) -> str:
        return f"Reading{self._values()}"

    def _values(self) -> tuple[str, str, str, T]:
        return self.prefix, self.stem, self.suffix, self.entry

    def respelled(self, stem: str) -> str:
        """The form with another stem in the place of its own, its prefix and pronoun kept."""
        return attached(self.prefix, stem, self.suffix)


class StemTable(dict[str, tuple[Reading[T], ...]]):
    """Readings of forms by a table of stems; each form is analysed once and remembered.

    `table[form]` gives its readings, the shortest prefix first, and `()` for a form the table does not know. A form that
    stands in the table as it is has that reading alone: a whole word is never taken apart. A stem that is listed with ال is found
    only with ال or لل; one whose ال belongs to its root (`المانيا`) is listed with it too, and so never loses it. With `suffixes`
    the stems are also found before a pronoun.
    """

    _LIMIT = 400_000  # forms remembered; about 40 MB, the vocabulary of some 40,000 articles

    def __init__(self, stems: Mapping[str, T], prefixes: Iterable[str] = NOUN_PREFIXES, suffixes: Iterable[str] = ()) -> None:
        self.stems = stems
        self.prefixes = tuple(prefixes)
        self.suffixes = tuple(suffixes)
        # By the first two letters of a form: most forms can have one prefix at most.
        heads = {prefix[:2] for prefix in self.prefixes}
        self._by_head = {head: tuple(prefix for prefix in self.prefixes if prefix and head.startswith(prefix[:2])) for head in heads}

    def __missing__(self, form: str) -> tuple[Reading[T], ...]:
        readings = self.readings(form)
        if len(self) >= self._LIMIT:
            self.clear()
        self[form] = readings
        return readings

    def readings(self, form: str) -> tuple[Reading[T], ...]:
        """As `table[form]`, but analysed anew and not remembered."""
        stems = self.stems
        if form in stems:
            return (Reading("", form, stems[form]),)
        prefixes = self._by_head.get(form[:2]) or self._by_head.get(form[:1], ())
        if self.suffixes:
            return tuple(self._owned(form, prefixes))
        return tuple(self._prefixed(form, prefixes)) if prefixes else ()

    def _prefixed(self, form: str, prefixes: Iterable[str]) -> Iterator[Reading[T]]:
        for prefix in prefixes:
            if not form.startswith(prefix):
                continue
            rest = form[len(prefix) :]
            if rest in self.stems and long_enough(prefix, rest):
                yield Reading(prefix, rest, self.stems[rest])
            if prefix.endswith("لل"):
                yield from self._contracted(prefix[:-1], rest)

    def _owned(self, form: str, prefixes: Iterable[str]) -> Iterator[Reading[T]]:
        yield from self._suffixed("", form)
        for prefix in prefixes:
            yield from self._prefixed(form, (prefix,))
            rest = form[len(prefix) :]
            if form.startswith(prefix) and long_enough(prefix, rest):
                yield from self._suffixed(prefix, rest)

    def _contracted(self, prefix: str, rest: str) -> Iterator[Reading[T]]:
        """ل and ال are written لل, so the stem has lost its alif, and the first of two ل as well."""
        for stem in (f"ال{rest}", f"الل{rest}"):
            if stem in self.stems:
                yield Reading(prefix, stem, self.stems[stem])

    def _suffixed(self, prefix: str, rest: str) -> Iterator[Reading[T]]:
        for suffix in self.suffixes:
            if not rest.endswith(suffix) or len(rest) <= len(suffix):
                continue
            left = rest[: -len(suffix)]
            for stem in (left, f"{left[:-1]}ة" if left[-1] == "ت" else "", f"{left[:-1]}ى" if left[-1] == "ا" else ""):
                if stem in self.stems and not (stem == left and stem[-1] in "ةى"):
                    yield Reading(prefix, stem, self.stems[stem], suffix)
