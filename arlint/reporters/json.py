"""The format for programs: one JSON object, written piece by piece, a finding on a line.

    {"version": 1, "findings": […], "errors": […], "summary": {…}}

The fields of findings, errors and the summary are described in `_record.py`.
"""

from collections.abc import Iterable, Iterator

from ..report import FileReport, Style
from ._record import VERSION, encoded, error, finding, totals
from ._tally import Tally


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A piece for every finding, and one for all that comes after them; together one object. Neither colour nor isolates."""
    tally = Tally()
    errors: list[str] = []
    yield f'{{"version": {VERSION}, "findings": ['
    between = "\n"
    for report in tally.watched(reports):
        for diagnostic in report.diagnostics:
            yield f"{between}{encoded(finding(diagnostic, style.lang, report.start))}"
            between = ",\n"
        errors += [encoded(error(fault, style.lang)) for fault in report.faults]
    listed = "".join(f"\n{line}," for line in errors).removesuffix(",")
    yield f'\n], "errors": [{listed}\n], "summary": {encoded(totals(tally.summary))}}}\n'
