"""Dates as Arabic news writes them: weekdays, three systems of month names beside the Hijri one, and full dates in a text."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..records import NamedTuple
from .lexicon import lexicon
from .numerals import DIGIT, value
from .patterns import compiled

if TYPE_CHECKING:
    from datetime import date

_NEAR = 60  # days
WEEKDAYS_FIRST = "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"
"""The preferred spelling of each weekday, from Monday (0)."""


class Month(NamedTuple):
    """A month's number (0 for a Hijri one), its longest length in days, and the systems that a spelling of it belongs to.

    `ambiguous` spellings are ordinary words or names as well.
    """

    number: int
    days: int
    systems: tuple[str, ...]
    ambiguous: bool


@lru_cache(maxsize=1)
def months() -> Mapping[str, Month]:
    """Every spelling of every month."""
    return {name: Month(*known) for name, known in lexicon(__file__, "months", _months).items()}


def month_of(written: str) -> Month:
    """The month of a spelling, whatever the blank in it. Raises KeyError for anything else."""
    return months()[written.replace("\u00a0", " ")]


@lru_cache(maxsize=1)
def month_words() -> frozenset[str]:
    """The first words of all spellings of months: a text without any of these names no month."""
    return frozenset(name.split()[0] for name in months())


def _months(table: Any) -> dict[str, tuple[int, int, tuple[str, ...], bool]]:
    found: dict[str, tuple[int, int, tuple[str, ...]]] = {}
    for number, month in table["months"].items():
        for system in ("gregorian", "levantine", "maghreb"):
            for name in month[system]:
                systems = found.get(name, (0, 0, ()))[2]
                found[name] = number, month["days"], (*systems, system)
    for name in table["shared_with_maghreb"]:
        number, days, systems = found[name]
        found[name] = number, days, (*systems, "maghreb")
    found |= dict.fromkeys(table["hijri"], (0, 30, ("hijri",)))
    return {name: (*known, name in table["ambiguous"]) for name, known in found.items()}


@lru_cache(maxsize=1)
def weekdays() -> Mapping[str, int]:
    """Every spelling of every weekday, from Monday (0)."""
    return lexicon(__file__, "weekdays", _weekdays)


def _weekdays(table: Any) -> dict[str, int]:
    return {name: number for number, names in table["weekdays"].items() for name in names}


def month_pattern() -> str:
    """A regular expression for any spelling of any month, the longest first."""
    return "(?:" + "|".join(sorted(months(), key=lambda name: (-len(name), name))).replace(" ", "[ \u00a0]") + ")"


@lru_cache(maxsize=1)
def _full_date() -> Any:
    name, weekday = month_pattern(), "|".join(weekdays())
    return compiled(
        f"(?P<weekday>{weekday})[،,]?(?:[ \u00a0]+(?:الموافق|المصادف))?[ \u00a0]*\\(?[ \u00a0]*"
        f"(?P<day>[{DIGIT}]{{1,2}})[ \u00a0]+(?:من[ \u00a0]+)?(?P<month>{name})"
        f"(?:[ \u00a0]*/[ \u00a0]*{name}|[ \u00a0]*\\([ \u00a0]*{name}[ \u00a0]*\\))?"
        f"(?:[،,]?[ \u00a0]+(?:من[ \u00a0]+)?(?:عام[ \u00a0]+|سنة[ \u00a0]+)?(?P<year>[{DIGIT}]{{4}})(?![{DIGIT}])|(?![\\w{DIGIT}]))"
    )


class FullDate(NamedTuple):
    """A weekday with a date, as half-open offsets in code points; `day`, `month` and `year` are numbers."""

    start: int
    end: int
    weekday: str
    day: int
    month: int
    year: int


def full_dates(text: str, start: int, end: int, near: "date | None" = None) -> Iterator[FullDate]:
    """The Gregorian dates with a weekday in a stretch of text; where they have no year it is the one that puts them within sixty days of
    `near`, the article's own date, and without that they are left out."""
    for match in _full_date().finditer(text, start, end):
        said, day = month_of(match["month"]), value(match["day"])
        year = value(match["year"]) if match["year"] else _year(near, said.number, day)
        if said.number and year:
            start, end = match.span()
            yield FullDate(start, end, match["weekday"], day, said.number, year)


def _year(near: "date | None", month: int, day: int) -> int:
    """The year of a day and a month near a date; 0 where none brings them near."""
    if near is None or not month:
        return 0
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            if abs((near.replace(year=year, month=month, day=day) - near).days) < _NEAR:
                return year
        except ValueError:
            continue
    return 0
