"""Repairing files: each by itself, or, where rules compare files with each other, all of them until they agree."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from .discover import Found, unreadable
from .document import Document
from .engine import Known
from .fix import usable
from .records import NamedTuple
from .repair import Made, Reading, Task, repaired
from .report import Diagnostic, Fault, FileReport
from .rules import AnyRule, Text
from .run import Input, Rules, compares, conclusions, data_of, documents_in, report_on, reports
from .window import Window
from .writing import CHANGED, UnwrittenError, write

if TYPE_CHECKING:
    from .cache import Cache

__all__ = ["CHANGED", "Contents", "Look", "Mended", "Wanted", "Work", "mended", "reading_of"]

PASSES = 10
"""How often all files are compared again after some were repaired."""


class Look(NamedTuple):
    """Which findings of a report count: at `first`, when the window of a file is made, and `again`, in a text that was repaired."""

    first: Callable[[FileReport], tuple[FileReport, Window]]
    again: Callable[[FileReport], FileReport]


class Wanted(NamedTuple):
    """What is wanted: unsafe fixes too, files written. `held` says why the file at a path must not be repaired now."""

    unsafe: bool = False
    writes: bool = True
    held: Callable[[str], Text | None] = lambda path: None


class Contents(NamedTuple):
    """The bytes of a file, and the text they are read as."""

    data: bytes
    text: str


class Mended(NamedTuple):
    """A file with its report as it is now, and as it was `before`.

    `old` and `new` are what it held before and after; there is nothing where nothing could be repaired. The rest is as in Repair.
    """

    report: FileReport
    before: FileReport
    window: Window = Window()
    old: Contents | None = None
    new: Contents | None = None
    made: tuple[Made, ...] = ()
    refused: tuple[tuple[Diagnostic, Text], ...] = ()
    unsettled: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether it holds something else than before."""
        return self.old != self.new

    def seen_again(self, raw: FileReport, look: Look) -> "Mended":
        """The file with what is found in it now, that other files have changed."""
        return self._replace(report=self.window.left(look.again(raw)))

    def unchanged(self, reason: Text) -> "Mended":
        """The file as it was, and why."""
        fault = Fault(self.report.path, "file", reason)
        return Mended(self.before._replace(faults=(*self.before.faults, fault)), self.before, self.window)


class Work(NamedTuple):
    """The files, how they are read and checked, what of it is looked at, what is wanted, and how the work is shared."""

    files: Sequence[Found | Fault]
    source: Input
    rules: Rules
    compare: Sequence[AnyRule]
    look: Look
    wanted: Wanted = Wanted()
    jobs: int = 1
    cache: "Cache | None" = None


def mended(work: Work) -> Iterator[Mended]:
    """All files in their order, repaired. Where rules compare files, none is written before all of them are right."""
    if compares(work.compare):
        yield from (_written(one, work.wanted) for one in _agreeing(work))
        return
    for found, raw in zip(work.files, reports(work.files, work.source, work.rules, (), work.jobs, work.cache, whole=True), strict=True):
        yield _written(_repaired(_first(raw, work.look), found, work, _Knowing({})), work.wanted)


def _first(raw: FileReport, look: Look) -> Mended:
    left, window = look.first(raw)
    return Mended(left, left, window)


class _Knowing(NamedTuple):
    """What is known of all files, and which rules' fixes are not made."""

    known: Known
    without: frozenset[str] = frozenset()


def _agreeing(work: Work) -> Iterator[Mended]:
    """All files, repaired until no rule that compares them finds more to repair. One that never comes to an end is left out and named."""
    known, faults = conclusions(work.files, work.source, work.rules, work.compare)
    begun = [_first(raw, work.look) for raw in reports(work.files, work.source, work.rules, work.compare, known=known, whole=True)]
    without: frozenset[str] = frozenset()
    while True:
        done, restless = _passes(work, begun, without)
        if not restless:
            break
        without |= restless
    faults += [_unsettled("*", name) for name in sorted(without)]
    yield from (Mended(report, report) for report in (FileReport(fault.path, None, (), (fault,)) for fault in faults))
    yield from done


def _passes(work: Work, begun: Sequence[Mended], without: frozenset[str]) -> tuple[Sequence[Mended], frozenset[str]]:
    """The files after as many passes as it takes, and the rules that do not come to rest."""
    done = begun
    for _ in range(PASSES):
        texts = {one.report.path: one.new.data for one in done if one.new and one.changed}
        now = work._replace(source=work.source._replace(contents={**work.source.contents, **texts}))
        known, _ = conclusions(now.files, now.source, now.rules, now.compare)
        found_now = reports(now.files, now.source, now.rules, now.compare, known=known, whole=True)
        before, done = done, [
            _repaired(one.seen_again(raw, now.look), found, now, _Knowing(known, without))
            for found, one, raw in zip(now.files, done, found_now, strict=True)
        ]
        last = [one.diagnostic.rule.id for old, new in zip(before, done, strict=True) for one in new.made[len(old.made) :]]
        if not last:
            return done, frozenset()
    return done, frozenset(last)


def _repaired(one: Mended, found: Found | Fault, work: Work, knowing: _Knowing) -> Mended:
    """The file with its text repaired, not yet written."""
    if isinstance(found, Fault) or not any(usable(diagnostic, unsafe=work.wanted.unsafe) for diagnostic in one.report.diagnostics):
        return one
    if reason := work.wanted.held(found.path):
        return one.unchanged(reason)
    try:
        data = data_of(found, work.source)
    except OSError as error:
        return one.unchanged(unreadable(found.path, error).message)
    reading = reading_of(found, data, work.source)
    if reading is None or one.report.source is None or reading.source.text != one.report.source.text:
        return one.unchanged(CHANGED)
    rules = work.rules(found.path)
    task = Task(
        work.source.formats[found.format].write,
        lambda data: reading_of(found, data, work.source),
        lambda again: work.look.again(report_on(found, again.documents, work.source, rules, knowing.known)),
        work.wanted.unsafe,
        knowing.without,
    )
    done = repaired(reading, one.report, one.window, task)
    faults = (*done.report.faults, *(_unsettled(found.path, name) for name in done.unsettled))
    old, new = (Contents(one.data, one.source.text) for one in (reading, done.reading))
    made = (*one.made, *done.made)
    return Mended(done.report._replace(faults=faults), one.before, done.window, one.old or old, new, made, done.refused, done.unsettled)


def reading_of(found: Found, data: bytes, source: Input) -> Reading | None:
    """The articles in these bytes, None where not all can be read."""
    documents = tuple(documents_in(found, data, source))
    read = tuple(one for one in documents if isinstance(one, Document))
    return Reading(data, read) if read and len(read) == len(documents) else None


def _unsettled(path: str, rule_id: str) -> Fault:
    return Fault(
        path,
        "bug",
        Text(
            f"لا يستقر إصلاح القاعدة {rule_id}، فكل إصلاح يستدعي آخر؛ تُركت ملاحظاتها دون إصلاح. يُرجى إبلاغ صاحب القاعدة.",
            f"the fixes of rule {rule_id} do not settle: each calls for another. What it finds was left unrepaired; please report this to "
            "its author.",
        ),
    )


def _written(one: Mended, wanted: Wanted) -> Mended:
    if one.old is None or one.new is None or not (wanted.writes and one.changed):
        return one
    try:
        write(one.report.path, one.new.data, was=one.old.data)
    except UnwrittenError as error:
        return one.unchanged(error.message)
    return one
