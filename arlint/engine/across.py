"""Rules that compare files: what they note of each, the sums of that, and what they conclude."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..document import Document
from ..report import Fault
from ..rules import AnyRule, CorpusRule, counts, looks_across
from .guard import bug
from .views import Views, reading

Known = Mapping[AnyRule, Mapping[str, str]]
"""For each rule that compares across files: its conclusions by key. Where options differ by path there are several rules of one id, which
conclude, each in its way, from the same notes."""

Counts = dict[str, dict[str, dict[str, int]]]
"""Notes of surveys: by rule id and key, how often each value was noted."""


def survey(document: Document, rules: Sequence[AnyRule]) -> tuple[Counts, list[Fault]]:
    """What the rules that compare across files note of one document. Counts of several documents are added with `add`."""
    noted: Counts = {}
    faults: list[Fault] = []
    views = Views(document)
    for rule in rules:
        if looks_across(rule):
            try:
                noted[rule.id] = counts(rule.survey(views.of(reading(rule))))
            except (Exception, SystemExit) as error:  # noqa: BLE001  (as in guard.guarded)
                faults.append(bug(document.path, rule, error))
    return noted, faults


def add(total: Counts, more: Counts) -> None:
    """Add the notes of one document to those of all; the order does not matter."""
    for rule_id, keys in more.items():
        there = total.setdefault(rule_id, {})
        for key, values in keys.items():
            sums = there.setdefault(key, {})
            for value, count in values.items():
                sums[value] = sums.get(value, 0) + count


def conclude(total: Counts, rules: Iterable[AnyRule], memories: dict[AnyRule, Any] | None = None) -> tuple[Known, list[Fault]]:
    """The conclusions of all notes, keys and values in sorted order so that nothing depends on the order of the files.

    A rule that fails here concludes nothing. Into `memories` goes what each rule remembers, to revise its conclusions some time.
    """
    known: dict[AnyRule, Mapping[str, str]] = {}
    faults: list[Fault] = []
    for rule in rules:
        if isinstance(rule, CorpusRule) and rule.id in total:
            try:
                notes = {key: dict(sorted(values.items())) for key, values in sorted(total[rule.id].items())}
                if memories is None:
                    known[rule] = rule.known(notes)
                else:
                    known[rule], memories[rule] = rule.concluded(notes)
            except (Exception, SystemExit) as error:  # noqa: BLE001  (as in guard.guarded)
                known[rule] = {}
                faults.append(bug("*", rule, error))
    return known, faults
