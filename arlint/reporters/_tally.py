"""Counts kept while file reports pass by, so that no reporter holds on to them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from operator import add

from ..report import FileReport, Summary, is_silent, summary

UNFINISHED = "unfinished"


class Tally:
    """What has passed through `watched` so far: the summary, how many files had findings, and how many faults of each kind."""

    def __init__(self) -> None:
        self._loud = summary(())
        self._silent = 0
        self.touched = 0
        self._last = ""  # the file that was touched last
        self.faults: Counter[str] = Counter()

    @property
    def summary(self) -> Summary:
        """The counts."""
        return self._loud._replace(files=self._loud.files + self._silent)

    def watched(self, reports: Iterable[FileReport]) -> Iterator[FileReport]:
        """The reports, one by one."""
        for report in reports:
            if is_silent(report):
                self._silent += not report.goes_on
                yield report
                continue
            counts = report.told.summary if report.told else summary([report])
            if report.goes_on:
                counts = counts._replace(files=0)
            self._loud = Summary(*map(add, self._loud, counts))
            touched = report.told.touched if report.told else bool(counts.findings)
            if touched and not (report.goes_on and report.path == self._last):
                self.touched += touched
                self._last = report.path
            if report.faults:
                # Of a file that could be read, what failed came later: reading its rest, or writing it.
                kinds = (fault.kind for fault in report.faults)
                self.faults.update(UNFINISHED if kind == "file" and report.source is not None else kind for kind in kinds)
            yield report
