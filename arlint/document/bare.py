"""A document without harakat: the text that rules read, so that what they find does not depend on who wrote the vowels."""

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate

from ..arabic.lazy import regex
from ..arabic.letters import MARK
from .pieces import Block
from .sourcemap import SourceMap

_MARKS = regex(f"[{MARK}]+")
_NEVER_BELOW = ("\u064e", "\u064f", "\u0652")  # fatha, damma, sukun: a hamza below the alif has kasra


class BareMap(SourceMap):
    """From places in the bare text to places in the source, by way of the marked text. Made when the first place is asked for."""

    def __init__(self, inner: SourceMap, marked: str) -> None:
        super().__init__(inner.runs)
        self._inner = inner
        self._marked = marked

    @cached_property
    def _dropped(self) -> list[int]:
        """How many marks stand in each run of them and all before."""
        return list(accumulate(map(len, _MARKS.findall(self._marked))))

    @cached_property
    def _offsets(self) -> list[int]:
        """Before which bare offset each run of marks was dropped."""
        return list(accumulate(map(len, _MARKS.split(self._marked))))[:-1]

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

    def edit(self, start: int, end: int, text: str) -> tuple[int, int, str] | None:
        """As in the marked text; where a letter takes the place of the last one it inherits its marks, unless it cannot bear them."""
        stop = self.place(end)
        if text and start < end:
            letter_end = self._letter_end(end)
            if not (text.endswith("إ") and self._marked[letter_end:stop].startswith(_NEVER_BELOW)):
                stop = letter_end
        return self._inner.edit(self.place(start), stop, text)


def bare(text: str, blocks: tuple[Block, ...], sourcemap: SourceMap) -> tuple[str, list[Block], BareMap] | None:
    """The text without harakat, its blocks and its map; None where there are none."""
    if not _MARKS.search(text):
        return None
    parts: list[str] = []
    moved: list[Block] = []
    last = length = 0
    for block in blocks:
        between = text[last : block.start]
        if not between.isspace():  # mostly it is a line end
            between = _MARKS.sub("", between)
        inside = _MARKS.sub("", text[block.start : block.end])
        start = length + len(between)
        length = start + len(inside)
        parts += (between, inside)
        moved.append(Block(start, length, block.role))
        last = block.end
    parts.append(_MARKS.sub("", text[last:]))
    return "".join(parts), moved, BareMap(sourcemap, text)
