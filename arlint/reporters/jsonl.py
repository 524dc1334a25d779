"""One JSON object a line: findings as in the json format, then faults, last the summary. `type` is `finding`, `error` or `summary`."""

from collections.abc import Iterable, Iterator

from ..report import FileReport, Style
from ._record import encoded, error, finding, totals
from ._tally import Tally


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A line for every finding and fault, as the files come in, and one with the counts."""
    tally = Tally()
    for report in tally.watched(reports):
        for diagnostic in report.diagnostics:
            yield f"{encoded({'type': 'finding', **finding(diagnostic, style.lang, report.start)})}\n"
        for fault in report.faults:
            yield f"{encoded({'type': 'error', **error(fault, style.lang)})}\n"
    yield f"{encoded({'type': 'summary', **totals(tally.summary)})}\n"
