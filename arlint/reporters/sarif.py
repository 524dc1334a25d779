"""SARIF 2.1.0, for code scanning: findings with their fixes, related places, rule pages, and fingerprints that survive line shifts.

Columns count code points, as the run says. A rule's SARIF id is its code, its name the id that we use everywhere else. Lines and columns
are those of the json format.
"""

import os
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from .. import __version__
from ..document import Source
from ..report import Diagnostic, Fault, FileReport, Fix, RelatedPlace, Style
from ..rules import AnyRule
from ..rules.page import page
from ._fingerprint import fingerprints
from ._help import markdown
from ._record import portable

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A piece for every finding; the rules that spoke and the faults come after them. Neither colour nor isolates."""
    rules: dict[type[AnyRule], int] = {}
    faults: list[dict[str, Any]] = []
    yield f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{"columnKind": "unicodeCodePoints", "results": ['
    between = "\n"
    for report in reports:
        for diagnostic, likeness in fingerprints(report):
            rule = type(diagnostic.rule)
            index = rules.setdefault(rule, len(rules))
            yield f"{between}{portable(_result(diagnostic, likeness, index, report.source, style.lang))}"
            between = ",\n"
        faults += [_notification(fault, style.lang) for fault in report.faults]
    driver = {
        "name": "arlint",
        "version": __version__,
        "language": style.lang,
        "rules": [_rule(rule, style.lang) for rule in rules],
    }
    invocation = {"executionSuccessful": not faults, "toolExecutionNotifications": faults}
    yield f'\n], "tool": {{"driver": {portable(driver)}}}, "invocations": [{portable(invocation)}]}}]}}\n'


def _result(diagnostic: Diagnostic, likeness: str, index: int, source: Source | None, lang: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": diagnostic.rule.code,
        "ruleIndex": index,
        "level": _LEVELS[diagnostic.level],
        "message": {"text": diagnostic.sentence(lang)},
        "locations": [_location(diagnostic.path, _span(diagnostic), diagnostic.text)],
        "partialFingerprints": {"primaryLocationLineHash": likeness},
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {"id": number, **_location(place.path, _span(place)), "message": {"text": place.message.in_(lang)}}
            for number, place in enumerate(diagnostic.related, 1)
        ]
    if diagnostic.fix is not None and source is not None:
        result["fixes"] = [_fix(diagnostic.path, diagnostic.fix, source)]
    return result


def _rule(rule: type[AnyRule], lang: str) -> dict[str, Any]:
    about = page(rule, lang) or [rule.title.in_(lang)]
    return {
        "id": rule.code,
        "name": rule.id,
        "shortDescription": {"text": rule.title.in_(lang)},
        "fullDescription": {"text": about[0]},
        "help": {"text": "\n\n".join(about), "markdown": markdown(rule, lang)},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
        "properties": {"tags": [rule.category()]},
    }


def _notification(fault: Fault, lang: str) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": _artifact(fault.path)}}
    return {"level": "error", "message": {"text": fault.message.in_(lang)}, "locations": [place]}


def _location(path: str, region: dict[str, Any], text: str | None = None) -> dict[str, Any]:
    snippet = {} if text is None else {"snippet": {"text": text}}
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": {**region, **snippet}}}


def _span(place: Diagnostic | RelatedPlace) -> dict[str, Any]:
    return {"startLine": place.line, "startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column}


def _fix(path: str, fix: Fix, source: Source) -> dict[str, Any]:
    replacements = []
    for edit in fix.edits:
        first, last = source.place(edit.start), source.place(edit.end)
        region = {"startLine": first.line, "startColumn": first.column, "endLine": last.line, "endColumn": last.column}
        replacements.append({"deletedRegion": region, "insertedContent": {"text": edit.text}})
    return {"artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}], "properties": {"safe": fix.safe}}


def _artifact(path: str) -> dict[str, Any]:
    """Where a file is, relative to the folder that arlint ran in: for code scanning, the repository. Its bytes are percent-encoded."""
    posix = path.replace(os.sep, "/")
    uri = quote(posix.encode("utf-8", "surrogateescape"), safe="/")
    return {"uri": f"file://{'' if uri.startswith('/') else '/'}{uri}"} if os.path.isabs(path) else {"uri": uri}
