"""number-noun-agreement: the form of the counted noun after a number in digits."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any

from arlint import Document, Example, Finding, Level, Measured, Rule, Text, option
from arlint.arabic.dates import month_words
from arlint.arabic.lazy import regex
from arlint.arabic.letters import LETTER, TATWEEL
from arlint.arabic.lexicon import lexicon
from arlint.arabic.noticed import Noticed, these
from arlint.arabic.numerals import ARABIC, DIGIT, PERSIAN, WESTERN, value
from arlint.arabic.words import form

_COUNT = regex(
    f"(?P<number>[{DIGIT}](?<=[1-9١-٩])(?<![{DIGIT}.,\u066b\u066c/:%٪$€£№].)(?<![{DIGIT}][ر\u200e\u200f،\u2013\u2014-].)"
    f"(?<![.,][\u200e\u200f].)(?<![A-Za-z_-].)[{DIGIT}]{{0,6}})[ \u00a0]+"
    f"(?P<noun>[\u0621-\u063a\u0640-\u064a]+)(?![{LETTER}])(?P<after>[ \u00a0]+[\u0621-\u063a\u0640-\u064a]+)?"
)
_LONGEST = 7  # digits of a count
_IN_SHAPE = re.compile(b"0 +([Aa]+)")
_NOT_A_COUNT = regex(
    f"[{DIGIT}][ \u00a0]*[\u2013\u2014:/×x-][ \u00a0]*$"
    "|(?:رقم|الرقم|№|الساعة|ساعة|الدقيقة|الطريق|المادة|المواد|مادة|البند|الفقرة|صفحة|الصفحة|القناة|الحلقة|المجموعة|فوج|لواء"
    "|الجولة|المرحلة|النسخة|الدورة|الآية|الفصل|الجزء|الباب|القسم|البوابة|الرصيف|الطابق|الغرفة|القاعة|الخط|المحطة)[ \u00a0(]*$"
    "|(?:آيفون|ايفون|أيفون|آيباد|ايباد|غالاكسي|جالاكسي|جلاكسي|نوت|واتش|ويندوز|بلايستيشن|بلاي ستيشن|أندرويد|فورمولا|أبولو|بوينغ|بوينج|إيرباص"
    "|سوخوي|ميغ|ميج|جنيف|أستانا|سوتشي|فيينا)[ \u00a0]+$"
    f"|(?<![{LETTER}])[وفبكل]{{0,2}}ال\u0640*[ \u00a0]?$"
)
"""Before a number that is no count: a range, what has a number for its name, or the article (`رسمت بأشواطها الـ6 لوحة`)."""

_RANGE_AFTER = regex(f"[ \u00a0]*[\u2013\u2014:/-][ \u00a0]*[{DIGIT}]")
_YEAR = regex(f"[ \u00a0]+[{DIGIT}]{{4}}")
_YEARS = ("عام", "عاما", "سنة")
_BIG = ("ألف", "ألفا", "مليون", "مليونا", "مليار", "مليارا")
_BEFORE_A_NAME = ("صوت", "شخص", "يوم", "عام", "سنة", "صباح")
"""Before a word with ال these are verbs (`في 5 صوت البرلمان`) or belong to a date (`الساعة 8 يوم الأحد`)."""


@lru_cache(maxsize=1)
def _nouns() -> Mapping[str, tuple[str, tuple[str, ...], str]]:
    return lexicon(__file__, "counted_nouns", _compiled)


def _compiled(table: Any) -> dict[str, tuple[str, tuple[str, ...], str]]:
    """Each form with its number (`singular`, `plural`), the singulars, and the plural to propose."""
    nouns: dict[str, tuple[str, tuple[str, ...], str]] = {}
    for entry in table["nouns"]:
        singulars, plural = tuple(entry["singular"]), entry["plural"][0]
        nouns |= dict.fromkeys(entry["singular"], ("singular", singulars, plural))
        nouns |= dict.fromkeys(entry["plural"], ("plural", singulars, plural))
    return nouns


def _candidates(document: Document) -> Iterator[tuple[str, int, str]]:
    """Digits with a noun of the table after them, as the shape of a text shows them: the digits, where they begin, and the noun."""
    shape, text, nouns = document.shape, document.text, _nouns()
    for found in _IN_SHAPE.finditer(shape):
        noun = form(text[found.start(1) : found.end()])
        if noun in nouns:
            start = found.start()
            while start and shape[start - 1] == found[0][0]:
                start -= 1
            yield text[start : found.start() + 1], start, noun


class NumberNounAgreement(Rule):
    """تمييز العدد بعد رقم: من 3 إلى 10 جمع (5 أشخاص)، ومن 11 إلى 99 مفرد منصوب (25 شخصا)، وبعد المئات والآلاف التامة مفرد مجرور (300 شخص).
    لا تُفحص السنوات ولا النتائج ولا الأوقات ولا الكسور ولا ما آخره 1 أو 2، ولا «7 مليون» إلا بخيار big_numbers، ولا فعل مثل «صوّت» بعد
    رقم. لا إصلاح آليا، فالإعراب يتبع موقع الكلمة؛ والرسالة تقترح الصيغة.

    The noun after a number in digits: plural from 3 to 10 (5 أشخاص), accusative singular from 11 to 99 (25 شخصا), singular after round
    hundreds and thousands (300 شخص). Years, scores, times, fractions and numbers that end in 1 or 2 are left alone, `7 مليون` too unless
    the option `big_numbers` is set, and verbs such as صوت after a number. There is no fix, since case endings follow the place in the
    sentence; the message proposes the form.
    """

    id = "number-noun-agreement"
    code = "NUM004"
    title = Text("تمييز العدد", "Number-noun agreement")
    message = Text("بعد {number} اكتب «{right}» لا «{noun}».", "After {number} write «{right}», not «{noun}».")
    level = "error"

    big_numbers: bool = option(
        False, ar="فحص ألف ومليون ومليار أيضا بعد 3 إلى 10 (7 ملايين).", en="Also check ألف, مليون and مليار after 3 to 10 (7 ملايين)."
    )

    gaps = "0[ \u00a0]+$"
    triggers = ARABIC + PERSIAN + WESTERN

    good = (
        "قتل 5 أشخاص وأصيب 25 شخصا وشارك 300 شخص.",
        "في عام 2018 شخص الأطباء المرض.",
        "بلغ العدد 7 مليون نسمة.",
        "انتهت 2-1 يوم الأحد.",
        "بلغت 2.5 مليون و3,5 مليارات.",
        "في الساعة 8 يوم الأحد، على القناة 5 ساعة كاملة، وفي الجولة 9 مباراة مؤجلة، وفي الفصل 5 مدرسة أخرى.",
        "تبدأ الفعاليات في 10 شهر رمضان، وتنتهي في 20 شهـر رمـضان.",
        "صدرت المادة رقـم 5 يوم الجمعة، والمادة رقـم 6 سنة العيد.",
        "في 5 صوت البرلمان على القانون.",
        "وصل 102 راكب و101 حاج.",
        "تبدأ الفعاليات في 10 شهر ذي الحجة، وتنتهي في 5 شهر الصيام.",
        "اقتطع 10 آلاف، ثم زاد 106 عام 2017.",
        "عرضت الشركة سمارت واتش 3 ساعة اليد، وآيفون 6 هاتفا للجيب.",
        "رسم الفرسان بأشواطهم الـ6 لوحة لا تنسى.",
        "سجل الهدفين اللاعب نفسه (7 ركلة جزاء و90)، ونام المصابون على 5 أسرة.",
    )
    bad = {
        "قتل 5 ⟦شخص⟧ في الحادث.": None,
        "أصيب 25 ⟦أشخـاص⟧ بجروح.": None,
        "شارك 300 ⟦أشخاص⟧ في المسيرة.": None,
        "على بعد 10 ⟦كيلومتر⟧ من المدينة.": None,
        "أصدر 24 ⟦قرارات⟧، وسجل 5 ⟦إصابة⟧ في 30 ⟦مواقع⟧.": None,
        "سجن ١٥ ⟦سنوات⟧ بتهمة التزوير.": None,
        "تبرع بـ500 ⟦دولارات⟧، وباع 6 ⟦لوحة⟧، وأنقذ 14 ⟦ركاب⟧ خلال 6 ⟦شهر⟧ ويومين.": None,
    }
    cases = (
        Example("بلغ العدد 7 ⟦مليون⟧ نسمة.", None, {"big_numbers": True}),
        Example("استغرقت 103 ⟦دقيقة⟧ كاملة.", level="suggestion"),
        Example("أصيب 25 ⟦أشخاص⟧ بجروح.", level="error"),
    )

    measured = Measured(
        7, 7, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("وهذا كل ما وُجد.", "All there were."),
    )  # fmt: skip

    @cached_property
    def cues(self) -> Noticed[bool]:
        """The nouns of the table."""
        return these(frozenset(_nouns()))

    def check(self, document: Document) -> Iterator[Finding]:
        """Every counted noun in the wrong form."""
        for digits, start, noun in _candidates(document):
            # What there would be to say is sooner known than whether the digits are a count.
            level = self._judged(digits, noun) if len(digits) <= _LONGEST else None
            match = _COUNT.match(document.text, start) if level else None
            if match is None or self._guarded(document.text, start, match.end("noun"), noun, match["after"]):
                continue
            if document.number_at(start) is not None:
                right = _right(value(digits), noun)
                yield self.found(match.start("noun"), match.end("noun"), level=level, number=digits, right=right, noun=noun)

    def _guarded(self, text: str, start: int, end: int, noun: str, after: str | None) -> bool:
        """Whether the number counts something else, or nothing: a score, a clock time, a day, a year."""
        if _NOT_A_COUNT.search(text[max(0, start - 16) : start].replace(TATWEEL, "")) or _RANGE_AFTER.match(text, end):
            return True
        if noun in _YEARS and _YEAR.match(text, end):
            return True
        following = form(after.strip()) if after else ""
        if noun == "شهر":
            return following.startswith("ال") or following in month_words()  # في 10 شهر رمضان
        return noun in _BEFORE_A_NAME and following.startswith("ال")

    def _judged(self, digits: str, noun: str) -> Level | None:
        """How wrong the form of a noun is after a number; None where it is right, or nobody can say."""
        number, (kind, _, _) = value(digits), _nouns()[noun]
        rest = number % 100
        if 1900 <= number <= 2100 or (kind == "singular" and not _wants_plural(rest)) or (kind == "plural" and not _wants_singular(number)):
            return None
        if noun in _BIG and kind == "singular" and not self.big_numbers:
            return None
        # Above a thousand a number that is not round is more often a name (`المركز 1068 رجال`) than a count.
        if number < 100 or rest == 0:
            return "error"
        return "suggestion" if number < 1000 else None


def _wants_plural(rest: int) -> bool:
    return 3 <= rest <= 10


def _wants_singular(number: int) -> bool:
    return number % 100 >= 11 or (number % 100 == 0 and number >= 100)


def _right(number: int, noun: str) -> str:
    """The form that the noun should have."""
    _, singulars, plural = _nouns()[noun]
    return plural if _wants_plural(number % 100) else singulars[-1] if number % 100 else singulars[0]
