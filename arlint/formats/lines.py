"""Markup that is read line by line: reStructuredText and AsciiDoc. Blocks of lines, and marks within them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from ..arabic.lazy import regex
from ..arabic.letters import PLACEHOLDER
from ..document import Document, Source
from ..document.sourcemap import Writer
from ..records import NamedTuple
from .prose import Prose
from .tried import TriedMap

_LINE = regex(r"([ \t]*)([^\r\n]*?)[ \t]*(?:\r\n?|\n|\Z)")
BREAK = r"[ \t]*(?:\r\n?|\n)[ \t]*"
"""A line break in a block, for patterns of marks."""
_CHUNK = regex(r"(?:^|\n)[ \t]*\r?\n(?=\S)")


class Line(NamedTuple):
    """A line: where what is written in it begins and ends, without blanks around it; how far it is indented; where the next one begins."""

    start: int
    end: int
    indent: int
    next: int

    @property
    def blank(self) -> bool:
        """Whether nothing is written in it."""
        return self.start == self.end


class Mark(NamedTuple):
    """A stretch of a block that is not what stands there, and what it says: nothing, a blank, a sign, a placeholder."""

    start: int
    end: int
    said: str = ""


Marks = Callable[[str], Iterable[Mark]]
"""The marks of a block's text, in order; none overlaps another. Line breaks are marks."""


def lines(text: str, start: int) -> list[Line]:
    """The lines from `start` on. A tab indents to the next multiple of eight."""
    found: list[Line] = []
    while start < len(text):
        match = _LINE.match(text, start)
        if match is None or match.end() == start:
            break
        found.append(Line(*match.span(2), len(match.group(1).expandtabs(8)), match.end()))
        start = match.end()
    return found


def add(prose: Prose, held: Sequence[Line], role: str, marks: Marks, writer: Writer) -> None:
    """Add lines as one block."""
    if not held:
        return
    spans = [(line.start, line.next) for line in held[:-1]]
    with prose.within(prose.joined([*spans, (held[-1].start, held[-1].end)])):
        add_text(prose, role, marks, writer)


def add_text(prose: Prose, role: str, marks: Marks, writer: Writer) -> None:
    """Add all of `prose.text` as one block."""
    prose.begin()
    say(prose, marks, writer)
    prose.end(role)


def add_cell(prose: Prose, spans: Sequence[tuple[int, int]], marks: Marks) -> None:
    """Add the lines of a table's cell as one block, in which nothing is written: every sign counts there."""
    prose.begin()
    for number, (start, end) in enumerate(spans):
        if number:
            prose.stand_in(" ", start, start)
        with prose.within(prose.joined([(start, end)])):
            say(prose, marks, _write_nothing)
    prose.end("table-cell")


def say(prose: Prose, marks: Marks, writer: Writer) -> None:
    """Add all of `prose.text` to the block that has begun."""
    at = 0
    for start, end, said in marks(prose.text):
        prose.verbatim(at, start, writer)
        if said.isspace() or said == PLACEHOLDER:
            prose.stand_in(said, start, end)
        elif said:
            prose.sign(said, start, end, writer)
        at = end
    prose.verbatim(at, len(prose.text), writer)


def indented(held: Sequence[Line], start: int, base: int) -> int:
    """The number of the line before which what is indented deeper than `base` ends, from line number `start` on."""
    end = start
    for number in range(start, len(held)):
        if held[number].blank:
            continue
        if held[number].indent <= base:
            break
        end = number + 1
    return end


def hung(line: Line, at: int, below: Sequence[Line]) -> list[Line]:
    """The lines of what begins in the middle of a line and goes on below, indented."""
    if at >= line.end:
        return list(below)
    indent = min((one.indent for one in below if not one.blank), default=line.indent + 1)
    return [Line(at, line.end, indent, line.next), *below]


def _write_nothing(text: str) -> None:
    return None


def document(source: Source, prose: Prose, name: str, parse: Callable[[Source], Document]) -> Document:
    """The document of what was added, with edits that are tried in the lines around them."""
    text = source.text
    starts = [0, *(match.end() for match in _CHUNK.finditer(text)), len(text)]

    def region(start: int, end: int) -> tuple[int, int]:
        return starts[bisect_right(starts, start) - 1], starts[min(bisect_left(starts, end), len(starts) - 1)]

    return prose.document(name, tried=partial(TriedMap, text=text, region=region, parse=parse))

