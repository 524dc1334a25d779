"""decimal-separator: 294,2 and 325.6 in one text."""

from collections.abc import Iterator
from typing import Literal

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, option
from arlint.arabic.lazy import regex
from arlint.arabic.numerals import DIGIT

from ._matches import matches

_UNIT = (
    "ألف|آلاف|مليون|ملايين|مليار|تريليون|ترليون|بليون|بلايين|دولار|يورو|ريال|درهم|دينار|جنيه|ليرة|روبل|كيلو|كيلومتر|كيلوغرام|كيلوجرام|كيلوواط|كلم|كم|متر|غرام"
    "|جرام|لتر|برميل|براميل|درج|نقطة|نقاط|طن|أطنان|أمتار|هكتار|سنتيمتر|ميل|أميال|ميغاواط|ميغاوات|غيغاواط|غيغاوات"
    "|سنت|بوصة|ياردة|عقدة|أوقية|أونصة|ميغابايت|غيغابايت|تيرابايت|فولت|واط|ثانية|ثوان|دقيقة|دقائق|ساعة|ساعات|روبية|كرون|بيزو|يوان|فرنك|شيكل|هلل"
    "|رينغيت|وون|نايرا|زلوتي|ملليمتر|مليمتر|ملم|كغ|غم|كجم|كيلوهرتز|ميغاهرتز|فدان|دونم|قيراط"
)
_DECIMAL = regex(
    f"[{DIGIT}](?<![{DIGIT}.,\u066b\u066c/:].)[{DIGIT}]*(?P<separator>[.,\u066b])[{DIGIT}]{{1,2}}(?![{DIGIT}.,\u066b\u066c/:]?[{DIGIT}])"
    "(?=[ \u00a0]?(?:[%٪]|في[ \u00a0](?:المئة|المائة)|بالمئة|بالمائة)"
    f"|[ \u00a0](?:{_UNIT})[\u0621-\u064a]{{0,2}}(?![\u0621-\u064a]))"
)
_NAMES = {".": "point", ",": "comma", "\u066b": "arabic"}
_SIGNS = {name: sign for sign, name in _NAMES.items()}


class DecimalSeparator(Rule):
    """فاصلان عشريان في نص واحد، مثل 294,2 و325.6: لا يعرف القارئ أتعني 1,250 ألفا ومئتين وخمسين أم واحدا وربعا. لا يُعد إلا ما تليه
    وحدة (نسبة أو عملة أو قياس أو مليون ونحوه)، فلا تدخل الأوقات 16,00 ولا النتائج 6,4 ولا أرقام الإصدارات. والإصلاح غير مأمون: يضع
    الفاصل الغالب، وعلى المحرر أن يتأكد أن الفاصلة لم تكن فاصلة آلاف.

    Two decimal separators in one text, as 294,2 and 325.6: the reader cannot know whether 1,250 is over a thousand or one and a
    quarter. Only numbers before a unit count (a percentage, a currency, a measure, million and the like), which leaves out times,
    scores and versions. The fix writes the separator that prevails and is unsafe: see that the comma did not group thousands.
    """

    id = "decimal-separator"
    code = "NUM002"
    title = Text("فاصل عشري غير موحد", "Mixed decimal separators")
    message = Text(
        "الفاصل العشري هنا «{separator}» وفي بقية النص «{other}»؛ وحّده.",
        "The decimal separator is «{separator}» here and «{other}» in the rest of the text; use one.",
    )
    messages = {
        "house": Text(
            "الفاصل العشري هنا «{separator}»، والمعتمد «{other}».", "The decimal separator is «{separator}»; the house style has «{other}»."
        )
    }
    level = "warning"
    yields_to = ("mixed-digits",)

    gaps = "0[.,\u066b]0"
    triggers = ".,\u066b"
    house_style = {"decimal": "decimal"}
    decimal: Literal["any", "point", "comma", "arabic"] = option(
        "any", ar="الفاصل المعتمد: point (3.5) أو comma (3,5) أو arabic (٣٫٥) أو أكثرها في النص (any).",
        en="The separator to use: point (3.5), comma (3,5), arabic (٣٫٥), or the one that prevails in the text (any).",
    )  # fmt: skip

    good = (
        "بلغت 1,250 دولارا وارتفعت 3.5 في المئة.",
        "فاز 6-4 و7-5، وانتهت الأخرى 6,4.",
        "صدر الإصدار 10.3.1 بسعر 9,5 دولارات.",
        "بدأ الاجتماع عند 16,30 وارتفع المؤشر 2.1 في المئة.",
    )
    bad = {
        "بلغت 325.6 مليون، ثم ⟦294,2⟧ مليون.": "بلغت 325.6 مليون، ثم 294.2 مليون.",
        "ارتفع 3,5 في المئة و4,1 في المئة ثم ⟦2.2⟧ في المئة.": "ارتفع 3,5 في المئة و4,1 في المئة ثم 2,2 في المئة.",
        "سار 3.5 كيلومتر ثم ⟦4,2⟧ كيلومترات وعاد 1.5 درجة": "سار 3.5 كيلومتر ثم 4.2 كيلومترات وعاد 1.5 درجة",
        "ارتفع 3,5 في\u00a0المئة و4,1 في المئة ثم ⟦2.2⟧ في\u00a0المئة.": "ارتفع 3,5 في\u00a0المئة و4,1 في المئة ثم 2,2 في\u00a0المئة.",
        "قطع السباق في 2.5 ساعة، ثم في 3.2 ساعات، ثم في ⟦1,9⟧ ساعة.": "قطع السباق في 2.5 ساعة، ثم في 3.2 ساعات، ثم في 1.9 ساعة.",
        "من 1.5 مليار إلى ⟦1,7⟧ مليار": "من 1.5 مليار إلى 1.7 مليار",
        "ربح 3,5 ملايين، وخسر 2,4 مليون، ثم استرد ⟦1.5⟧ مليون.": "ربح 3,5 ملايين، وخسر 2,4 مليون، ثم استرد 1,5 مليون.",
    }
    cases = (Example("زاد ⟦2.5⟧% هذا العام.", "زاد 2,5% هذا العام.", {"decimal": "comma"}),)

    measured = Measured(12, 12, 4338, "SaudiNewsNet, Jawhara, NTREX", Text("وهذا كل ما وُجد.", "All there were."))

    def check(self, document: Document) -> Iterator[Finding]:
        """Every decimal with another separator than the text's."""
        if self.decimal == "any" and sum(map(document.has, _NAMES)) < 2:
            return
        found = list(matches(document, _DECIMAL))
        signs = [match["separator"] for match in found]
        # Of equally frequent ones the first is kept: `max` takes the first of equals.
        right = _SIGNS[self.decimal] if self.decimal != "any" else max(dict.fromkeys(signs), key=signs.count, default=".")
        for match in found:
            if match["separator"] != right:
                start, end = match.span()
                sign = match.start("separator")
                variant = "house" if self.decimal != "any" else ""
                edit = Edit(sign, sign + 1, right)
                yield self.found(start, end, edit, safe=False, variant=variant, separator=match["separator"], other=right)
