"""The document that rules read, and its views: paragraphs, sentences, quotations, words. Each is made once, when first asked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING

from ..arabic import news
from ..arabic.gaps import holding
from ..arabic.lazy import cached_property, regex
from ..arabic.page import bare as bare_page
from ..arabic.page import between, gap_spans, gaps, page, shape, signs, spaced, word_count
from ..arabic.quotation_marks import MARKS
from ..arabic.script import is_foreign, may_be_foreign
from ..arabic.sentences import is_sentence, sentence_spans, sure_ends
from ..arabic.words import are_runs, forms
from .bare import HARAKAT, bare
from .gaps import Gap, gaps_in
from .pieces import Block, Paragraph, Piece, Quotation, Word
from .quotations import LOOKAHEAD, Quotations, quotations
from .source import Source
from .sourcemap import SourceMap
from .tokens import tokens_with
from .wording import Wording

if TYPE_CHECKING:
    import re
    from datetime import date

_FRONT_DATE = regex(r"\A(?:---|\+\+\+)\r?\n(?:(?!---|\+\+\+).*\r?\n)*?date[ \t]*[:=][ \t]*[\"']?(\d{4})-(\d{2})-(\d{2})")

_OF_THE_TEXT = ("page", "signs", "gaps", "_between")
"""The views that do not depend on the blocks."""


class Document:
    """Clean prose, the blocks in it, and the way back to the source.

    `text` holds no markup; what is not prose (URLs, code, comments) stands in it as one U+FFFC. Offsets are code points of `text`,
    spans half-open. Every view yields pieces with `piece.text == document.text[piece.start:piece.end]`.
    """

    def __init__(
        self, source: Source, text: str, blocks: Sequence[Block], sourcemap: SourceMap, format_name: str = "text", *, part: bool = False
    ) -> None:
        self.source = source
        self.text = text
        self.blocks = tuple(blocks)
        self.sourcemap = sourcemap
        self.format_name = format_name
        self.part = part

    @property
    def path(self) -> str:
        """The name the file was given by."""
        return self.source.path

    def lies_under(self, glob: str) -> bool:
        """Whether the path fits a glob, or does from one of its folders on."""
        from fnmatch import fnmatchcase

        return fnmatchcase(self.path, glob) or fnmatchcase(self.path, f"*/{glob}")

    @property
    def key(self) -> str:
        """What tells the article from all others: the path, and, where it is a part of its file, after a line end where it begins."""
        if not self.part:
            return self.path
        start = self.blocks[0].start if self.blocks else 0
        return f"{self.path}\n{self.source.start + self.sourcemap.span(start, start)[0]:012}"

    @cached_property
    def date(self) -> "date | None":
        """The day that the front matter names as the article's own; None where there is none or no such day."""
        from datetime import date

        match = _FRONT_DATE.match(self.source.text) if self.source.text[:3] in ("---", "+++") else None
        try:
            return date(*map(int, match.groups())) if match else None
        except ValueError:
            return None

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
            dateline = news.dateline_end(text) if kind in ("paragraph", "heading") and self.may_lead(number) else 0
            known = self._read[number] = Paragraph(text, start, kind, dateline, number)
        return known

    @cached_property
    def _read(self) -> dict[int, Paragraph]:
        """Paragraphs that were asked for, by their numbers."""
        return {}

    def paragraphs_of(self, role: str) -> list[Paragraph]:
        """The paragraphs whose blocks have a role, in order."""
        return [self.paragraph(number) for number, block in enumerate(self.blocks) if block.role == role]

    def may_lead(self, number: int) -> bool:
        """Whether nothing but headlines and the like, of which three may, stands right above a block."""
        return all(block.role in ("headline", "summary", "caption") for block in self.blocks[max(0, number - 3) : number])

    @cached_property
    def _whole(self) -> bool:
        """Whether every letter of the text stands in a block, so that a view may read the text in one go."""
        return True

    @cached_property
    def page(self) -> bytes:
        """The text as one byte a character: see `arlint.arabic.page`."""
        return page(self.text)

    @cached_property
    def signs(self) -> frozenset[str]:
        """The distinct characters of the text other than the blank and the letters of the Arabic alphabet."""
        return signs(self.text, self.page)

    @cached_property
    def shape(self) -> bytes:
        """The text with a sign of its kind for each character: see `arlint.arabic.page.shape`."""
        return shape(self.page)

    @cached_property
    def gaps(self) -> frozenset[bytes]:
        """What stands between the words of the text, each once: see `arlint.arabic.page`."""
        return gaps(self._between)

    @cached_property
    def _between(self) -> bytes | None:
        return between(self.page)

    def gaps_with(self, pattern: str) -> list[Gap]:
        """Where in the blocks this pattern may match between two words, in order: see `AnyRule.gaps`."""
        held = holding(pattern)
        wanted = [one for one in self.gaps if held[one]]
        if not wanted or self._between is None:
            return [Gap(block.start, block.end, block) for block in self.blocks] if wanted else []
        return gaps_in(self.blocks, self._starts, gap_spans(self._between, wanted))

    def matches_from(self, gaps: Iterable[Gap], pattern: "re.Pattern[str]") -> "Iterator[re.Match[str]]":
        """The matches of a pattern that begin in these gaps; none reaches over the end of its block."""
        text, begins, last = self.text, pattern.match, 0
        for start, end, block in gaps:
            for at in range(max(start, last), end):
                if at >= last and (match := begins(text, at, block.end)):
                    last = max(match.end(), at + 1)
                    yield match

    @cached_property
    def _wording(self) -> Wording:
        twin = self._unmarked if self._whole else self
        return Wording(self.text, self.blocks, self.page if self._whole else None, self.signs, None if twin is self else twin._wording)

    @property
    def forms(self) -> list[str]:
        """The bare form of every word, in order."""
        return self._wording.forms

    @property
    def vocabulary(self) -> frozenset[str]:
        """The distinct bare forms."""
        return self._wording.vocabulary

    @property
    def _unmarked(self) -> "Document":
        """`bare` if that was made, else the document itself: both have the same forms, so both readers share them."""
        made: Document = self.__dict__.get("bare", self)
        return made

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word with its place. Dearer than all other views: ask `words_of` or `words_in` where they can answer."""
        return tuple(self.numbered(0, len(self.forms)))

    def numbered(self, first: int, last: int) -> list[Word]:
        """The words from one number to before another: those of `forms[first:last]`."""
        return list(self._wording.numbered(first, last))

    def words_of(self, form: str) -> list[Word]:
        """The words that have this bare form, in order."""
        return self._wording.of(form)

    def words_among(self, forms: Set[str]) -> list[Word]:
        """The words that have one of these bare forms, in order."""
        return self._wording.among(forms)

    def words_in(self, start: int, end: int) -> list[Word]:
        """The words that begin in a span."""
        return self._wording.within(start, end)

    def count(self, start: int, end: int) -> int:
        """How many words a span has that begins and ends in none: as many as `words_in` gives, without finding them."""
        found = word_count(self.shape, start, end) if are_runs(self.signs) else None
        return len(forms(self.text[start:end])) if found is None else found

    def before(self, word: Word) -> Word | None:
        """The word directly before, where nothing but blanks stands between."""
        return self._wording.before(word)

    def after(self, word: Word) -> Word | None:
        """The word directly after, where nothing but blanks stands between."""
        return self._wording.after(word)

    def followed(self, word: Word, forms: Iterable[str]) -> Word | None:
        """The last of the words of these forms where they follow a word one after another (itself, if there are none); else None."""
        for form in forms:
            following = self.after(word)
            if following is None or following.form != form:
                return None
            word = following
        return word

    def word_at(self, offset: int) -> Word | None:
        """The word that holds an offset."""
        return self._wording.holding(offset)

    @cached_property
    def quotations(self) -> Quotations:
        """All quotations and all marks without a partner."""
        return self.quotations_over(LOOKAHEAD)

    def quotations_over(self, paragraphs: int) -> Quotations:
        """As `quotations`, where a quotation may run on over so many paragraphs. Made anew each time."""
        if self.signs.isdisjoint(MARKS):
            return Quotations()
        return quotations(self.text, self.signs, self.blocks, paragraphs)

    @cached_property
    def quoted_spans(self) -> Sequence[tuple[int, int]]:
        """Insides of quotations, disjoint and in order; what follows a mark that is never closed counts, to the paragraph's end."""
        found = self.quotations
        if not (found.running or found.unclosed or any(one.depth for one in found.paired)):
            return [(one.start + 1, one.start + len(one.text) - 1) for one in found.paired]  # they are apart, and in order
        spans = [(one.start + 1, one.end - 1) for one in found.paired] + [(one.start + 1, one.end - 1) for one in found.running]
        spans += [(mark.end, self.blocks[bisect_right(self._starts, mark.start) - 1].end) for mark in found.unclosed]
        merged: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return merged

    @cached_property
    def _quoted_starts(self) -> list[int]:
        return [start for start, _ in self.quoted_spans]

    def quoted(self, start: int, end: int) -> bool:
        """Whether the span touches somebody else's words: the inside of a quotation."""
        spans = self.quoted_spans
        if not spans:
            return False
        index = bisect_right(self._quoted_starts, max(start, end - 1)) - 1
        return index >= 0 and spans[index][1] > start

    @cached_property
    def outline(self) -> str:
        """The text with the insides of quotations blanked out; of equal length."""
        text = self.text
        parts: list[str] = []
        last = 0
        for start, end in self.quoted_spans:
            parts += (text[last:start], " " * (end - start))
            last = end
        return "".join((*parts, text[last:])) if parts else text

    @cached_property
    def sure_ends(self) -> list[int]:
        """Where sentences end, in order, whatever stands around: see `arlint.arabic.sentences.sure_ends`."""
        return sure_ends(self.outline, self.signs)

    def is_sentence(self, start: int, end: int) -> bool:
        """Whether what stands from one of the `sure_ends` to another is surely one sentence."""
        return is_sentence(self.text, self.outline, self.signs, start, end)

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
        seen = self.outline[first : first + len(text)] if self.quoted_spans else None
        return [Piece(text[a:b], first + a) for a, b in sentence_spans(text, seen, max(0, start - first), end - first)]

    @cached_property
    def _sentences(self) -> dict[int, list[Piece]]:
        return {}

    def role_at(self, offset: int) -> str:
        """The role of the block that holds an offset; empty outside of all."""
        number = self.number_at(offset)
        return "" if number is None else self.blocks[number].role

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds an offset."""
        number = self.number_at(offset)
        return None if number is None else self.paragraph(number)

    def number_at(self, offset: int) -> int | None:
        """The number of the block that holds an offset."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset <= self.blocks[number].end else None

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def tokens_with(self, characters: str) -> list[Piece]:
        """What stands between blanks and holds one of these characters, in order. It depends on nothing around it."""
        found = self._tokens.get(characters)
        if found is None:
            found = tokens_with(self.text, self._spaced, characters)
            found = self._tokens[characters] = found if self._whole else [token for token in found if self.block_at(token.start)]
        return found

    @cached_property
    def _spaced(self) -> bytes:
        return spaced(self.page)

    @cached_property
    def _tokens(self) -> dict[str, list[Piece]]:
        return {}

    def block_at(self, offset: int) -> Block | None:
        """The block that holds an offset; its end belongs to it."""
        number = self.number_at(offset)
        return None if number is None else self.blocks[number]

    def has(self, characters: str) -> bool:
        """Whether any of these characters occurs."""
        text = self.text
        return any(character in text for character in characters)

    def line(self, offset: int) -> int:
        """The line of the source file (from 1) in which an offset of the prose stands."""
        return self.source.place(self.sourcemap.span(offset, offset)[0]).line

    def stretch(self, start: int, end: int) -> tuple[int, int, int, int]:
        """Line and column of both ends of a span, in the source file: from 1, the end column one past the last character."""
        first, last = map(self.source.place, self.sourcemap.span(start, end))
        return (*first, *last)

    def without(self, numbers: Collection[int]) -> "Document":
        """The same document with these blocks (by their number, from 0) left out of all views. Offsets stay what they were."""
        if not numbers:
            return self
        blocks = [block for number, block in enumerate(self.blocks) if number not in numbers]
        other = Document(self.source, self.text, blocks, self.sourcemap, self.format_name, part=self.part)
        other.__dict__["_whole"] = False
        other.__dict__.update({name: self.__dict__[name] for name in _OF_THE_TEXT if name in self.__dict__})
        return other

    def blocks_in(self, start: int, end: int) -> range:
        """The numbers of the blocks that lie within a span."""
        return range(bisect_left(self._starts, start), bisect_right(self._starts, end - 1))

    @cached_property
    def foreign(self) -> frozenset[int]:
        """The numbers of the blocks that are in another language than Arabic."""
        if not may_be_foreign(self.signs):
            return frozenset()
        return frozenset(number for number, block in enumerate(self.blocks) if is_foreign(self.text[block.start : block.end]))

    @classmethod
    def of(cls, text: str, path: str = "example.txt") -> "Document":
        """The document of a plain text in which every line is a paragraph."""
        ends = [at for at, sign in enumerate(text) if sign == "\n"] + [len(text)]
        blocks = [Block(start, end) for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False) if text[start:end].strip()]
        return cls(Source(path, text), text, blocks, SourceMap.identity(len(text)))

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

    @cached_property
    def bare(self) -> "Document":
        """The document without harakat, which all rules read but those that speak of harakat. Its blocks are the same, moved."""
        found = bare(self.text, self.blocks, self.sourcemap, self.signs)
        if found is None:
            return self
        made = Document(self.source, *found, self.format_name, part=self.part)
        made.__dict__["signs"] = self.signs - HARAKAT
        if (data := bare_page(self.page)) is not None:
            made.__dict__["page"] = data
        return made


def _kind(text: str, vocabulary: Set[str]) -> str:
    if news.is_list_item(text):
        return "list-item"
    if news.is_byline(text):
        return "byline"
    if news.is_boilerplate(text, vocabulary):
        return "boilerplate"
    return "heading" if news.is_heading_like(text) else "paragraph"


__all__ = ["Document", "Quotation"]
