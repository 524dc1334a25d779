"""space-before-punctuation: وصل الوفد ، ثم غادر."""

import re
from collections.abc import Iterator
from functools import lru_cache

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, option
from arlint.arabic.lazy import regex
from arlint.arabic.letters import LETTER, TATWEEL
from arlint.arabic.numerals import DIGIT
from arlint.arabic.patterns import compiled

from ._grouped import Grouped

_MARKS = "،؛؟!.:"
_BLANKS = " \u00a0"
_BEFORE = regex(f"[{LETTER}{TATWEEL}{DIGIT}»”\")\\]%٪]|[A-Za-z][ \u00a0]+[،؛؟]")  # after a Latin word, marks that are no part of Latin text
_BLANK_FOR = regex("؟{3,}(?!\\S)")
"""Marks in the place of a value that somebody was to fill in, which stand for a word."""
_OTHERWISE = regex(f"[.:)/{DIGIT}A-Za-z]|[-'][()]|\\((?![\\w\u0600-\u06ff])")
_NUMBER = regex(f"(?:[{DIGIT}](?:م|هـ?)?|[%٪])\\Z")
_WORD = regex(f"[.؟!:][{LETTER}]{{2}}")
_OPENS = regex(f"(?:[:،][\"“”«(]|[.؛؟!][«(])[{LETTER}]")
"""A mark to which what it introduces sticks: قال :"نعم"."""
_DIGIT = regex(f"[{DIGIT}]")
_DIGIT_NEXT = regex(f"[{_BLANKS}]?[{DIGIT}]")


class SpaceBeforePunctuation(Grouped, Rule):
    """مسافة قبل علامة الترقيم: «وصل الوفد ، ثم غادر». قد تنزل العلامة وحدها إلى أول السطر التالي، ولا محل لهذه المسافة في العربية.

    لا يُبلَّغ عن نقطة يبدأ بها اسم (.NET) أو لاحقة ملف (.pdf)، ولا عن نقطتي النتيجة (2 : 1)، ولا عن نقاط الحذف ورموز الوجوه. والإصلاح يحذف
    المسافة، أو ينقلها إلى ما بعد العلامة إن التصق بها ما بعدها: «قال :"نعم"».

    A blank before a punctuation mark, as in وصل الوفد ، ثم غادر. The mark may wrap to the beginning of the next line, and Arabic has no
    such blank.

    A full stop that begins a name (.NET) or the suffix of a file (.pdf), the colon of a score (2 : 1), an ellipsis and faces are left
    alone. The fix deletes the blank, or moves it behind the mark where what follows sticks to that: قال :"نعم".
    """

    id = "space-before-punctuation"
    code = "PUN002"
    title = Text("مسافة قبل علامة الترقيم", "Space before punctuation")
    message = Text("لا مسافة قبل «{mark}»؛ احذفها.", "No space before «{mark}»; delete it.")
    gaps = f"[{_BLANKS}][^\\w\\s(\\[«“\"‘'{{–—…-]"
    level = "error"

    marks: str = option(_MARKS, ar="العلامات التي لا مسافة قبلها.", en="The marks that take no space before them.")

    good = (
        "وصل الوفد، ثم غادر.",
        "كُتب البرنامج بتقنية .NET وحُفظ في ملفات .pdf",
        "انتهت المباراة 2 : 1",
        "انتظر ... ثم غادر .. وعاد.",
        "فزنا :) ثم خسرنا :( أمس.",
        "رمز ( ! ) على اللوحة.",
        "اشترى القميص رقم .5 أمس.",
        "حضر ؟؟؟ لاعبا، منهم ؟؟؟",
        "صدر Windows . NET أمس.",
    )
    bad = {
        "وصل الوفد⟦ ⟧، ثم غادر.": "وصل الوفد، ثم غادر.",
        "زاد ٥٪⟦ ⟧، ثم ثبت.": "زاد ٥٪، ثم ثبت.",
        'وقال الوزير⟦ ⟧: "سنوقع".': 'وقال الوزير: "سنوقع".',
        "انتهى الاجتماع⟦ ⟧.": "انتهى الاجتماع.",
        "وصل الوفد⟦  ⟧؛ ثم غادر⟦\u00a0⟧!": "وصل الوفد؛ ثم غادر!",
        "قال «نعم»⟦ ⟧، ثم غادر (أمس)⟦ ⟧.\r\nهل عاد⟦ ⟧؟": "قال «نعم»، ثم غادر (أمس).\r\nهل عاد؟",
        "تمت الزيارة عام 2015⟦ ⟧، ثم انتهت.": "تمت الزيارة عام 2015، ثم انتهت.",
        "قال: «نعم⟦ ⟧!»": "قال: «نعم!»",
        'وأضاف⟦ ⟧،"سنعود"، وقال: "نعم⟦ ⟧،"ثم مضى.': 'وأضاف، "سنعود"، وقال: "نعم،"ثم مضى.',
        'قال⟦ ⟧:"نعم"، ثم سأل⟦ ⟧:(هل وصلتم)⟦ ⟧؟ثم مضى⟦ ⟧.(رويترز)': 'قال: "نعم"، ثم سأل: (هل وصلتم)؟ثم مضى. (رويترز)',
        "أصيب 25⟦ ⟧.وعاد 30%⟦ ⟧.وذلك في 2015م⟦ ⟧.ثم سأل: هل هم 25⟦ ⟧؟فلم يجب.": (
            "أصيب 25. وعاد 30%. وذلك في 2015م. ثم سأل: هل هم 25؟ فلم يجب."
        ),
        "وصلَ الوفدُ⟦ ⟧، ثم غادر.": "وصلَ الوفدُ، ثم غادر.",
        "أعلنت ذلك شركة Apple⟦ ⟧، ثم منافستها Google⟦  ⟧؛ فهل تلحق بهما Meta⟦ ⟧؟": (
            "أعلنت ذلك شركة Apple، ثم منافستها Google؛ فهل تلحق بهما Meta؟"
        ),
    }
    cases = (
        Example("وصل **الوفد**⟦ ⟧، ثم غادر.", "وصل **الوفد**، ثم غادر.", format="markdown"),
        Example("وقال الوزير : نعم⟦ ⟧.", "وقال الوزير : نعم.", {"marks": "."}),
    )

    measured = Measured(61, 61, 4338, "SaudiNewsNet, Jawhara, NTREX")

    def check(self, document: Document) -> Iterator[Finding]:
        """Every mark with blanks before it."""
        if not self.marks:
            return
        text, after_blank = document.text, _after_blank(self.marks)
        for match in document.matches_from(document.gaps_with(after_blank), compiled(after_blank)):
            start, at = match.start(), match.end() - 1
            mark = text[at]
            # A block begins the text, or behind the end of a line.
            if not start or not _BEFORE.match(text, start - 1) or _OTHERWISE.match(text, at + 1) or _BLANK_FOR.match(text, at):
                continue
            if mark == ":" and _DIGIT.match(text, start - 1) and _DIGIT_NEXT.match(text, at + 1):
                continue
            yield self.found(start, at, Edit(start, at, ""), *_put_behind(document, start, at), mark=mark)


def _put_behind(document: Document, start: int, at: int) -> list[Edit]:
    """The blank on the other side of a mark to which an opening mark sticks, or, where a number stands before it, a word: 25.وقال would
    look like one token, and no rule would part it. Other words `missing-space-after` parts.
    """
    text = document.text
    opens = _OPENS.match(text, at) and not document.quoted(at, at + 1)
    stuck = opens or (_WORD.match(text, at) and _NUMBER.search(text, max(0, start - 3), start))
    return [Edit(at + 1, at + 1, " ")] if stuck else []


@lru_cache(maxsize=8)
def _after_blank(marks: str) -> str:
    # From the first blank of a run only: of a megabyte of blanks before no mark each would look to its end.
    return f"(?<![{_BLANKS}])[{_BLANKS}]+[{re.escape(marks)}]"
