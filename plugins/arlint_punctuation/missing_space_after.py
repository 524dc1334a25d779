"""missing-space-after: وصل الوفد،ثم غادر."""

from collections.abc import Iterator

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text
from arlint.arabic.lazy import regex
from arlint.arabic.letters import LETTER, LETTER_NAMES, TATWEEL

from ._grouped import Grouped

_GLUED = regex(f"[،؛.؟!:](?! )(?:(?<=[{LETTER}\\d»”\")\\]].)|(?<=[،؛])(?<![،؛,].))[{LETTER}][{LETTER}{TATWEEL}]*")
_BEFORE = regex(f"[{LETTER}{TATWEEL}]+\\Z")
_TAG = regex(r"[#@][^\s]*\Z")
_NEXT = regex("[\\s\u00a0،؛:؟!»”\")\\]]|\\.(?!\\S)|\\Z")
_CLOSING = frozenset("»”\")]")
_DOMAINS = frozenset("نت كوم نيوز أونلاين اونلاين تي تيفي أورغ أورج اورغ اورج شبكة".split())
_LONGEST = 60  # code points of a tag before a word
_WORD = 24  # code points of a word that decides about a full stop


class MissingSpaceAfter(Grouped, Rule):
    """علامة ترقيم تلتصق بها الكلمة التالية: «انتهى الاجتماع.وغادر الوفد». يتعثر فيها القارئ، ولا يفصل البرنامج بين الجملتين، ولا يجد
    البحث الكلمة.

    لا يُبلَّغ عن الاختصارات المنقوطة (أ.ف.ب) والألقاب (د.أحمد) وأسماء المواقع (العربية.نت) والأعداد والوسوم والعناوين، فلا تُعد النقطة
    ملتصقة إلا بعد أربعة أحرف فأكثر وقبل حرفين فأكثر. والإصلاح يضيف المسافة.

    A punctuation mark to which the next word sticks, as in انتهى الاجتماع.وغادر الوفد. Readers stumble, programs do not part the
    sentences, and search does not find the word.

    Dotted abbreviations (أ.ف.ب), titles (د.أحمد), names of sites (العربية.نت), numbers, hashtags and addresses are left alone: a full
    stop counts only after four letters or more and before two or more. The fix inserts the blank.
    """

    id = "missing-space-after"
    code = "PUN003"
    title = Text("لا مسافة بعد علامة الترقيم", "No space after punctuation")
    message = Text("أضف مسافة بعد «{mark}».", "Add a space after «{mark}».")
    gaps = "[،؛.؟!:]\\Z"
    level = "error"

    good = (
        "أ.ف.ب ود.ب.أ وآي.بي.إم",
        "موقع العربية.نت وصحيفة سبق.كوم",
        "بلغ 2.5 مليون و3،5 ملايين",
        "وصل د.أحمد، وأ.د.سلمى، والمهندس م.سعيد.",
        "سي:بي ثم إن:بي",
        "وسم #لا_للعنف،معا يتصدر.",
        "دبي:(العربية نت)",
        "طلب أ:ب ثم ج:د.",
    )
    bad = {
        "وصل الوفد،⟦ثم⟧ غادر.": "وصل الوفد، ثم غادر.",
        "انتهى الاجتماع.⟦وغادر⟧ الوفد.": "انتهى الاجتماع. وغادر الوفد.",
        "هل وافق؟⟦نعم⟧ وافق.": "هل وافق؟ نعم وافق.",
        "قال الوزير:⟦سنعود⟧ غدا؛⟦لأن⟧ العمل كثير!⟦ثم⟧ غادر.": "قال الوزير: سنعود غدا؛ لأن العمل كثير! ثم غادر.",
        "وصل الوفد ،⟦ثم⟧ غادر إلى مقر BBC،⟦وعاد⟧ مساء.": "وصل الوفد ، ثم غادر إلى مقر BBC، وعاد مساء.",
        "وصل (أمس)،⟦ثم⟧ غادر عام 2015،⟦ولم⟧ يعد.": "وصل (أمس)، ثم غادر عام 2015، ولم يعد.",
        "قال: «وصل الوفد،⟦ثم⟧ غادر».": "قال: «وصل الوفد، ثم غادر».",
        "قال: «وصل الوفد».⟦وأضاف⟧ أنه غادر (أمس).⟦وسأل⟧ عنه.": "قال: «وصل الوفد». وأضاف أنه غادر (أمس). وسأل عنه.",
        "سأل: «متى عاد»؟⟦فلم⟧ يجب أحد.": "سأل: «متى عاد»؟ فلم يجب أحد.",
        "انتهى الاجتماعُ.⟦وغادرَ⟧ الوفد.": "انتهى الاجتماعُ. وغادرَ الوفد.",
        "انتهى الاجتمـاع.⟦وغـادر⟧ الوفد،⟦وعـاد⟧.": "انتهى الاجتمـاع. وغـادر الوفد، وعـاد.",
    }
    cases = (Example("- وصل **الوفد**،⟦ثم⟧ غادر.", "- وصل **الوفد**، ثم غادر.", format="markdown"),)

    measured = Measured(98, 98, 4338, "SaudiNewsNet, Jawhara, NTREX")

    def check(self, document: Document) -> Iterator[Finding]:
        """Every mark with a word stuck to it."""
        text = document.text
        for match in document.matches_from(document.gaps_with(self.gaps), _GLUED):
            at, end = match.span()
            if self._parts(text, at, end) and not _TAG.search(text, max(0, at - _LONGEST), at) and not _in_dateline(document, at):
                yield self.found(at + 1, end, Edit(at + 1, at + 1, " "), mark=text[at])

    def _parts(self, text: str, at: int, end: int) -> bool:
        """Whether the mark ends what stands before it, and the letters up to `end` are another word."""
        mark, word = text[at], text[at + 1 : end].replace(TATWEEL, "")
        if mark in "،؛":
            return True
        before = _BEFORE.search(text, max(0, at - _WORD), at)
        letters = before.group().replace(TATWEEL, "") if before else ""
        if mark == ":":
            return len(letters) >= 3 and letters not in LETTER_NAMES and len(word) >= 2
        closed = text[at - 1] in _CLOSING  # `«نعم».وأضاف`: no dot of an abbreviation stands behind a closing mark
        if mark == ".":
            return (closed or len(letters) >= 4) and len(word) >= 2 and word not in _DOMAINS and _NEXT.match(text, end) is not None
        return (closed or len(letters) >= 2) and len(word) >= 2 and _NEXT.match(text, end) is not None


def _in_dateline(document: Document, at: int) -> bool:
    paragraph = document.paragraph_at(at)
    return paragraph is not None and at < paragraph.prose.start
