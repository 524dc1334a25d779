"""One line a finding and nothing else, for grep and for editors that jump to places: `path:line:column: level CODE rule message`."""

from collections.abc import Iterable, Iterator

from ..report import FileReport, Style
from ._head import failure, head
from ._pieces import pieces


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A piece for every file of which there is something to say."""
    return pieces(reports, said, style)


def said(report: FileReport, style: Style) -> str:
    """What is said of one file."""
    lines = [*(head(diagnostic, style) for diagnostic in report.diagnostics), *(failure(fault, style) for fault in report.faults)]
    return "".join(f"{line}\n" for line in lines)
