"""Sentences around a place: each paragraph is split once, however many places are asked for."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain, islice
from operator import attrgetter

from arlint import Document, Paragraph, Piece
from arlint.arabic.lazy import cached_property

_REACH = 400
"""Code points of a sentence that are read before and after a place. Longer sentences are rare, and asking stays linear in all
texts."""

_START = attrgetter("start")


def block_text(document: Document, number: int) -> str:
    """The text of a block, for those whom its kind does not concern: to know that is dearer than to read it."""
    block = document.blocks[number]
    return document.text[block.start : block.end]


class Sentences:
    """The sentences of a document, for a rule that asks for those at certain places."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._made: dict[int, tuple[list[int], list[Piece]]] = {}
        self._near: dict[int, list[Piece]] = {}  # by where the stretch begins

    def of(self, paragraph: Paragraph) -> list[Piece]:
        """The sentences of a paragraph."""
        return self._of(paragraph)[1]

    def _of(self, paragraph: Paragraph) -> tuple[list[int], list[Piece]]:
        found = self._made.get(paragraph.number)
        if found is None:
            sentences = self._document.sentences_of(paragraph)
            found = self._made[paragraph.number] = [one.start for one in sentences], sentences
        return found

    def number_at(self, paragraph: Paragraph, offset: int) -> int:
        """Which sentence of the paragraph holds an offset; 0 for one before the first."""
        return max(0, bisect_right(self._of(paragraph)[0], offset) - 1)

    def next(self, offset: int) -> str:
        """The outline of the sentence after the one that ends at or behind an offset, in its paragraph or at the beginning of the next."""
        paragraph = self._document.paragraph_at(offset - 1)
        if paragraph is None:
            return ""
        following = self.of(paragraph)[self.number_at(paragraph, offset - 1) + 1 :]
        if not following and paragraph.number + 1 < len(self._document.blocks):
            following = self.of(self._document.paragraph(paragraph.number + 1))
        return self._document.outline[following[0].start : following[0].end][:_REACH] if following else ""

    def around(self, start: int, end: int) -> tuple[str, str]:
        """The outline of the sentence that holds a span, before it and after it, as far as it is near."""
        paragraph, outline = self._document.paragraph_at(start), self._document.outline
        sentence = self._at(paragraph, start) if paragraph else None
        if sentence is None:
            return "", ""
        return outline[max(sentence.start, start - _REACH) : start], outline[end : min(sentence.end, end + _REACH)]

    def _at(self, paragraph: Paragraph, offset: int) -> Piece | None:
        """The sentence that holds an offset. Where it can be told from what stands near by, the paragraph is not split."""
        if paragraph.number not in self._made and offset >= paragraph.prose.start:
            ends = self._document.sure_ends
            number = bisect_right(ends, offset)
            first = max(paragraph.prose.start, ends[number - 1] if number else 0)
            near = self._near.get(first)
            if near is None:
                last = min(paragraph.end, ends[number] if number < len(ends) else paragraph.end)
                near = self._near[first] = self._document.sentences_within(paragraph, first, last)
            before = bisect_right(near, offset, key=_START)
            if before:
                return near[before - 1]
        return self.of(paragraph)[self.number_at(paragraph, offset)] if self.of(paragraph) else None


class Body:
    """The running text of a document: its paragraphs that are no headings, lists or bylines, and the sentences around each place."""

    def __init__(self, document: Document, *, skip_lead: bool) -> None:
        self._document = document
        self._skip_lead = skip_lead
        self._sentences = Sentences(document)

    def place(self, offset: int) -> int | None:
        """The number of the paragraph that holds an offset; None in headings, lists and the like, and in a lead that is left out."""
        number = self._document.number_at(offset)
        return number if number is not None and self._holds(number) and not (self._skip_lead and number == self._lead) else None

    def _holds(self, number: int) -> bool:
        return self._document.paragraph(number).kind == "paragraph"

    @cached_property
    def _lead(self) -> int:
        return next(filter(self._holds, range(len(self._document.blocks))))

    def sentences(self, place: int) -> list[Piece]:
        """The sentences of a paragraph."""
        return self._sentences.of(self._document.paragraph(place))

    def number_at(self, place: int, offset: int) -> int:
        """Which sentence of the paragraph holds an offset."""
        return self._sentences.number_at(self._document.paragraph(place), offset)

    def back(self, place: int, number: int, window: int) -> Iterator[str]:
        """The outline of so many sentences before one, the nearest first, those of paragraphs above included."""
        own, outline = self.sentences(place), self._document.outline
        before = chain(reversed(own[max(0, number - window) : number]), self._beyond(range(place - 1, -1, -1), -1))
        return (outline[one.start : one.end] for one in islice(before, window))

    def above(self, place: int, number: int, most: int) -> Iterator[str]:
        """The outline of so many sentences of the paragraph before one."""
        return (self._document.outline[one.start : one.end] for one in self.sentences(place)[max(0, number - most) : number])

    def near(self, place: int, number: int, window: int) -> Iterator[str]:
        """The outline of a sentence, then of so many before and after it, those of neighbouring paragraphs included."""
        own, outline = self.sentences(place), self._document.outline
        below = self._beyond(range(place + 1, len(self._document.blocks)), 1)
        after = islice(chain(own[number + 1 : number + 1 + window], below), window)
        following = (outline[one.start : one.end] for one in chain((own[number],), after))
        return chain(following, self.back(place, number, window))

    def _beyond(self, places: range, step: int) -> Iterator[Piece]:
        return (one for place in filter(self._holds, places) for one in self.sentences(place)[::step])
