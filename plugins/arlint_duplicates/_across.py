"""Many files, and which of them to compare with which, without comparing all with all."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, combinations, pairwise

from ._surveyed import Surveyed, noted_landmarks, noted_runs

Pair = tuple[int, int]
"""The numbers of two files, the smaller first."""


class Files:
    """Files by number, in their order, as paths and notes. A note is read when it is needed: all of them at once would be too large."""

    def __init__(self, notes: Iterable[tuple[str, str]]) -> None:
        self._notes = list(notes)
        # A file that repeats many others comes up again and again.
        self._file = lru_cache(maxsize=64)(lambda number: Surveyed.noted(*self._notes[number]))

    def pair(self, numbers: Pair) -> tuple[Surveyed, Surveyed]:
        """The two files."""
        return self._file(numbers[0]), self._file(numbers[1])

    def candidates(self, most: int) -> list[Pair]:
        """Pairs of files that share a landmark; where more than `most` files share one, each of them is paired with the next only.

        So the number of pairs grows with that of the files, whatever they hold.
        """
        # Most landmarks stand in one file: sorting them is cheaper than a table of all.
        ordered = sorted(chain.from_iterable(noted_landmarks(note) for _, note in self._notes))
        again = {one for one, other in pairwise(ordered) if one == other}
        holders: dict[int, list[int]] = {}
        for number, (_, note) in enumerate(self._notes):
            for mark in again.intersection(noted_landmarks(note)):
                holders.setdefault(mark, []).append(number)
        joined = (combinations(numbers, 2) if len(numbers) <= most else pairwise(numbers) for numbers in holders.values())
        return sorted(set(chain.from_iterable(joined)))

    def background(self, pairs: Iterable[Pair], most: int) -> set[int]:
        """Of the runs that any of the pairs share, those that stand in more than `most` files."""
        shared: set[int] = set()
        for one, other in map(self.pair, pairs):
            shared |= one.distinct & other.distinct
        tally = Counter(chain.from_iterable(shared.intersection(noted_runs(note)) for _, note in self._notes))
        return {run for run, times in tally.items() if times > most}
