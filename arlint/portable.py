"""Reports as plain values, to be sent from one process to another and kept on disk, and back again."""

import marshal
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, cast
from zlib import crc32

from .document import Source
from .kept import opened, sealed
from .report import Acceptance, Diagnostic, Fault, FileReport, Fix, RelatedPlace, SourceEdit, Summary, Told
from .rules import AnyRule, Text
from .rules.asleep import awake

SourceOf = Callable[[], Source | None]
"""How the source of a file comes back: it is not part of what is kept."""

_TOLD = 4  # values of a report that is told


def packed(report: FileReport) -> bytes:
    """The report without its source, as bytes that `unpacked` reads."""
    if report.told:
        return sealed(marshal.dumps((report.path, report.told.text, tuple(report.told.summary), report.told.touched)))
    accepted = [(_plain(one.diagnostic), one.by, one.reason) for one in report.accepted]
    faults = [(fault.path, fault.kind, tuple(fault.message), fault.detail) for fault in report.faults]
    diagnostics = [_plain(one) for one in report.diagnostics]
    return sealed(marshal.dumps((report.path, _mark(report.source), diagnostics, faults, accepted)))


def unpacked(data: bytes, source: SourceOf, rules: Sequence[AnyRule]) -> FileReport:
    """The report again, `rules` being those that are on for its file.

    Its source is asked for where anything is said of the file. Raises ValueError, TypeError, KeyError, IndexError or EOFError where the
    bytes are no report, or one of other rules, or where the source is not the one that the report speaks of: the file may have been written
    since, and a repair at the old places would spoil it.
    """
    read = cast("tuple[Any, ...]", marshal.loads(opened(data)))
    if len(read) == _TOLD:
        return FileReport(read[0], None, told=Told(read[1], Summary._make(read[2]), read[3]))
    path, mark, diagnostics, faults, accepted = read
    by_id = {rule.id: rule for rule in rules}
    found = None if mark is None else source() if diagnostics or accepted else Source(path, "")
    if mark is not None and (diagnostics or accepted) and _mark(found) != mark:
        raise ValueError(f"{path} is not what it was")
    return FileReport(
        path,
        found,
        tuple(_diagnostic(one, by_id) for one in diagnostics),
        tuple(Fault(where, kind, Text(*message), detail) for where, kind, message, detail in faults),
        tuple(
            Acceptance(_diagnostic(one, by_id), cast("Literal['comment', 'configuration', 'baseline']", by), reason)
            for one, by, reason in accepted
        ),
    )


def _mark(source: Source | None) -> int | None:
    """A number by which a text is known from another; None where nothing could be read."""
    return None if source is None else crc32(source.text.encode("utf-8", "surrogatepass"))


def _plain(one: Diagnostic) -> tuple[Any, ...]:
    related = [(*place[:5], tuple(place.message)) for place in one.related]
    fix = None if one.fix is None else (one.fix.safe, [tuple(edit) for edit in one.fix.edits], one.fix.quoted)
    args = {name: _value(value) for name, value in one.args.items()}
    return (
        one.path, one.start, one.end, one.line, one.column, one.end_line, one.end_column, one.rule.id, one.level, one.text,
        one.variant, args, related, fix,
    )  # fmt: skip


def _value(value: object) -> object:
    """A value of a message's placeholder: what is no number was only ever to be written."""
    return value if type(value) in (str, int, float, bool, type(None)) else str(value)


def _diagnostic(plain: tuple[Any, ...], rules: Mapping[str, AnyRule]) -> Diagnostic:
    *place, rule_id, level, text, variant, args, related, fix = plain
    rule = awake(rules[rule_id])  # reporters look at its class
    message = rule.messages[variant] if variant else rule.message
    places = tuple(RelatedPlace._make((*one[:5], Text(*one[5]))) for one in related)
    repair = None if fix is None else Fix(fix[0], tuple(SourceEdit(*edit) for edit in fix[1]), fix[2])
    return Diagnostic._make((*place, rule, level, text, message, args, places, repair, variant))
