"""Findings under the name of their file, one line each: for reading a long run."""

from collections.abc import Iterable, Iterator

from ..report import Diagnostic, FileReport, Style
from ._closing import closing
from ._head import failure, message, path_of, rule_of
from ._tally import Tally


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A piece for every file that has findings, one for every fault, and one at the end."""
    tally = Tally()
    for report in tally.watched(reports):
        if report.diagnostics:
            lines = (_line(diagnostic, style) for diagnostic in report.diagnostics)
            yield "".join((f"{path_of(report.path, style)}:\n", *lines, "\n"))
        for fault in report.faults:
            yield f"{failure(fault, style)}\n\n"
    yield "".join(f"{line}\n" for line in closing(tally, style))


def _line(diagnostic: Diagnostic, style: Style) -> str:
    return f"  {diagnostic.line}:{diagnostic.column}: {rule_of(diagnostic, style)} {message(diagnostic, style)}\n"
