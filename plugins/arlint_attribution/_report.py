"""Whether a text is a report, in which quotations can be told from what is said about them."""

from bisect import bisect_left

from arlint import Document, Paragraph, Piece, Quotation
from arlint.arabic.lazy import cached_property, regex

from ._context import is_bare
from ._sentences import block_text

QUESTION = regex(r"؟[»”\")\s]*\Z")
_ASKED = regex(r"\s*(?:(?:س|ج|سؤال|جواب)\s?\d*\s?[:-]|[-–—•*]+\s*(?:هل|ما|ماذا|لماذا|كيف|متى|أين|من|كم)\s)")
_MEMBER = regex(r"(?:،\s*و?|(?<!\w)و)\Z")
_MEMBERS, _NEAR = 3, 8
"""Quotations of a paragraph that are a list of names, where commas or و part them; code points that tell it."""
_QUESTION_LENGTH, _QUESTIONS, _ASKED_QUESTIONS = 200, 3, 2


class Report:
    """The signs in a document that tell interviews, ornaments and broken marks from reported speech; each is looked for once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        found = document.quotations
        self._lonely = sorted(mark.start for mark in (*found.unclosed, *found.unopened))
        self._running = [one.start for one in found.running]

    def is_news(self, quotation: Piece | Quotation, first: Paragraph, last: Paragraph) -> bool:
        """Whether the text is a report in which a quotation can be told from what is said about it.

        Near a mark without a partner, or one that is closed or opened anew only in a later paragraph, it cannot, nor in a list of names.
        """
        if self._is_member(quotation, first):
            return False
        start = self._document.blocks[max(0, first.number - 1)].start
        if bisect_left(self._lonely, start) != bisect_left(self._lonely, last.end):
            return False
        running = bisect_left(self._running, first.start) - 1
        if running >= 0 and self._document.quotations.running[running].end > start:
            return False
        return not self._is_interview and not self._is_all_quotation

    def _is_member(self, quotation: Piece | Quotation, paragraph: Paragraph) -> bool:
        """Whether a quotation is a member of a list, as names are: `أفلام «…»، و«…»، و«…»`."""
        start = quotation.start
        if not _MEMBER.search(self._document.text, max(paragraph.start, start - _NEAR), start):
            return False
        return bisect_left(self._outer, paragraph.end) - bisect_left(self._outer, paragraph.start) >= _MEMBERS

    @cached_property
    def _outer(self) -> list[int]:
        return [one.start for one in self._document.quotations.paired if not one.depth]

    @cached_property
    def _is_all_quotation(self) -> bool:
        """Whether more than half of the paragraphs are: marks around a whole text are an ornament."""
        blocks, outline = self._document.blocks, self._document.outline
        return sum(is_bare(outline[one.start : one.end]) for one in blocks) * 2 > len(blocks)

    @cached_property
    def _is_interview(self) -> bool:
        texts = [block_text(self._document, number) for number in range(len(self._document.blocks))]
        asked = sum(len(text) < _QUESTION_LENGTH and QUESTION.search(text) is not None for text in texts)
        return asked >= _QUESTIONS or sum(_ASKED.match(text) is not None for text in texts) >= _ASKED_QUESTIONS
