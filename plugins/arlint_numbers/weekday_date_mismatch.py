"""weekday-date-mismatch: a date that fell on another day of the week."""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from arlint import Document, Example, Finding, Measured, Rule, Text
from arlint.arabic.dates import WEEKDAYS_FIRST, full_dates, month_words, weekdays
from arlint.arabic.noticed import Noticed, these
from arlint.arabic.numerals import ARABIC, PERSIAN, WESTERN

from ._days import days_of_months

_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_EARLIEST = 1900


class WeekdayDateMismatch(Rule):
    """يوم من الأسبوع لا يوافق التاريخ المذكور معه، وهو أيسر تدقيق للحقائق: من كل عشرة اختلافات في المنشور ثمانية أخطاء. تُقرأ التواريخ
    الميلادية الكاملة (يوم وتاريخ وشهر وسنة) بالأرقام الغربية والعربية وبأسماء الشهور كلها، من سنة 1900 فصاعدا. وما خلا من
    السنة يُقرأ إن كان للمقال تاريخ (date في الترويسة) يبعد عنه أقل من ستين يوما. ولا إصلاح: قد يكون الخطأ في اليوم أو في التاريخ.

    A weekday that does not fit the date beside it: the cheapest fact check there is, and eight of ten mismatches in print were errors.
    Full Gregorian dates (weekday, day, month, year) are read in both digit systems and with all names of months, from 1900 on. A
    date without a year is read where the article has one of its own (`date` in the front matter) less than sixty days from it. There is
    no fix: the weekday may be wrong, or the date.
    """

    id = "weekday-date-mismatch"
    code = "NUM005"
    title = Text("اليوم لا يوافق التاريخ", "Weekday does not match the date")
    message = Text("«{date}»: التاريخ يوافق {right} لا {weekday}؛ راجعهما.", "«{date}» was a {right_en}, not a {weekday_en}; check both.")
    level = "error"

    triggers = ARABIC + PERSIAN + WESTERN

    good = (
        "وقع الحادث السبت 3 مارس 2018.",
        "يفتتح المعرض الأربعاء 1 يناير/كانون الثاني 2020.",
        "كل اثنين من مارس 2018",
        "الثلاثاء 12 شعبان 1436",
        "انتهت المعركة الأحد 3 مارس 1850.",
    )
    bad = {
        "وقع الحادث ⟦الاثنين 3 مارس 2018⟧.": None,
        "يفتتح المعرض ⟦الجمعة 1 يناير/كانون الثاني 2020⟧.": None,
        "⟦الأحد 14 فبراير 2018⟧": None,
        "يفتتح المعرض غدا و⟦الأحد 14 فبراير 2018⟧.": None,
        "⟦الاثنين\u00a03 كانون\u00a0الثاني 2018⟧": None,
        "وقع الحادث يوم ⟦الاثنين الموافق 3 مارس 2018⟧.": None,
        "اجتمعوا يوم ⟦الخميس، ٢ آب (أغسطس) من عام ٢٠١٧⟧.": None,
    }
    cases = (
        Example("---\ndate: 2018-03-05\n---\n\nوقع الحادث ⟦الاثنين 3 مارس⟧.", format="markdown"),
        Example("\ufeff---\ndate: 2018-03-05\n---\n\nوقع الحادث ⟦الاثنين 3 مارس⟧.", format="markdown"),
        Example("---\ndate: 2017-12-30\n---\n\nوقع الحادث الخميس 28 ديسمبر، ويفتتح المعرض ⟦الأحد 1 يناير⟧.", format="markdown"),
        Example("---\ndate: 2018-03-05\n---\n\nولد الاثنين 3 أغسطس.", format="markdown"),
        Example("وقع الحادث الاثنين 3 مارس."),
    )

    measured = Measured(
        6, 6, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("وهذا كل ما وُجد، وكلها في أخبار تونسية.", "All there were, in news from Tunisia."),
    )  # fmt: skip

    @cached_property
    def cues(self) -> Noticed[bool]:
        """The weekdays."""
        return these(_cues())

    def check(self, document: Document) -> Iterator[Finding]:
        """Every full date with a wrong weekday."""
        if document.vocabulary.isdisjoint(_cues()) or document.vocabulary.isdisjoint(month_words()):
            return
        for number in _dated(document):
            block = document.blocks[number]
            for found in full_dates(document.text, block.start, block.end, document.date):
                right = _weekday(found.year, found.month, found.day)
                said = weekdays()[found.weekday]
                if right is not None and right != said:
                    text = document.text[found.start : found.end]
                    yield self.found(
                        found.start,
                        found.end,
                        date=text,
                        right=WEEKDAYS_FIRST[right],
                        right_en=_ENGLISH[right],
                        weekday=found.weekday,
                        weekday_en=_ENGLISH[said],
                    )


@lru_cache(maxsize=1)
def _cues() -> frozenset[str]:
    """The weekdays, bare and behind a و."""
    return frozenset(f"{joined}{name}" for joined in ("", "و") for name in weekdays())


def _dated(document: Document) -> Iterable[int]:
    """The numbers of the blocks that may hold a date."""
    digits = days_of_months(document)
    if digits is None:
        return range(len(document.blocks))
    return sorted({number for digit in digits if (number := document.number_at(digit)) is not None})


def _weekday(year: int, month: int, day: int) -> int | None:
    """The weekday of a date, from Monday (0); None for what is no date or lies before the calendar is certain."""
    from datetime import date

    try:
        return date(year, month, day).weekday() if year >= _EARLIEST else None
    except ValueError:
        return None
