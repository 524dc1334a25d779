"""doubled-quote-mark: the same quotation mark twice in a row, or a quotation with nothing in it."""

from collections.abc import Iterable, Iterator

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text


class DoubledQuoteMark(Rule):
    """علامة تنصيص كُتبت مرتين سهوا (""غوغل")، أو اقتباس لا شيء فيه («») نُسي ما كان ينبغي أن يُكتب بين علامتيه.

    لا تُعد العلامتان مكررتين إلا إذا اختل عدد العلامات في الفقرة بسببهما، أو أحاطت علامتان مكررتان بالعبارة نفسها من جانبيها (""نعم""). أما
    انتهاء اقتباسين معا (قالت: "قرأت "الأيام"") فصحيح هنا. والإصلاح يحذف العلامة الثانية؛ أما الاقتباس الفارغ فلا إصلاح له.

    A quotation mark typed twice by a slip (""غوغل"), or a quotation with nothing in it («»), where somebody forgot to write what belongs
    there.

    Two marks are doubled only if they are what upsets the balance of the paragraph, or if a doubled mark stands on both sides of the same
    words (""نعم""). Two quotations that end together (قالت: "قرأت "الأيام"") are right here. The fix deletes the second mark; for an empty
    quotation there is none.
    """

    id = "doubled-quote-mark"
    code = "QUO007"
    title = Text("علامة تنصيص مكررة أو اقتباس فارغ", "Doubled or empty quotation mark")
    message = Text("علامة التنصيص {mark} مكررة؛ احذف الزائدة.", "The quotation mark {mark} is doubled; delete one.")
    messages = {
        "empty": Text("اقتباس فارغ؛ اكتب ما بين علامتيه أو احذفهما.", "Empty quotation; write what belongs there or delete the marks.")
    }
    level = "error"
    triggers = '"“”„‟«»‹›″'
    any_language = True

    good = (
        'افتتحت شركة "الأفق" فرعا جديدا.',
        'قالت: "«نعم»".',
        'قالت: "قرأت كتاب "الأيام"".',
        "قالت: «قرأت كتاب «الأيام»».",
        'قال "نعم" "لا" "ربما".',
        'قال إن "شاشة 24"" صغيرة.',
    )
    bad = {
        'افتتحت شركة ⟦""⟧الأفق" فرعا جديدا.': 'افتتحت شركة "الأفق" فرعا جديدا.',
        'افتتحت شركة "الأفق⟦""⟧ فرعا جديدا.': 'افتتحت شركة "الأفق" فرعا جديدا.',
        'افتتحت شركة ⟦""⟧الأفق⟦""⟧ فرعا جديدا.': 'افتتحت شركة "الأفق" فرعا جديدا.',
        "قال المدير: ⟦««⟧سنعود غدا».": "قال المدير: «سنعود غدا».",
        'قال المدير: ⟦" "⟧سنعود غدا".': 'قال المدير: "سنعود غدا".',
        "قال المدير: ⟦«»⟧ ثم غادر.": None,
        'وأضاف: ⟦""⟧.': None,
        "وأضاف: ⟦« »⟧.": None,
    }
    cases = (Example('اكتب `x = ""` في الملف.', format="markdown"),)

    measured = Measured(
        3, 3, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("وهذا كل ما وُجد.", "These are all there were."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterable[Finding]:
        """Every doubled mark and every empty quotation."""
        return () if document.quotations.plain_spans is not None else self._found(document)

    def _found(self, document: Document) -> Iterator[Finding]:
        for mark in document.quotations.doubled:
            yield self.found(mark.start, mark.end, Edit(mark.start + 1, mark.end, ""), mark=mark.text[0])
        for quotation in document.quotations.paired:
            if not quotation.text[1].isalpha() and not quotation.inside.text.strip():  # the first tells nearly always, and fast
                yield self.found(quotation.start, quotation.end, variant="empty")
