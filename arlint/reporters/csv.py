"""A table with a row for every finding and fault, for spreadsheets: comma-separated, quoted as RFC 4180 has it, with a head."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from ..report import FileReport, Style
from ._cut import shortened
from ._record import sayable

_HEAD = ("path", "line", "column", "end_line", "end_column", "level", "code", "rule", "message", "text", "fixable")
_MOST = 500  # characters of the text found; cells of spreadsheets are not made for whole paragraphs
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A row a piece. Columns count code points; neither colour nor isolates."""
    yield _row(_HEAD)
    for report in reports:
        for one in report.diagnostics:
            fixable = "" if one.fix is None else "safe" if one.fix.safe else "unsafe"
            place = (one.line, one.column, one.end_line, one.end_column)
            words = (one.level, one.rule.code, one.rule.id, one.sentence(style.lang), shortened(one.text, _MOST), fixable)
            yield _row((report.path, *place, *words))
        for fault in report.faults:
            yield _row((fault.path, "", "", "", "", "error", "", fault.kind, fault.message.in_(style.lang), "", ""))


def _row(cells: Iterable[object]) -> str:
    row = StringIO()
    csv.writer(row, lineterminator="\r\n").writerow([_harmless(cell) for cell in cells])
    return sayable(row.getvalue())


def _harmless(cell: object) -> object:
    """Spreadsheets run text that begins like a formula; an apostrophe before it stops them, and is not shown."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULAS) else cell
