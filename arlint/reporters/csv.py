"""A table with a row for every finding and fault, for spreadsheets: comma-separated, quoted as RFC 4180 has it, with a head."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from ..report import Diagnostic, FileReport, Style
from ._cut import shortened
from ._pieces import pieces
from ._record import sayable

_HEAD = ("path", "line", "column", "end_line", "end_column", "level", "code", "rule", "message", "text", "fixable")
_MOST = 500  # characters of the text found; cells of spreadsheets are not made for whole paragraphs
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """The head, then the rows of every file. Columns count code points; neither colour nor isolates."""
    yield _row(_HEAD)
    yield from pieces(reports, said, style)


def said(report: FileReport, style: Style) -> str:
    """What is said of one file."""
    rows = (_row(_cells(one, style.lang)) for one in report.diagnostics)
    faults = ((one.path, "", "", "", "", "error", "", one.kind, one.message.in_(style.lang), "", "") for one in report.faults)
    return "".join((*rows, *map(_row, faults)))


def _cells(one: Diagnostic, lang: str) -> Iterable[object]:
    fixable = "" if one.fix is None else "safe" if one.fix.safe else "unsafe"
    place = one.path, one.line, one.column, one.end_line, one.end_column
    return (*place, one.level, one.rule.code, one.rule.id, one.sentence(lang), shortened(one.text, _MOST), fixable)


def _row(cells: Iterable[object]) -> str:
    row = StringIO()
    csv.writer(row, lineterminator="\r\n").writerow([_harmless(cell) for cell in cells])
    return sayable(row.getvalue())


def _harmless(cell: object) -> object:
    """Spreadsheets run text that begins like a formula; an apostrophe before it stops them, and is not shown."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULAS) else cell
