"""wrong-quote-glyph: a sign that looks like a quotation mark and is none."""

from collections.abc import Iterator

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text
from arlint.arabic.lazy import regex
from arlint.arabic.letters import LETTER
from arlint.arabic.quotation_marks import MAKESHIFT, STYLES

_BACKTICKS = regex(f"(?<!`)`(?=[{LETTER}])[^`\n]*(?<=[{LETTER}.،؟!])`(?!`)")
_MANY = 1000  # backticks; a text with more is code


class WrongQuoteGlyph(Rule):
    """علامة تقوم مقام علامة التنصيص وليست منها: الشرطتان ″ اللتان تضعهما بعض أنظمة النشر بعد الرقم (2021″)، أو فاصلتان علويتان
    متتاليتان ''، أو علامة ` في نص غير Markdown، أو علامة „ أو فاصلتان ,, أغلقت ما فتحتاه علامة أخرى. تبدو للعين سليمة، لكن البحث
    والنسخ وقارئ الشاشة لا تعرفها.

    لا يُبلَّغ إلا عما له مقابل يتم به اقتباس؛ فلا تُمس البوصة (55″) ولا دقائق الإحداثيات وثوانيها. والإصلاح يضع العلامة التي في الطرف الآخر من
    الاقتباس، فإن كان الطرفان خطأ فالعلامة التي في بقية النص؛ أما العلامة ` فلا إصلاح لها، إذ قد تكون شيفرة.

    A sign that stands for a quotation mark without being one: the double prime that some content systems put after a digit (2021″), two
    apostrophes in a row (''), a backtick outside Markdown, a „ or two commas where another mark closes what they open. It looks right, but
    search, copying and screen readers do not know it.

    Only a sign that has a partner, so that the two make a quotation, is reported: inches (55″) and the minutes and seconds of coordinates
    are left alone. The fix takes the mark at the other end of the quotation; where both are wrong, the mark of the rest of the text. A
    backtick has no fix, since it may stand for code.
    """

    id = "wrong-quote-glyph"
    code = "QUO003"
    title = Text("علامة ليست علامة تنصيص", "Not a quotation mark")
    message = Text("ليست {found} علامة تنصيص؛ استعمل {right}.", "{found} is not a quotation mark; use {right}.")
    level = "warning"
    triggers = "″ʺ〝〞＂'`‘’„,"

    good = (
        'أنتج المصنع "الطراز 100"، برعاية الجمعية.',
        "تقع البلدة عند خط العرض 33°20′15″ شمالا.",
        "اشترى شاشة 55″ وأخرى 32″ من المتجر.",
        "يدرس الطالب في مدرسة L'Étoile منذ عام.",
        "كتب الاسم على الباب ''' ثم غادر.",
        "اكتب 'نعم' في الخانة.",
        "نفذ الأمر `ls -l` ثم اخرج.",
        "قال „نعم“ ثم „لا“.",
        "جاء الأول,, ثم الثاني، وقال \"نعم\".",
    )
    bad = {
        'ضمن معرض "مشروع 100⟦″⟧، برعاية الجمعية.': 'ضمن معرض "مشروع 100"، برعاية الجمعية.',
        "زار معرض “آفاق 21⟦″⟧ أمس.": "زار معرض “آفاق 21” أمس.",
        "زار معرض «آفاق 21⟦″⟧ أمس.": "زار معرض «آفاق 21» أمس.",
        "قرر ⟦''⟧الاتحاد⟦''⟧ إلغاء العقد.": 'قرر "الاتحاد" إلغاء العقد.',
        "قرر ⟦''⟧الاتحاد⟦''⟧ إلغاء عقد «النجم».": "قرر «الاتحاد» إلغاء عقد «النجم».",
        "قرأ ⟦``⟧الأيام⟦``⟧ مرتين.": 'قرأ "الأيام" مرتين.',
        "وقال ⟦`⟧لن نتراجع⟦`⟧ ثم غادر.": None,
        "قال \"نعم\" ثم ⟦„⟧لا\".": "قال \"نعم\" ثم \"لا\".",
        "وقال ⟦,,⟧نعم» ثم مضى.": "وقال «نعم» ثم مضى.",
        "سُمي ⟦〝⟧البيت الكبير⟦〞⟧ باسمه.": 'سُمي "البيت الكبير" باسمه.',
    }
    cases = (Example("نفذ الأمر `تحديث` الآن.", format="markdown"),)

    measured = Measured(
        32, 32, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("وهذا كل ما وُجد، وهو في 13 مقالا.", "These are all there were, in 13 articles."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        """Every such sign that opens or closes a quotation."""
        usual = STYLES[_usual(document)]
        for one in document.quotations.paired:
            low = one.opening == "„" and one.closed_by != one.family  # „نعم" is no pair of any family
            wrong = low or one.opening in MAKESHIFT, one.closing in MAKESHIFT
            right = usual if all(wrong) else STYLES[one.closed_by if wrong[0] else one.family]
            if wrong[0]:
                yield self._found(one.start, one.opening, right[0])
            if wrong[1]:
                yield self._found(one.end - len(one.closing), one.closing, right[1])
        if document.format_name == "text" and 0 < document.text.count("`") <= _MANY:
            for match in _BACKTICKS.finditer(document.text):
                # Who knows whether it is code all the same?
                yield self._found(match.start(), "`", usual[0], fixed=False)
                yield self._found(match.end() - 1, "`", usual[1], fixed=False)

    def _found(self, start: int, found: str, right: str, *, fixed: bool = True) -> Finding:
        end = start + len(found)
        edits = (Edit(start, end, right),) if fixed else ()
        return self.found(start, end, *edits, found=found, right=right)


def _usual(document: Document) -> str:
    """The family of the first quotation with proper marks."""
    proper = (one for one in document.quotations.paired if not one.mixed and one.opening not in MAKESHIFT and one.closing not in MAKESHIFT)
    first = next(proper, None)
    return first.family if first else "straight"
