"""Gaps between words, in the blocks of a document."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from ..records import NamedTuple
from .pieces import Block


class Gap(NamedTuple):
    """What stands between two words within a block: half-open code points of the prose."""

    start: int
    end: int
    block: Block


def gaps_in(blocks: Sequence[Block], starts: Sequence[int], spans: Iterable[tuple[int, int]]) -> list[Gap]:
    """The parts of these spans that lie in blocks, which begin at `starts`."""
    found: list[Gap] = []
    for start, end in spans if blocks else ():
        number = bisect_right(starts, start) - 1
        block = blocks[number]
        if block.start <= start < end <= block.end:
            found.append(Gap(start, end, block))  # nearly always
            continue
        number = max(0, number)
        for block in blocks[number : bisect_left(starts, end)]:
            first, last = max(start, block.start), min(end, block.end)
            if first < last:
                found.append(Gap(first, last, block))
    return found
