"""bracket-spacing: blanks inside brackets, and none outside them."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text
from arlint.arabic.clitics import CLITICS_ALONE
from arlint.arabic.lazy import regex
from arlint.arabic.letters import LETTER, TATWEEL
from arlint.arabic.numerals import DIGIT

from ._grouped import Grouped

_BLANKS = " \u00a0"
_BRACKET = regex(r"[()\[\]]")
_PARTNER = {"(": ")", "[": "]"}
_SUSPECT = regex(
    f"[()\\[\\]](?:(?<=[(\\[])(?=[{_BLANKS}])|(?<=[{_BLANKS}][)\\]])|(?<=[{LETTER}]\\()|(?<=\\))(?=[{LETTER}]))"
)
"""A bracket with a blank inside, or a letter outside."""
_WORD_BEFORE = regex(f"(?<![{LETTER}{TATWEEL}])[{LETTER}](?:{TATWEEL}*[{LETTER}]){{2,}}\\Z")
_WORD_AFTER = regex(f"[{LETTER}]{{2,}}")
_ENDING = regex(f"(?:[{LETTER}]|ات|ان|ون|ين|ية|تا|تان|تين|ها|هم|هن|هما|نا|كم|وا|يا)\\)")
"""What is added to a word in brackets, so that it may be read in two ways: طالب(ة), مدير(ين)."""

_FACE = regex("[:;=]['’]?-?\\Z")
_WORDS = regex(f"[{LETTER}]|(?![{DIGIT}]{{1,3}}[{_BLANKS}]*[)])[A-Za-z{DIGIT}][^)]")
"""What needs a blank before its bracket: a word, Latin letters, a number, and no number of a footnote (المؤلف(3))."""
_SUFFIXES = frozenset("ي ية يا ين يون يات ه ها هم ون ات ان".split())
"""Endings that may be attached to a word in brackets: (فيسبوك)ية."""

_ARTICLES = ("(ال", "(الـ")
"""Articles in brackets, which belong to the word behind them: (ال)شريك."""

_LONGEST = 24  # code points of a word before a bracket


class BracketSpacing(Grouped, Rule):
    """مسافات القوسين: لا مسافة بعد قوس الفتح ولا قبل قوس الإغلاق، ومسافة قبل الأول وبعد الثاني إن جاورتهما كلمة. المسافة في غير موضعها
    تترك القوس وحيدا في أول السطر أو آخره.

    لا يُبلَّغ عن حرف أو حرفين متصلين قبل القوس (ب(1))، ولا عن علامة تأنيث أو جمع بين قوسين (طالب(ة))، ولا عن لاحقة بعده، ولا عن روابط
    Markdown. ولا تُفحص فقرة اختلت أقواسها حتى تُصلح. والإصلاح يحذف المسافة أو يضيفها.

    Blanks around brackets: none after the opening bracket and none before the closing one, but one before the first and after the second
    where a word stands there. A blank at the wrong place leaves a bracket alone at the beginning or end of a line.

    One or two letters attached before a bracket (ب(1)), an ending in brackets (طالب(ة)) or after them, and links of Markdown are left
    alone. Nothing is said of a paragraph whose brackets do not match, before that is mended. The fix deletes or inserts the blank.
    """

    id = "bracket-spacing"
    code = "PUN007"
    title = Text("مسافات الأقواس", "Spaces around brackets")
    message = Text("احذف المسافة داخل القوسين.", "Remove the space inside the brackets.")
    messages = {
        "before": Text("أضف مسافة قبل القوس.", "Add a space before the bracket."),
        "after": Text("أضف مسافة بعد القوس.", "Add a space after the bracket."),
        "moved": Text("انقل المسافة من داخل القوسين إلى خارجهما.", "Move the space from inside the brackets to the outside."),
    }
    level = "warning"
    triggers = "()[]"
    gaps = r"^\(|[(\[][ \u00a0]|[ \u00a0][)\]]|\)\Z"

    good = (
        "وصل الوزير (رئيس الوفد) إلى القاهرة.",
        "الصيغة f(x) والرمز ب(1) والنقطة(A)، كما ذكر المؤلف(3).",
        '"هاتف (آيفون)"',
        "على كل طالب(ة) أن يحضر، وعلى المدير(ين) كذلك.",
        "حملة (فيسبوك)ية خالصة",
        "أصيب العداء 33 ) عاما( في الركبة.",
        "ضع علامة في الخانة [ ] ثم أرسل.",
        "اشترى الحاسوب وال(هاتف) الجديد من (ال)شريك.",
        "كتب :( ثم غادر.",
        "كتب :( ثم ابتسم :) وغادر.",
    )
    bad = {
        "وصل الوزير ⟦( ⟧رئيس الوفد) إلى القاهرة.": "وصل الوزير (رئيس الوفد) إلى القاهرة.",
        "وصل الوزير (رئيس الوفد⟦ )⟧ إلى القاهرة.": "وصل الوزير (رئيس الوفد) إلى القاهرة.",
        "وصل الوزير⟦(⟧رئيس الوفد) إلى القاهرة.": "وصل الوزير (رئيس الوفد) إلى القاهرة.",
        "وصل الوزير (رئيس الوفد⟦)⟧إلى القاهرة.": "وصل الوزير (رئيس الوفد) إلى القاهرة.",
        "قالت المنظمة⟦(⟧WHO) إن المريض⟦(⟧30 عاما) تعافى.": "قالت المنظمة (WHO) إن المريض (30 عاما) تعافى.",
        "فاز منتخب⟦(⟧مصر) على ضيفه.": "فاز منتخب (مصر) على ضيفه.",
        "وصل الوزير⟦( ⟧رئيس الوفد⟦ )⟧إلى القاهرة.": "وصل الوزير (رئيس الوفد) إلى القاهرة.",
        "قال: «وصل ⟦[ ⟧أمس⟦ ]⟧ الوفد»،\r\nثم ⟦( ⟧غادر).": "قال: «وصل [أمس] الوفد»،\r\nثم (غادر).",
        "وصلَ الوزيـرُ⟦(⟧رئيسُ الوفدِ) إلى القاهرة.": "وصلَ الوزيـرُ (رئيسُ الوفدِ) إلى القاهرة.",
    }
    cases = (
        Example("راجع [الدليل](https://example.org) و[ملحقه] أولا.", format="markdown"),
        Example("وصل **الوزير** ⟦( ⟧رئيس الوفد).", "وصل **الوزير** (رئيس الوفد).", format="markdown"),
    )

    measured = Measured(61, 61, 4338, "SaudiNewsNet, Jawhara, NTREX")

    def check(self, document: Document) -> Iterator[Finding]:
        """Both ends of every pair of brackets."""
        text = document.text
        for block, gaps in groupby(document.gaps_with(self.gaps), key=attrgetter("block")):
            if any(document.matches_from(gaps, _SUSPECT)):
                for opening, closing in _pairs(text, block.start, block.end):
                    if text[opening + 1 : closing].strip(_BLANKS) and not (_in_face(text, opening) and _in_face(text, closing)):
                        yield from self._opening(text, opening)
                        yield from self._closing(text, closing)

    def _opening(self, text: str, at: int) -> Iterator[Finding]:
        end = at + 1
        while text[end] in _BLANKS:
            end += 1
        glued = text[at] == "(" and _is_glued_before(text, at, end)
        if end > at + 1:
            edits = (Edit(at + 1, end, ""), *([Edit(at, at, " ")] if glued else []))
            yield self.found(at, end, *edits, variant="moved" if glued else "")
        elif glued:
            yield self.found(at, end, Edit(at, at, " "), variant="before")

    def _closing(self, text: str, at: int) -> Iterator[Finding]:
        start = at
        while text[start - 1] in _BLANKS:
            start -= 1
        after = _WORD_AFTER.match(text, at + 1) if text[at] == ")" else None
        glued = after is not None and after.group() not in _SUFFIXES and not text.endswith(_ARTICLES, max(0, at - 4), at)
        if start < at:
            edits = (Edit(start, at, ""), *([Edit(at + 1, at + 1, " ")] if glued else []))
            yield self.found(start, at + 1, *edits, variant="moved" if glued else "")
        elif glued:
            yield self.found(at, at + 1, Edit(at + 1, at + 1, " "), variant="after")


def _pairs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Offsets of opening and closing brackets; none of a paragraph in which one has no partner, for then it is not known which opens."""
    pairs: list[tuple[int, int]] = []
    waiting: list[int] = []
    for match in _BRACKET.finditer(text, start, end):
        if match.group() in _PARTNER:
            waiting.append(match.start())
        elif waiting and _PARTNER[text[waiting[-1]]] == match.group():
            pairs.append((waiting.pop(), match.start()))
        else:
            return []
    return [] if waiting else pairs


def _in_face(text: str, at: int) -> bool:
    """Whether a bracket is the mouth of a face: `:(`."""
    return _FACE.search(text, max(0, at - 3), at) is not None


def _is_glued_before(text: str, at: int, inside: int) -> bool:
    """Whether a word stands right before the bracket at `at` that has no part in what it holds, from `inside` on."""
    word = _WORD_BEFORE.search(text, max(0, at - _LONGEST), at)
    if not word or word.group().replace(TATWEEL, "") in CLITICS_ALONE or not _WORDS.match(text, inside):
        return False
    return not _ENDING.match(text, inside)
