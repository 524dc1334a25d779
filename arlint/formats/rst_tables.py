"""Tables of reStructuredText, drawn as a grid or with lines above and below."""

from collections.abc import Iterable, Sequence

from ..arabic.lazy import regex
from .grid import cells
from .lines import Line, add_cell
from .prose import Prose
from .rst_inline import marks

_GRID = regex(r"\+[-=+]+\+")
_SIMPLE = regex(r"=+(?:[ ]+=+)+")
_COLUMN = regex("=+")


def table(prose: Prose, held: Sequence[Line], number: int) -> int:
    """Add the cells of the table that begins with a line; gives the number of the line behind it, or the same where none begins."""
    line = held[number]
    if _GRID.fullmatch(prose.text, line.start, line.end):
        end = next((at for at in range(number, len(held)) if _said(prose, held[at])[:1] not in ("+", "|")), len(held))
        _grid(prose, held[number:end])
        return end
    if _SIMPLE.fullmatch(prose.text, line.start, line.end):
        borders = [at for at in range(number, len(held)) if _SIMPLE.fullmatch(prose.text, held[at].start, held[at].end)]
        end = next((at for at in borders[1:] if at + 1 == len(held) or held[at + 1].blank), borders[-1])
        _simple(prose, held[number : end + 1])
        return end + 1
    return number


def _said(prose: Prose, line: Line) -> str:
    return prose.text[line.start : line.end]


def _grid(prose: Prose, held: Sequence[Line]) -> None:
    for top, bottom, left, right in cells([_said(prose, line) for line in held]) or ():
        _cell(prose, [(line.start + left, line.start + right) for line in held[top:bottom]])


def _simple(prose: Prose, held: Sequence[Line]) -> None:
    columns = [match.start() for match in _COLUMN.finditer(_said(prose, held[0]))]
    base = held[0].indent
    rows: list[list[list[tuple[int, int]]]] = []
    for line in held:
        if line.blank or _SIMPLE.fullmatch(prose.text, line.start, line.end) or set(_said(prose, line)) <= set("- "):
            continue
        edges = [min(max(line.start, line.start + base + at - line.indent), line.end) for at in columns]
        own = list(zip(edges, [*edges[1:], line.end], strict=True))
        if rows and not prose.text[own[0][0] : own[0][1]].strip():
            for cell, more in zip(rows[-1], own, strict=True):
                cell.append(more)
        else:
            rows.append([[cell] for cell in own])
    for row in rows:
        for cell in row:
            _cell(prose, cell)


def _cell(prose: Prose, spans: Iterable[tuple[int, int]]) -> None:
    add_cell(prose, [trimmed for span in spans if (trimmed := _trimmed(prose.text, *span))], marks)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    said = text[start:end]
    stripped = said.strip()
    first = start + len(said) - len(said.lstrip())
    return (first, first + len(stripped)) if stripped else None
