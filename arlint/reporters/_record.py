"""Findings and faults as plain values for JSON: the fields of the contract, in the contract's order."""

import re
from json import JSONEncoder
from typing import Any

from ..arabic.lazy import regex
from ..report import Diagnostic, Fault, Fix, Summary

VERSION = 1
"""Raised when a field changes its meaning or goes away; a new field does not raise it."""

_encode = JSONEncoder(ensure_ascii=False).encode
_SURROGATE = regex("[\ud800-\udfff]")


def encoded(value: object) -> str:
    """JSON on one line, Arabic as it is. Half surrogate pairs, which no UTF-8 can say, are written as `\\udce9`.

    They stand in paths for bytes that are not UTF-8: `path.encode("utf-8", "surrogateescape")` gives the bytes back.
    """
    return _SURROGATE.sub(_escape, _encode(value))


def portable(value: object) -> str:
    """JSON on one line for readers that refuse half a surrogate pair."""
    return sayable(_encode(value))


def sayable(text: str) -> str:
    """The text as UTF-8 can say it: U+FFFD stands for half a surrogate pair."""
    return _SURROGATE.sub("\ufffd", text)


def _escape(match: "re.Match[str]") -> str:
    return f"\\u{ord(match.group()):04x}"


def finding(diagnostic: Diagnostic, lang: str, start: int = 0) -> dict[str, Any]:
    """The record of a finding.

    Lines and columns count code points from 1, the end column is one past the last character; `start` and `end` are half-open code
    points of the decoded file (a byte-order mark counts as one), of which the report's source begins at `start`; `text` is what stands
    there.
    """
    return {
        "path": diagnostic.path,
        "rule": diagnostic.rule.id,
        "code": diagnostic.rule.code,
        "category": diagnostic.rule.category(),
        "level": diagnostic.level,
        "message": diagnostic.sentence(lang),
        "line": diagnostic.line,
        "column": diagnostic.column,
        "end_line": diagnostic.end_line,
        "end_column": diagnostic.end_column,
        "start": start + diagnostic.start,
        "end": start + diagnostic.end,
        "text": diagnostic.text,
        "related": [
            {
                "path": place.path,
                "line": place.line,
                "column": place.column,
                "end_line": place.end_line,
                "end_column": place.end_column,
                "message": place.message.in_(lang),
            }
            for place in diagnostic.related
        ],
        "fix": None if diagnostic.fix is None else _fix(diagnostic.fix, start),
    }


def _fix(fix: Fix, start: int) -> dict[str, Any]:
    edits = ({"start": start + edit.start, "end": start + edit.end, "text": edit.text} for edit in fix.edits)
    return {"safe": fix.safe, "edits": list(edits)}


def error(fault: Fault, lang: str) -> dict[str, Any]:
    """The record of a fault: `kind` is `file` (it could not be read), `rule` (a rule gave up in it) or `bug` (a rule broke down in
    it); the other rules went on."""
    return {"path": fault.path, "kind": fault.kind, "message": fault.message.in_(lang)}


def totals(counts: Summary) -> dict[str, int]:
    """The record of the counts.

    `files` are those that could be read; of the `findings` so many are `errors`, `warnings` and `suggestions`, and so many `fixable`;
    `suppressed` were accepted by comments or configuration and are not listed; `faults` is the number of errors listed.
    """
    return {
        "files": counts.files,
        "findings": counts.findings,
        "errors": counts.errors,
        "warnings": counts.warnings,
        "suggestions": counts.suggestions,
        "fixable": counts.fixable,
        "suppressed": counts.suppressed,
        "faults": counts.faults,
    }
