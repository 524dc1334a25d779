"""anonymous-source: a source told said so."""

from collections.abc import Iterator
from functools import cached_property

from arlint import Document, Example, Finding, Measured, Rule, Text, Word, option
from arlint.arabic.lazy import regex
from arlint.arabic.noticed import Noticed, these
from arlint.arabic.speech import tells
from arlint.arabic.words import forms

from ._sentences import Sentences, block_text
from ._source_words import forms_of, institutions, reasons, source_words
from ._sources import is_rank_alone, is_station, is_thing, level_of, speaks

_OWN = regex(r"[ \u00a0]*[«“”\"(]")
"""A name in marks after the head is the paper's own: `مصادر «الأخبار»`."""
_COLON = regex(r"[ \u00a0]*:[ \u00a0]+(?!http)\S")


class AnonymousSource(Rule):
    """خبر منسوب إلى «مصدر مطلع» أو «مصادر»: لا يعرف القارئ لماذا يصدقه. إن كان لا بد من حجب الاسم فليُذكر موقع المصدر وسبب حجب
    اسمه.

    الملاحظة تحذير إذا لم يُوصف المصدر، أو وُصف بما لا يفيد شيئا (مطلع، موثوق، خاص)؛ وهي اقتراح إذا وُصف وصفا عاما (أمني،
    دبلوماسي، سعودي) أو سُميت الجهة التي يعمل فيها. ولا يُبلَّغ عن «المصدر» معرفا لأنه يعود إلى سابق، ولا عن مصدر الدخل والقلق
    والطاقة، ولا عن مصدر ذُكر سبب حجب اسمه في فقرته أو التي بعدها (طلب عدم الكشف عن هويته)، ولا عن كلام بين علامتي تنصيص.
    والخيار officials يشمل من لا يُذكر منه إلا صفته: مسؤول، دبلوماسي، قيادي.

    News ascribed to «a well-informed source» or to «sources»: the reader cannot know why it should be believed. Where a name
    must be withheld, say where the source sits and why it is not named.

    It is a warning where nothing is said of the source, or nothing that means anything (مطلع, موثوق, خاص); a suggestion where
    it is described in general terms (أمني, دبلوماسي, سعودي) or its institution is named. Left alone are المصدر with the
    article, which refers back; sources of income, worry, energy; sources for whose silence a reason is given in the same
    paragraph or the next (طلب عدم الكشف عن هويته); and quoted words. The option `officials` adds people of whom only the rank
    is told: مسؤول, دبلوماسي, قيادي.
    """

    id = "anonymous-source"
    code = "ATT003"
    title = Text("مصدر مجهول", "Anonymous source")
    message = Text(
        "«{source}» مصدر مجهول؛ اذكر موقعه وسبب حجب اسمه.",
        "«{source}» is anonymous; say what the source is and why the name is withheld.",
    )
    messages = {
        "described": Text(
            "«{source}» بلا اسم؛ اذكر سبب حجب الاسم، أو سمّ صاحبه.",
            "«{source}» has no name; give the name, or the reason why it is withheld.",
        )
    }
    level = "warning"
    quoted = False

    measured = Measured(164, 164, 4338, "SaudiNewsNet, Jawhara, NTREX")

    require_reason: bool = option(
        True,
        ar="لا يُبلَّغ عن مصدر ذُكر سبب حجب اسمه؛ وإذا كانت قيمته false أُبلغ عن كل مصدر مجهول.",
        en="Sources for whose silence a reason is given are not reported; false reports every anonymous source.",
    )
    officials: bool = option(
        False,
        ar="الإبلاغ أيضا عمن لا يُذكر منه إلا صفته: مسؤول، دبلوماسي، قيادي، ضابط.",
        en="Also report people of whom only the rank is told: مسؤول, دبلوماسي, قيادي, ضابط.",
    )
    forbid: list[str] = option(
        [],
        ar="أوصاف تمنعها الدار، فيُحذَّر من المصدر الموصوف بها وإن ذُكر سبب حجب اسمه (مثل: مطلع).",
        en="Words that the house bans: a source described by them is a warning even if a reason is given (for example مطلع).",
    )

    good = (
        "قال مصدر مطلع طلب عدم الكشف عن هويته لأنه غير مخول بالتصريح إن العقد سيوقع.",
        "الزيتون مصدر دخل رئيسي، وتعددت مصادر الطاقة في القرية.",
        "وأكد المصدر أن القافلة وصلت.",
        "قال المدير إن الشمس مصدر للطاقة، وإن تنويع مصادر المياه واجب.",
        "قال الحارس: «أخبرني مصدر مطلع أن الباب سيغلق».",
        "قال مسؤول في البلدية إن الجسر مغلق.",
        "تبحث القرية عن مصادر أخرى للماء.",
        "يجب كشف مصادر التمويل، وكشف مصادر أموال الجمعية.",
        "جمع الباحث معلوماته من مصادر موثوقة.",
        "أكد المدير أن الأرشيف مصدر موثوق لتاريخ القرية.",
        "قال مصدر مطلع لم يشأ ذكر اسمه لأنه غير مخول إن العقد وقع.",
        "كشفت الشركة مصادر الشركة الأم، ومصادر الشرطة من الوقود محدودة.",
        "وقال مصدر رسمي في النقابة، في بيان، إن الإضراب مستمر.",
        "وقال المدير إنه سيرد على ما ذكرته مصادر مختلفة عن الصفقة.",
        "أعلنت الوزارة أنها تبحث عن مصادر عربية للقمح، وقال وكيلها إن لديه مصادر خاصة.",
        "قال الباحث عن الوثائق إنها مصادر مختلفة القيمة.",
    )
    bad = {
        "قال ⟦مصدر مطلع⟧ إن العقد سيوقع غدا.": None,
        "وقال ⟦مصدر مطلع⟧ إن التمويل متوفر لعامين.": None,
        "وذكرت ⟦مصادر⟧ أن القافلة وصلت إلى الميناء.": None,
        "وتنقل الإذاعة عن ⟦مصادر خاصة⟧ أن الجسر سيغلق.": None,
        "⟦مصدر⟧ في وزارة النقل قال إن الجسر سيغلق.": None,
        "ووفقا ⟦لمصادر موثوقة⟧ فإن السفينة غادرت.": None,
        "نقلت الإذاعة عن ⟦مصدر أمني⟧ قوله إن الطريق مقطوع.": None,
        "وكشف ⟦مصدر مقرب⟧ من المدير أن الجسر سيغلق.": None,
        "وعلمت الصحيفة من ⟦مصادر خاصة⟧ أن الجسر سيغلق.": None,
        "وأفاد ⟦مصدر امني⟧ بأن الطريق مقطوع.": None,
        "وقال ⟦مصدر أمنى⟧ إن الطريق مقطوع.": None,
        "وقالت ⟦مصادر⟧ لـ«الأخبار» إن الجسر سيغلق.": None,
        "كما أفادت ⟦مصادر⟧ بسقوط جزء من الجسر.": None,
        "وكشف ⟦مصدر⟧ هلالي مسؤول أن الصفقة تعثرت.": None,
        "وكانت ⟦مصادر⟧ قد أكدت أن القافلة وصلت.": None,
        "وكانت ⟦مصادر محلية⟧ قد أكدت أن القافلة وصلت.": None,
        "ونسبت الإذاعة إلى ⟦مصدر أمني⟧ قوله إن الطريق مقطوع.": None,
        "وكتبت الصحيفة نقلا عن ⟦مصادر⟧ قالت إن الصفقة تعثرت.": None,
        "ستعقد الجلسة غدا، وفقا لعدة ⟦مصادر⟧.": None,
        "وتؤكد ⟦مصادر مواكبة⟧ للملف أن العقبات ذللت.": None,
        "وقال ⟦مصدران⟧ لرويترز إن الصفقة تعثرت.": None,
        "ورجح ⟦مصدر برلماني⟧ أن تعقد الجلسة غدا.": None,
        "ورجحت ⟦مصادر وزارية⟧ صدور القرار غدا.": None,
        "وأكدت ⟦مصادرنا⟧ أن القرار وشيك.": None,
        "وطبقا ⟦لمصادر مطلعة⟧، فإن القرار وشيك.": None,
        "وتحدثت ⟦مصادر⟧ عن إغلاق الجسر.": None,
        "وكانت ⟦مصادر أمنية⟧ تحدثت أمس عن إغلاق الجسر.": None,
        "وتقول ⟦مصادر⟧ على صلة بالمفاوضات إن العقد جاهز.": None,
        "ونقلت الصحيفة عن ⟦مصادر⟧ بالطيران أن الرحلة ألغيت، وفقا لمعلومات من ⟦مصادر ملاحية⟧.": None,
        "وأفادت ⟦مصادر⟧ الشرطة بأن الجسر مغلق.": None,
        "وبحسب ⟦مصادر سورية⟧، لم يشأ الوزير السفر.": None,
        "ونفت ⟦مصادر⟧ ذلك، مؤكدة أن الجسر مفتوح.": None,
    }
    cases = (
        Example("قال ⟦مصدر⟧ في وزارة النقل إن الجسر سيغلق.", level="suggestion"),
        Example("وذكرت ⟦مصادر⟧ أن القافلة وصلت.", level="warning"),
        Example("وكشفت ⟦مصادر مطلعة⟧ عن طلب الوزارة إغلاق الجسر.", level="warning"),
        Example("وبحسب ⟦مصدر موثوق⟧، فإن اللجنة رفعت تقريرها.", level="warning"),
        Example("# ⟦مصادر مطلعة⟧: الصفقة تعثرت\n\nيعود الوفد غدا.", format="markdown", level="warning"),
        Example("# خبر\n\nمصادر: كتاب الأغاني، وتاريخ المدينة.", format="markdown"),
        Example("ورجح ⟦مصدر بريطاني⟧ أن تعقد الجلسة غدا.", level="suggestion"),
        Example("ونفت ⟦مصادر⟧ ذلك، مؤكدة أن الجسر مفتوح.", level="warning"),
        Example("وأكدت ⟦مصادر⟧ «الأخبار» أن القافلة وصلت.", level="suggestion"),
        Example("وأكدت ⟦مصادر⟧ سكاي نيوز عربية أن القافلة وصلت، وقالت ⟦مصادر⟧ الجزيرة إنها عادت.", level="suggestion"),
        Example("وقال الباحث إن مصادر العربية كثيرة، وإن النهر مصدر للجزيرة كلها."),
        Example("وذكرت ⟦مصادر⟧ أن مطار المدينة مغلق.", level="warning"),
        Example("لكن ⟦قياديا⟧ في الحركة قال للصحيفة إن القافلة لم تصل.", options={"officials": True}, level="suggestion"),
        Example("قال المسؤول إن القافلة لم تصل، وزار المعرض دبلوماسيون من بلاد كثيرة.", options={"officials": True}),
        Example("قال ⟦مصدر مطلع⟧ طلب عدم ذكر اسمه إن العقد وقع.", options={"forbid": ["مطلع"]}, level="warning"),
        Example("قال ⟦مصدر مطلع⟧ طلب عدم ذكر اسمه إن العقد وقع.", options={"require_reason": False}),
    )

    @cached_property
    def cues(self) -> Noticed[bool]:
        """What sources, and officials where they count, are called."""
        return these((forms_of("heads") | forms_of("officials")) if self.officials else forms_of("heads"))

    def check(self, document: Document) -> Iterator[Finding]:
        """Every source without a name."""
        near = _Near(document)
        for form in self.cues.among(document.vocabulary):
            official = form not in forms_of("heads")
            for word in document.words_of(form):
                yield from self._judged(document, near, word, official)

    def _judged(self, document: Document, near: "_Near", head: Word, official: bool) -> Iterator[Finding]:
        qualifier = document.after(head)
        first = qualifier.form if qualifier else ""
        may_be_station = first in source_words()["stations"]
        thing = not official and not may_be_station and is_thing(first)
        if thing and not institutions()[first]:
            return
        before, after = map(forms, near.sentences.around(head.start, head.end))
        if (thing and not (before and tells(before[-1]))) or (may_be_station and not is_station(before, after)):
            return
        if official and not is_rank_alone(document, head, before, after):
            return
        if not official and not speaks(before, after) and not _heads(document, head, qualifier):
            return
        own = may_be_station or _OWN.match(document.text, head.end) is not None
        level = "suggestion" if official else level_of(first, before[-1:], after, own=own)
        if level is None:
            return
        end = qualifier.end if qualifier and not official and first in source_words()["empty"] | source_words()["weak"] else head.end
        source = document.text[head.start : end]
        if not set(forms(source)).isdisjoint(self.forbid):
            level = "warning"
        elif self.require_reason and near.reason_at(head.start):
            return
        yield self.found(head.start, end, level=level, variant="described" if level == "suggestion" else "", source=source)


class _Near:
    """What stands near a source in a document: its sentence, and the reason why it has no name."""

    def __init__(self, document: Document) -> None:
        self.sentences = Sentences(document)
        self._document = document
        self._reasons: dict[int, bool] = {}

    def reason_at(self, offset: int) -> bool:
        """Whether the paragraph at an offset, or the next one, gives a reason for withholding a name."""
        first = self._document.number_at(offset) or 0
        return any(self._gives_reason(number) for number in (first, first + 1) if number < len(self._document.blocks))

    @cached_property
    def _possible(self) -> list[str]:
        """The reasons of which all words occur."""
        vocabulary = self._document.vocabulary
        return [reason for reason, words in reasons() if words <= vocabulary]

    def _gives_reason(self, number: int) -> bool:
        if number not in self._reasons:
            text = f" {' '.join(forms(block_text(self._document, number)))} " if self._possible else ""
            self._reasons[number] = any(f" {reason} " in text for reason in self._possible)
        return self._reasons[number]


def _heads(document: Document, head: Word, qualifier: Word | None) -> bool:
    """Whether a headline begins with the source and a colon: `مصادر: الصفقة تعثرت`."""
    end = qualifier.end if qualifier and qualifier.form in source_words()["empty"] | source_words()["weak"] else head.end
    return document.role_at(head.start) == "headline" and document.before(head) is None and _COLON.match(document.text, end) is not None
