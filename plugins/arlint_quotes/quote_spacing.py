"""quote-spacing: blanks inside quotation marks, and none outside them."""

from collections.abc import Iterable, Iterator
from typing import Literal

from arlint import Document, Edit, Example, Finding, Measured, Piece, Quotation, Rule, Text, option
from arlint.arabic.lazy import regex
from arlint.arabic.letters import LETTER, MARK, TATWEEL
from arlint.arabic.quotation_lean import clitic_before

_BLANKS = " \t\u00a0\u2009\u202f"
_WORD_BEFORE = regex(f"[{LETTER}{MARK}\\d]\\Z")
_SINGLE_LETTER = regex(f"(?<![{LETTER}{MARK}{TATWEEL}])[{LETTER}]\\Z")
_WORD_AFTER = regex(f"[{LETTER}][{LETTER}{MARK}{TATWEEL}]*")
_NO_BREAK = "\u00a0\u202f"
_OUTSIDE = frozenset(("", " ", "\n", "(", ":"))
_STOPS = ".؟!…"

_SUFFIXES = frozenset("ي ية يا ين يون يات ه ها هم".split())
"""Endings that may be attached to a quoted name (`"فيسبوك"ية`): no blank belongs there."""


class QuoteSpacing(Rule):
    """مسافات علامتي التنصيص: لا مسافة بعد علامة الفتح ولا قبل علامة الإغلاق، ومسافة قبل الأولى وبعد الثانية إن جاورتا كلمة. المسافة في غير
    موضعها تترك العلامة وحيدة في آخر السطر أو أوله، وتحيّر القارئ: أهي علامة فتح أم إغلاق؟

    لا يُبلَّغ عن حرف متصل قبل علامة الفتح (بـ"الجزيرة"، و"الحياة")، ولا عن لاحقة بعد علامة الإغلاق ("فيسبوك"ية). ولا تُفحص فقرة فيها
    علامة بلا مقابل حتى تُصلح. وإذا كانت قيمة الخيار nbsp هي allow قُبلت المسافة غير المنقطعة داخل العلامتين، على عادة الفرنسية.

    Blanks around quotation marks: none after the opening mark and none before the closing one, but one before the first and after the
    second where a word stands there. A blank at the wrong place leaves the mark alone at the end or the beginning of a line, and lets
    the reader wonder whether it opens or closes.

    Left alone are particles attached to the opening mark (بـ"الجزيرة", و"الحياة") and endings attached to the closing one
    ("فيسبوك"ية). Nothing is said of a paragraph in which a mark has no partner, before that is mended. With `nbsp: allow` a no-break
    space inside the marks is accepted, as French writes it.
    """

    id = "quote-spacing"
    code = "QUO005"
    title = Text("مسافات التنصيص", "Spaces around quotation marks")
    message = Text("احذف المسافة داخل علامتي التنصيص.", "Remove the space inside the quotation marks.")
    messages = {
        "before": Text("أضف مسافة قبل علامة التنصيص.", "Add a space before the quotation mark."),
        "after": Text("أضف مسافة بعد علامة التنصيص.", "Add a space after the quotation mark."),
        "moved": Text("انقل المسافة من داخل علامتي التنصيص إلى خارجهما.", "Move the space from inside the quotation marks to the outside."),
    }
    level = "warning"
    triggers = '"“”„‟«»‹›″'

    nbsp: Literal["forbid", "allow"] = option(
        "forbid",
        ar="المسافة غير المنقطعة داخل علامتي التنصيص: تُمنع (forbid) أو تُقبل (allow).",
        en="A no-break space inside the marks: reported (forbid) or accepted (allow).",
    )

    good = (
        'ظهر في شبكة بـ"سي إن إن" و"فوكس".',
        'قال: "سنوقع الاتفاق"، وغادر.',
        '(قال "نعم") ثم غادر.',
        "وصف الحملة بأنها «فيسبوك»ية خالصة.",
        'تساءل: أ"نعود" أم لا؟',
        "قالت: «قرأت «الأيام»».",
        'رأى لافتة كُتب عليها: " " ولم يفهم.',
        "قال:\u200f \u200f«نعم»\u200f، ثم غادر.",
        'اشترى شاشة 24" جديدة.',
    )
    bad = {
        'قال المدير ⟦" ⟧سنفتتح المتحف".': 'قال المدير "سنفتتح المتحف".',
        'قال المدير "سنفتتح المتحف⟦ "⟧.': 'قال المدير "سنفتتح المتحف".',
        'قال المدير إن⟦"⟧المتحف جاهز".': 'قال المدير إن "المتحف جاهز".',
        'قال المدير "سنفتتح المتحف⟦"⟧وغادر.': 'قال المدير "سنفتتح المتحف" وغادر.',
        'قال⟦" ⟧إن الأمر انتهى⟦ "⟧.': 'قال "إن الأمر انتهى".',
        'قال⟦" ⟧نعم⟦ "⟧, ثم غادر.': 'قال "نعم", ثم غادر.',
        'قال⟦" ⟧نعم⟦ "⟧ ثم قال⟦" ⟧لا⟦ "⟧ وغادر.': 'قال "نعم" ثم قال "لا" وغادر.',
        "قرأ ⟦« ⟧الأيام⟦ »⟧ مرتين.": "قرأ «الأيام» مرتين.",
        "قرأ ⟦«\u00a0⟧الأيام⟦\u00a0»⟧ مرتين.": "قرأ «الأيام» مرتين.",
        'عاد الوفد سنة 2015⟦"⟧بعد انقطاع".': 'عاد الوفد سنة 2015 "بعد انقطاع".',
        'قال ⟦" ⟧نعم⟦ "⟧،\r\nثم غادر.': 'قال "نعم"،\r\nثم غادر.',
        "سُمع كلامُه⟦«⟧نعم» أمس.": "سُمع كلامُه «نعم» أمس.",
    }
    cases = (
        Example("قرأ «\u00a0الأيام\u00a0» مرتين.", None, {"nbsp": "allow"}),
        Example("قرأ ⟦« ⟧الأيام⟦ »⟧ مرتين.", "قرأ «الأيام» مرتين.", {"nbsp": "allow"}),
        Example("قرأ **⟦« ⟧الأيام»** مرتين.", "قرأ **«الأيام»** مرتين.", format="markdown"),
    )

    measured = Measured(71, 72, 4338, "SaudiNewsNet, Jawhara, NTREX")

    def check(self, document: Document) -> Iterable[Finding]:
        """Both ends of every quotation."""
        plain, text = document.quotations.plain_spans, document.text
        # Within a plain one, and behind it, there is nothing amiss.
        if plain is not None and not any(text[start - 1].isalpha() and _glued_before(text, start) for start, _ in plain):
            return ()
        return self._found(document)

    def _found(self, document: Document) -> Iterator[Finding]:
        text = document.text
        for quotation in document.quotations.paired:
            if _set_well(text, quotation) or not quotation.sure:
                continue
            inside = quotation.inside
            if inside.text and not inside.text.isspace():
                yield from self._opening(document, quotation, inside)
                yield from self._closing(document, quotation, inside)

    def _opening(self, document: Document, quotation: Quotation, inside: Piece) -> Iterator[Finding]:
        start, end = quotation.start, inside.start
        blanks = inside.text[: len(inside.text) - len(inside.text.lstrip(_BLANKS))]
        glued = _glued_before(document.text, start)
        if blanks and self._wrong(blanks):
            last = end + len(blanks)
            edits = (Edit(end, last, ""), *([Edit(start, start, " ")] if glued else []))
            yield self.found(start, last, *edits, variant="moved" if glued else "")
        elif glued and not blanks:
            yield self.found(start, end, Edit(start, start, " "), variant="before")

    def _closing(self, document: Document, quotation: Quotation, inside: Piece) -> Iterator[Finding]:
        start, end = inside.end, quotation.end
        text = inside.text
        blanks = text[len(text.rstrip(_BLANKS)) :]
        glued = _glued_after(document.text, end)
        if blanks and self._wrong(blanks):
            first = start - len(blanks)
            edits = (Edit(first, start, ""), *([Edit(end, end, " ")] if glued else []))
            yield self.found(first, end, *edits, variant="moved" if glued else "")
        elif glued and not blanks:
            yield self.found(start, end, Edit(end, end, " "), variant="after")

    def _wrong(self, blanks: str) -> bool:
        return self.nbsp == "forbid" or bool(blanks.strip(_NO_BREAK))


def _set_well(text: str, quotation: Quotation) -> bool:
    """Whether the characters inside and outside both marks are as nearly always: the whole check in brief."""
    inside, start = quotation.text, quotation.start
    end = start + len(inside)
    apart = text[start - 1 : start] in _OUTSIDE and not text[end : end + 1].isalpha()
    return apart and inside[1].isalpha() and (inside[-2].isalpha() or inside[-2] in _STOPS)


def _glued_before(text: str, start: int) -> bool:
    """Whether a word or a number, and no particle, stands right before the opening mark."""
    before = _WORD_BEFORE.search(text, max(0, start - 1), start)
    return before is not None and not clitic_before(text, start) and not _SINGLE_LETTER.search(text, max(0, start - 1), start)


def _glued_after(text: str, end: int) -> bool:
    """Whether a word, and no ending of the quoted name, stands right after the closing mark."""
    after = _WORD_AFTER.match(text, end)
    return after is not None and after.group() not in _SUFFIXES
