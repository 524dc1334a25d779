"""SARIF 2.1.0, for code scanning: findings with their fixes, related places, rule pages, and fingerprints that survive line shifts.

Findings that somebody has accepted are there too, marked as suppressed and with the reason that was given.
Columns count code points, as the run says. A rule's SARIF id is its code, its name the id that we use everywhere else. Lines and columns
are those of the json format.
"""

import os
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from .. import __version__
from ..arabic.lazy import regex
from ..document import Source
from ..report import Acceptance, Diagnostic, Fault, FileReport, Fix, RelatedPlace, Style
from ..rules import AnyRule
from ..rules.page import page
from ._cut import beginning
from ._fingerprint import Identified, fingerprints
from ._help import markdown
from ._record import portable

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}
_HEAD = {"columnKind": "unicodeCodePoints", "newlineSequences": ["\r\n", "\n", "\r"]}
_NAME = {"name": "arlint", "fullName": "arlint, the text-quality linter for Arabic newsrooms", "informationUri": "pkg:pypi/arlint"}
_MOST = 1000  # characters of a description; GitHub takes 1024
_LINK = regex(r"\[(?=[^\[\]]*\]\()")


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A piece for every finding; the rules that spoke and the faults come after them. Neither colour nor isolates."""
    rules: dict[type[AnyRule], int] = {}
    faults: list[dict[str, Any]] = []
    yield f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{{portable(_HEAD)[1:-1]}, "results": ['
    between = "\n"
    for report in reports:
        for one in fingerprints(report):
            index = rules.setdefault(type(one.diagnostic.rule), len(rules))
            yield f"{between}{portable(_result(one, index, report.source, style.lang))}"
            between = ",\n"
        faults += [_notification(fault, style.lang) for fault in report.faults]
    driver = {**_NAME, "version": __version__, "language": style.lang[:2], "rules": [_rule(rule, style.lang) for rule in rules]}
    invocation = {"executionSuccessful": not faults, "toolExecutionNotifications": faults}
    yield f'\n], "tool": {{"driver": {portable(driver)}}}, "invocations": [{portable(invocation)}]}}]}}\n'


def _result(one: Identified, index: int, source: Source | None, lang: str) -> dict[str, Any]:
    diagnostic = one.diagnostic
    result: dict[str, Any] = {
        "ruleId": diagnostic.rule.code,
        "ruleIndex": index,
        "level": _LEVELS[diagnostic.level],
        "message": _message(diagnostic.sentence(lang)),
        "locations": [_location(diagnostic.path, _span(diagnostic), diagnostic.text)],
        "partialFingerprints": {"primaryLocationLineHash": one.fingerprint},
        "suppressions": [] if one.acceptance is None else [_suppression(one.acceptance)],
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {"id": number, **_location(place.path, _span(place)), "message": _message(place.message.in_(lang))}
            for number, place in enumerate(diagnostic.related, 1)
        ]
    if diagnostic.fix is not None and source is not None:
        result["fixes"] = [_fix(diagnostic.path, diagnostic.fix, source)]
    return result


def _message(text: str) -> dict[str, str]:
    """Brackets and parentheses that would be taken for a link are no link."""
    return {"text": _LINK.sub(r"\\[", text)}


def _suppression(acceptance: Acceptance) -> dict[str, str]:
    """SARIF knows those in the file and those outside it. It asks for a list with every result or with none."""
    kind = "inSource" if acceptance.by == "comment" else "external"
    return {"kind": kind, "status": "accepted", **({"justification": acceptance.reason} if acceptance.reason else {})}


def _rule(rule: type[AnyRule], lang: str) -> dict[str, Any]:
    about = page(rule, lang) or [rule.title.in_(lang)]
    return {
        "id": rule.code,
        "name": rule.id,
        "shortDescription": {"text": rule.title.in_(lang)},
        "fullDescription": {"text": beginning(about[0], _MOST)},
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
