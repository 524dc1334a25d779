"""Many files, and which of them to compare with which, without comparing all with all."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, combinations, pairwise
from typing import TypeVar

from ._surveyed import Surveyed, noted_landmarks, noted_runs

T = TypeVar("T")

Pair = tuple[int, int]
"""The numbers of two files, the smaller first."""

_AT_ONCE = 200_000  # runs that are counted at once

_BOUNDS = tuple(int(share * 2**32) for share in (0, 0.02, 0.045, 0.09, 1))
"""Landmarks, the least of many numbers each, are sorted in parts of about the same size: all at once would take much memory."""


def joined(holders: Sequence[T], most: int) -> Iterator[tuple[T, T]]:
    """Which of the files that share a landmark are compared: each two; where more than `most` do, each and the next one only.

    So the number of pairs grows with that of the files, whatever they hold.
    """
    return combinations(holders, 2) if len(holders) <= most else pairwise(holders)


class Files:
    """Files by number, in their order, as paths and notes. A note is read when it is needed: all of them at once would be too large.

    `marks` are the landmarks of all files in order, `owners` the files they stand in.
    """

    def __init__(self, notes: Iterable[tuple[str, str]]) -> None:
        self._notes = list(notes)
        # A file that repeats many others comes up again and again.
        self._file = lru_cache(maxsize=64)(lambda number: Surveyed.noted(*self._notes[number]))
        self.marks, self.owners = array("I"), array("I")
        for low, high in pairwise(_BOUNDS):
            both = sorted(mark << 32 | number for number, own in enumerate(self._landmarks(low, high)) for mark in own)
            self.marks.extend([one >> 32 for one in both])
            self.owners.extend([one & 0xFFFFFFFF for one in both])

    def _landmarks(self, low: int, high: int) -> Iterator[Sequence[int]]:
        for _, note in self._notes:
            own = noted_landmarks(note)
            yield own[bisect_left(own, low) : bisect_left(own, high)]

    @property
    def keys(self) -> list[str]:
        """The keys of the files, by number."""
        return [key for key, _ in self._notes]

    def pair(self, numbers: Pair) -> tuple[Surveyed, Surveyed]:
        """The two files."""
        return self._file(numbers[0]), self._file(numbers[1])

    def candidates(self, most: int) -> list[Pair]:
        """Pairs of files that share a landmark (see `joined`)."""
        holders: dict[int, list[int]] = {}
        for at, (one, other) in enumerate(pairwise(self.marks)):
            if one == other:  # most landmarks stand in one file
                holders.setdefault(one, [self.owners[at]]).append(self.owners[at + 1])
        return sorted(set(chain.from_iterable(joined(numbers, most) for numbers in holders.values())))

    def tallied(self, pairs: Collection[Pair]) -> Iterator[tuple[list[Pair], Counter[int]]]:
        """The pairs, some at a time, and in how many files each run stands that any of these share.

        Pairs that are linked by a file come together, so that a run is seldom counted twice; all at once would take much memory.
        """
        shared: set[int] = set()
        some: list[Pair] = []
        for group in linked(pairs):
            for pair in group:
                one, other = self.pair(pair)
                shared |= one.distinct & other.distinct
            some += group
            if len(shared) >= _AT_ONCE:
                yield some, self._tally(shared)
                shared, some = set(), []
        if some:
            yield some, self._tally(shared)

    def _tally(self, shared: set[int]) -> Counter[int]:
        return Counter(chain.from_iterable(shared.intersection(noted_runs(note)) for _, note in self._notes))


def linked(pairs: Collection[Pair]) -> list[list[Pair]]:
    """The pairs in groups, in order: those of files that are linked by others stand together."""
    above: dict[int, int] = {}

    def first(number: int) -> int:
        while (up := above.get(number, number)) != number:
            above[number] = above.get(up, up)
            number = up
        return number

    for one, other in pairs:
        low, high = sorted((first(one), first(other)))
        above[high] = low
    groups: dict[int, list[Pair]] = {}
    for pair in sorted(pairs):
        groups.setdefault(first(pair[0]), []).append(pair)
    return list(groups.values())
