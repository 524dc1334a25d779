"""nested-quote-style: a quotation within a quotation, with the same marks."""

from collections.abc import Iterable, Iterator
from typing import Literal

from arlint import Document, Edit, Example, Finding, Measured, Quotation, Rule, Text, option
from arlint.arabic.lazy import regex
from arlint.arabic.quotation_marks import STYLES
from arlint.arabic.speech import resumes_reporting

_SENTENCE_END = regex(r"[.؟!](?=\s)")
_NEAR = 200  # code points before the inner quotation that are looked at


class NestedQuoteStyle(Rule):
    """اقتباس داخل اقتباس بالعلامات نفسها: "… "كتاب" …"، فلا يُعرف أي العلامات تغلق أيها. والعادة أن تُستعمل للداخلي علامات أخرى: «…» داخل
    "…" أو العكس، أو ‹…› إن اختارتها الدار.

    لا يُبلَّغ عما زاد على max_words من الكلمات: ففي الفقرة الطويلة يكون الاقتباس الداخلي الطويل في الغالب علامة ناقصة لا اقتباسا.
    والإصلاح يغيّر علامتي الداخلي، وهو غير مأمون لأنه قد يخفي علامة ناقصة.

    A quotation within a quotation with the same marks, "… "a title" …": neither man nor machine sees which mark closes what. The inner
    one customarily has other marks: «…» within "…" or the other way round, or ‹…› where the house has chosen them.

    An inner quotation of more than `max_words` words is not reported: in a long paragraph that is mostly a missing mark and no quotation.
    The fix changes the inner marks; it is unsafe because it may hide a missing mark.
    """

    id = "nested-quote-style"
    code = "QUO006"
    title = Text("تنصيص داخل تنصيص بالعلامات نفسها", "Nested quotation with the same marks")
    message = Text(
        "الاقتباس داخل الاقتباس بالعلامات نفسها؛ استعمل له {right}.",
        "The quotation inside the quotation has the same marks; use {right} for it.",
    )
    level = "suggestion"
    triggers = '"“”„‟«»‹›'

    house_style = {"inner": "quotes.inner"}
    inner: Literal["auto", "guillemet", "straight", "single"] = option(
        "auto",
        ar='علامات الاقتباس الداخلي: guillemet «…» أو straight "…" أو single ‹…›، أو ما خالف علامات الخارجي (auto).',
        en='The marks of an inner quotation: guillemet «…», straight "…", single ‹…›, or whichever the outer one has not (auto).',
    )
    max_words: int = option(
        12, ar="أقصى عدد لكلمات الاقتباس الداخلي.", en="The most words that an inner quotation may have to be taken for one."
    )

    good = (
        'قالت: "ذكرت مجلة «الأفق» أن العقد جاهز".',
        "قال «نعم» وقال «لا».",
        'قال: "نعم" و"لا".',
        'قالت: "شاشة 24" هذه لا تكفي"، ثم غادرت.',
        "«نعم»، قال المدير، و«لا» قال نائبه.",
    )
    bad = {
        'قالت: "ذكرت مجلة ⟦"الأفق"⟧ أن العقد جاهز".': 'قالت: "ذكرت مجلة «الأفق» أن العقد جاهز".',
        'أعلن الجيش "تدمير عربة من نوع ⟦"تي-72"⟧ في الجنوب".': 'أعلن الجيش "تدمير عربة من نوع «تي-72» في الجنوب".',
        "قال «قرأت كتاب ⟦«الأيام»⟧ مرتين».": 'قال «قرأت كتاب "الأيام" مرتين».',
        "قال “قرأت كتاب ⟦“الأيام”⟧ مرتين”.": "قال “قرأت كتاب «الأيام» مرتين”.",
    }
    cases = (
        Example("قال «قرأت كتاب ⟦«الأيام»⟧ مرتين».", "قال «قرأت كتاب ‹الأيام› مرتين».", {"inner": "single"}),
        Example('قالت: "قرأت ⟦"الأيام"⟧ مرتين".', "قالت: \"قرأت «الأيام» مرتين\".", {"inner": "straight"}),
        Example('قالت: "قرأت "قصة الأيام القديمة" مرتين".', None, {"max_words": 2}),
    )

    measured = Measured(
        30, 32, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("عينة من 48 موضعا.", "A sample of 48 findings."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterable[Finding]:
        """Every short quotation that stands in one of its own family."""
        return self._found(document) if document.quotations.are_nested else ()

    def _found(self, document: Document) -> Iterator[Finding]:
        around: list[Quotation] = []
        for one in document.quotations.paired:
            del around[one.depth :]
            outer = around[-1] if around else None
            around.append(one)
            if outer and one.sure and _same_marks(one, outer) and self._short(document, one) and not _resumed(document, outer, one):
                marks = STYLES[self._marks(one.family)]
                yield self.found(one.start, one.end, *_edits(one, marks), safe=False, right=f"{marks[0]}…{marks[1]}")

    def _short(self, document: Document, one: Quotation) -> bool:
        return bool(one.inside.text.strip()) and len(document.words_in(one.start, one.end)) <= self.max_words

    def _marks(self, outer: str) -> str:
        if self.inner in ("auto", outer):
            return "straight" if outer == "guillemet" else "guillemet"
        return self.inner


def _resumed(document: Document, outer: Quotation, one: Quotation) -> bool:
    """Whether reporting goes on between the two opening marks: then the outer quotation has probably lost its closing one."""
    before = document.text[max(outer.start, one.start - _NEAR) : one.start]
    return any(resumes_reporting(before[end.end() :]) for end in _SENTENCE_END.finditer(before))


def _same_marks(one: Quotation, outer: Quotation) -> bool:
    return (one.opening, one.closing) == (outer.opening, outer.closing) and not one.mixed


def _edits(one: Quotation, marks: str) -> tuple[Edit, ...]:
    if any(mark in one.inside.text for mark in marks):
        return ()
    return Edit(one.start, one.start + len(one.opening), marks[0]), Edit(one.end - len(one.closing), one.end, marks[1])
