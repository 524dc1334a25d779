"""tatweel: العـــربية."""

from collections.abc import Iterator

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text
from arlint.arabic.clitics import CLITICS_ALONE
from arlint.arabic.lazy import regex
from arlint.arabic.letters import INVISIBLE, LETTER, MARK, TATWEEL
from arlint.arabic.numerals import DIGIT
from arlint.arabic.words import form

from ._grouped import Grouped
from ._words import words_with

_STRETCH = regex(f"{TATWEEL}(?<=[{LETTER}{MARK}{INVISIBLE}].){TATWEEL}*(?![\u0654\u0655\u0670])(?=[{MARK}{INVISIBLE}]*[{LETTER}])")
_HIJRI = regex(f"[{DIGIT}][ \u00a0]?\\Z")
_DASHED = regex(f"[ادذرزوأإآؤءةى][{MARK}{INVISIBLE}]*\\Z")
_LAM = regex(f"[وف]?[{MARK}]?ل[{MARK}]*{TATWEEL}+ا[{MARK}]*ل")
_NEAR = 8  # code points


class Tatweel(Grouped, Rule):
    """تطويل (كشيدة) بين حرفي كلمة: «محمــد». هو زخرفة للعناوين تُدخل في الكلمة محرفا، فلا يجدها البحث ولا يعرفها المدقق، وقد تتكرر
    الكلمة الواحدة في النص بصورتين.

    لا يُبلَّغ عن تطويل بعد حرف متصل قبل علامة تنصيص أو رقم أو قوس أو كلمة لاتينية أو ما أُبرز أو كان رابطا (لـ«الحياة»، بـ5، الـCIA)، ولا
    عن هاء السنة الهجرية (1440هـ)، ولا عن تطويل يحمل ألفا خنجرية أو همزة (الرحمـٰن)، ولا عن سطر كله تطويل. والإصلاح يحذفه. ويحتاج
    الإصلاح إلى مراجعة بعد حرف لا يتصل بما بعده، فقد يكون مكان شرطة، ولا إصلاح للام قبل «ال» (لـالعربية) لأن الصواب «للعربية» أو علامتا
    تنصيص.

    A tatweel between two letters of a word: محمــد. It decorates headlines, puts a character into the word that neither search nor a
    speller expects, and one word may come to stand in the text in two forms.

    Left alone are a tatweel after a particle before a quotation mark, a digit, a bracket, Latin, or what is emphasised or linked
    (لـ«الحياة», بـ5, الـCIA), the ه of Hijri years (1440هـ), one that carries a dagger alif or a hamza (الرحمـٰن), and a line of tatweels.
    The fix deletes it; it is for review after a letter that joins nothing, where it may stand for a dash. There is none for ل before ال
    (لـالعربية), which ought to be للعربية or to have quotation marks.
    """

    id = "tatweel"
    code = "UNI004"
    title = Text("تطويل", "Tatweel")
    message = Text("تطويل داخل الكلمة؛ احذفه.", "Tatweel inside a word; delete it.")
    level = "warning"
    triggers = TATWEEL
    any_language = True
    reads_marks = True

    good = (
        'كتب لـ"الحياة" وبـ5 ملايين والـCIA.',
        "صدر القرار عام 1440هـ، وعُدّل عام 1441 هـ.",
        "صدر القرار عام 1440هـالموافق 2019م.",
        "ــــــــ",
        "بسم الله الرحمـٰن الرحيم",
        "عبد القادر ـ رحمه الله ـ كان شاعرا.",
    )
    bad = {
        "⟦العـــــربية⟧": "العربية",
        "حضر ⟦الرئيـس⟧ الحفل.": "حضر الرئيس الحفل.",
        "⟦محمــد⟧": "محمد",
        "⟦وت⟦ـ⟧كت⟦ـ⟧ل⟧".replace("⟦ـ⟧", "ـ"): "وتكتل",
        "وصل ⟦بـالسيارة⟧ أمس.": "وصل بالسيارة أمس.",
        "⟦مُحَـمَّد⟧": "مُحَمَّد",
        "⟦كـَتب⟧ رسالة.": "كَتب رسالة.",
        "كتب ⟦لـالعربية⟧ مقالا.": None,
        "طريق ⟦جدةـالرياض⟧ السريع": "طريق جدةالرياض السريع",
    }
    cases = (
        Example("وصف قوله بأنه «⟦عظيـــم⟧».", "وصف قوله بأنه «عظيم»."),
        Example("كتب لـ**الحياة** ولـ[الأهرام](https://example.org) مقالا *⟦عظيـم⟧*.", format="markdown"),
    )

    measured = Measured(
        61, 61, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("362 ملاحظة في 106 مقالات.", "362 findings in 106 articles."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        """Every word with a tatweel between two of its letters."""
        text = document.text
        if not _STRETCH.search(text):
            return
        for words in words_with(document, _STRETCH):
            for word in words:
                start, end = word.span()
                stretches = [one.span() for one in _STRETCH.finditer(text, start, end) if not _sets_apart(document, start, *one.span())]
                if not stretches or (word.group().startswith(f"ه{TATWEEL}") and _HIJRI.search(text, max(0, start - 2), start)):
                    continue
                lam = _LAM.match(word.group())
                edits = [] if lam else [Edit(*stretch, "") for stretch in stretches]
                safe = not any(_DASHED.search(text, max(start, at - _NEAR), at) for at, _ in stretches)
                yield self.found(start, end, *edits, safe=safe)


def _sets_apart(document: Document, word: int, start: int, end: int) -> bool:
    """Whether the tatweel joins a particle to what markup sets apart, as quotation marks would: لـ**الحياة**."""
    near = start - word < _NEAR  # A word may be a megabyte of tatweels.
    return near and form(document.text[word:start]) in CLITICS_ALONE and document.sourcemap.exact(start, end + 1) is None
