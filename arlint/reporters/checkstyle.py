"""Checkstyle XML, which many CI servers and review tools read."""

from collections.abc import Iterable, Iterator

from ..report import Diagnostic, Fault, FileReport, Style
from ._xml import attributes

_SEVERITIES = {"error": "error", "warning": "warning", "suggestion": "info"}


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A piece for every file that has findings or faults. Columns count code points; neither colour nor isolates."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
    for report in reports:
        lines = [_error(diagnostic, style.lang) for diagnostic in report.diagnostics]
        lines += [_failure(fault, style.lang) for fault in report.faults]
        if lines:
            yield f"  <file{attributes(name=report.path)}>\n{''.join(lines)}  </file>\n"
    yield "</checkstyle>\n"


def _error(diagnostic: Diagnostic, lang: str) -> str:
    values = attributes(
        line=diagnostic.line,
        column=diagnostic.column,
        severity=_SEVERITIES[diagnostic.level],
        message=diagnostic.sentence(lang),
        source=f"arlint.{diagnostic.rule.category()}.{diagnostic.rule.id}",
    )
    return f"    <error{values}/>\n"


def _failure(fault: Fault, lang: str) -> str:
    return f"    <error{attributes(line=1, severity='error', message=fault.message.in_(lang), source='arlint')}/>\n"
