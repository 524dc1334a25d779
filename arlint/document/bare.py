"""A document without harakat: the text that rules read, so that what they find does not depend on who wrote the vowels."""

from bisect import bisect_left, bisect_right
from itertools import count
from operator import sub

from ..arabic.lazy import cached_property
from ..arabic.letters import MARK, members
from ..arabic.words import offsets
from .pieces import Block
from .sourcemap import SourceMap

HARAKAT = members(MARK)
"""What bare text is without."""

_COMPOSED = (("ا\u0653", "آ"), ("ا\u0654", "أ"), ("ا\u0655", "إ"), ("و\u0654", "ؤ"), ("ي\u0654", "ئ"), ("ى\u0654", "ئ"), ("ی\u0654", "ئ"))
COMPOSING = frozenset(pair[1] for pair, _ in _COMPOSED)
"""Marks that make another letter of the one before: with them `أحمد` may be written as `ا\u0654حمد`, and no hamza is missing."""

_NEVER_BELOW = ("\u064e", "\u064f", "\u0652")  # fatha, damma, sukun: a hamza below the alif has kasra


class BareMap(SourceMap):
    """From places in the bare text to places in the source, by way of the marked text, in which marks stand at the offsets `marks`."""

    def __init__(self, inner: SourceMap, marked: str, marks: list[int]) -> None:
        super().__init__(inner.runs)
        self._inner = inner
        self._marked = marked
        self._marks = marks

    @cached_property
    def _offsets(self) -> list[int]:
        """Before which bare offset each mark was dropped."""
        return list(map(sub, self._marks, count()))

    def place(self, offset: int) -> int:
        """The offset in the marked text of a bare one. The marks of the letter before lie before it."""
        return offset + bisect_right(self._offsets, offset)

    def _letter_end(self, offset: int) -> int:
        """As `place`, but before the marks of the last letter."""
        end = offset + bisect_left(self._offsets, offset)
        return end + (self._marked[end : end + 1] in COMPOSING)

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


def bare(text: str, blocks: tuple[Block, ...], sourcemap: SourceMap, signs: frozenset[str]) -> tuple[str, list[Block], BareMap] | None:
    """The text without harakat, its blocks and its map; None where there are none among its `signs`."""
    marks = sorted(signs & HARAKAT)
    if not marks:
        return None
    without = text
    for mark in marks:
        if mark not in COMPOSING:
            without = without.replace(mark, "")
    if not COMPOSING.isdisjoint(marks):
        for pair, letter in _COMPOSED:
            without = without.replace(pair, letter)
        for mark in COMPOSING:
            without = without.replace(mark, "")
    places = offsets(text, marks)
    moved = [Block(start - bisect_left(places, start), end - bisect_left(places, end), role) for start, end, role in blocks]
    return without, moved, BareMap(sourcemap, text, places)
