"""Gaps between words, in the blocks of a document."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .pieces import Block


class Gap(NamedTuple):
    """What stands between two words within a block: half-open code points of the prose."""

    start: int
    end: int
    block: Block


def gaps_in(blocks: Sequence[Block], starts: Sequence[int], spans: Iterable[tuple[int, int]]) -> Iterator[Gap]:
    """The parts of these spans that lie in blocks, which begin at `starts`."""
    for start, end in spans:
        number = max(0, bisect_right(starts, start) - 1)
        while number < len(blocks) and starts[number] < end:
            block = blocks[number]
            first, last = max(start, block.start), min(end, block.end)
            if first < last:
                yield Gap(first, last, block)
            number += 1
