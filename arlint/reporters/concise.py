"""One line a finding and nothing else, for grep and for editors that jump to places: `path:line:column: level CODE rule message`."""

from collections.abc import Iterable, Iterator

from ..report import FileReport, Style
from ._head import failure, head


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A piece for every file of which there is something to say."""
    for report in reports:
        if report.told or report.diagnostics or report.faults:
            yield report.told.text if report.told else said(report, style)


def said(report: FileReport, style: Style) -> str:
    """What is said of one file."""
    lines = [*(head(diagnostic, style) for diagnostic in report.diagnostics), *(failure(fault, style) for fault in report.faults)]
    return "".join(f"{line}\n" for line in lines)
