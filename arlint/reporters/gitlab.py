"""A Code Quality report of GitLab: one JSON array. Fingerprints stay the same when lines are added or taken away elsewhere."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from ..report import Diagnostic, Fault, FileReport, Style
from ._fingerprint import fingerprints
from ._record import portable

_SEVERITIES = {"error": "major", "warning": "minor", "suggestion": "info"}


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A piece for every finding and fault; together one array. Neither colour nor isolates."""
    yield "["
    between = "\n"
    for report in reports:
        issues = [_issue(one.diagnostic, one.fingerprint, style.lang) for one in fingerprints(report) if one.acceptance is None]
        issues += [_failure(fault, number, style.lang) for number, fault in enumerate(report.faults)]
        for issue in issues:
            yield f"{between}{portable(issue)}"
            between = ",\n"
    yield "\n]\n"


def _issue(diagnostic: Diagnostic, likeness: str, lang: str) -> dict[str, Any]:
    return {
        "description": diagnostic.sentence(lang),
        "check_name": diagnostic.rule.id,
        "fingerprint": _unique(diagnostic.path, likeness),
        "severity": _SEVERITIES[diagnostic.level],
        "location": {"path": _relative(diagnostic.path), "lines": {"begin": diagnostic.line, "end": diagnostic.end_line}},
    }


def _failure(fault: Fault, number: int, lang: str) -> dict[str, Any]:
    return {
        "description": fault.message.in_(lang),
        "check_name": "arlint",
        "fingerprint": _unique(fault.path, f"{fault.kind}:{number}"),
        "severity": "critical",
        "location": {"path": _relative(fault.path), "lines": {"begin": 1}},
    }


def _unique(path: str, likeness: str) -> str:
    """GitLab wants fingerprints that no two issues of a project share."""
    return sha256(f"{_relative(path)}\0{likeness}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _relative(path: str) -> str:
    return path.replace("\\", "/").removeprefix("./")
