"""relative-date: «أمس» in a page that is read for years."""

from collections.abc import Iterator

from arlint import Document, Example, Finding, Rule, Text, option
from arlint.arabic.dates import months
from arlint.arabic.lazy import regex
from arlint.arabic.numerals import DIGIT

_RELATIVE = regex(
    "(?<![\u0621-\u064a])[وفبل]?(?P<phrase>"
    "(?:الأسبوع|الشهر|العام)[ \u00a0](?:الماضي|المقبل|الجاري)|أول[ \u00a0]أمس|بعد[ \u00a0]غد|اليوم(?![ \u00a0]ال)|أمس|الليلة|البارحة"
    "|غدا(?![ \u00a0]ال(?!أحد|اثنين|إثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت))"  # وغدا الأمر صعبا: it became
    ")(?![\u0621-\u064a])"
)
_MONTH = regex(
    "(?:في|خلال|شهر|منذ|حتى|أوائل|أواخر|منتصف|مطلع|بداية|نهاية)[ \u00a0](?P<month>[\u0621-\u064a]+)"
    f"(?![\u0621-\u064a])(?![ \u00a0/(]*[{DIGIT}])"
)
_DATE = regex(f"[{DIGIT}]{{4}}")
_NEAR = 6
"""Words within which a year, before or after, makes a relative date plain."""

_YEAR, _FARTHEST = 12, 120  # code points that a year and its marks may take, and that six words take at most


class RelativeDate(Rule):
    """«أمس» و«الأسبوع الماضي» و«في مايو» بلا تاريخ في صفحة تُقرأ بعد زمن كتابتها. القاعدة اختيارية: هذه العبارات صحيحة في خبر اليوم، لا
    في الصفحات الشارحة. تعمل على صفحات يقول الخيار evergreen إنها باقية، وعلى ما بين تاريخه (date في الترويسة) ويوم الفحص أو today أكثر
    من age_days يوما. ولا يُبلَّغ عما بقربه سنة، ولا عن «اليوم العالمي»، ولا عما في الاقتباسات.

    «أمس», «الأسبوع الماضي», «في مايو» without a date, in a page that is read long after it was written. The rule is optional: such
    words are right in daily copy and wrong in an explainer. It works on pages that the option `evergreen` says are to last, and on
    those whose date (`date` in the front matter) is more than `age_days` before the day of the run or `today`. Words near a year,
    «اليوم العالمي» and quotations are left alone.
    """

    id = "relative-date"
    code = "STY006"
    title = Text("تاريخ نسبي", "Relative date")
    message = Text(
        "«{phrase}» بلا تاريخ، وسيفقد معناه لاحقا؛ اذكر التاريخ كاملا.",
        "«{phrase}» has no date and will age; give the full date.",
    )
    level = "suggestion"
    default = False
    quoted = False

    evergreen: bool = option(False, ar="صفحات تُقرأ زمنا طويلا.", en="The pages are read for a long time.")
    age_days: int = option(365, ar="عدد الأيام التي يُعد النص بعدها قديما.", en="After how many days a text counts as old.")
    today: str = option("", ar="تاريخ اليوم (2026-01-31)، بدل يوم الفحص.", en="Today (2026-01-31), instead of the day of the run.")

    good = ("وقع الحادث أمس.",)
    cases = (
        Example("---\ndate: 2016-03-01\n---\nشهدت المنطقة تراجعا في ⟦مايو⟧.", format="markdown"),
        Example("---\ndate: 2016-03-01\n---\nوصل الوفد أمس.", None, {"today": "2016-03-02"}, "markdown"),
        Example("وقع الحادث ⟦أمس⟧.", None, {"evergreen": True}),
        Example("قال ⟦الأسبوع الماضي⟧ إنه سيعود.", None, {"evergreen": True}),
        Example("وصل ⟦وأمس⟧ غادر.", None, {"evergreen": True}),
        Example("وقع الحادث أمس (الاثنين 5 مارس 2018).", None, {"evergreen": True}),
        Example("في 5 مارس 2018 أي أمس.", None, {"evergreen": True}),
        Example("يحتفل باليوم العالمي للمرأة.", None, {"evergreen": True}),
        Example("وغدا الوصول سهلا.", None, {"evergreen": True}),
        Example('قال: "سأعود غدا".', None, {"evergreen": True}),
    )

    @property
    def cacheable(self) -> bool:
        """Whether the day is given: else what is old depends on the day of the run."""
        return bool(self.today)

    def lacking(self) -> Text | None:
        """A day in the place of what is none."""
        from datetime import date

        try:
            date.fromisoformat(self.today or "2000-01-01")
        except ValueError:
            return Text(
                f"«{self.today}» في الخيار today للقاعدة {self.id} ليس تاريخا؛ اكتبه مثل 2026-01-31.",
                f"{self.today!r} in option 'today' of rule {self.id!r} is no day; write it as 2026-01-31.",
            )
        return None

    def check(self, document: Document) -> Iterator[Finding]:
        """Every relative date of a page that lasts or is old."""
        if not (self.evergreen or self._is_old(document)):
            return
        for block in document.blocks:
            for match in _RELATIVE.finditer(document.text, block.start, block.end):
                yield from self._said(document, *match.span(), match["phrase"])
            for match in _MONTH.finditer(document.text, block.start, block.end):
                if match["month"] in months():
                    yield from self._said(document, *match.span("month"), match["month"])

    def _said(self, document: Document, start: int, end: int, phrase: str) -> Iterator[Finding]:
        before = [word.start for word in document.words_in(max(0, start - _FARTHEST), start)][-_NEAR:]
        after = [word.end for word in document.words_in(end, end + _FARTHEST)][:_NEAR]
        first, last = min(before, default=start) - _YEAR, max(after, default=end) + _YEAR
        if not _DATE.search(document.text, max(0, first), last):
            yield self.found(start, end, phrase=phrase)

    def _is_old(self, document: Document) -> bool:
        if document.date is None:
            return False
        from datetime import date

        try:
            today = date.fromisoformat(self.today) if self.today else date.today()
        except ValueError:  # no day at all: nothing is known of the text's age
            return False
        return (today - document.date).days > self.age_days
