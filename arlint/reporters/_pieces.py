"""The output of reporters that speak of each file by itself, a piece a file."""

from collections.abc import Iterable, Iterator

from ..report import FileReport, Style, Voice


def pieces(reports: Iterable[FileReport], said: Voice, style: Style) -> Iterator[str]:
    """A piece for every file of which there is something to say: what was said where it was checked, or what is `said` of it now."""
    for report in reports:
        if report.told or report.diagnostics or report.faults:
            yield report.told.text if report.told else said(report, style)
