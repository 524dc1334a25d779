"""An output format: a line for each rule that found something, the most frequent first."""

from collections import Counter
from collections.abc import Iterable, Iterator

from arlint.report import FileReport, Style


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """`count code id`, a line each."""
    counted = Counter((one.rule.code, one.rule.id) for report in reports for one in report.diagnostics)
    for (code, rule_id), number in sorted(counted.items(), key=lambda entry: (-entry[1], entry[0])):
        yield f"{number:5} {code} {rule_id}\n"
