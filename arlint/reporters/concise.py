"""One line a finding and nothing else, for grep and for editors that jump to places: `path:line:column: level CODE rule message`."""

from collections.abc import Iterable, Iterator

from ..report import FileReport, Style
from ._head import failure, head


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A piece for every finding and fault."""
    for report in reports:
        for diagnostic in report.diagnostics:
            yield f"{head(diagnostic, style)}\n"
        for fault in report.faults:
            yield f"{failure(fault, style)}\n"
