"""Which findings are looked at: not those that the configuration or the baseline accepts, nor those in lines that do not matter."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from .config import Settings
from .config.settings import Accepted
from .document import Source
from .report import Acceptance, Diagnostic, Fault, FileReport, is_silent
from .rules import AnyRule, Text
from .window import Window, graded

if TYPE_CHECKING:
    from .baseline import Baseline
    from .changes import Changes

UNUSED = "unused-suppression"


class Triage:
    """What is looked at of the findings of a run: which are accepted, which lie in lines that matter, and whose fixes are wanted.

    It notes what was of use, so as to name at the end what was not.
    """

    def __init__(self, settings: Settings, baseline: "Baseline | None" = None, changes: "Changes | None" = None) -> None:
        self._settings = settings
        self._baseline = baseline
        self._changes = changes
        self._used: set[Accepted] = set()
        self._read: list[str] = []

    @property
    def idle(self) -> bool:
        """Whether reports pass as they are."""
        settings = self._settings
        return not (self._baseline or self._changes or settings.suppress or any(layer.fixing for layer in settings.layers))

    def first(self, raw: FileReport) -> tuple[FileReport, Window]:
        """What is left of a file's report, and the window through which the file is to be seen again."""
        left = self._filtered(raw, self._used)
        accepted: tuple[tuple[str, int, int], ...] = ()
        if self._baseline:
            accepted = self._baseline.accepted(left)
            if raw.source and not any(fault.kind == "file" for fault in raw.faults):
                self._read.append(raw.path)
        window = Window(accepted, self._changes.lines(left) if self._changes else None)
        return window.left(left), window

    def again(self, raw: FileReport) -> FileReport:
        """What is left of it when its text has changed, seen through no window."""
        return self._filtered(raw, set())

    def reports(self, raw: Iterable[FileReport]) -> Iterator[FileReport]:
        """What is left of each."""
        if self._baseline is None and self._changes is None:
            return (one if is_silent(one) else self.first(one)[0] for one in raw)
        return self.concerned(self.first(report)[0] for report in raw)

    def concerned(self, reports: Iterable[FileReport]) -> Iterator[FileReport]:
        """The reports of files that matter."""
        return (one for one in reports if self._changes is None or one.path == "*" or self._changes.concerns(one.path))

    def unused(self, *, whole: bool) -> Iterator[FileReport]:
        """After all files: a report for each file with entries of no use; most of them are known after a `whole` project only."""
        if whole:
            # A pattern says what is no prose of ours; that there is none of it is no news.
            entries = [one for one in self._settings.suppress if one not in self._used and one.place.kind == "file" and not one.text]
            yield from _unused(entries, self._settings)
        if self._baseline and self._changes is None:
            ran = {path: {rule.id for rule in self._settings.rules_for(path)} for path in self._read}
            stale = self._baseline.stale(ran, whole=whole)
            if stale:
                yield from _stale(self._baseline.path, stale, self._settings)

    def _filtered(self, raw: FileReport, used: set[Accepted]) -> FileReport:
        report = graded(raw, self._settings.fixing_for(raw.path))
        if not self._settings.suppress:
            return report
        left: list[Diagnostic] = []
        taken = list(report.accepted)
        stretches = Stretches(report.source.text if report.source else "")
        for diagnostic in report.diagnostics:
            # Of several entries the latest is charged, as with comments.
            fitting = (one for one in reversed(self._settings.suppress) if one.silences(report.path, diagnostic.rule))
            entry = next((one for one in fitting if not one.text or stretches.hold(one, diagnostic.start, diagnostic.end)), None)
            if entry is None:
                left.append(diagnostic)
            else:
                used.add(entry)
                taken.append(Acceptance(diagnostic, "configuration", entry.reason))
        faults = (*report.faults, *stretches.faults(report.path))
        return report._replace(diagnostics=tuple(left), accepted=tuple(taken), faults=faults)


class Stretches:
    """What the patterns of the configuration match in the text of one file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, list[tuple[int, int]]] = {}
        self._slow: list[Accepted] = []

    def hold(self, entry: Accepted, start: int, end: int) -> bool:
        """Whether a span lies within a match of the entry's pattern."""
        if entry.text not in self._found:
            self._found[entry.text] = self._searched(entry)
        return any(first <= start and end <= last for first, last in self._found[entry.text])

    def _searched(self, entry: Accepted) -> list[tuple[int, int]]:
        from .styles.patterns import SECONDS, compiled  # few configurations have a pattern

        try:
            return [match.span() for match in compiled(entry.text).finditer(self._text, timeout=SECONDS)]
        except TimeoutError:
            self._slow.append(entry)
            return []

    def faults(self, path: str) -> Iterator[Fault]:
        """What is to be said of patterns that took too long: nothing was accepted because of them."""
        for entry in self._slow:
            said = Text(
                f"{entry.place}: استغرق النمط وقتا طويلا فأُوقف: {entry.text}؛ بسّط ما فيه من تكرار داخل تكرار.",
                f"{entry.place}: the pattern took too long and was stopped: {entry.text}; simplify its nested repetitions.",
            )
            yield Fault(path, "rule", said)


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
    from .engine import located_in_source

    return located_in_source(source, rule, rule.found(start, end, variant="path"))


def _stale(path: str, number: int, settings: Settings) -> Iterator[FileReport]:
    """What there is to say of entries of the baseline that match nothing any more: nothing fails because of them."""
    rule = next((rule for rule in settings.rules_for(path) if rule.id == UNUSED), None)
    if rule is not None:
        with open(path, encoding="utf-8", newline="") as file:
            source = Source(path, file.read())
        found = rule.found(0, len(source.line(1)), variant="baseline", level="suggestion", n=number)
        from .engine import located_in_source

        yield FileReport(path, source, (located_in_source(source, rule, found),))
