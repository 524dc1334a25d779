"""foreign-arabic-letters: ک and ی of a Persian keyboard in Arabic words."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Literal

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, option
from arlint.arabic.clitics import StemTable
from arlint.arabic.lazy import regex
from arlint.arabic.lexicon import lexicon
from arlint.arabic.script import is_persian
from arlint.arabic.words import form

from ._grouped import Grouped
from ._languages import is_announced
from ._names import point
from ._words import words_with

_ARABIC = {"ک": "ك", "ڪ": "ك", "ی": "ي", "ے": "ي", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ة"}
_LOAN = "پچژگڤڭڨ"
_LOOKALIKE = regex(f"[{''.join(_ARABIC)}]")
_NO_COUNTERPART = regex(f"[{_LOAN}ٹڈڑںۆێڵڕۇ]|[ \u00a0]است\\b")
_FOREIGN = regex(f"[{''.join(_ARABIC)}{_LOAN}ٹڈڑںۆێڵڕۇ]")
_GAP = regex("[ \u00a0\u200c]+")
_DOUBTFUL_ENDS = "یےہە"
"""As the last letter of a word these may stand for two Arabic letters each: ي or ى, ه or ة."""

_NAME = regex("(?:محمد|أحمد|احمد|حسن|حسين|السيد|سيد|الإمام|الشيخ|الحاج|اللواء|بن|ابن|أبو)[ \u00a0]+\\Z")
"""What stands before the name علي; elsewhere علی is far more often على."""
_NEAREST = 10  # code points of a word and a blank before
_NEAR = 80  # code points of a gloss before and after a word of it
_WORDS = 3  # in a row make a passage in another language


class ForeignArabicLetters(Grouped, Rule):
    """حرف من لوحة مفاتيح فارسية أو أردية مكان الحرف العربي: «کتاب» بالكاف الفارسية (U+06A9) و«فی» بالياء الفارسية (U+06CC). الشكل واحد
    أو يكاد، لكن البحث لا يجد الكلمة.

    إذا كانت ثلاث كلمات متتالية بمثل هذه الحروف، ولم يدل ما حولها على أنها عربية، فهي نص فارسي أو أردي أو كردي: يُبلَّغ عنه مرة على سبيل
    الاقتراح ولا يُغيَّر؛ وكذلك الكلمة التي فيها حرف لا نظير له (پ چ ژ گ ڤ). فإن كان بين قوسين فهو أصل المصطلح المترجم، ولا يُبلَّغ عنه،
    ولا عما سُميت لغته قبله (بالأردية: شریف).
    وهذه الحروف وحدها مقبولة في الأسماء الأجنبية إلا بالخيار loan_letters. والإصلاح يضع الحرف العربي؛ ويحتاج إلى مراجعة في آخر الكلمة
    حيث يحتمل الحرف وجهين: «علی» على أو علي.

    A letter of a Persian or Urdu keyboard in the place of the Arabic one: کتاب with the Persian kaf (U+06A9), فی with the Persian yeh
    (U+06CC). They look the same, or nearly, and no search finds the word.

    Three words in a row with such letters, where nothing around shows them to be Arabic, are a passage in Persian, Urdu or Kurdish: one
    suggestion and no change, as for a word with a letter that has no Arabic counterpart (پ چ ژ گ ڤ). In brackets they give the original
    of a term and are left alone, and so are those whose language is named before them (بالأردية: شریف). These letters by themselves are
    accepted in foreign names, but for the option `loan_letters`. The fix writes the Arabic letter; it is for review at the end of a
    word that may be read in two ways: علی is على or علي.
    """

    id = "foreign-arabic-letters"
    code = "UNI005"
    title = Text("حروف تشبه الحروف العربية", "Look-alike letters")
    message = Text(
        "في «{word}» حرف من أبجدية أخرى يشبه العربي ({cp})؛ اكتب «{right}».",
        "«{word}» holds a letter of another alphabet that looks Arabic ({cp}); write «{right}».",
    )
    messages = {
        "passage": Text(
            "نص بحروف فارسية أو أردية أو كردية؛ اتركه إن كان مقصودا.",
            "Text in Persian, Urdu or Kurdish letters; leave it if that is meant.",
        ),
        "loan": Text(
            "في «{word}» حرف ليس من حروف العربية؛ اكتب الكلمة بحروف عربية.",
            "«{word}» holds a letter that Arabic does not have; write the word in Arabic letters.",
        ),
    }
    level = "error"
    triggers = "".join(_ARABIC) + _LOAN
    any_language = True
    yields_to = ("mojibake",)

    loan_letters: Literal["allow", "report"] = option(
        "allow",
        ar="حروف پ چ ژ گ ڤ ڭ في الأسماء الأجنبية: تُقبل (allow) أو يُبلَّغ عنها (report).",
        en="The letters پ چ ژ گ ڤ ڭ in foreign names: accepted (allow) or reported (report).",
    )

    good = (
        "شاهدنا الحلقة على شبكة ڤايس.",
        "شركة پيپسي",
        "هذا كتاب جديد في القاهرة.",
        "استعمل مصطلح «كيان» (رژیم) بدلا من نظام.",
        "أخرجت فيلم «البيت أسود» (خانه سیاه است)، ونقلته إلى الفارسية:\u00a0دیوان.",
        "أخرجت فيلم «البيت أسود» (خانه\u00a0سیاه\u00a0است).",
        "التقى رئيس الوزراء (بالأردية: شہباز شریف)، وترجم الديوان إلى الفارسية بعنوان «دیوان شعر متنبی».",
        "كتبت الوكالة عن «آخر التدابير» (جديد ترین تدابیر رژیم ودولت).",
    )
    bad = {
        "⟦کتاب⟧ جديد": "كتاب جديد",
        "⟦فی⟧ القاهرة": "في القاهرة",
        "⟦ھذا⟧ الكتاب": "هذا الكتاب",
        "⟦إیران⟧ تعلن موقفها.": "إيران تعلن موقفها.",
        "عاد إلى ⟦المستشفی⟧ مساء.": "عاد إلى المستشفى مساء.",
        "قال ⟦الوزیر⟧: «نعم».": "قال الوزير: «نعم».",
        "شكر ⟦الوزیر⟧ ⟦الحکومة⟧ ⟦السوریة⟧ أمس.": "شكر الوزير الحكومة السورية أمس.",
        "كتبت الصحيفة: ⟦وزیر کشاورزی ترکیه⟧ ثم حذفته.": None,
        "زار ⟦پاکستان⟧ أمس.": None,
        "⟦کَتَبَت⟧ الرسالة": "كَتَبَت الرسالة",
        "بناء ⟦علی⟧ طلب الوزارة": "بناء على طلب الوزارة",
        "اللواء محمد ⟦علی⟧ جعفري": "اللواء محمد علي جعفري",
    }
    cases = (
        Example("كتبت الصحيفة: ⟦گزارش یک کتاب⟧", level="suggestion"),
        Example("شبكة ⟦ڤايس⟧", options={"loan_letters": "report"}, level="suggestion"),
    )

    measured = Measured(70, 70, 4338, "SaudiNewsNet, Jawhara, NTREX")

    def check(self, document: Document) -> Iterator[Finding]:
        """Every word with such a letter; words of a passage together."""
        for words in words_with(document, _FOREIGN):
            paragraph = document.paragraph_at(words[0].start())
            persian = paragraph is not None and is_persian(paragraph.text)
            for run in _runs(document.text, words):
                if is_announced(document.text, run[0].start()):
                    continue
                gloss = _gloss(document.text, run[0].start(), run[-1].end())
                if not gloss:
                    yield from self._of_run(run, persian)
                elif not _NO_COUNTERPART.search(gloss):
                    yield from (one for one in self._of_run(run, persian) if one.variant != "passage")

    def _of_run(self, run: Sequence[re.Match[str]], persian: bool) -> Iterator[Finding]:
        """What is to be said of words side by side, in a paragraph that holds Persian or not."""
        text = " ".join(word.group() for word in run)
        if not _LOOKALIKE.search(text):
            if self.loan_letters == "report":
                yield from (self.found(*word.span(), level="suggestion", variant="loan", word=word.group()) for word in run)
        elif _NO_COUNTERPART.search(text) or (persian and len(run) >= _WORDS):
            yield self.found(run[0].start(), run[-1].end(), level="suggestion", variant="passage")
        elif not persian:
            yield from map(self._word, run)

    def _word(self, word: re.Match[str]) -> Finding:
        wrong = list(_LOOKALIKE.finditer(word.group()))
        right, safe = _in_arabic(word.group())
        if right == "على" and _NAME.search(word.string, max(0, word.start() - _NEAREST), word.start()):
            right = "علي"
        edits = [Edit(word.start() + one.start(), word.start() + one.end(), right[one.start()]) for one in wrong]
        return self.found(*word.span(), *edits, safe=safe, word=word.group(), cp=point(wrong[0].group()), right=right)


def _gloss(text: str, start: int, end: int) -> str:
    """The brackets that words stand in, where news gives the original of a term: «الكيان» (رژیم); empty where they stand in none."""
    opening, closing = text.rfind("(", max(0, start - _NEAR), start), text.find(")", end, end + _NEAR)
    is_one = opening >= 0 and closing >= 0 and ")" not in text[opening:start] and "(" not in text[end:closing]
    return text[opening:closing] if is_one else ""


def _runs(text: str, words: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """The words in groups that only blanks keep apart."""
    run = [words[0]]
    for word in words[1:]:
        if not _GAP.fullmatch(text, run[-1].end(), word.start()):
            yield run
            run = []
        run.append(word)
    yield run


def _in_arabic(word: str) -> tuple[str, bool]:
    """The word in Arabic letters, and whether no other reading of it is likely."""
    right = _LOOKALIKE.sub(lambda one: _ARABIC[one.group()], word)
    if word[-1] not in _DOUBTFUL_ENDS:
        return right, True
    if word[-1] != "ی":
        return right, False
    with_alif = f"{right[:-1]}ى"
    known = _certain()[form(with_alif)]
    if known:
        return with_alif, known[0].entry
    return right, bool(_certain()[form(right)])


@lru_cache(maxsize=1)
def _certain() -> StemTable[bool]:
    """Words in ى and in ي, and whether they are words with that letter only."""
    return StemTable(lexicon(__file__, "final_yeh", _compiled))


def _compiled(table: Any) -> dict[str, bool]:
    return {**dict.fromkeys((*table["alif"], *table["yeh"]), True), **dict.fromkeys(table["rather_alif"], False)}
