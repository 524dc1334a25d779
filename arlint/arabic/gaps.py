"""Which gaps between words hold what a rule looks for: thought of once, since the world has a few thousand of them."""

from functools import lru_cache

from .page import STRANGE, gap
from .patterns import compiled

_MOST = 10_000  # gaps that are remembered


class Holding(dict[bytes, bool]):
    """For each gap (see `page.between`) whether a pattern matches in it; true of a gap that may hold a letter."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    def __missing__(self, data: bytes) -> bool:
        if len(self) >= _MOST:
            self.clear()
        found = self[data] = STRANGE in data or compiled(self._pattern).search(gap(data)) is not None
        return found


@lru_cache(maxsize=256)
def holding(pattern: str) -> Holding:
    """What is known of a pattern."""
    return Holding(pattern)
