"""The Reviewdog Diagnostic Format, a JSON object a line (`reviewdog -f=rdjsonl`)."""

from collections.abc import Iterable, Iterator

from ..report import FileReport, Style
from ._pieces import pieces
from ._record import portable
from ._reviewdog import SOURCE, diagnostics


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A line for every finding and fault. Neither colour nor isolates."""
    return pieces(reports, said, style)


def said(report: FileReport, style: Style) -> str:
    """What is said of one file."""
    return "".join(f"{portable({**record, 'source': SOURCE})}\n" for record in diagnostics(report, style.lang))
