"""The paragraphs of a DOCX, of its body and of its notes, as expat tells them."""

from collections.abc import Iterator, Mapping

from ..arabic.letters import PLACEHOLDER
from ..document.sourcemap import Run
from .docx_blanks import trim
from .docx_fields import Field
from .docx_styles import NOT_PROSE, OUTLINE, Styles
from .layer import Piece
from .package_parts import BREAK, Line, Look, Loose, lines_of, run_of
from .xml import tag_end

_WORD = frozenset(
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
)
_SPACE = "http://www.w3.org/XML/1998/namespace space"
_NOT_SHOWN = frozenset(
    "del moveFrom rt pPrChange rPrChange tblPrChange trPrChange tcPrChange sectPrChange sectPr Fallback delText fldData tabs".split()
)
"""What is not read: what was deleted or moved away, old properties, how annotations are set, what stands in for a picture."""
_AROUND = frozenset("hyperlink ins moveTo sdt ruby dir bdo footnoteReference endnoteReference drawing pict".split())
"""No edit crosses the edge of one of these, nor a picture."""
_STAND_IN = {"br": BREAK, "cr": BREAK, "tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_OBJECTS = frozenset("object sym".split())
_NO_LOOK = frozenset("lang noProof rPr rtl".split())
"""Properties of a run that do not show: its language, marks for the spell checker."""
_SEPARATORS = frozenset(("separator", "continuationSeparator", "continuationNotice"))


class _Paragraph:
    """A paragraph while it is read."""

    def __init__(self, *, cell: bool) -> None:
        self.said: list[tuple[str, Run]] = []
        self.style = ""
        self.cell, self.item, self.heading = cell, False, False


class Body:
    """Reads `word/document.xml`, or the part with the notes (see `arlint.formats.xml.Reader`)."""

    def __init__(self, styles: Styles, comments: Mapping[str, str], text: str, *, fixed: bool = False) -> None:
        self.loose: list[Loose] = []
        self.is_document = False
        self._styles, self._comments, self._text, self._fixed = styles, comments, text, fixed
        self._paragraphs: list[_Paragraph] = []
        self._open: list[_Paragraph] = []
        self._fields: list[Field] = []
        self._skipped = 0  # how many elements deep in what is not read
        self._cells = self._around = 0
        self._in_run = self._in_properties = self._vanished = False
        self._properties: list[tuple[str, tuple[tuple[str, str], ...]]] = []
        self._look = Look(())
        self._reading = ""  # the element whose text is being read: `t`, `instrText`, or none
        self._text_from = 0  # where its content begins
        self._first = 0  # how much the paragraph said before
        self._trimmed = False

    def lines(self) -> Iterator[Line]:
        """All paragraphs, in the order they begin."""
        return lines_of(self._paragraphs, self._role)

    def _role(self, paragraph: _Paragraph, first: bool) -> str:
        role = self._styles.role(paragraph.style) if paragraph.style else ""
        if role == NOT_PROSE:
            return ""
        if role == "first-heading":
            role = "headline" if first else "heading"
        if paragraph.cell and role != "caption":
            return "table-cell"
        if not role and paragraph.heading:
            return "heading"
        return role or ("list-item" if paragraph.item else "paragraph")

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        """An element begins."""
        space, _, local = name.rpartition(" ")
        if self._skipped or local in _NOT_SHOWN:
            self._skipped += 1
            self._around += not self._in_properties
            return
        if local == "oMath":
            self._object(at)
            self._skipped = 1
            return
        if space not in _WORD:
            if local == "inline":
                self._object(at)
            return
        value = attributes.get(f"{space} val", "")
        if self._in_properties:
            self._property(local, attributes, value)
        elif local in ("t", "instrText"):
            self._reading = local
            self._text_from = tag_end(self._text, at)
            self._trimmed = attributes.get(_SPACE) != "preserve"
            self._first = len(self._open[-1].said) if self._open else 0
        elif local == "p":
            self._open.append(_Paragraph(cell=self._cells > 0))
            self._paragraphs.append(self._open[-1])
        elif local == "r":
            self._in_run, self._properties, self._vanished = True, [], False
            self._look = Look((self._around, ()), self._fixed)
        elif local == "tc":
            self._cells += 1
        elif local == "fldChar":
            self._field(attributes.get(f"{space} fldCharType", ""), at)
        elif local == "fldSimple":
            self._begin_result(attributes.get(f"{space} instr", ""), at)
        elif local == "document":
            self.is_document = True
        elif local in ("footnote", "endnote"):
            self._skipped = int(attributes.get(f"{space} type") in _SEPARATORS)
        elif self._open:
            self._in_paragraph(local, value, attributes.get(f"{space} id", ""), at)

    def _in_paragraph(self, local: str, value: str, number: str, at: int) -> None:
        paragraph = self._open[-1]
        if local in _AROUND:
            self._around += 1
        elif local == "rPr":
            self._in_properties = True
        elif local == "pStyle":
            paragraph.style = value
        elif local == "numId":
            paragraph.item = value != "0"
        elif local == "outlineLvl":
            paragraph.heading = value in OUTLINE
        elif local in _OBJECTS:
            self._object(at)
        elif self._in_run and local in _STAND_IN:
            self._say(_STAND_IN[local], at, tag_end(self._text, at))
        elif local == "commentReference":
            comment = self._comments.get(number, "")
            if comment.startswith("arlint:"):
                self._say(f"<!-- {comment} -->", at, at)

    def _property(self, local: str, attributes: Mapping[str, str], value: str) -> None:
        if local == "vanish":
            self._vanished = value not in ("0", "false", "off")
        if local not in _NO_LOOK:
            self._properties.append((local, tuple(sorted(attributes.items()))))

    def _field(self, kind: str, at: int) -> None:
        if kind == "begin":
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            self._begin_result(self._fields.pop().code, at)
        elif kind == "end" and self._fields:
            self._fields.pop()
        self._around += 1

    def _begin_result(self, code: str, at: int) -> None:
        field = Field(code, result=True)
        if field.is_object:
            self._object(at)
        self._fields.append(field)
        self._around += 1

    def _object(self, at: int) -> None:
        self._say(PLACEHOLDER, at, at)

    def end(self, name: str, at: int) -> None:
        """An element ends."""
        if self._skipped:
            self._skipped -= 1
            return
        space, _, local = name.rpartition(" ")
        if space not in _WORD:
            return
        if local == self._reading:
            self._reading = ""
            if local == "t" and self._trimmed and self._open:
                self._end_loose(at)
        elif local == "p" and self._open:
            self._open.pop()
        elif local == "rPr":
            self._in_properties = False
            if self._in_run:
                self._look = Look((self._around, tuple(self._properties)), self._fixed)
        elif local == "r":
            self._in_run = False
        elif local == "tc":
            self._cells -= 1
        elif local == "fldSimple" and self._fields:
            self._fields.pop()
            self._around += 1
        elif local in _AROUND:
            self._around += 1

    def _end_loose(self, at: int) -> None:
        """Text ends whose outer blanks are not shown."""
        trim(self._open[-1].said, self._first)
        tag = self._text.rindex("<", 0, self._text_from)
        name = self._text[tag : self._text_from].split(maxsplit=1)[0].rstrip(">")
        self.loose.append(Loose(self._text_from, at, tag + len(name)))

    def text(self, said: str, piece: Piece) -> None:
        """Text, and the codes of fields."""
        if self._skipped or not self._reading or not self._open:
            return
        if self._reading == "instrText":
            if self._fields:
                self._fields[-1].code += said
        elif self._vanished or not all(field.shows_text for field in self._fields):
            self._around += 1
        else:
            width = 1 if piece.decoded is None else piece.end - piece.start
            said = said.replace("\t", " ").replace("\n", " ")
            self._open[-1].said.append((said, run_of(piece.start, piece.end, self._look, piece.writer, width=width)))

    def _say(self, said: str, start: int, end: int) -> None:
        """Something that is shown here and cannot be edited."""
        if self._open and all(field.shows_text for field in self._fields):
            self._open[-1].said.append((said, run_of(start, end, self._look, exact=False)))
            self._around += 1
