"""Whose words a quotation holds, as far as its surroundings tell."""

from bisect import bisect_left
from functools import cached_property

from arlint import Document, Paragraph, Piece
from arlint.arabic.attribution import attributed
from arlint.arabic.lazy import regex
from arlint.arabic.quotation import MARKS
from arlint.arabic.speech import resumes_reporting

from ._context import is_bare, somebody
from ._sentences import Sentences

_COLON = regex(r":[\s–—-]*\Z")
_QUESTION = regex(r"؟[»”\")\s]*\Z")
_ASKED = regex(r"\s*(?:(?:س|ج|سؤال|جواب)\s?\d*\s?[:-]|[-–—•*]+\s*(?:هل|ما|ماذا|لماذا|كيف|متى|أين|من|كم)\s)")
_QUESTION_LENGTH, _QUESTIONS, _ASKED_QUESTIONS = 200, 3, 2
_FULL_STOPS = ".؟!…\n"
_FULL_STOP = regex(f"[{_FULL_STOPS}]")
_STOPS = " .،؛:؟!…\n"
REACH = 200
"""Code points around a quotation that tell what it is."""
_BEFORE = 800
"""Code points before a quotation in which its speaker is looked for."""
_RUN = 20
"""Paragraphs of quotation after another over which one attribution holds."""
_NEXT = 160
"""Code points of the next paragraph in which its reader still looks for the speaker of the one before."""


def clause(document: Document, quotation: Piece) -> str:
    """What stands around a quotation up to the nearest full stops: never more than its sentence, and enough for most."""
    outline, start, end = document.outline, quotation.start, quotation.end
    before, after = outline[max(0, start - REACH) : start], outline[end : end + REACH]
    marks = f"{outline[start]}{outline[end - 1]}"
    return f"{before[max(map(before.rfind, _FULL_STOPS)) + 1 :]}{marks}{_FULL_STOP.split(after, 1)[0]}"


class Speakers:
    """What a reader of this document takes a quotation's speaker from; whatever belongs to a whole paragraph is looked for once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._sentences = Sentences(document)
        self._people: dict[int, bool] = {}
        self._besides: dict[tuple[int, int], str] = {}
        found = document.quotations
        self._lonely = sorted(mark.start for mark in (*found.unclosed, *found.unopened))
        self._running = [one.start for one in found.running]

    def own(self, quotation: Piece, first: Paragraph, last: Paragraph) -> str:
        """The outline of the sentences that the quotation lies in."""
        start, end = self._bounds(quotation, first, last)
        return self._document.outline[start:end]

    def _bounds(self, quotation: Piece, first: Paragraph, last: Paragraph) -> tuple[int, int]:
        if not self._sentences.of(first) or not self._sentences.of(last):
            return quotation.start, quotation.end
        begins = self._sentences.of(first)[self._sentences.number_at(first, quotation.start)]
        ends = self._sentences.of(last)[self._sentences.number_at(last, quotation.end - 1)]
        return max(begins.start, quotation.start - REACH), min(ends.end, quotation.end + REACH)

    def has_speaker(self, quotation: Piece, first: Paragraph, last: Paragraph) -> bool:
        """Whether somebody is named in the paragraph, in what is said before the quotation, or in what comes next."""
        start, end = self._bounds(quotation, first, last)
        before, after = self._before(first, start), self._after(last, end)
        if _COLON.search(before) or _QUESTION.search(before) or self._person_in(first):
            return True
        if first.number and resumes_reporting(self._document.paragraphs[first.number - 1].text):
            return True
        return any(attributed(text) or somebody(text) for text in (before, after))

    def _person_in(self, paragraph: Paragraph) -> bool:
        if paragraph.number not in self._people:
            self._people[paragraph.number] = somebody(self._document.outline[paragraph.start : paragraph.end])
        return self._people[paragraph.number]

    def _before(self, paragraph: Paragraph, start: int) -> str:
        before = self._document.outline[max(paragraph.start, start - _BEFORE) : start]
        earlier = self._beside(paragraph, -1)
        return f"{earlier} {before}" if is_bare(before) or earlier.rstrip(_STOPS).endswith(tuple(MARKS)) else before

    def _after(self, paragraph: Paragraph, end: int) -> str:
        outline, sentences = self._document.outline, self._sentences.of(paragraph)
        number = self._sentences.number_at(paragraph, end) if sentences else 0
        for one in sentences[number : number + _RUN]:
            if one.start >= end and not is_bare(text := outline[one.start : one.end]):
                return text
        return self._beside(paragraph, 1)

    def _beside(self, paragraph: Paragraph, step: int) -> str:
        """The near end of the nearest paragraph in a direction that is not all quotation, in outline; empty where there is none."""
        key = paragraph.number, step
        if key not in self._besides:
            text = self._outline_beside(paragraph, step)
            self._besides[key] = text[:_NEXT] if step > 0 else text[-_BEFORE:]
        return self._besides[key]

    def _outline_beside(self, paragraph: Paragraph, step: int) -> str:
        paragraphs = self._document.paragraphs
        numbers = range(paragraph.number + step, paragraph.number + step * _RUN, step)
        for number in (number for number in numbers if 0 <= number < len(paragraphs)):
            there = paragraphs[number]
            if not is_bare(text := self._document.outline[there.start : there.end]):
                return text
        return ""

    def is_news(self, first: Paragraph, last: Paragraph) -> bool:
        """Whether the text is a report in which quotations can be told from what is said about them.

        Near a mark without a partner, or one that is closed or opened anew only in a later paragraph, they cannot.
        """
        start = self._document.paragraphs[max(0, first.number - 1)].start
        if bisect_left(self._lonely, start) != bisect_left(self._lonely, last.end):
            return False
        running = bisect_left(self._running, first.start) - 1
        if running >= 0 and self._document.quotations.running[running].end > start:
            return False
        return not self._is_interview and not self._is_all_quotation

    @cached_property
    def _is_all_quotation(self) -> bool:
        """Whether more than half of the paragraphs are: marks around a whole text are an ornament."""
        paragraphs, outline = self._document.paragraphs, self._document.outline
        return sum(is_bare(outline[one.start : one.end]) for one in paragraphs) * 2 > len(paragraphs)

    @cached_property
    def _is_interview(self) -> bool:
        paragraphs = self._document.paragraphs
        asked = sum(len(one.text) < _QUESTION_LENGTH and _QUESTION.search(one.text) is not None for one in paragraphs)
        return asked >= _QUESTIONS or sum(_ASKED.match(one.text) is not None for one in paragraphs) >= _ASKED_QUESTIONS
