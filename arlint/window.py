"""The findings of a report that count: without those accepted and those in lines that do not matter, and with fixes as they are wanted."""

from collections.abc import Mapping, Sequence

from .config.effective import Fixing
from .records import NamedTuple
from .report import Acceptance, Diagnostic, FileReport, SourceEdit


def graded(report: FileReport, fixing: Mapping[str, Fixing]) -> FileReport:
    """The report with its fixes as the configuration wants them, by rule id. No word makes a fix safe that changes quoted words."""
    if not fixing or not any(one.fix and one.rule.id in fixing for one in report.diagnostics):
        return report
    return report._replace(diagnostics=tuple(_graded(one, fixing.get(one.rule.id)) for one in report.diagnostics))


def _graded(one: Diagnostic, wanted: Fixing | None) -> Diagnostic:
    if one.fix is None or wanted is None:
        return one
    return one._replace(fix=None if wanted == "off" else one.fix._replace(safe=wanted == "promote" and not one.fix.quoted))


class Window(NamedTuple):
    """The part of a document that is looked at: without the findings that were accepted, by rule and span, and if given only these `lines`.

    All spans are half-open code points of the source.
    """

    accepted: tuple[tuple[str, int, int], ...] = ()
    lines: tuple[tuple[int, int], ...] | None = None

    def left(self, report: FileReport) -> FileReport:
        """The report without the findings that are not looked at."""
        if not self.accepted and self.lines is None:
            return report
        left: list[Diagnostic] = []
        taken: list[Acceptance] = list(report.accepted)
        known = frozenset(self.accepted)
        spans: dict[str, list[tuple[int, int]]] = {}
        for name, start, end in self.accepted:
            spans.setdefault(name, []).append((start, end))
        for one in report.diagnostics:
            name = one.rule.id
            if (name, one.start, one.end) in known or any(_meet(one, *span) for span in spans.get(name, ())):
                taken.append(Acceptance(one, "baseline"))
            elif self._reaches(one):
                left.append(one)
        return report._replace(diagnostics=tuple(left), accepted=tuple(taken))

    def _reaches(self, one: Diagnostic) -> bool:
        return self.lines is None or any(one.start < end and start < max(one.end, one.start + 1) for start, end in self.lines)

    def moved(self, edits: Sequence[SourceEdit]) -> "Window":
        """The window after edits (in order)."""
        from .fix import Shift  # only where something is repaired

        span = Shift(edits).span
        lines = None if self.lines is None else tuple(span(*line) for line in self.lines)
        return Window(tuple((name, *span(start, end)) for name, start, end in self.accepted), lines)


def _meet(one: Diagnostic, start: int, end: int) -> bool:
    return max(one.start, start) < min(one.end, end) or (one.start, one.end) == (start, end)
