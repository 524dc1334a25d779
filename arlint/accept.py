"""Which findings are looked at: not those that the configuration or the baseline accepts, nor those in lines that do not matter."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .config import Settings
from .config.settings import Accepted
from .report import Acceptance, Diagnostic, FileReport, is_silent
from .window import Window, graded

if TYPE_CHECKING:
    from .baseline import Baseline
    from .changes import Changes


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
        # A pattern says what is no prose of ours; that there is none of it is no news.
        missed = (one for one in self._settings.suppress if one not in self._used and one.place.kind == "file" and not one.text)
        if whole and (entries := list(missed)):
            from .unused import unused_entries

            yield from unused_entries(entries, self._settings)
        if self._baseline and self._changes is None:
            ran = {path: {rule.id for rule in self._settings.rules_for(path)} for path in self._read}
            stale = self._baseline.stale(ran, whole=whole)
            if stale:
                from .unused import stale_baseline

                yield from stale_baseline(self._baseline.path, stale, self._settings)

    def _filtered(self, raw: FileReport, used: set[Accepted]) -> FileReport:
        report = graded(raw, self._settings.fixing_for(raw.path))
        if not self._settings.suppress:
            return report
        left: list[Diagnostic] = []
        taken = list(report.accepted)
        from .passages import Passages  # few configurations have a `suppress`

        passages = Passages(report.source.text if report.source else "")
        for diagnostic in report.diagnostics:
            # Of several entries the latest is charged, as with comments.
            fitting = (one for one in reversed(self._settings.suppress) if one.silences(report.path, diagnostic.rule))
            entry = next((one for one in fitting if not one.text or passages.hold(one, diagnostic.start, diagnostic.end)), None)
            if entry is None:
                left.append(diagnostic)
            else:
                used.add(entry)
                taken.append(Acceptance(diagnostic, "configuration", entry.reason))
        faults = (*report.faults, *passages.faults(report.path))
        return report._replace(diagnostics=tuple(left), accepted=tuple(taken), faults=faults)
