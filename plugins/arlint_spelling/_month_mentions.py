"""Where a text names months, by one name or by two."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from arlint import Document, Word
from arlint.arabic.dates import Month, month_of, month_pattern, months
from arlint.arabic.lazy import regex
from arlint.arabic.letters import BLANK, LETTER
from arlint.arabic.noticed import Noticed, these
from arlint.arabic.numerals import DIGIT
from arlint.arabic.patterns import compiled
from arlint.records import NamedTuple

SYSTEMS = "gregorian", "levantine", "maghreb"

_NEAR = 32  # code points before a name in which its day, and the word before that, are looked for
_DAY = regex(
    f"(?<![{DIGIT}])(?:[{DIGIT}]{{1,2}}[{BLANK}]*(?:و|-|–)[{BLANK}]*)?([{DIGIT}]{{1,2}})[{BLANK}]+(?:من[{BLANK}]+)?(?:شهر[{BLANK}]+)?$"
)
_YEAR = regex(f"[{BLANK}]*[،,]?[{BLANK}]*(?:من[{BLANK}]+)?(?:عام[{BLANK}]+|سنة[{BLANK}]+)?[{DIGIT}]{{4}}(?![{DIGIT}])")
_LAST_WORD = regex(f"([{LETTER}]+)[{BLANK}]+$")

_FRAMES = frozenset("شهر شهري مطلع أوائل بداية بدايات منتصف أواخر نهاية نهايات".split())
_PREPOSITIONS = frozenset("في من حتى منذ خلال بين إلى".split())
_FOLLOWERS = frozenset("الماضي المقبل الجاري القادم الحالي المنصرم الفائت".split())
_EVENTS = frozenset(
    "ثورة انتفاضة حركة قوى تحالف تيار فريق كتلة ائتلاف حزب ميدان شارع جسر مدينة حرب نصر انتصار هجمات أحداث اعتداءات تفجيرات مجزرة "
    "انقلاب بيان اتفاق جيل شباب ذكرى لواء كتائب منظمة جماعة متحف جامعة مهرجان دستور".split()
)
"""Words after which a date is a name: ثورة 25 يناير, قوى 14 آذار, جامعة 6 أكتوبر."""


class Mention(NamedTuple):
    """A month as it is named, with the number of the day before it; half-open code points of the prose.

    `systems` are those of a single `name`, `number` is the month's. Of two names `order` is the system of the first and `glyph` what sets
    them apart: slash, paren, dash or blank. Both are empty for a single name.
    """

    start: int
    end: int
    systems: tuple[str, ...] = ()
    order: str = ""
    glyph: str = ""
    name: str = ""
    number: int = 0


@lru_cache(maxsize=1)
def named() -> Noticed[bool]:
    """The forms in which names of months begin."""
    return these(frozenset(_first_words()))


@lru_cache(maxsize=4096)  # most texts name the same few months
def may_clash(forms: frozenset[str]) -> bool:
    """Whether a text with these names of months may name months of two systems."""
    found = {_first_words()[form] for form in forms}
    return any(_clash(one, other) for one in found for other in found)


def _clash(one: tuple[str, Month], other: tuple[str, Month]) -> bool:
    """Whether two names are of different systems, or name one month of the Maghreb in the traditions of two countries (جوان, يونيو)."""
    (name, month), (called, same) = one, other
    common = set(month.systems).intersection(same.systems)
    return not common or (name != called and month.number == same.number and "maghreb" in common)


def mentions(document: Document) -> Iterator[Mention]:
    """The months that a text names, in order. A single name only counts in the company of a date."""
    end = 0
    for word in document.words_among(named().held(document.vocabulary)):
        match = _mention().match(document.text, word.start) if word.start >= end else None
        if not match:
            continue
        found = _pair(match) or _single(document, word, match)
        if found:
            end = found.end
            yield found


def _pair(match: "re.Match[str]") -> Mention | None:
    glyph = match.lastgroup or ""
    if glyph == "name":
        return None
    second = match[glyph]
    first, other = month_of(match["name"]), month_of(second)
    if first.number != other.number or set(first.systems) & set(other.systems):
        return None
    return Mention(*match.span(), order=first.systems[0], glyph=glyph)


def _single(document: Document, word: Word, match: "re.Match[str]") -> Mention | None:
    text, month = document.text, month_of(match["name"])
    before = text[max(0, word.start - _NEAR) : word.start]
    day = _DAY.search(before) if match.start("name") == word.start else None
    start = word.start - len(before) + day.start(1) if day else word.start
    said = _LAST_WORD.search(before[: day.start()] if day else before)
    previous = said[1] if said else ""
    if previous in _EVENTS or previous[1:] in _EVENTS or _is_title(text, start, match.end("name")):
        return None
    last = document.word_at(match.end("name") - 1)
    following = document.after(last) if last else None
    framed = (
        day
        or previous in _FRAMES
        or previous[1:] in _FRAMES
        or _YEAR.match(text, match.end("name"))
        or (following is not None and following.form in _FOLLOWERS)
        or (previous in _PREPOSITIONS and not month.ambiguous)
    )
    return Mention(start, match.end("name"), month.systems, name=match["name"], number=month.number) if framed else None


def name_in(system: str, number: int) -> str:
    """The name of a month in a system; empty for a Hijri month, or for a pair, which no number was noted of."""
    names = [name for name, month in months().items() if number and month.number == number and system in month.systems]
    # That which no other system has comes before those that are shared.
    return min(names, key=lambda name: months()[name].systems[0] != system, default="")


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether marks of quotation stand around exactly this: «25 يناير» is the name of a day or a newspaper."""
    return text[start - 1 : start] in ("«", '"', "“") and text[end : end + 1] in ("»", '"', "”")


@lru_cache(maxsize=1)
def _first_words() -> Mapping[str, tuple[str, Month]]:
    """Each month, with its name, by the form in which that begins."""
    return {
        f"{attached}{name.split()[0]}": (name, month)
        for name, month in months().items()
        if month.number
        for attached in ("", *"وفبل")
    }


@lru_cache(maxsize=1)
def _mention() -> "re.Pattern[str]":
    name = month_pattern()
    return compiled(
        f"[وفبل]?(?P<name>{name})(?![{LETTER}])(?:[{BLANK}]*[/\\\\][{BLANK}]*(?P<slash>{name})(?![{LETTER}])"
        f"|[{BLANK}]*\\([{BLANK}]*(?P<paren>{name})[{BLANK}]*\\)|[{BLANK}]*[-–ـ—][{BLANK}]*(?P<dash>{name})(?![{LETTER}])"
        f"|[{BLANK}]+(?P<blank>{name})(?![{LETTER}]))?"
    )
