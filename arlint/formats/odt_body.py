"""The content of an ODT, as expat tells it: its styles, and the paragraphs in the order they begin."""

from collections.abc import Hashable, Iterator, Mapping

from ..arabic.lazy import regex
from ..arabic.letters import PLACEHOLDER
from ..document.sourcemap import Run
from .docx_styles import NOT_PROSE
from .layer import Piece
from .odt_styles import Styles
from .package_parts import BLANK, BREAK, Line, Look, lines_of, run_of
from .xml import tag_end

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _OFFICE, _TABLE, _DRAW = (f"{_OASIS}{name}:1.0" for name in ("text", "office", "table", "drawing"))
_INLINE = frozenset("span a meta meta-field ruby ruby-base".split())
"""Elements in a paragraph whose text is its text."""
_AROUND = frozenset("a note meta-field ruby".split())
"""No edit crosses the edge of one of these."""
_UNSEEN = (
    "bookmark", "reference-mark", "soft-page-break", "change", "toc-mark", "alphabetical-index-mark", "user-index-mark",
    "note-", "list", "section", "index-", "numbered-paragraph",
)  # fmt: skip
"""How the names of elements begin that show nothing themselves."""
_NOT_SHOWN = frozenset(
    "tracked-changes table-of-content illustration-index table-index object-index user-index alphabetical-index bibliography "
    "sequence-decls variable-decls user-field-decls dde-connection-decls ruby-text note-citation list-style".split()
)
_BLANKS = regex(rf"[{BLANK}]{{2,}}|[\t\r\n]|\A | \Z")
"""Blanks that are not what they are between words: others may stand beside them, or they are no spaces."""


class _Paragraph:
    """A paragraph while it is read."""

    def __init__(self, role: str, style: str, *, cell: bool, item: bool) -> None:
        self.said: list[tuple[str, Run]] = []
        self.role, self.style, self.cell, self.item = role, style, cell, item
        self.looks: list[Hashable] = []


class Body:
    """Reads `content.xml` (see `arlint.formats.xml.Reader`). Of blanks in a row only the first one counts."""

    def __init__(self, styles: Styles, text: str, *, fixed: bool) -> None:
        self.is_document = False
        self._styles, self._text, self._fixed = styles, text, fixed
        self._paragraphs: list[_Paragraph] = []
        self._open: list[_Paragraph] = []
        self._speaks: list[bool] = []  # for each open element, whether text in it is text of the paragraph
        self._skipped = 0
        self._cells = self._items = self._around = 0
        self._comment: list[str] | None = None

    def lines(self) -> Iterator[Line]:
        """All paragraphs, in the order they begin."""
        return lines_of(self._paragraphs, self._role)

    def _role(self, paragraph: _Paragraph, first: bool) -> str:
        role = self._styles.role(paragraph.style)
        if role == NOT_PROSE:
            return ""
        if role not in ("headline", "summary"):
            role = paragraph.role or role
        if role == "first-heading":
            role = "headline" if first else "heading"
        if paragraph.cell and role != "caption":
            return "table-cell"
        return role or ("list-item" if paragraph.item else "paragraph")

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        """An element begins."""
        space, _, local = name.rpartition(" ")
        if self._skipped:
            self._skipped += 1
            return
        speaks = False
        if not self.is_document:
            self.is_document = (space, local) == (_OFFICE, "text")
            self._styles.start(name, attributes, at)
        elif space == _TEXT and local in _NOT_SHOWN:
            self._skipped = 1
            return
        elif space == _TEXT:
            speaks = self._start_text(local, attributes, at)
        elif (space, local) == (_OFFICE, "annotation"):
            self._skipped, self._comment = 1, []
            return
        elif space == _TABLE:
            self._cells += local == "table-cell"
        elif (space, local) == (_DRAW, "frame") and self._open:
            self._around += 1
            if attributes.get(f"{_TEXT} anchor-type") == "as-char":
                self._say(PLACEHOLDER, at, at)
        if not self._skipped:
            self._speaks.append(speaks)

    def _start_text(self, local: str, attributes: Mapping[str, str], at: int) -> bool:
        style = attributes.get(f"{_TEXT} style-name", "")
        if local in ("p", "h"):
            level = attributes.get(f"{_TEXT} outline-level", "1") if local == "h" else ""
            role = "first-heading" if level == "1" else "heading" if level else ""
            self._open.append(_Paragraph(role, style, cell=self._cells > 0, item=self._items > 0))
            self._paragraphs.append(self._open[-1])
            return True
        self._items += local == "list-item"
        if not self._open:
            return False
        if local in _INLINE or local == "note":
            self._around += local in _AROUND
            self._open[-1].looks.append(self._styles.look(style) if local == "span" else None)
            return local != "note"
        if local in ("s", "tab", "line-break"):
            self._blank(local, attributes.get(f"{_TEXT} c", "1"), at)
        elif not local.startswith(_UNSEEN):
            self._say(PLACEHOLDER, at, at)
            self._skipped = 1
        return False

    def _blank(self, local: str, count: str, at: int) -> None:
        end = tag_end(self._text, at)
        if local == "s" and count == "1" and self._text[end - 2] == "/":
            self._open[-1].said.append((" ", run_of(at, end, self._look, width=end - at)))
        elif local == "s":
            self._say(" " * (int(count) if count.isdecimal() and len(count) < 4 else 1), at, end)
        else:
            self._say("\t" if local == "tab" else BREAK, at, end)

    @property
    def _look(self) -> Look:
        return Look((self._around, tuple(look for look in self._open[-1].looks if look is not None)), self._fixed)

    def _say(self, said: str, start: int, end: int) -> None:
        """Something that is shown here and cannot be edited."""
        if self._open:
            self._open[-1].said.append((said, run_of(start, end, self._look, exact=False)))
            self._around += 1

    def end(self, name: str, at: int) -> None:
        """An element ends."""
        space, _, local = name.rpartition(" ")
        if self._skipped:
            self._skipped -= 1
            if not self._skipped:
                self._end_skipped(at)
            return
        self._speaks.pop()
        if not self.is_document:
            self._styles.end(name, at)
        elif space == _TABLE:
            self._cells -= local == "table-cell"
        elif space == _TEXT and local in ("p", "h"):
            self._open.pop()
        elif space == _TEXT and local == "list-item":
            self._items -= 1
        elif space == _TEXT and self._open and (local in _INLINE or local == "note"):
            self._open[-1].looks.pop()
            self._around += local in _AROUND

    def _end_skipped(self, at: int) -> None:
        comment, self._comment = self._comment, None
        said = " ".join("".join(comment or ()).replace("-->", "").split())
        start = said.find("arlint:")  # before it stand the author and the date
        if start >= 0:
            self._say(f"<!-- {said[start:]} -->", at, at)

    def text(self, said: str, piece: Piece) -> None:
        """Text of a paragraph, of a comment, or of nothing that is shown."""
        if self._comment is not None:
            self._comment.append(said)
        if self._skipped or not self._open or not self._speaks[-1]:
            return
        if piece.decoded is not None and said not in BLANK:
            self._open[-1].said.append((said, run_of(piece.start, piece.end, self._look, width=piece.end - piece.start)))
        elif piece.decoded is not None:
            self._collapse(piece.start, piece.end, piece)
        else:
            last = 0
            for blanks in _BLANKS.finditer(said):
                start, end = blanks.span()
                self._verbatim(said, last, start, piece)
                self._collapse(piece.start + start, piece.start + end, piece)
                last = end
            self._verbatim(said, last, len(said), piece)

    def _verbatim(self, said: str, start: int, end: int, piece: Piece) -> None:
        if start < end:
            run = run_of(piece.start + start, piece.start + end, self._look, piece.writer)
            self._open[-1].said.append((said[start:end], run))

    def _collapse(self, start: int, end: int, piece: Piece) -> None:
        said = self._open[-1].said
        if not said:  # what a paragraph begins with is not shown
            return
        last, run = said[-1]
        if last[-1] not in (" ", "\t", BREAK):
            said.append((" ", run_of(start, end, self._look, piece.writer, width=end - start)))
        elif run.exact and last == " " and run.source_end == start:
            said[-1] = last, run._replace(source_end=end, width=end - run.source_start)
