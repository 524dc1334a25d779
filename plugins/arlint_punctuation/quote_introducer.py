"""quote-introducer: a direct quotation without a colon before it."""

from collections.abc import Iterator
from typing import Literal

from arlint import Document, Edit, Example, Finding, Measured, Quotation, Rule, Text, option
from arlint.arabic.lazy import regex
from arlint.arabic.skeletons import hamza
from arlint.arabic.speech import saying
from arlint.arabic.words import forms

_BLANKS = " \u00a0"
_BREAKS = regex(r"[.؟!…؛:\"«»“”()\[\]\n]")
_THAT = frozenset("ان بان انه انها بانه بانها انهم بانهم اننا باننا اني باني انني بانني انهما بانهما".split())
"""`that`, with and without its pronouns, under folded hamzas: careless copy drops them."""

_LEMMAS = frozenset("قال أضاف تابع صرح غرد تساءل سأل أجاب أردف استطرد استدرك هتف صرخ صاح همس".split())
"""Verbs after which a quotation is a clause. After others it may be their object: أكد \"ضرورة الحل\"."""

_WORDS_BETWEEN = 6
_NEAR = 80  # code points before the opening mark


class QuoteIntroducer(Rule):
    """اقتباس مباشر طويل بعد فعل قول، بلا نقطتين بينهما: وأضاف المدير "…". النقطتان تُعلمان القارئ أن الكلام التالي بنصه. نصف الصحف
    تتركهما، ولذلك لا تعمل القاعدة إلا إن طُلبت؛ وبالقيمة none للخيار style تطلب حذفهما.

    لا تنظر القاعدة إلا في اقتباس من ثماني كلمات فأكثر، وفعل من أفعال القول المحضة (قال، أضاف، تابع …) في الكلمات الست قبله، ولا تكون بينهما
    «أن». والإصلاح يضيف النقطتين أو يحذفهما.

    A long direct quotation after a verb of saying without a colon between them: وأضاف المدير "…". The colon tells the reader that the
    very words follow. Half of the newspapers leave it out, so this rule is heard only where it is asked for; with `style: none` it wants
    the colon deleted.

    It looks at quotations of eight words or more with a plain verb of saying (قال, أضاف, تابع …) among the six words before, and no أن
    in between. The fix inserts or deletes the colon.
    """

    id = "quote-introducer"
    code = "PUN011"
    title = Text("نقطتان قبل الاقتباس", "Colon before a quotation")
    message = Text("ضع نقطتين قبل الاقتباس المباشر.", "Put a colon before a direct quotation.")
    messages = {"none": Text("احذف النقطتين قبل الاقتباس المباشر.", "Remove the colon before a direct quotation.")}
    level = "suggestion"
    default = False
    triggers = '"“”«'

    style: Literal["colon", "none"] = option(
        "colon", ar="قبل الاقتباس نقطتان (colon) أو لا شيء (none).", en="Before a quotation stands a colon (colon) or nothing (none)."
    )
    min_words: int = option(8, ar="أقل عدد من كلمات الاقتباس.", en="Quotations of fewer words are not examined.")

    good = (
        'وأضاف المدير: "بدأنا أعمال الترميم في الشتاء الماضي وسننهيها قبل نهاية هذا العام".',
        'وأضاف المدير أن "أعمال الترميم بدأت في الشتاء الماضي وستنتهي قبل نهاية هذا العام".',
        'وأضاف البيان ان "أعمال الترميم بدأت في الشتاء الماضي وستنتهي قبل نهاية هذا العام".',
        'وأضاف، "بدأنا أعمال الترميم في الشتاء الماضي وسننهيها قبل نهاية هذا العام".',
        'وقال المدير "نعم".',
        'وصف المدير "أعمال الترميم التي بدأت في الشتاء الماضي وستنتهي قبل العيد" بالممتازة.',
    )
    bad = {
        'وأضاف المدير⟦ ⟧"بدأنا أعمال الترميم في الشتاء الماضي وسننهيها قبل نهاية هذا العام".': (
            'وأضاف المدير: "بدأنا أعمال الترميم في الشتاء الماضي وسننهيها قبل نهاية هذا العام".'
        ),
        "وقالت مديرة المتحف⟦ ⟧«لن نغلق الأبواب قبل أن نستقبل آخر زائر هذا المساء».": (
            "وقالت مديرة المتحف: «لن نغلق الأبواب قبل أن نستقبل آخر زائر هذا المساء»."
        ),
    }
    cases = (
        Example(
            'وقال المدير⟦: ⟧"بدأنا أعمال الترميم في الشتاء الماضي وسننهيها قبل نهاية هذا العام".',
            'وقال المدير "بدأنا أعمال الترميم في الشتاء الماضي وسننهيها قبل نهاية هذا العام".',
            {"style": "none"},
        ),
    )

    measured = Measured(
        40, 40, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("اختيار تحريري: كلها كلام مباشر بلا نقطتين.", "A matter of house style: all are direct speech without a colon."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        """Every long quotation that a verb of saying introduces."""
        for quotation in document.quotations.paired:
            if quotation.depth == 0 and len(forms(quotation.inside.text)) >= self.min_words:
                yield from self._judged(document, quotation)

    def _judged(self, document: Document, quotation: Quotation) -> Iterator[Finding]:
        text, end = document.text, quotation.start
        head = text[max(0, end - _NEAR) : end]
        spoken = head.rstrip(_BLANKS)
        colon = spoken.endswith(":")
        at = end - len(head) + len(spoken)
        if colon != (self.style == "none") or at == end or not _introduces(spoken.removesuffix(":").rstrip(_BLANKS)):
            return
        start = at - colon
        edit = Edit(start, at, "") if colon else Edit(at, at, ":")
        yield self.found(start, end, edit, variant="none" if colon else "")


def _introduces(head: str) -> bool:
    """Whether a plain verb of saying is among the last words before a quotation, in the same clause."""
    words = forms(_BREAKS.split(head)[-1])[-_WORDS_BETWEEN:]
    if not words or not head[-1].isalnum() or not _THAT.isdisjoint(map(hamza, words)):
        return False
    return any((one := saying(word)) and one.lemma in _LEMMAS and one.part in ("past", "present") for word in words)
