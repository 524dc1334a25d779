"""mixed-script-word: Yلى, جمعيةOpen."""

import re
from collections.abc import Iterator

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text
from arlint.arabic.clitics import CLITICS_ALONE
from arlint.arabic.lazy import regex
from arlint.arabic.letters import LETTER, TATWEEL

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_BORDER = regex(f"[{_LATIN}](?:(?<=[{LETTER}{TATWEEL}].)|(?=[{LETTER}{TATWEEL}]))")
_RUN = regex(f"[{_LATIN}{LETTER}{TATWEEL}]+")
_ARABIC_LETTER = regex(f"[{LETTER}]")
_AFTER_CLITIC = regex(f"([{LETTER}]+){TATWEEL}*[{_LATIN}]+")
_TWO_WORDS = regex(f"(?:[{LETTER}]{{3,}}(?=[{_LATIN}]{{3,}}\\Z|[A-Z]\\Z)|[{_LATIN}]{{3,}}(?=[{LETTER}]{{2,}}\\Z))")
_ONE_KEY = regex(f"[{LETTER}]*[A-Za-z][{LETTER}]+")
_TAG = regex(r"[#@_/\\.%][^\s]*\Z")
_LONGEST = 60  # code points of a hashtag or a path before a word

_KEYS = {
    "q": "ض", "w": "ص", "e": "ث", "r": "ق", "t": "ف", "y": "غ", "u": "ع", "i": "ه", "o": "خ", "p": "ح", "a": "ش", "s": "س", "d": "ي",
    "f": "ب", "g": "ل", "h": "ا", "j": "ت", "k": "ن", "l": "م", "z": "ئ", "x": "ء", "c": "ؤ", "v": "ر", "b": "لا", "n": "ى", "m": "ة",
    "Y": "إ", "H": "أ", "N": "آ",
}  # fmt: skip
"""The letters of the keyboard layout Arabic (101) on the keys of the Latin one; capitals are with Shift, the likeliest of them."""


class MixedScriptWord(Rule):
    """حروف لاتينية داخل كلمة عربية: إما زر ضُغط قبل تبديل لوحة المفاتيح («Yلى» بدل «إلى»، فهما على زر واحد)، وإما مسافة ساقطة بين كلمتين
    («جمعيةOpen»).

    لا يُبلَّغ عن كلمة لاتينية قبلها حرف متصل (وGoogle، الـCIA، بـUSB)، ولا عن الوسوم والعناوين. تقترح الرسالة الحرف العربي الذي على الزر
    نفسه؛ وحيث سقطت المسافة يضيفها الإصلاح بعد مراجعة.

    Latin letters inside an Arabic word: either a key that was pressed before the layout was switched (Yلى for إلى, which are on one
    key), or a lost blank between two words (جمعيةOpen).

    A Latin word after an Arabic particle (وGoogle, الـCIA, بـUSB), hashtags and addresses are left alone. The message suggests the
    Arabic letter of the same key; where a blank is missing the fix, for review, inserts it.
    """

    id = "mixed-script-word"
    code = "UNI007"
    title = Text("كلمة بحروف مختلطة", "Word in mixed scripts")
    message = Text("حروف لاتينية داخل كلمة عربية: «{word}»؛ صحّح الكلمة.", "Latin letters inside an Arabic word: «{word}»; correct it.")
    messages = {
        "key": Text(
            "حرف لاتيني داخل كلمة عربية: «{word}»؛ لعل المراد «{right}».",
            "A Latin letter inside an Arabic word: «{word}»; perhaps «{right}» is meant.",
        ),
        "space": Text(
            "كلمة عربية وأخرى لاتينية ملتصقتان: «{word}»؛ أضف مسافة بينهما.",
            "An Arabic and a Latin word are glued together: «{word}»; add a space between them.",
        ),
    }
    gaps = "^A|A\\Z|\u0640A|A\u0640"
    level = "error"
    any_language = True
    yields_to = ("mojibake",)

    good = (
        "أعلنت شركتا Apple وGoogle الخبر.",
        "هاتف iPhone 15",
        "الـCIA وبـUSB وللـBBC والGPS",
        "وسم #CNNعربي يتصدر، والحساب @annaقناة قديم.",
        "نشرت صحيفة “Bild” الخبر.",
        "حُذف %dكائن من %sب.",
    )
    bad = {
        "تحدثت المديرة ⟦Yلى⟧ الحضور.": None,
        "أسست ⟦جمعيةOpen⟧ Books.": "أسست جمعية Open Books.",
        "وصل ⟦yسان⟧ إلى القاعة.": None,
        "يباع ⟦فيتامينC⟧ في الصيدليات.": "يباع فيتامين C في الصيدليات.",
        "زار ⟦Parisأمس⟧.": "زار Paris أمس.",
        "حضر ⟦المxxدير⟧ الحفل.": None,
    }
    cases = (Example("تحدثت ⟦جمعيةOpen⟧ **Books**.", "تحدثت جمعية Open **Books**.", format="markdown"),)

    measured = Measured(
        32, 32, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("وهذا كل ما وُجد.", "These are all there were."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        """Every run of letters of both scripts."""
        text = document.text
        for start, end, _ in document.blocks:
            at = start
            while border := _BORDER.search(text, at, end):
                first = max(at, text.rfind(" ", at, border.start()) + 1)
                last = text.find(" ", border.end(), end)
                at = end if last < 0 else last
                for run in _RUN.finditer(text, first, at):
                    yield from self._judged(text, run)

    def _judged(self, text: str, run: re.Match[str]) -> Iterator[Finding]:
        word, (start, end) = run.group(), run.span()
        if not _BORDER.search(word) or not _ARABIC_LETTER.search(word) or _TAG.search(text, max(0, start - _LONGEST), start):
            return
        clitic = _AFTER_CLITIC.fullmatch(word)
        if clitic and clitic[1] in CLITICS_ALONE:
            return
        two = _TWO_WORDS.match(word)
        if two:
            at = start + two.end()
            yield self.found(start, end, Edit(at, at, " "), safe=False, variant="space", word=word)
            return
        right = "".join(_KEYS.get(letter, letter) for letter in word)
        typed = _ONE_KEY.fullmatch(word) and not _BORDER.search(right)
        yield self.found(start, end, variant="key" if typed else "", word=word, right=right)
