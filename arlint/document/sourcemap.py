"""From places in clean prose back to places in the source file."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise

from ..records import NamedTuple

Writer = Callable[[str], str | None]
"""How text is written into a place of the source: with its signs escaped, or None where it cannot stand there."""


class Run(NamedTuple):
    """A stretch of prose and the stretch of source it was made of, half-open, in code points.

    In an exact run each character of the prose was made of `width` characters of the source: of itself (or a line break read as a
    blank) where that is 1, else of a reference or an escape sequence (`&laquo;`, `\\u0627`). Otherwise the prose stands for the whole
    source stretch (a URL, a tag). `writers` make new text fit the source, the innermost first.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    exact: bool
    writers: tuple[Writer, ...] = ()
    width: int = 1

    def source(self, offset: int) -> int:
        """The place in the source of an offset in an exact run."""
        return self.source_start + (offset - self.start) * self.width

    def followed_by(self, other: "Run") -> bool:
        """Whether both are exact and the other goes on in the source where this one ends, so that an edit may span them."""
        return self.exact and other.exact and self.source_end == other.source_start and self.writers == other.writers


def add_run(runs: list[Run], run: Run) -> None:
    """Append a run, or lengthen the last one if the two are of one kind."""
    last = runs[-1] if runs else None
    if last and last.width == run.width and last.followed_by(run):
        runs[-1] = last._replace(end=run.end, source_end=run.source_end)
    else:
        runs.append(run)


class SourceMap:
    """Runs in order that cover the prose without a gap."""

    def __init__(self, runs: tuple[Run, ...]) -> None:
        self.runs = runs
        self._starts = [run.start for run in runs]

    @classmethod
    def identity(cls, length: int, source_start: int = 0, writers: tuple[Writer, ...] = ()) -> "SourceMap":
        """The map of prose that stands in the source as it is, from `source_start` on."""
        run = Run(0, length, source_start, source_start + length, True, writers)
        return cls((run,)) if writers else Identity((run,))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span that the prose span was made of; an empty span stays empty."""
        first = self._run(start)
        begin = first.source(start) if first.exact else first.source_start
        if start == end:
            return begin, begin
        last = self._run(end - 1)
        return begin, last.source(end) if last.exact else last.source_end

    def exact(self, start: int, end: int) -> tuple[int, int] | None:
        """The source span if the prose span was made of one unbroken stretch, character by character; else None."""
        edit = self.edit(start, end, "")
        return edit and edit[:2]

    def edit(self, start: int, end: int, text: str) -> tuple[int, int, str] | None:
        """What to write over which source span, so that `text` takes the place of a prose span; None where that is not safe.

        It is safe where the span was made of one unbroken stretch, character by character, whose writers can write the text.
        """
        index = self._index(start)
        if not self.runs[index].exact and start == end == self.runs[index].start and index > 0:
            index -= 1
        last = index if start == end else self._index(end - 1)
        runs = self.runs[index : last + 1]
        if not runs[0].exact or not all(one.followed_by(other) for one, other in pairwise(runs)):
            return None
        written: str | None = text
        for writer in runs[0].writers:
            written = None if written is None else writer(written)
        return None if written is None else (runs[0].source(start), runs[-1].source(end), written)

    def runs_in(self, start: int, end: int) -> Iterator[Run]:
        """The runs of a prose span, cut to it. A part of a run that is not exact stands for the whole of its source."""
        index = self._index(start)
        while start < end:
            run = self.runs[index]
            stop = min(end, run.end)
            if run.exact:
                yield run._replace(start=start, end=stop, source_start=run.source(start), source_end=run.source(stop))
            else:
                yield run._replace(start=start, end=stop)
            start, index = stop, index + 1

    def _index(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _run(self, offset: int) -> Run:
        return self.runs[self._index(offset)]


class Identity(SourceMap):
    """The map of prose that stands in the source as it is: as any other would answer, at once."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span."""
        moved = self.runs[0].source_start
        return start + moved, end + moved

    def edit(self, start: int, end: int, text: str) -> tuple[int, int, str] | None:
        """What to write over which source span."""
        moved = self.runs[0].source_start
        return start + moved, end + moved, text
