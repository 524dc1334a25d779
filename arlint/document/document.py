"""The document that rules read, and its views: paragraphs, sentences, quotations, words. Each is made once, when first asked for."""

from collections.abc import Collection, Set

from ..arabic import news
from ..arabic.dateline import dateline_end
from ..arabic.lazy import cached_property
from ..arabic.page import bare as bare_page
from ..arabic.sentences import sentence_spans
from .bare import COMPOSING, HARAKAT, bare
from .pieces import Block, Paragraph, Piece, Quotation
from .quoted import Quoted
from .source import Source
from .sourcemap import SourceMap


class Document(Quoted):
    """Clean prose, the blocks in it, and the way back to the source.

    `text` holds no markup; what is not prose (URLs, code, comments) stands in it as one U+FFFC. Offsets are code points of `text`,
    spans half-open. Every view yields pieces with `piece.text == document.text[piece.start:piece.end]`.
    """

    @classmethod
    def of(cls, text: str, path: str = "example.txt") -> "Document":
        """The document of a plain text in which every line is a paragraph."""
        ends = [at for at, sign in enumerate(text) if sign == "\n"] + [len(text)]
        blocks = [Block(start, end) for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False) if text[start:end].strip()]
        return cls(Source(path, text), text, blocks, SourceMap.identity(len(text)))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All blocks, in order, each with its kind. Where few of them matter, ask `paragraph` or `paragraph_at`, which read only those."""
        return tuple(map(self.paragraph, range(len(self.blocks))))

    def paragraph(self, number: int) -> Paragraph:
        """The block of a number (from 0), with its kind."""
        known = self._read.get(number)
        if known is None:
            start, end, role = self.blocks[number]
            text = self.text[start:end]
            kind = _kind(text, self.vocabulary) if role == "paragraph" else role
            dateline = dateline_end(text) if kind in ("paragraph", "heading") and self.may_lead(number) else 0
            known = self._read[number] = Paragraph(text, start, kind, dateline, number)
        return known

    @cached_property
    def _read(self) -> dict[int, Paragraph]:
        """Paragraphs that were asked for, by their numbers."""
        return {}

    def paragraphs_of(self, role: str) -> list[Paragraph]:
        """The paragraphs whose blocks have a role, in order."""
        return [self.paragraph(number) for number, block in enumerate(self.blocks) if block.role == role]

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds an offset."""
        number = self.number_at(offset)
        return None if number is None else self.paragraph(number)

    @cached_property
    def sentences(self) -> tuple[Piece, ...]:
        """The sentences of all paragraphs, in order."""
        return tuple(sentence for paragraph in self.paragraphs if paragraph.kind != "code" for sentence in self.sentences_of(paragraph))

    def sentences_of(self, paragraph: Paragraph) -> list[Piece]:
        """The sentences of one paragraph, its dateline left out. A full stop inside a quotation ends none."""
        known = self._sentences.get(paragraph.number)
        if known is None:
            known = self._sentences[paragraph.number] = self.sentences_within(paragraph, paragraph.prose.start, paragraph.end)
        return known

    def sentences_within(self, paragraph: Paragraph, start: int, end: int) -> list[Piece]:
        """The sentences of a stretch of a paragraph that none leaves: from one of the `sure_ends` to another."""
        text, first = paragraph.prose
        if end <= first:
            return []  # a stop in the dateline ends no sentence
        seen = self.outline[first : first + len(text)] if self.quoted_spans else None
        return [Piece(text[a:b], first + a) for a, b in sentence_spans(text, seen, max(0, start - first), end - first)]

    @cached_property
    def _sentences(self) -> dict[int, list[Piece]]:
        return {}

    def without(self, numbers: Collection[int]) -> "Document":
        """The same document with these blocks (by their number, from 0) left out of all views. Offsets stay what they were."""
        if not numbers:
            return self
        blocks = [block for number, block in enumerate(self.blocks) if number not in numbers]
        other = Document(self.source, self.text, blocks, self.sourcemap, self.format_name, part=self.part)
        other.__dict__["_whole"] = False
        other.__dict__.update({name: self.__dict__[name] for name in self._OF_THE_TEXT if name in self.__dict__})
        return other

    @cached_property
    def bare(self) -> "Document":
        """The document without harakat, which all rules read but those that speak of harakat. Its blocks are the same, moved."""
        found = bare(self.text, self.blocks, self.sourcemap, self.signs)
        if found is None:
            return self
        made = Document(self.source, *found, self.format_name, part=self.part)
        made.__dict__["signs"] = self.signs - HARAKAT
        if self.signs.isdisjoint(COMPOSING) and (data := bare_page(self.page)) is not None:
            made.__dict__["page"] = data
        return made

    @cached_property
    def raw(self) -> "Document":
        """The source as it stands, markup and all, as one block; its `prose` is this document."""
        text = self.source.text
        made = Document(self.source, text, (Block(self.source.body_start, len(text)),), SourceMap.identity(len(text)), self.format_name)
        made.__dict__["prose"] = self
        return made

    @cached_property
    def prose(self) -> "Document":
        """The document whose source this is: of `raw`, the one that it was asked of; of all others, themselves."""
        return self


def _kind(text: str, vocabulary: Set[str]) -> str:
    if news.is_list_item(text):
        return "list-item"
    if news.is_byline(text):
        return "byline"
    if news.is_boilerplate(text, vocabulary):
        return "boilerplate"
    return "heading" if news.is_heading_like(text) else "paragraph"


__all__ = ["Document", "Quotation"]
