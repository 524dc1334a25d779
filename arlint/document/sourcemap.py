"""From places in clean prose back to places in the source file."""

from bisect import bisect_right
from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of prose and the stretch of source it was made of, half-open, in code points.

    In an exact run the two are the same characters one by one; otherwise the prose stands for the whole source stretch
    (an entity, a URL, a line break that became a blank).
    """

    start: int
    end: int
    source_start: int
    source_end: int
    exact: bool


class SourceMap:
    """Runs in order that cover the prose without a gap."""

    def __init__(self, runs: tuple[Run, ...]) -> None:
        self.runs = runs
        self._starts = [run.start for run in runs]

    @classmethod
    def identity(cls, length: int, source_start: int = 0) -> "SourceMap":
        """The map of prose that stands in the source as it is, from `source_start` on."""
        return cls((Run(0, length, source_start, source_start + length, True),))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span that the prose span was made of; an empty span stays empty."""
        first = self._run(start)
        begin = first.source_start + (start - first.start if first.exact else 0)
        if start == end:
            return begin, begin
        last = self._run(end - 1)
        return begin, last.source_start + (end - last.start) if last.exact else last.source_end

    def exact(self, start: int, end: int, *, deleted: bool = True) -> tuple[int, int] | None:
        """The source span if the prose span lies in one unbroken exact run, so that an edit of it is safe; else None.

        `deleted` says that nothing is put in its place.
        """
        run = self._run(start)
        if not run.exact and start == end and start > 0:
            run = self._run(start - 1)
        if not run.exact or end > run.end or start < run.start:
            return None
        return run.source_start + start - run.start, run.source_start + end - run.start

    def _run(self, offset: int) -> Run:
        return self.runs[max(0, bisect_right(self._starts, offset) - 1)]
