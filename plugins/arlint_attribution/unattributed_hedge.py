"""unattributed-hedge: somebody said it; who?"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from arlint import Document, Example, Finding, Measured, Rule, Text, Word, option
from arlint.arabic.lazy import regex
from arlint.arabic.noticed import Noticed, these
from arlint.arabic.words import forms

from ._hedges import hedge_table, is_unowned, last_word, names_medium, phrases_from, starts, with_qad
from ._sentences import Sentences

_COLUMN = 3
"""Words of the first person outside quotations that make a whole text a column."""
_NAMED = 3
"""Words of the next sentence among which the medium is named that reports say so after all: `ونقلت صحيفة …`."""
_OWN = regex(r"[ \u00a0]*[«“”\"]")
"""A name in marks right after news or reports is their owner's: `معلومات «الأخبار»`."""


class UnattributedHedge(Rule):
    """خبر مبني للمجهول أو منسوب إلى غير أحد: «قيل إن»، «أفادت تقارير»، «ترددت أنباء». قال ذلك أحد، فمن هو؟ والقارئ الذي لا يعرف
    القائل لا يستطيع أن يزن القول.

    لا يُبلَّغ عما يتبعه صاحبه (تقارير الأمم المتحدة، معلومات نشرتها الوزارة) أو تبدأ الجملة التالية بذكره (ونقلت صحيفة …)، ولا عما
    نُسب في الجملة نفسها قبله (قال الوزير إنه قيل إن…)، ولا عن نص يتكلم كاتبه بصيغة المتكلم، ولا عن كلام بين علامتي تنصيص، ولا عن
    عبارات الخلفية مثل «يذكر أن» و«يشار إلى أن» و«تجدر الإشارة». ويضيف الخيار weak صيغ التوقع والظن: «من المتوقع» و«على ما يبدو»
    و«ربما».

    A report in the passive, or ascribed to nobody: قيل إن, أفادت تقارير, ترددت أنباء. Somebody did say it: who? A reader who
    does not know who says a thing cannot weigh it.

    Left alone are reports whose owner follows (تقارير الأمم المتحدة, معلومات نشرتها الوزارة) or is named as the next sentence begins
    (ونقلت صحيفة …), texts whose writer speaks in the first person, those that are ascribed to
    somebody earlier in the sentence (قال الوزير إنه قيل إن …), quoted words, and the formulas of background such as يذكر أن,
    يشار إلى أن, تجدر الإشارة. The option `weak` adds forecasts and
    guesses: من المتوقع, على ما يبدو, ربما.
    """

    id = "unattributed-hedge"
    code = "ATT004"
    title = Text("خبر منسوب إلى مجهول", "Report without an owner")
    message = Text("«{hedge}»: من قال ذلك؟ انسب الخبر إلى صاحبه أو احذفه.", "«{hedge}»: who says so? Name the source, or leave it out.")
    messages = {
        "weak": Text("«{hedge}» حكم بلا صاحب؛ انسبه أو احذفه.", "«{hedge}» is a judgement without an owner; attribute it or leave it out."),
    }
    level = "suggestion"
    quoted = False

    measured = Measured(41, 46, 4338, "SaudiNewsNet, Jawhara, NTREX")

    weak: bool = option(
        False,
        ar="الإبلاغ أيضا عن صيغ التوقع والظن: من المتوقع، على ما يبدو، ربما.",
        en="Also report forecasts and guesses: من المتوقع, على ما يبدو, ربما.",
    )
    never: list[str] = option([], ar="عبارات لا يُبلَّغ عنها أبدا.", en="Phrases that are never reported.")

    good = (
        "أفادت تقارير الأمم المتحدة بمقتل ثلاثة من عمال الإغاثة.",
        "يذكر أن المعرض يقام كل عامين.",
        'قال الحارس: "قيل إن الباب أغلق عند منتصف الليل".',
        "وبحسب تقارير صحيفة محلية فإن الجسر سيغلق شهرا.",
        "قال الوزير إنه قيل إن المصنع سيغلق، وهذا غير صحيح.",
        "كان الأب قد علم أن ابنه سافر.",
        "لا يقال إن الفريق ضعيف، ولا يمكن أن يقال إن الموسم انتهى.",
        "كانت الجدة تردد أن البيت باق.",
        "وفقا لمعلومات الوزارة فإن الطريق مفتوح.",
        "عرض المتحف ما يقال إنه أقدم باب في المدينة.",
        "قيل إن بيتنا مسكون، وكنت أضحك حين أسمع ذلك.",
        "كنت صغيرا وأنا أسمع الحكاية.\nيقال إن البيت مسكون.\nأعتقد أن جدتي كانت تصدقها.",
        "ذكرت تقارير أن الشركة أفلست.\nونقلت صحيفة محلية عن المدير أنها ستباع.",
        "وبحسب معلومات حصلت عليها الصحيفة فإن الطريق مفتوح.",
        "وبحسب تقارير لوزارة الزراعة فإن المحصول وفير.",
        "وذكرت تقارير بلومبرغ أن المحصول وفير، وكانت تقارير بعثة المراقبين قالت ذلك.",
        "وقالت تقارير لحركة المزارعين إن المحصول وفير.",
        "وأشارت معلومات «صدى الجبل» إلى أن الصفقة تعثرت.",
        "يقال إن القلعة بنيت في ليلة واحدة، بحسب كتاب للمؤرخ سامي نصار.",
    )
    bad = {
        "⟦وقيل إن⟧ العقد وقع قبل أسبوع.": None,
        "⟦وقد قيل إنه⟧ باع المصنع.": None,
        "⟦وأفادت تقارير⟧ بإصابة سبعة عمال.": None,
        "⟦وذكرت تقارير⟧ أن العمل في الجسر سيبدأ وفقا للجدول الزمني المقرر.": None,
        "⟦وترددت أنباء⟧ عن استقالة المدير.": None,
        "⟦وقالت تقارير⟧ لبنانية إن المدير استقال.": None,
        "وتوقف العمل أمس، حسبما ⟦ذكرت تقارير⟧.": None,
        "وتوقف العمل أمس، وفقا لما ⟦أوردته تقارير⟧ محلية.": None,
        "وتوقف العمل أمس، ⟦وسط أنباء عن⟧ إغلاق المصنع.": None,
        "وتوقف العمل، ⟦بحسب ما تردد⟧، أسبوعا كاملا.": None,
        "غادر الوفد. ⟦وعلم أن⟧ المفاوضات ستستأنف غدا.": None,
        "⟦وافادت تقارير⟧ باصابة سبعة عمال.": None,
        "⟦وتحدثت أنباء⟧ عن استقالة المدير.": None,
        "والسفينة، ⟦بحسب معلومات⟧، غادرت الميناء.": None,
        "⟦ويُقال إن⟧ القلعة بنيت في ليلة واحدة.": None,
        "وأثار القرار، ⟦بحسب معلومات⟧، غضب التجار.": None,
    }
    cases = (
        Example("⟦ذكرت تقارير⟧ صحفية أن الشركة أفلست."),
        Example("⟦ذكرت تقارير⟧ أن الشركة أفلست.\nوكانت صحيفة محلية أغلقت قبل عام."),
        Example("عاد ⟦على ما يبدو⟧ إلى بيته، ⟦وربما⟧ غادر البلاد.", options={"weak": True}),
        Example("وقيل إن العقد وقع.", options={"never": ["قيل إن"]}),
    )

    @cached_property
    def cues(self) -> Noticed[bool]:
        """The first words of hedges."""
        return these(starts(self.weak))

    def cue_matters(self, forms: Sequence[str], number: int) -> bool:
        """Whether the second word of a phrase follows, if it has one."""
        second = self._seconds[forms[number]]
        return not second or forms[number + 1] in second

    @cached_property
    def _seconds(self) -> dict[str, frozenset[str]]:
        """The second words of phrases by the first, none for a phrase of one word."""
        return {form: frozenset().union(*(rest[0] for kind, rest in phrases_from(form) if rest)) for form in starts(self.weak)}

    def check(self, document: Document) -> Iterator[Finding]:
        """Every hedge that nobody stands behind."""
        hedges = sorted(self._hedges(document), key=lambda hedge: hedge[0].start)
        sentences, personal = Sentences(document), _Personal(document)
        reported = 0
        for word, last, kind in hedges:
            if word.start < reported or personal.at(word.start):
                continue
            start = with_qad(document, word)
            hedge = document.text[start : last.end]
            if kind == "reports" and (_OWN.match(document.text, last.end) or names_medium(forms(sentences.next(last.end))[:_NAMED])):
                continue
            if is_unowned(kind, *sentences.around(start, last.end)) and not any(hedge.endswith(phrase) for phrase in self.never):
                reported = last.end
                yield self.found(start, last.end, variant="weak" if kind == "weak" else "", hedge=hedge)

    def _hedges(self, document: Document) -> Iterator[tuple[Word, Word, str]]:
        """The first and the last word of every phrase of the table, and its kind."""
        vocabulary = document.vocabulary
        for form in self.cues.among(vocabulary):
            for kind, rest in phrases_from(form):
                if (kind == "weak" and not self.weak) or any(map(vocabulary.isdisjoint, rest)):
                    continue
                for word in document.words_of(form):
                    last = last_word(document, word, rest)
                    if last is not None:
                        yield word, last, kind


class _Personal:
    """Where a text speaks in the first person outside quotations: a column, a memoir, an answer, where the writer is the source."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _paragraphs(self) -> list[int]:
        """The numbers of the paragraphs with a word of the first person, one for each word."""
        document = self._document
        words = (word for form in hedge_table()["personal"] & document.vocabulary for word in document.words_of(form))
        spoken = (word for word in words if document.outline[word.start] != " ")
        return [paragraph.number for word in spoken if (paragraph := document.paragraph_at(word.start)) is not None]

    def at(self, offset: int) -> bool:
        """Whether the paragraph at an offset does, or the whole text."""
        paragraph = self._document.paragraph_at(offset)
        return paragraph is None or len(self._paragraphs) >= _COLUMN or paragraph.number in self._paragraphs
