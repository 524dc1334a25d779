"""Diagnostics of the Reviewdog Diagnostic Format. Its columns count bytes of UTF-8 from 1, its ends are exclusive.

Reviewdog offers every suggestion by itself, so that a fix of several edits is given as one.
"""

from collections.abc import Iterator
from typing import Any

from ..report import Diagnostic, Fault, FileReport, Fix
from ._bytes import ByteColumns
from ._repair import merged

SOURCE = {"name": "arlint"}

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}


def diagnostics(report: FileReport, lang: str) -> Iterator[dict[str, Any]]:
    """The records of a file's findings and faults."""
    if report.source is not None and report.diagnostics:
        columns, text = ByteColumns(report.source), report.source.text
        for diagnostic in report.diagnostics:
            yield _diagnostic(diagnostic, columns, text, lang)
    for fault in report.faults:
        yield _failure(fault, lang)


def _diagnostic(diagnostic: Diagnostic, columns: ByteColumns, text: str, lang: str) -> dict[str, Any]:
    record: dict[str, Any] = {
        "message": diagnostic.sentence(lang),
        "location": {"path": diagnostic.path, "range": _range(columns, diagnostic.start, diagnostic.end)},
        "severity": _SEVERITIES[diagnostic.level],
        "code": {"value": diagnostic.rule.id},
    }
    if diagnostic.fix is not None:
        record["suggestions"] = [_suggestion(diagnostic.fix, columns, text)]
    return record


def _suggestion(fix: Fix, columns: ByteColumns, text: str) -> dict[str, Any]:
    start, end, new = merged(text, fix)
    return {"range": _range(columns, start, end), "text": new}


def _range(columns: ByteColumns, start: int, end: int) -> dict[str, Any]:
    places = {"start": columns.place(start), "end": columns.place(end)}
    return {name: {"line": line, "column": column} for name, (line, column) in places.items()}


def _failure(fault: Fault, lang: str) -> dict[str, Any]:
    return {"message": fault.message.in_(lang), "location": {"path": fault.path}, "severity": "ERROR", "code": {"value": "arlint"}}
