"""From diagnostics to edits, and from edits to a repaired text: pure functions of strings."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from .engine import order
from .report import Diagnostic, SourceEdit, applied

__all__ = ["ROUNDS", "Shift", "applied", "chosen", "edits_of", "fixed", "usable"]

ROUNDS = 10
"""How often a text is linted again for fixes that waited for others, though neither their number nor the text grows less."""


def usable(diagnostic: Diagnostic, *, unsafe: bool = False) -> bool:
    """Whether there is a fix for it that may be made: a safe one, or any where unsafe ones are wanted."""
    return diagnostic.fix is not None and (diagnostic.fix.safe or unsafe)


def chosen(diagnostics: Iterable[Diagnostic], *, unsafe: bool = False) -> list[Diagnostic]:
    """The diagnostics whose fixes can be made together: of two that overlap or touch, the one that begins first wins.

    The choice depends on what was found and not on the order in which it comes.
    """
    taken: list[Diagnostic] = []
    starts: list[int] = []
    ends: list[int] = []
    for diagnostic in sorted((one for one in diagnostics if usable(one, unsafe=unsafe)), key=_preference):
        spans = [(edit.start, edit.end) for edit in _edits(diagnostic)]
        if any(_busy(starts, ends, start, end) for start, end in spans):
            continue
        taken.append(diagnostic)
        for start, end in spans:
            at = bisect_right(starts, start)
            starts.insert(at, start)
            ends.insert(at, end)
    return taken


def _preference(diagnostic: Diagnostic) -> tuple[object, ...]:
    return *order(diagnostic), _edits(diagnostic), repr(diagnostic.args)


def _edits(diagnostic: Diagnostic) -> tuple[SourceEdit, ...]:
    return diagnostic.fix.edits if diagnostic.fix else ()


def _busy(starts: Sequence[int], ends: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the spans, which are in order and apart, overlaps or touches this one."""
    before = bisect_right(starts, end)
    return before > 0 and ends[before - 1] >= start


def edits_of(diagnostics: Iterable[Diagnostic]) -> list[SourceEdit]:
    """The edits of their fixes, in order of place."""
    return sorted(edit for diagnostic in diagnostics for edit in _edits(diagnostic))


class Shift:
    """Where the places of a text are after edits (in order, apart from one another)."""

    def __init__(self, edits: Sequence[SourceEdit]) -> None:
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        self._ends = [edit.end for edit in edits]
        self._moved = [0, *accumulate(len(edit.text) - edit.end + edit.start for edit in edits)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span after the edits. What is inserted at either of its ends belongs to it; an edit that lies across an end draws it out."""
        return self._start(start), self._end(end)

    def _start(self, offset: int) -> int:
        number = bisect_left(self._ends, offset)
        while number < len(self._ends) and self._starts[number] < self._ends[number] == offset:
            number += 1
        across = number < len(self._starts) and self._starts[number] < offset
        return (self._starts[number] if across else offset) + self._moved[number]

    def _end(self, offset: int) -> int:
        number = bisect_left(self._starts, offset)
        while number < len(self._starts) and self._starts[number] == self._ends[number] == offset:
            number += 1
        across = number > 0 and self._ends[number - 1] > offset
        return (self._ends[number - 1] if across else offset) + self._moved[number]


def fixed(text: str, lint: Callable[[str], Sequence[Diagnostic]], *, unsafe: bool = False) -> str:
    """The text repaired until nothing is left to repair, or after ten rounds. `lint` gives a text's diagnostics."""
    for _ in range(ROUNDS):
        repaired = applied(text, edits_of(chosen(lint(text), unsafe=unsafe)))
        if repaired == text:
            break
        text = repaired
    return text
