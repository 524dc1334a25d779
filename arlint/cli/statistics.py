"""`arlint check --statistics`: how many findings each rule has, in place of the findings."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..records import NamedTuple
from ..report import Fault, FileReport, Reporter, Style
from ..reporters._closing import closing
from ..reporters._head import failure
from ..reporters._record import VERSION, encoded, error
from ..reporters._tally import Tally
from ..rules import AnyRule, Text
from .rules import table

_COLUMNS = ("findings", "files", "safe", "unsafe", "code", "id", "title")
"""The title comes last, since Arabic would move the columns after it. The others are words of `arlint rules`, in both languages."""


class Count(NamedTuple):
    """The findings of one rule: how many, in how many files, and how many of them have a fix that is safe, or one to be reviewed."""

    rule: AnyRule
    findings: int = 0
    files: int = 0
    safe: int = 0
    unsafe: int = 0

    def record(self, lang: str) -> dict[str, Any]:
        """The values, under the names of the columns."""
        named = (self.findings, self.files, self.safe, self.unsafe, self.rule.code, self.rule.id, self.rule.title.in_(lang))
        return dict(zip(_COLUMNS, named, strict=True))


class Counted:
    """The counts by rule, the most frequent first, and the faults, of all reports."""

    def __init__(self, reports: Iterable[FileReport]) -> None:
        found: dict[str, Count] = {}
        self.faults: list[Fault] = []
        for report in reports:
            self.faults += report.faults
            seen: set[str] = set()
            for rule, fix in ((one.rule, one.fix) for one in report.diagnostics):
                _, findings, files, safe, unsafe = found.get(rule.id, Count(rule))
                new = rule.id not in seen
                found[rule.id] = Count(
                    rule, findings + 1, files + new, safe + (fix is not None and fix.safe), unsafe + (fix is not None and not fix.safe)
                )
                seen.add(rule.id)
        self.counts = sorted(found.values(), key=lambda count: (-count.findings, count.rule.code))


def _text(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    tally = Tally()
    counted = Counted(tally.watched(reports))
    if counted.counts:
        rows = ([str(value) for value in one.record(style.lang).values()] for one in counted.counts)
        yield "".join(f"{line}\n" for line in table([_COLUMNS, *rows])) + "\n"
    yield from (f"{failure(fault, style)}\n" for fault in counted.faults)
    yield "".join(f"{line}\n" for line in closing(tally, style))


def _json(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    tally = Tally()
    counted = Counted(tally.watched(reports))
    yield encoded(
        {
            "version": VERSION,
            "rules": [one.record(style.lang) for one in counted.counts],
            "errors": [error(fault, style.lang) for fault in counted.faults],
            "summary": {**tally.summary._asdict(), "findings": tally.summary.findings},
        }
    ) + "\n"


REPORTERS: Mapping[str, Reporter] = {
    "text": Reporter("text", Text("جدول", "a table"), _text),
    "json": Reporter("json", Text("كائن JSON", "a JSON object"), _json),
}
"""By the name of the output format."""
