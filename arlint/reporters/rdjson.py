"""The Reviewdog Diagnostic Format as one JSON object (`reviewdog -f=rdjson`)."""

from collections.abc import Iterable, Iterator

from ..report import FileReport, Style
from ._record import portable
from ._reviewdog import SOURCE, diagnostics


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A piece for every finding and fault; together one object. Neither colour nor isolates."""
    yield f'{{"source": {portable(SOURCE)}, "diagnostics": ['
    between = "\n"
    for report in reports:
        for record in diagnostics(report, style.lang):
            yield f"{between}{portable(record)}"
            between = ",\n"
    yield "\n]}\n"
