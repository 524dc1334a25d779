"""Test Anything Protocol, version 13: a test for every file, with its findings in YAML below it."""

from collections.abc import Iterable, Iterator

from ..report import FileReport, Style
from ._record import error, finding, portable
from .bidi import visible


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A piece for every file; the plan comes last, when their number is known. Neither colour nor isolates."""
    yield "TAP version 13\n"
    number = 0
    for number, report in enumerate(reports, 1):
        name = visible(report.path).replace("\\", "\\\\").replace("#", "\\#")
        failed = bool(report.diagnostics or report.faults)
        yield f"{'not ' if failed else ''}ok {number} - {name}\n"
        if failed:
            yield _block(report, style.lang)
    yield f"1..{number}\n"


def _block(report: FileReport, lang: str) -> str:
    """YAML whose values are JSON, which every YAML reader reads."""
    records = {
        "findings": [finding(diagnostic, lang) for diagnostic in report.diagnostics],
        "errors": [error(fault, lang) for fault in report.faults],
    }
    lines = [line for name, listed in records.items() if listed for line in (f"{name}:", *(f"  - {portable(one)}" for one in listed))]
    return "".join(f"  {line}\n" for line in ("---", *lines, "..."))
