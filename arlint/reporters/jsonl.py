"""One JSON object a line: findings as in the json format, then faults, last the summary. `type` is `finding`, `error` or `summary`."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..report import FileReport, Style
from ._pieces import pieces
from ._record import encoded, error, finding, totals
from ._tally import Tally


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A line for every finding and fault, as the files come in, and one with the counts."""
    tally = Tally()
    yield from pieces(tally.watched(reports), said, style)
    yield _line("summary", totals(tally.summary))


def said(report: FileReport, style: Style) -> str:
    """What is said of one file."""
    findings = (_line("finding", finding(one, style.lang, report.start)) for one in report.diagnostics)
    return "".join((*findings, *(_line("error", error(fault, style.lang)) for fault in report.faults)))


def _line(kind: str, record: Mapping[str, Any]) -> str:
    return f"{encoded({'type': kind, **record})}\n"
