"""Findings that the configuration accepts at some paths, and entries there that accept nothing."""

from collections.abc import Iterable, Iterator, Sequence

from .config import Settings
from .config.settings import Accepted
from .document import Source
from .engine import located_in_source
from .report import Acceptance, Diagnostic, FileReport
from .rules import AnyRule

UNUSED = "unused-suppression"


def accepted(reports: Iterable[FileReport], settings: Settings, *, whole: bool) -> Iterator[FileReport]:
    """The reports without what `suppress` accepts; after a `whole` project, one more for each file with entries of no use."""
    if not settings.suppress:
        yield from reports
        return
    used: set[Accepted] = set()
    for report in reports:
        yield _filtered(report, settings.suppress, used)
    if whole:
        yield from _unused([one for one in settings.suppress if one not in used and one.place.kind == "file"], settings)


def _filtered(report: FileReport, entries: Sequence[Accepted], used: set[Accepted]) -> FileReport:
    left: list[Diagnostic] = []
    taken = list(report.accepted)
    for diagnostic in report.diagnostics:
        # Of several entries the latest is charged, as with comments.
        entry = next((one for one in reversed(entries) if one.silences(report.path, diagnostic.rule)), None)
        if entry is None:
            left.append(diagnostic)
        else:
            used.add(entry)
            taken.append(Acceptance(diagnostic, "configuration", entry.reason))
    return report._replace(diagnostics=tuple(left), accepted=tuple(taken))


def _unused(entries: Sequence[Accepted], settings: Settings) -> Iterator[FileReport]:
    for path in dict.fromkeys(one.place.name for one in entries):
        rule = next((rule for rule in settings.rules_for(path) if rule.id == UNUSED), None)
        if rule is not None:
            with open(path, encoding="utf-8-sig", newline="") as file:
                source = Source(path, file.read())
            yield FileReport(path, source, tuple(_diagnostic(source, rule, one) for one in entries if one.place.name == path))


def _diagnostic(source: Source, rule: AnyRule, entry: Accepted) -> Diagnostic:
    start = source.line_starts[entry.place.line - 1] + entry.place.column - 1
    end = start + len(source.text[start:].splitlines()[0])
    return located_in_source(source, rule, rule.found(start, end, variant="path"))
