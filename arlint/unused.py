"""Findings in the configuration and the baseline: entries that accept nothing any more."""

from collections.abc import Iterator, Sequence

from .config import Settings
from .config.settings import Accepted
from .document import Source
from .engine import located_in_source
from .report import Diagnostic, FileReport
from .rules import AnyRule

_RULE = "unused-suppression"


def unused_entries(entries: Sequence[Accepted], settings: Settings) -> Iterator[FileReport]:
    """A report for each file of the configuration with such entries of its `suppress`. Nothing where the rule for them is off."""
    for path in dict.fromkeys(one.place.name for one in entries):
        rule = next((rule for rule in settings.rules_for(path) if rule.id == _RULE), None)
        if rule is not None:
            with open(path, encoding="utf-8-sig", newline="") as file:
                source = Source(path, file.read())
            yield FileReport(path, source, tuple(_diagnostic(source, rule, one) for one in entries if one.place.name == path))


def _diagnostic(source: Source, rule: AnyRule, entry: Accepted) -> Diagnostic:
    start = source.line_starts[entry.place.line - 1] + entry.place.column - 1
    end = start + len(source.text[start:].splitlines()[0])
    return located_in_source(source, rule, rule.found(start, end, variant="path"))


def stale_baseline(path: str, number: int, settings: Settings) -> Iterator[FileReport]:
    """What there is to say of entries of the baseline that match nothing any more: nothing fails because of them."""
    rule = next((rule for rule in settings.rules_for(path) if rule.id == _RULE), None)
    if rule is not None:
        with open(path, encoding="utf-8", newline="") as file:
            source = Source(path, file.read())
        found = rule.found(0, len(source.line(1)), variant="baseline", level="suggestion", n=number)
        yield FileReport(path, source, (located_in_source(source, rule, found),))
