"""impossible-date: the 31st of September."""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from arlint import Document, Finding, Measured, Rule, Text
from arlint.arabic.dates import month_of, month_pattern, month_words
from arlint.arabic.noticed import Noticed, these
from arlint.arabic.numerals import ARABIC, DIGIT, PERSIAN, WESTERN, value
from arlint.arabic.patterns import compiled

from ._days import days_of_months

_MOST = 39
"""A larger number before the name of a month is a count of something, not a day."""


@lru_cache(maxsize=1)
def _day_of_month() -> "re.Pattern[str]":
    before = "(?<![0-9A-Za-z_\u0660-\u0669./:،-].)"
    return compiled(f"(?P<day>[{DIGIT}]{before}[{DIGIT}]?)[ \u00a0]+(?:من[ \u00a0]+)?(?P<month>{month_pattern()})(?!\\w)")


class ImpossibleDate(Rule):
    """يوم لا وجود له في الشهر: 31 سبتمبر، 30 فبراير، 0 مايو. تُقرأ أسماء الشهور كلها، الميلادية والهجرية (30 يوما على الأكثر).
    ولا يُبلَّغ عن رقم أكبر من 39، فهو عدد لا يوم.

    A day that the month does not have: 31 سبتمبر, 30 فبراير, 0 مايو. All names of months are read, Hijri ones too (30 days at most). A
    number above 39 is a count and no day.
    """

    id = "impossible-date"
    code = "NUM006"
    title = Text("تاريخ مستحيل", "Impossible date")
    message = Text("ليس في {month} يوم {day}؛ تحقق من التاريخ.", "{month} has no day {day}; check the date.")
    level = "error"

    triggers = ARABIC + PERSIAN + WESTERN

    good = (
        "ينتهي العقد في 30 سبتمبر المقبل.",
        "افتتح في 29 فبراير 2020.",
        "وصلت 45 مايو إلى المخزن.",
        "خسر بنتيجة 3-31 مارس الماضي.",
        "حل العيد بعد 30 رمضان.",
    )
    bad = {
        "ينتهي العقد في ⟦31 سبتمبر⟧ المقبل، لا في 30 منه ولا ب⟦31 أبريل⟧.": None,
        "ولد في ⟦30 فبراير⟧ 1990.": None,
        "يبدأ في ⟦0 مايو⟧.": None,
        "تبدأ الدورة في ⟦٣١ من نيسان⟧.": None,
    }

    measured = Measured(0, 0, 4338, "SaudiNewsNet, Jawhara, NTREX")

    @cached_property
    def cues(self) -> Noticed[bool]:
        """The months."""
        return these(month_words())

    def check(self, document: Document) -> Iterator[Finding]:
        """Every day beyond its month."""
        for match in _dates(document):
            day, month = value(match["day"]), month_of(match["month"])
            if day <= _MOST and not 1 <= day <= month.days and document.number_at(match.start()) is not None:
                yield self.found(*match.span(), day=match["day"], month=match["month"])


def _dates(document: Document) -> Iterator["re.Match[str]"]:
    """A day with its month, each of them."""
    text, pattern, digits = document.text, _day_of_month(), days_of_months(document)
    if digits is None:
        yield from pattern.finditer(text)
        return
    for digit in digits:
        two = pattern.match(text, digit - 1) if digit and text[digit - 1].isdecimal() else None
        if match := two or pattern.match(text, digit):
            yield match
