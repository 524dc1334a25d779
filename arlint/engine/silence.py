"""Which diagnostics give way to others at the same place."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from ..report import Diagnostic


def without_silenced(found: list[Diagnostic]) -> list[Diagnostic]:
    """Without the diagnostics of rules that yield to another rule which speaks at the same place, and without those that take broken text
    for what is written.
    """
    return _without_yielding(_without_broken(found))


def _without_broken(found: list[Diagnostic]) -> list[Diagnostic]:
    """Without what stands within text that another rule reports as broken, or would change it: what it was could not be told any more."""
    spans = sorted((one.start, one.end) for one in found if one.rule.finds_broken)
    if not spans:
        return found
    broken = _Cover(spans)
    return [one for one in found if one.rule.finds_broken or not (broken.holds(one.start, one.end) or _changes(one, broken))]


def _changes(one: Diagnostic, broken: "_Cover") -> bool:
    return one.fix is not None and any(broken.touches(edit.start, edit.end) for edit in one.fix.edits)


def _without_yielding(found: list[Diagnostic]) -> list[Diagnostic]:
    stronger = {name for one in found for name in one.rule.yields_to}
    spans: dict[str, list[tuple[int, int]]] = {}
    for one in found:
        if one.rule.id in stronger:
            spans.setdefault(one.rule.id, []).append((one.start, one.end))
    if not spans:
        return found
    covers = {name: _Cover(sorted(places)) for name, places in spans.items()}
    return [one for one in found if not any(name in covers and covers[name].touches(one.start, one.end) for name in one.rule.yields_to)]


class _Cover:
    """Spans, in order, and whether another overlaps any of them: asked once for each of many findings."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._farthest = list(accumulate((end for _, end in spans), max))

    def touches(self, start: int, end: int) -> bool:
        """Whether a span overlaps one of these."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._farthest[before - 1] > start

    def holds(self, start: int, end: int) -> bool:
        """Whether one of these spans, which do not overlap, holds all of this one."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._farthest[before - 1] >= end
