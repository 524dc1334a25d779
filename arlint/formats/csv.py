"""CSV and TSV (RFC 4180): the cells of the columns that are prose, by the names in the first row."""

from collections.abc import Iterable, Iterator

from ..arabic.lazy import regex
from ..document import Document, Source, UnreadableError
from ..records import NamedTuple
from .field import Fields
from .fields import Item, Reader, not_empty
from .layer import Piece, layer, unescaped

_DELIMITERS = ",;\t|"
_DOUBLED = regex('""')
_LINE_END = regex(r"\r\n?|\n")


class _Cell(NamedTuple):
    """Where a cell stands, its quotes left out, and whether it has some. `number` is that of its column, from 0."""

    number: int
    start: int
    end: int
    quoted: bool


def parse(source: Source, fields: Fields = ()) -> Iterator[Document]:
    """The articles of a table: each row is one. A file of which no column is named as prose holds none."""
    reader = Reader(source, fields, "csv")
    rows = _rows(source)
    named = [(cell.number, reader.wanted([_text(source, cell).strip()])) for cell in next(rows, [])]
    columns = {number: field for number, field in named if field is not None}
    for row, cells in enumerate(rows if columns else ()):
        for cell in cells:
            if cell.number in columns:
                pieces, writer = _pieces(source.text, cell), write_quoted if cell.quoted else write_plain
                reader.add(columns[cell.number], layer(source.text, pieces, writer), 1, (Item(row, 0),))
    return reader.documents()


def write_quoted(text: str) -> str:
    """A text as it is written between quotes."""
    return text.replace('"', '""')


def write_plain(text: str) -> str | None:
    """A text as it is written without quotes, unless a sign in it means something there."""
    return None if any(sign in text for sign in '"\r\n' + _DELIMITERS) else text


_write_start = not_empty(write_plain)


def _pieces(text: str, cell: _Cell) -> Iterable[Piece]:
    if cell.quoted:
        yield from unescaped(text, cell.start, cell.end, _DOUBLED, lambda _: '"')
    elif cell.start < cell.end:
        yield Piece(cell.start, cell.start + 1, None, _write_start)
        yield Piece(cell.start + 1, cell.end)


def _text(source: Source, cell: _Cell) -> str:
    return source.text[cell.start : cell.end]


def _rows(source: Source) -> Iterator[list[_Cell]]:
    """The cells, row by row. The first line says what parts them."""
    text, at = source.text, source.body_start
    first = _LINE_END.search(text, at)
    header = text[at : first.start() if first else len(text)]
    delimiter = max(_DELIMITERS, key=header.count)
    bare = regex(rf"[^{delimiter}\r\n]*")
    row: list[_Cell] = []
    while at < len(text):
        quoted = text.startswith('"', at)
        if quoted:
            start, end = at + 1, _closing(source, at)
            at = end + 1
        else:
            start, end = at, at
        rest = bare.match(text, at)
        at = rest.end() if rest else at
        row.append(_Cell(len(row), start, end if quoted else at, quoted))
        line_end = _LINE_END.match(text, at)
        if not line_end and at < len(text):
            at += 1
            if at == len(text):
                row.append(_Cell(len(row), at, at, False))
            continue
        yield row
        row = []
        at = line_end.end() if line_end else at
    if row:
        yield row


def _closing(source: Source, opening: int) -> int:
    """Where the cell that a quote opens is closed. Raises UnreadableError where it is not."""
    at = opening + 1
    while (at := source.text.find('"', at)) >= 0:
        if not source.text.startswith('"', at + 1):
            return at
        at += 2
    line, column = source.place(opening)
    raise UnreadableError(
        f'خلية لم تُغلق علامة تنصيصها (السطر {line}، العمود {column})؛ أضف العلامة " في آخرها.',
        f'A cell whose quote is never closed (line {line}, column {column}); add the missing ".',
    )
