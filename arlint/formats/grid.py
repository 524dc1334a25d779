"""Grid tables of reStructuredText: which cells are drawn, those among them that span others.

Source: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#grid-tables
"""

from collections.abc import Iterator, Sequence

from ..records import NamedTuple

_ACROSS, _DOWN = frozenset("-=+"), frozenset("|+")
_MOST = 2_000  # crossings of a table that is looked into: to find its cells takes their square


class Cell(NamedTuple):
    """The inside of a cell: its first line, the number of the line behind it, its first column, the column behind it."""

    top: int
    bottom: int
    left: int
    right: int


def cells(lines: Sequence[str]) -> list[Cell] | None:
    """The cells of a table, row by row; None where the lines are none. Cells part it without gap or overlap."""
    if not lines or len({len(line) for line in lines}) != 1 or sum(line.count("+") for line in lines) > _MOST:
        return None
    corners = ((top, left) for top, line in enumerate(lines) for left, sign in enumerate(line) if sign == "+")
    found = sorted((cell for corner in corners for cell in _cell(lines, *corner)), key=lambda cell: (cell.top, cell.left))
    inside = sum((cell.bottom - cell.top + 1) * (cell.right - cell.left + 1) for cell in found)
    return found if inside == (len(lines) - 1) * (len(lines[0]) - 1) else None


def _cell(lines: Sequence[str], top: int, left: int) -> Iterator[Cell]:
    """The cell whose upper left corner is here, if there is one: the smallest frame."""
    for right in _crossings(lines[top], left, _ACROSS):
        for bottom in _crossings([line[right] for line in lines], top, _DOWN):
            sides = all(line[left] in _DOWN for line in lines[top : bottom + 1])
            if sides and lines[bottom][left] == "+" and _ACROSS.issuperset(lines[bottom][left : right + 1]):
                yield Cell(top + 1, bottom, left + 1, right)
                return


def _crossings(drawn: Sequence[str], start: int, line: frozenset[str]) -> Iterator[int]:
    """Where others cross the line that begins here."""
    for at in range(start + 1, len(drawn)):
        if drawn[at] not in line:
            return
        if drawn[at] == "+":
            yield at
