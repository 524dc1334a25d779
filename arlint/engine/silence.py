"""Which diagnostics give way to others at the same place."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from ..report import Diagnostic


def without_silenced(found: list[Diagnostic]) -> list[Diagnostic]:
    """Without the diagnostics of rules that yield to another rule which speaks at the same place."""
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
