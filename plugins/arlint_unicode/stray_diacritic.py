"""stray-diacritic: harakat where none can be."""

import re
from collections.abc import Iterable, Iterator

from arlint import Document, Edit, Example, Finding, Measured, Pattern, PatternRule, Text
from arlint.arabic.astray import may_be_astray
from arlint.arabic.lazy import regex
from arlint.arabic.letters import LETTER
from arlint.arabic.page import STRANGE
from arlint.arabic.remembered import Proven

_MARK, _TANWIN, _VOWEL = "\u064b-\u0652", "\u064b-\u064d", "\u064b-\u0650"
_TANWINS = ("\u064b", "\u064c", "\u064d")
_BLANK = " \t\u00a0"
_TANWIN_ALIF = regex(f"[{_TANWIN}\u0651]+[اى](?![{LETTER}])")
_LETTER_BEFORE = regex(f"[{LETTER}][{_BLANK}]+\\Z")
_LETTER = regex(f"[{LETTER}]")
_SHADDA, _FATHATAN = "\u0651", "\u064b"
_BEARS_FATHATAN = "اةءى"
"""What a word ends in whose accusative is written with the sign of tanwin."""

_NEAR = 4  # blanks and a letter before a mark


_FEW = 2  # kinds of marks in a text whose marked words are few too
_ASTRAY = (
    f"(?P<mark>[{_MARK}])(?:(?P=mark)+|(?<=[{_TANWIN}])(?P<vowel>[{_VOWEL}])|(?<=[\\s{_BLANK}].)[{_MARK}]*|(?<=\\A.)[{_MARK}]*)"
)
_AMR = f"(?<=ر)[\u064c\u064d]و(?![{LETTER}])"  # the و of the name عمرو is not read
_INSIDE = f"(?<=[{LETTER}])(?<![ةءى])(?!{_AMR})(?:[\u064c\u064d]|(?<!ا)\u064b)(?=[{LETTER}])(?!ا)(?![أإآى](?![{LETTER}]))"
_ON_ALIF = f"(?<=[{LETTER}{_MARK}]ا)(?<!لا)(?<!ل[{_MARK}]ا)[\u064c-\u0650](?![{LETTER}{_MARK}])"
"""A last alif bears the tanwin of fatha or nothing; but in وَلاَ the vowel of the ل is often written on it."""

_ASTRAY_THERE = regex(f"{_INSIDE}|{_ASTRAY}|{_ON_ALIF}")


class StrayDiacritic(PatternRule):
    """علامة تشكيل في غير موضعها: مكررة على الحرف نفسه، أو بعد مسافة أو في أول السطر حيث لا حرف يحملها، أو حركة بعد تنوين، أو تنوين
    داخل الكلمة، أو غير تنوين الفتح على ألف في آخرها (صباحاَ). تنتج من ضغطة زائدة أو من نسخ ملفات PDF، وتظهر في صورة دائرة
    منقطة أو فوق حرف آخر، ولا يجد البحث كلمتها.

    الشدة مع الحركة صحيحة بأي ترتيب. والإصلاح يحذف العلامة الزائدة؛ ويحتاج إلى مراجعة إذا وقعت حركة بعد تنوين داخل الكلمة، وحيث يضع
    تنوينا على الألف. وما كُتب بعد المسافة وحقه آخر الكلمة السابقة (أيضا ً) يُنقل إليه: التنوين بلا مراجعة، والحركة بعد مراجعة. فإن فصلت
    المسافة التنوين عن حرفه (أيض ًا) فالزائد هو المسافة، ويحذفها الإصلاح بعد مراجعة.

    A mark of vowelling where none can be: twice on the same letter, after a blank or at the beginning of a line where no letter carries
    it, a vowel after a tanwin, a tanwin within a word, or another mark than the tanwin of fatha on its last alif (صباحاَ). It comes of a
    key pressed twice or of copying from PDF files, shows as a dotted circle or above another letter, and hides the word from searches.

    A shadda with a vowel is right in either order. The fix deletes the superfluous mark; it is for review where a vowel follows a tanwin
    inside a word, and where it puts a tanwin on an alif. What was typed after the blank and belongs on the last letter before it (أيضا ً)
    is moved there, a vowel for review. Where a blank parts the tanwin from its letter (أيض ًا) it is the blank that is wrong, and the fix,
    for review, deletes that.
    """

    id = "stray-diacritic"
    code = "UNI010"
    title = Text("تشكيل في غير موضعه", "Stray diacritic")
    message = Text("علامة تشكيل لا حرف قبلها يحملها؛ احذفها.", "A diacritic with no letter before it; delete it.")
    messages = {
        "doubled": Text("علامة تشكيل مكررة؛ احذف الزائدة.", "Doubled diacritic; delete the superfluous one."),
        "second": Text(
            "حركة بعد تنوين على الحرف نفسه؛ احذف الزائدة منهما.", "A vowel after a tanwin on the same letter; delete the wrong one."
        ),
        "late": Text(
            "علامة تشكيل بعد المسافة لا قبلها؛ ضعها على آخر الكلمة السابقة.",
            "A diacritic after the space; put it on the last letter of the word before.",
        ),
        "inside": Text(
            "تنوين داخل الكلمة، ومكانه آخرها؛ اكتب الحركة المقصودة، أو افصل الكلمتين إن التصقتا.",
            "A tanwin within a word, where only its end can have one; write the vowel that is meant, or part the words that are glued.",
        ),
        "alif": Text(
            "حركة لا تحملها ألف في آخر الكلمة؛ لعل المراد تنوين الفتح.",
            "A last alif cannot bear this mark; perhaps a tanwin of fatha is meant.",
        ),
        "parted": Text("مسافة بين الحرف وتنوينه؛ احذفها.", "A space between a letter and its tanwin; delete it."),
    }
    level = "warning"
    yields_to = ("invalid-tanwin",)
    any_language = True
    reads_marks = True
    triggers = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"

    good = (
        "مُحَمَّد",
        "مُحَم\u0651\u064eد ومُحَم\u064e\u0651د",
        "جدًّا وجد\u0651\u064bا",
        "نَصٌّ مشكول",
        "لاَ تَقُلْ ذَلِكَ وَلاَ تَفْعَلْهُ، وَاكْتُبِ اسْمَكَ، وَخُذِ العَصَا.",
        "حَضَرَ عَمْر\u064cو، وَسَلَّمَ عَلَى عَمْر\u064dو بْنِ سَالِمٍ.",
        "قرأ كتابًا وجزءًا منه، وكان ذلك رأيًا سديدًا وهدًى للناس.",
    )
    bad = {
        "مُحَم\u0651⟦\u064e\u064e⟧د": "مُحَم\u0651\u064eد",
        "حضر ⟦\u064b⟧ الوفد.": "حضر  الوفد.",
        "جدا⟦\u064b\u064b⟧": "جدا\u064b",
        "وصل صباحا⟦\u064e⟧ وغادر أيضا⟦\u064c⟧.": "وصل صباحا\u064b وغادر أيضا\u064b.",
        "⟦\u064e⟧وصل الوفد.": "وصل الوفد.",
        "كتاب⟦\u064c\u064f⟧ جديد": "كتاب\u064c جديد",
        "ونعلم أيض⟦ \u064b⟧ا أنه غادر.": "ونعلم أيض\u064bا أنه غادر.",
        "حضر ⟦\u064e⟧الوفد،\r\nثم غادر.": "حضر\u064e الوفد،\r\nثم غادر.",
        "غادر أيضا ⟦\u064b⟧من القاعة.": "غادر أيضا\u064b من القاعة.",
        "شكرا ⟦\u064b⟧ لكم مرة ⟦\u064b⟧ أخرى.": "شكرا\u064b لكم مرة\u064b أخرى.",
        "أرسل الرد ⟦\u0651⟧أمس.": "أرسل الرد أمس.",
        "ي⟦\u064b⟧عد المشروع كبيرا يوم الخمي⟦\u064d⟧س.": None,
    }
    cases = (Example("قال: «حضر⟦\u064e\u064e⟧ الوفد».", "قال: «حضر\u064e الوفد»."),)

    patterns = (Pattern(_INSIDE), Pattern(_ASTRAY), Pattern(_ON_ALIF))

    measured = Measured(
        34, 34, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("وهذا كل ما وُجد.", "All there were."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        """Every run of marks of which some are too many."""
        marks = document.signs.intersection(self.triggers)
        if len(marks) > _FEW and STRANGE not in document.page:
            if not may_be_astray(document.page):
                return
        elif all(_SOUND.all([token for token, _ in document.tokens_with(mark)]) for mark in marks):
            return
        yield from super().check(document)

    def judge(self, document: Document, match: re.Match[str], pattern: Pattern) -> Iterable[Finding]:
        """A run of marks of which some are too many."""
        text, (start, end) = document.text, match.span()
        if pattern is self.patterns[0]:
            yield self.found(start, end, variant="inside")
            return
        if pattern is self.patterns[2]:
            yield self.found(start, end, Edit(start, end, _FATHATAN), safe=False, variant="alif")
            return
        before = text[max(0, start - 1) : start]
        if before and not before.isspace():
            edit = Edit(start + 1, end, "")
            inside = match["vowel"] is not None and _LETTER.match(text, end) is not None
            yield self.found(start, end, edit, safe=not inside, variant="second" if match["vowel"] else "doubled")
            return
        if _TANWIN_ALIF.match(text, start) and (parted := _LETTER_BEFORE.search(text, max(0, start - _NEAR), start)):
            yield self.found(parted.start() + 1, end, Edit(parted.start() + 1, start, ""), safe=False, variant="parted")
            return
        letter = _LETTER_BEFORE.search(text, max(0, start - _NEAR), start)
        if letter and match.group() == _FATHATAN and letter.group()[0] in _BEARS_FATHATAN and text[end : end + 1] in _BLANK:
            # The blank that was typed before the sign is one too many: `شكرا ً لكم`.
            moved = (Edit(letter.start() + 1, letter.start() + 1, _FATHATAN), Edit(start, end + 1, ""))
            yield self.found(start, end, *moved, variant="late")
            return
        if letter and end - start == 1 and match.group() != _SHADDA and not text[end : end + 1].isspace():
            moved = (Edit(letter.start() + 1, letter.start() + 1, match.group()), Edit(start, end, ""))
            yield self.found(start, end, *moved, safe=match.group() in _TANWINS, variant="late")
            return
        yield self.found(start, end, Edit(start, end, ""))


_SOUND = Proven(lambda token: _ASTRAY_THERE.search(token) is None)
"""What stands between two blanks and holds no mark where none can be."""
