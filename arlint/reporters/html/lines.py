"""The text of a report as lines of runs, each run with the findings that cover it: what a page shows of an article."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...document import Source
from ...records import NamedTuple
from ...report import Diagnostic
from .._cut import GAP
from .._escapes import legible
from .._excerpt import extent

_WHOLE = 30_000  # characters of a file that is shown whole
_AROUND = 300  # characters shown on either side of a finding in a longer one


class Run(NamedTuple):
    """A stretch of text, and the numbers of the diagnostics that speak of it. An empty one is the place of an empty span."""

    text: str
    covered: tuple[int, ...] = ()


class Line(NamedTuple):
    """A line of the source or a part of a long one: its number from 1, and the numbers of the diagnostics that begin in it."""

    number: int
    runs: tuple[Run, ...]
    begun: tuple[int, ...]


def shown(source: Source, diagnostics: Sequence[Diagnostic]) -> Iterator[Line | int]:
    """The lines in which anything stands; for those that are left out of a long file, how many they are.

    `diagnostics` are in order of place, and are numbered from 0 in that order.
    """
    there: dict[int, list[int]] = {}
    for index, one in enumerate(diagnostics):
        for number in range(one.line, max(one.line, one.end_line) + 1):
            there.setdefault(number, []).append(index)
    last = 0
    for start, end in _windows(source.text, diagnostics):
        first, final = source.place(start).line, source.place(end if end == len(source.text) else end - 1).line
        if first > last + 1:
            yield first - last - 1
        for number in range(first, final + 1):
            line = _part(source, number, (start, end), diagnostics, there.get(number, ()))
            if line.begun or any(run.text.strip() for run in line.runs):
                yield line
        last = final
    if len(source.line_starts) > last:
        yield len(source.line_starts) - last


def _windows(text: str, diagnostics: Sequence[Diagnostic]) -> Iterator[tuple[int, int]]:
    """The spans of a text that are shown, in order and apart."""
    if len(text) <= _WHOLE:
        yield 0, len(text)
        return
    start = end = 0
    for one in diagnostics:
        first, last = _window(text, one)
        if first > end:
            if end:
                yield start, end
            start = first
        end = max(end, last)
    if end:
        yield start, end


def _window(text: str, one: Diagnostic) -> tuple[int, int]:
    """What is shown about a diagnostic: whole words, where there is a blank to cut at."""
    first, last = max(0, one.start - _AROUND), min(len(text), one.end + _AROUND)
    blank = text.find(" ", first, one.start) if first else -1
    other = text.rfind(" ", one.end, last) if last < len(text) else -1
    return first if blank < 0 else blank + 1, last if other < 0 else other


def _part(source: Source, number: int, window: tuple[int, int], diagnostics: Sequence[Diagnostic], there: Sequence[int]) -> Line:
    begin, stop = extent(source, number)
    start, end = max(begin, window[0]), max(begin, min(stop, window[1]))
    # What begins in a byte-order mark or a line end is shown beside it.
    earliest, latest = start if start > begin else 0, end if end < stop else len(source.text) + 1
    spans: dict[int, tuple[int, int]] = {}
    begun: list[int] = []
    for index in there:
        one = diagnostics[index]
        first = min(max(one.start, start), end)
        span = first, max(first, min(one.end, end))
        if one.line == number and earliest <= one.start < latest:
            begun.append(index)
        elif span[0] == span[1]:
            continue
        spans[index] = span
    before, after = (Run(f"{GAP} "),) * (start > begin), (Run(f" {GAP}"),) * (end < stop)
    return Line(number, (*before, *_runs(source.text, start, end, spans), *after), tuple(begun))


def _runs(text: str, start: int, end: int, spans: dict[int, tuple[int, int]]) -> Iterator[Run]:
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    points: dict[int, list[int]] = {}
    for index, (first, last) in spans.items():
        if first == last:
            points.setdefault(first, []).append(index)
        else:
            opening.setdefault(first, []).append(index)
            closing.setdefault(last, []).append(index)
    active: dict[int, None] = {}
    cuts = sorted({start, end, *opening, *closing, *points})
    for here, there in pairwise([*cuts, end]):
        for index in closing.get(here, ()):
            active.pop(index)
        if here in points:
            yield Run("", tuple(points[here]))
        active.update(dict.fromkeys(opening.get(here, ())))
        if there > here:
            yield Run(legible(text[here:there]), tuple(active))
