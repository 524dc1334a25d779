"""Repairing the text of one file: lint, fix, and again, until nothing is left to fix. No files are written here."""

from collections.abc import Callable, Sequence

from .document import Document, Source, UnreadableError
from .fix import ROUNDS, applied, chosen, edits_of, usable
from .intact import disturbed, misplaced
from .records import NamedTuple
from .report import Diagnostic, FileReport, SourceEdit
from .rules import Text
from .window import Window

_UNWRITABLE = Text("لا يُكتب الإصلاح كما هو في هذا الملف", "the fix cannot be written into this file as it is")
_UNREADABLE = Text("لا يُقرأ الملف بعد الإصلاح", "the file could not be read after the fix")


class Reading(NamedTuple):
    """The bytes of a file and the articles in it, at least one."""

    data: bytes
    documents: tuple[Document, ...]

    @property
    def source(self) -> Source:
        """The decoded text, which all articles share."""
        return self.documents[0].source


class Task(NamedTuple):
    """How a file is written and read, what is found in it, whether unsafe fixes are wanted, and from which rules none are.

    `write` gives the bytes after edits; `parse` reads them, and gives None where that cannot be done.
    """

    write: Callable[[bytes, Sequence[SourceEdit]], bytes]
    parse: Callable[[bytes], Reading | None]
    lint: Callable[[Reading], FileReport]
    unsafe: bool = False
    without: frozenset[str] = frozenset()


class Made(NamedTuple):
    """A finding that was repaired, and the source in which it stood."""

    diagnostic: Diagnostic
    source: Source


_Refused = tuple[tuple[Diagnostic, Text], ...]


class Repair(NamedTuple):
    """A repaired file with what is left to be said of it, seen through the window, which has moved with the text.

    `made` are the findings that were repaired, each with the source of its round. `refused` are findings whose fixes cannot be made, with
    the reason; the fixes of the rules in `unsettled` would never come to an end.
    """

    reading: Reading
    report: FileReport
    window: Window
    made: tuple[Made, ...] = ()
    refused: _Refused = ()
    unsettled: tuple[str, ...] = ()


def repaired(reading: Reading, left: FileReport, window: Window, task: Task) -> Repair:
    """The file with everything fixed that can be. `left` is its report as seen through the window.

    Rules whose fixes bring back what others took away, or always find more to do, are left out and named.
    """
    unsettled: frozenset[str] = frozenset()
    while True:
        done, restless = _rounds(Repair(reading, left, window), task._replace(without=task.without | unsettled))
        if not restless:
            return done._replace(unsettled=tuple(sorted(unsettled)))
        unsettled |= restless


def _rounds(done: Repair, task: Task) -> tuple[Repair, frozenset[str]]:
    """The repaired file, and the rules that do not come to rest: none, if all is well."""
    seen = {done.reading.data: 0}
    history: list[frozenset[str]] = []
    fewest, shortest, patience = len(done.report.diagnostics) + 1, len(done.reading.data), ROUNDS
    while True:
        waiting = [one for one in done.report.diagnostics if usable(one, unsafe=task.unsafe) and one.rule.id not in task.without]
        if len(waiting) < fewest or len(done.reading.data) < shortest:
            fewest, shortest, patience = min(len(waiting), fewest), min(len(done.reading.data), shortest), ROUNDS
        step, refused = _step(done.reading, waiting, task)
        if step is None:
            return done._replace(refused=refused), frozenset()
        history.append(frozenset(one.rule.id for one in step.made))
        if step.reading.data in seen:
            return done, frozenset().union(*history[seen[step.reading.data] :])
        if not patience:
            return done, history[-1]
        seen[step.reading.data], patience = len(history), patience - 1
        window = done.window.moved(edits_of(step.made))
        made = (Made(one, done.reading.source) for one in step.made)
        done = Repair(step.reading, window.left(task.lint(step.reading)), window, (*done.made, *made))


class _Step(NamedTuple):
    reading: Reading
    made: tuple[Diagnostic, ...]


def _step(reading: Reading, waiting: Sequence[Diagnostic], task: Task) -> tuple[_Step | None, _Refused]:
    """The file after as many fixes as can be made together, None where none can; and those that cannot be made at all."""
    refused: _Refused = ()
    while True:
        # What gave way to a fix that is refused has its turn.
        group = chosen((one for one in waiting if not any(one is other for other, _ in refused)), unsafe=task.unsafe)
        if not group:
            return None, refused
        step, more = _admitted(reading, group, task)
        refused += more
        if step.made:
            return step, refused


def _admitted(reading: Reading, group: Sequence[Diagnostic], task: Task) -> tuple[_Step, _Refused]:
    """The file after those fixes that leave all else as it was. Where they do not, halves are tried, down to the one that is wrong."""
    step, refused, groups = _Step(reading, ()), list[tuple[Diagnostic, Text]](), [tuple(group)]
    while groups:
        these = groups.pop()
        tried = _together(reading, (*step.made, *these), task)
        if isinstance(tried, Reading):
            step = _Step(tried, (*step.made, *these))
        elif len(these) == 1:
            refused.append((these[0], tried))
        else:
            groups += [these[len(these) // 2 :], these[: len(these) // 2]]
    return step, tuple(refused)


def _together(reading: Reading, made: Sequence[Diagnostic], task: Task) -> Reading | Text:
    """The file after these fixes, or what is wrong with it."""
    text, edits = reading.source.text, edits_of(made)
    problem = misplaced(text, edits)
    if problem:
        return problem
    try:
        new = task.parse(task.write(reading.data, edits))
    except (UnicodeError, UnreadableError):
        return _UNWRITABLE
    if new is None:
        return _UNREADABLE
    if new.source.text != applied(text, edits):
        return _UNWRITABLE
    return disturbed(reading.documents, new.documents, edits, quotations=not task.unsafe) or new
