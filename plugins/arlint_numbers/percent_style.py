"""percent-style: `%`, `في المئة` and `بالمائة` in one text."""

from collections.abc import Iterator
from typing import Literal

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, option
from arlint.arabic.lazy import regex
from arlint.arabic.numerals import DIGIT

from ._matches import matches

_PERCENT = regex(
    f"[{DIGIT}](?<![{DIGIT}].)[{DIGIT}]*(?:[.,\u066bر][{DIGIT}]+)?"
    "(?:[ \u00a0]?(?P<sign>[%٪])|[ \u00a0](?P<words>في[ \u00a0](?:المئة|المائة)|بالمئة|بالمائة))(?![\u0621-\u064a])"
)
_SIGNS = frozenset("%٪")
_WORDS = frozenset(("المئة", "المائة", "بالمئة", "بالمائة"))


class PercentStyle(Rule):
    """نسب مئوية تُكتب في نص واحد بطرق مختلفة: %، ٪، في المئة، في المائة، بالمئة، بالمائة. يُبلَّغ عما خالف الغالب (الأول عند التساوي)
    أو خالف خيار style. لا تُعد النسب داخل الاقتباسات، ولا في العناوين ما لم تُحدَّد كتابة، ولا الكلمة بغير رقم مثل «مئة عام». والإصلاح غير
    مأمون: فقد يُراد الرمز في الجداول.

    Percentages written in several ways in one text: %, ٪, في المئة, في المائة, بالمئة, بالمائة. What differs from the prevailing way (the
    first one where they are equal) or from the option `style` is reported. Percentages in quotations do not count, nor those of
    headlines unless a way is set, nor does the word without a number. The fix is unsafe: the sign may be wanted in a table.
    """

    id = "percent-style"
    code = "NUM003"
    title = Text("كتابة النسبة المئوية غير موحدة", "Mixed percent styles")
    message = Text(
        "النسبة مكتوبة هنا «{style}» وفي بقية النص «{other}»؛ وحّد الكتابة.",
        "The percentage is written «{style}» here and «{other}» in the rest of the text; use one.",
    )
    messages = {
        "house": Text("النسبة هنا «{style}»، والمعتمد «{other}».", "The percentage is written «{style}»; the house style has «{other}».")
    }
    level = "suggestion"
    triggers = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
    quoted = False

    house_style = {"style": "percent"}
    style: Literal["any", "%", "٪", "في المئة", "في المائة", "بالمئة", "بالمائة"] = option(
        "any", ar="الكتابة المعتمدة، أو الغالبة في النص (any).", en="The way to use, or the one that prevails in the text (any)."
    )

    good = (
        "ارتفع 5 في المئة ثم 6 في المئة.",
        "نسبة 12% و15%",
        "بعد مئة عام ومئتي عام، وبنسبة 5 في المئة.",
        "ارتفع 5 في المئة، وقال: «خسرنا 20%».",
    )
    bad = {
        "ارتفع 5 في المئة ثم ⟦6 بالمئة⟧ ثم 7 في المئة.": "ارتفع 5 في المئة ثم 6 في المئة ثم 7 في المئة.",
        "نسبة 12% في المنطقة، و⟦15 في المئة⟧ في الجنوب، و20% في الشمال.": "نسبة 12% في المنطقة، و15% في الجنوب، و20% في الشمال.",
        "ارتفع ⟦5 في المائة⟧ ثم 6 في المئة ثم 7 في المئة.": "ارتفع 5 في المئة ثم 6 في المئة ثم 7 في المئة.",
        "زاد 3 بالمئة ثم 2ر4 بالمئة ثم ⟦1ر5 بالمائة⟧ فقط.": "زاد 3 بالمئة ثم 2ر4 بالمئة ثم 1ر5 بالمئة فقط.",
        "زاد 3 بالمئة ثم 4 بالمئة ثم ⟦5 %⟧ فقط.": "زاد 3 بالمئة ثم 4 بالمئة ثم 5 بالمئة فقط.",
    }
    cases = (
        Example("زاد ⟦3 في المئة⟧ هذا العام.", "زاد 3% هذا العام.", {"style": "%"}),
        Example("# الأسعار تزيد 3%\n\nزادت 3 في المئة، ثم 4 في المئة.", format="markdown"),
        Example("# الأسعار تزيد ⟦3%⟧\n\nزادت 3 في المئة.", None, {"style": "في المئة"}, "markdown"),
    )

    measured = Measured(31, 31, 4338, "SaudiNewsNet, Jawhara, NTREX")

    def check(self, document: Document) -> Iterator[Finding]:
        """Every percentage that is not written as the others."""
        ways = len(_SIGNS & document.signs) + len(_WORDS & document.vocabulary)
        if not ways or (ways == 1 and self.style == "any"):
            return
        found = [match for match in matches(document, _PERCENT) if not document.quoted(*match.span())]
        found = [match for match in found if self._counts(document, match.start())]
        styles = [match["sign"] or match["words"].replace("\u00a0", " ") for match in found]
        right = self.style if self.style != "any" else max(dict.fromkeys(styles), key=styles.count, default="")
        for match, style in zip(found, styles, strict=True):
            if style != right:
                group = "sign" if match["sign"] else "words"
                start, end = match.span(group)
                # The blank before the sign goes with it, and comes back before words.
                start -= match.string[start - 1] in " \u00a0"
                written = right if right in _SIGNS else f" {right}"
                variant = "house" if self.style != "any" else ""
                yield self.found(*match.span(), Edit(start, end, written), safe=False, variant=variant, style=style, other=right)

    def _counts(self, document: Document, start: int) -> bool:
        """Whether a percentage is held against the others: a headline may be shorter than its story (`2.5%` over `2.5 في المئة`)."""
        return self.style != "any" or document.role_at(start) != "headline"
