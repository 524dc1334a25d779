"""Logging commands of Azure Pipelines. It knows errors and warnings only: suggestions are warnings there."""

from collections.abc import Iterable, Iterator, Mapping

from ..report import Diagnostic, FileReport, Style
from ._pieces import pieces
from ._record import sayable

_IN_MESSAGE: Mapping[int, str] = str.maketrans({"%": "%AZP25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Mapping[int, str] = str.maketrans({"%": "%AZP25", "\r": "%0D", "\n": "%0A", ";": "%3B", "]": "%5D"})


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A command on a line for every finding and fault. Columns count code points; neither colour nor isolates."""
    return pieces(reports, said, style)


def said(report: FileReport, style: Style) -> str:
    """What is said of one file."""
    faults = (_command("error", {"sourcepath": fault.path}, fault.message.in_(style.lang)) for fault in report.faults)
    return "".join((*(_issue(diagnostic, style.lang) for diagnostic in report.diagnostics), *faults))


def _issue(diagnostic: Diagnostic, lang: str) -> str:
    properties = {
        "sourcepath": diagnostic.path,
        "linenumber": diagnostic.line,
        "columnnumber": diagnostic.column,
        "code": diagnostic.rule.code,
    }
    level = "error" if diagnostic.level == "error" else "warning"
    return _command(level, properties, f"{diagnostic.rule.id}: {diagnostic.sentence(lang)}")


def _command(level: str, properties: Mapping[str, object], message: str) -> str:
    listed = "".join(f"{key}={str(value).translate(_IN_PROPERTY)};" for key, value in properties.items())
    return sayable(f"##vso[task.logissue type={level};{listed}]{message.translate(_IN_MESSAGE)}\n")
