"""Workflow commands of GitHub Actions: each finding becomes an annotation beside its line.

GitHub shows the first ten errors, warnings and notices of a step. Columns count code points.
"""

from collections.abc import Iterable, Iterator, Mapping

from ..report import Diagnostic, Fault, FileReport, Style
from ._record import sayable

_COMMANDS = {"error": "error", "warning": "warning", "suggestion": "notice"}
_IN_MESSAGE: Mapping[int, str] = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Mapping[int, str] = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A command on a line for every finding and fault. Neither colour nor isolates."""
    for report in reports:
        for diagnostic in report.diagnostics:
            yield _annotation(diagnostic, style.lang)
        for fault in report.faults:
            yield _failure(fault, style.lang)


def _annotation(diagnostic: Diagnostic, lang: str) -> str:
    properties = {
        "file": diagnostic.path,
        "line": diagnostic.line,
        "endLine": diagnostic.end_line,
        "col": diagnostic.column,
        "endColumn": diagnostic.end_column,
        "title": f"{diagnostic.rule.code} {diagnostic.rule.id}",
    }
    if diagnostic.line != diagnostic.end_line:
        # GitHub takes columns for one line only, and says so by dropping the annotation.
        del properties["col"], properties["endColumn"]
    return _command(_COMMANDS[diagnostic.level], properties, diagnostic.sentence(lang))


def _failure(fault: Fault, lang: str) -> str:
    return _command("error", {"file": fault.path, "title": "arlint"}, fault.message.in_(lang))


def _command(name: str, properties: Mapping[str, object], message: str) -> str:
    listed = ",".join(f"{key}={str(value).translate(_IN_PROPERTY)}" for key, value in properties.items())
    return sayable(f"::{name} {listed}::{message.translate(_IN_MESSAGE)}\n")
