"""latin-punctuation: , ; ? in the place of ، ؛ ؟."""

import re
from collections.abc import Iterable

from arlint import Document, Edit, Example, Finding, Measured, Pattern, PatternRule, Text
from arlint.arabic.lazy import regex
from arlint.arabic.letters import LETTER, TATWEEL
from arlint.arabic.numerals import DIGIT

from ._grouped import Grouped

_RIGHT = {",": "،", ";": "؛", "?": "؟"}
_CLOSERS = "»”\")\\]’'!"
_WORD_BEFORE = regex(f"[{LETTER}{TATWEEL}][{_CLOSERS}]*[\u200e\u200f]?[ \u00a0]?\\Z")
_NUMBER_BEFORE = regex(f"[{DIGIT}%٪][{_CLOSERS}]*[ \u00a0]?\\Z")
_BRACKETED_BEFORE = regex(f"[{LETTER}] ?\\([^()\n]+\\) ?\\Z")
"""A bracket behind an Arabic word, whatever stands in it: `منظمة الصحة (WHO)`."""
_WORD_AFTER = regex(f"[ \u00a0][«“\"(\\[]?[{LETTER}]|[ \u00a0]*(?:\n|\\Z)")
"""What follows a mark that belongs to the Arabic text, though a number stands before it."""

_AFTER = {
    ",": regex(f"[\\s\u00a0{LETTER}«“\"(\\[]|\\Z"),
    ";": regex("(?![ \u00a0]?[-'^]?[()DPpo/\\\\*|\\]\\[](?!\\w))[^A-Za-z0-9;]|\\Z"),
    "?": regex("!(?![!?؟])|[^A-Za-z0-9=&/?؟!]|\\Z"),  # of several, what is said is that they are several
}
_LOST = regex(f"(?:(?<![{LETTER}{TATWEEL}])[{LETTER}{TATWEEL}]{{1,2}}|(?<![^ \u00a0]))\\?(?=[{LETTER}])")
"""A sign that some program has put for a letter it did not know: ا?دوات, ?لأدوات."""

_BLANKS = " \u00a0"
_NEAR, _BRACKET = 12, 60  # code points; nobody closes so many brackets at once, nor puts more into one


class LatinPunctuation(Grouped, PatternRule):
    """علامة ترقيم لاتينية بعد كلمة عربية: الفاصلة (,) والفاصلة المنقوطة (;) وعلامة الاستفهام (?). اتجاهها عكس اتجاه الكتابة العربية، وقد
    تنتقل في الأسطر المختلطة إلى غير موضعها.

    لا يُبلَّغ عنها بين الأرقام، ولا بعد كلمة لاتينية أو بين علامتين تحيطان بها ("Hello, World")، ولا في العناوين الإلكترونية ورموز
    الوجوه مثل ;). والإصلاح يضع العلامة العربية.

    A Latin comma (,), semicolon (;) or question mark (?) after an Arabic word. They face against the direction of writing, and may move
    to another place in lines of mixed direction.

    Between digits, after a Latin word or within quotation marks around one ("Hello, World"), in addresses and in faces such as ;)
    nothing is reported. The fix writes the Arabic mark.
    """

    id = "latin-punctuation"
    code = "PUN001"
    title = Text("علامة ترقيم لاتينية", "Latin punctuation mark")
    message = Text("العلامة «{found}» لاتينية؛ استعمل العلامة العربية «{right}».", "«{found}» is the Latin mark; use the Arabic «{right}».")
    level = "error"
    triggers = ",;?"
    patterns = (Pattern("[,;?]"),)

    good = (
        "بلغ السعر 1,250 دولارا و3,5 في المئة.",
        'قال في مقابلة مع "Hello, World" إن المشروع بدأ.',
        "راجع https://example.com/?q=1 أولا.",
        'نشرت مجلة "Nature", وهي أسبوعية، المقال.',
        "فزنا ;) ثم احتفلنا ;)، وعدنا.",
        "شركة AT&amp;T",
        "كتب: قيمة=1;لون=2 في الملف.",
        "هل وصل الوفد؟ نعم، وغادر؛ ثم عاد.",
        "شريط ا?دوات وا?زرار في ?لنافذة",
        "الأعداد 1, 2, 3 والنتيجة 6,4 على ملعب A, B.",
    )
    bad = {
        "وصل الوفد⟦,⟧ ثم غادر.": "وصل الوفد، ثم غادر.",
        "هل وصل الوفد⟦?⟧": "هل وصل الوفد؟",
        "وصل الوفد⟦;⟧ لكنه غادر.": "وصل الوفد؛ لكنه غادر.",
        'قالت: "وصل الوفد"⟦,⟧ ثم غادرت.': 'قالت: "وصل الوفد"، ثم غادرت.',
        "سألت: «هل وصل الوفد⟦?⟧»\r\nثم غادرت.": "سألت: «هل وصل الوفد؟»\r\nثم غادرت.",
        "وصلوا (أمس)⟦,⟧ ثم غادروا⟦,⟧ولم يعودوا.": "وصلوا (أمس)، ثم غادروا،ولم يعودوا.",
        "وصل الوفد ⟦;⟧ لكنه غادر ⟦,⟧ فهل يعود ⟦?⟧": "وصل الوفد؛ لكنه غادر، فهل يعود؟",
        "وصلَ الوفدُ⟦,⟧ ثم غادر.": "وصلَ الوفدُ، ثم غادر.",
        "وصل عام 2015⟦,⟧ وبقي 3 أيام (25%)⟦,⟧ وعاد في 2016 ⟦,⟧ فهل يبقى في 2017⟦?⟧": (
            "وصل عام 2015، وبقي 3 أيام (25%)، وعاد في 2016، فهل يبقى في 2017؟"
        ),
        "قالت المنظمة (WHO)⟦,⟧ وهي أممية، إن الوباء انتهى.": "قالت المنظمة (WHO)، وهي أممية، إن الوباء انتهى.",
        "وصل الوفد\u200f⟦,⟧ ثم غادر.": "وصل الوفد\u200f، ثم غادر.",
        "أحقا وصل الوفد⟦?⟧! لم يصدق أحد!⟦?⟧": "أحقا وصل الوفد؟! لم يصدق أحد!؟",
    }
    cases = (Example("وصل **الوفد**⟦,⟧ ثم غادر.", "وصل **الوفد**، ثم غادر.", format="markdown"),)

    measured = Measured(61, 61, 4338, "SaudiNewsNet, Jawhara, NTREX")

    def judge(self, document: Document, match: re.Match[str], pattern: Pattern) -> Iterable[Finding]:
        """A mark that follows an Arabic word and does not belong to something Latin."""
        start, end = match.span()
        found, text = match.group(), document.text
        near = max(0, start - _NEAR)
        far = max(0, start - _BRACKET)
        if (_AFTER[found].match(text, end) and _WORD_BEFORE.search(text, near, start)) or (
            _WORD_AFTER.match(text, end) and (_NUMBER_BEFORE.search(text, near, start) or _BRACKETED_BEFORE.search(text, far, start))
        ):
            if found == "?" and any(_LOST.match(text, at, end + 1) for at in (start, start - 1, start - 2) if at >= 0):
                return
            blank = text[start - 1] in _BLANKS  # it goes with the mark, which would otherwise begin a line
            yield self.found(start, end, Edit(start - blank, end, _RIGHT[found]), found=found, right=_RIGHT[found])
