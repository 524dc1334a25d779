"""A document without harakat: the text that rules read, so that what they find does not depend on who wrote the vowels."""

from bisect import bisect_left, bisect_right

from ..arabic.lazy import regex
from ..arabic.letters import MARK
from .pieces import Block
from .sourcemap import SourceMap

_MARKS = regex(f"[{MARK}]+")


class BareMap(SourceMap):
    """From places in the bare text to places in the source, by way of the marked text."""

    def __init__(self, inner: SourceMap, offsets: list[int], dropped: list[int]) -> None:
        super().__init__(inner.runs)
        self._inner = inner
        self._offsets = offsets  # of the bare text, before which marks were dropped
        self._dropped = dropped  # how many in all, up to and with the ones at the same index

    def place(self, offset: int) -> int:
        """The offset in the marked text of a bare one. The marks of the letter before lie before it."""
        index = bisect_right(self._offsets, offset)
        return offset + (self._dropped[index - 1] if index else 0)

    def _letter_end(self, offset: int) -> int:
        """As `place`, but before the marks of the last letter."""
        index = bisect_left(self._offsets, offset)
        return offset + (self._dropped[index - 1] if index else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span; the marks of its letters belong to it."""
        return self._inner.span(self.place(start), self.place(end))

    def exact(self, start: int, end: int, *, deleted: bool = True) -> tuple[int, int] | None:
        """The source span to edit; where a letter takes the place of the last one (not `deleted`) it inherits its marks."""
        stop = self.place(end) if deleted or start == end else self._letter_end(end)
        return self._inner.exact(self.place(start), stop)


def bare(text: str, blocks: tuple[Block, ...], sourcemap: SourceMap) -> tuple[str, list[Block], BareMap] | None:
    """The text without harakat, its blocks and its map; None where there are none."""
    if not _MARKS.search(text):
        return None
    offsets: list[int] = []
    dropped: list[int] = []
    total = 0
    for match in _MARKS.finditer(text):
        offsets.append(match.start() - total)
        total += match.end() - match.start()
        dropped.append(total)
    starts = [offset + gone for offset, gone in zip(offsets, (0, *dropped), strict=False)]

    def unmarked(offset: int) -> int:
        index = bisect_left(starts, offset)
        return offset - (dropped[index - 1] if index else 0)

    moved = [Block(unmarked(block.start), unmarked(block.end), block.role) for block in blocks]
    return _MARKS.sub("", text), moved, BareMap(sourcemap, offsets, dropped)
