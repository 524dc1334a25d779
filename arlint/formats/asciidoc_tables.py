"""Tables of AsciiDoc."""

from ..arabic.lazy import regex
from .asciidoc_inline import marks
from .lines import Line, add_cell
from .prose import Prose

_BAR = regex(r"(?<!\\)\|")
_SPECIFIER = regex(r"\s(?:[0-9.]+[+*])?[<^>.]{0,4}[adehlmsv]?$")


def add_row(prose: Prose, line: Line) -> None:
    """Add the cells of a line of a table.

    What stands before a bar without a blank may be the format of its cell; a line without one goes on with the cell above.
    """
    bars = [line.start + match.start() for match in _BAR.finditer(prose.text[line.start : line.end])]
    starts = [bar + 1 for bar in bars] or [line.start]
    for start, stop in zip(starts, [*bars[1:], line.end], strict=True):
        cell = prose.text[start:stop].rstrip()
        first = start + len(cell) - len(cell.lstrip())
        last = start + len(cell if stop == line.end else _SPECIFIER.sub("", cell))
        if first < last:
            add_cell(prose, [(first, last)], marks)
