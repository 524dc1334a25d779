"""Pieces of a document's prose. Of every piece `piece.text == document.text[piece.start:piece.end]` holds."""

from ..records import NamedTuple

ROLES = (
    "headline", "summary", "heading", "paragraph", "list-item", "quotation", "table-cell", "caption", "byline", "dateline", "code",
)  # fmt: skip
"""What a block may be. The text of code is not read: a placeholder stands for it."""

PROSE = frozenset(ROLES) - {"code"}
"""The roles of all that is prose."""


class Block(NamedTuple):
    """A stretch of prose that belongs together, as its format knows it: half-open code points of the prose, and one of `ROLES`."""

    start: int
    end: int
    role: str = "paragraph"


class Piece(NamedTuple):
    """Any stretch of the prose: its text and its offset (code points)."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.start + len(self.text)


class Word(NamedTuple):
    """A word as written, and its bare form: no harakat, no tatweel, no invisible characters."""

    text: str
    start: int
    form: str

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.start + len(self.text)


class Paragraph(NamedTuple):
    """A block with what the news desk knows of it.

    `kind` is its role, made finer: `paragraph` becomes `list-item`, `byline`, `boilerplate` or `heading` where it reads like
    one. `dateline` is the length of the dateline it begins with, 0 for none. `number` counts from 0 in the document.
    """

    text: str
    start: int
    kind: str
    dateline: int
    number: int

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.start + len(self.text)

    @property
    def prose(self) -> Piece:
        """The paragraph without its dateline."""
        return Piece(self.text[self.dateline :], self.start + self.dateline)


class Quotation(NamedTuple):
    """A quotation with both its marks.

    `family` is `straight`, `curly`, `guillemet` or `single`; `depth` 0 for the outermost; `paragraph` the index of the paragraph.
    `opening` and `closing` are the marks as written, with both signs where one is doubled; `closed_by` is the family of the closing mark.
    It is `sure` that the two belong together where every mark of the paragraph has a partner and its blanks do not deny it.
    """

    text: str
    start: int
    family: str
    depth: int
    paragraph: int
    opening: str
    closing: str
    closed_by: str
    sure: bool

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.start + len(self.text)

    @property
    def inside(self) -> Piece:
        """What stands between the marks."""
        return Piece(self.text[len(self.opening) : len(self.text) - len(self.closing)], self.start + len(self.opening))

    @property
    def mixed(self) -> bool:
        """Whether the closing mark is of another family than the opening one."""
        return self.closed_by != self.family
