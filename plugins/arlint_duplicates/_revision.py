"""What a change in a few files changes of what is known of copies among all: their old and new landmarks lead to the files concerned."""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from itertools import chain, groupby

from arlint import Noted
from arlint.records import NamedTuple

from ._across import Files, Pair, joined
from ._surveyed import Surveyed, noted_landmarks, noted_runs

Keys = tuple[str, str]
"""The keys of two files, the smaller first."""

Said = Callable[[Iterable[tuple[Surveyed, Surveyed]], Set[int]], str | None]
"""What the later file of some pairs repeats, less runs that are common to many; None where it is nothing."""


class Memory(NamedTuple):
    """What a whole comparison left: keys of the files by number; landmarks in order and the numbers of the files they stand in; numbers of
    files that are alike, two and two; runs that such files share, in order, and in how many files each stands. All but the first are
    arrays of 32 bits.
    """

    keys: Sequence[str]
    marks: bytes
    owners: bytes
    alike: bytes
    runs: bytes
    times: bytes


class Tally:
    """In how many files runs stand, in little space."""

    def __init__(self) -> None:
        self._counted = array("Q")

    def add(self, times: Mapping[int, int]) -> None:
        """Add what was counted; a run that was counted before was counted alike."""
        self._counted.extend([run << 32 | number for run, number in times.items()])

    def sorted(self) -> tuple["array[int]", "array[int]"]:
        """The runs in order, each once, and their numbers of files."""
        runs, times = array("I"), array("I")
        for one, _ in groupby(sorted(self._counted)):
            runs.append(one >> 32)
            times.append(one & 0xFFFFFFFF)
        return runs, times


def remembered(files: Files, alike: Iterable[Pair], tally: Tally) -> Memory:
    """The memory of a comparison."""
    pairs, (runs, times) = array("I", chain.from_iterable(alike)), tally.sorted()
    return Memory(files.keys, files.marks.tobytes(), files.owners.tobytes(), pairs.tobytes(), runs.tobytes(), times.tobytes())


class Revision:
    """Files of which some have changed. `crowd` is how many may share a landmark and be all compared, `most` in how many files a run may
    stand before it is background.
    """

    def __init__(
        self,
        memory: Memory,
        before: Mapping[str, Mapping[str, int]],
        after: Mapping[str, Mapping[str, int]],
        notes: Noted,
        crowd: int,
        most: int,
    ) -> None:
        self._keys, *arrays = memory
        self._marks, self._owners, self._pairs, self._runs, self._times = (memoryview(one).cast("I") for one in arrays)
        self._before = {key: note for key, values in before.items() for note in values}
        self._after = {key: note for key, values in after.items() for note in values}
        self._touched = self._before.keys() | self._after.keys()
        self._marked = {key: frozenset(noted_landmarks(note)) for key, note in self._after.items()}
        self._notes = notes
        self._crowd = crowd
        self._most = most
        self._file = lru_cache(maxsize=1024)(lambda key: Surveyed.noted(key, self._note(key)))

    def changes(self, said: Said) -> dict[str, str | None]:
        """What is known otherwise of the files: by key, None where nothing is known any more."""
        pairs = zip(self._pairs[::2], self._pairs[1::2], strict=True)
        then = {(self._keys[one], self._keys[other]) for one, other in pairs}
        now = self._alike(then, said)
        times = self._tally(now - then | {pair for pair in now if self._touches(pair)})
        turned = self._turned(times)
        concerned = {pair for pair in now if self._touches(pair) or (turned and not turned.isdisjoint(self._shared(pair)))}
        earlier: dict[str, list[str]] = {key: [] for key in self._touched}
        earlier.update((later, []) for _, later in (then ^ now) | concerned)
        for one, later in sorted(now):
            if later in earlier:
                earlier[later].append(one)
        return {later: self._said(later, ones, times, said) for later, ones in earlier.items()}

    def _said(self, later: str, earlier: Sequence[str], times: Callable[[int], int], said: Said) -> str | None:
        pairs = [(self._file(one), self._file(later)) for one in earlier]
        common = {run for one, other in pairs for run in one.distinct & other.distinct if times(run) > self._most}
        return said(pairs, common)

    def _alike(self, then: Set[Keys], said: Said) -> set[Keys]:
        """The pairs that are alike now."""
        gained: set[Keys] = set()
        lost: set[Keys] = set()
        for mark in set(chain.from_iterable(map(noted_landmarks, (*self._before.values(), *self._after.values())))):
            was, now = set(joined(self._held(mark), self._crowd)), set(joined(self._holders(mark), self._crowd))
            lost |= was - now
            gained |= {pair for pair in now if pair not in was or self._touches(pair)}
        left = {pair for pair in then if not self._touches(pair) and (pair not in lost or pair in gained or self._meets(pair))}
        return left | {pair for pair in gained if said([(self._file(pair[0]), self._file(pair[1]))], frozenset()) is not None}

    def _touches(self, pair: Keys) -> bool:
        return pair[0] in self._touched or pair[1] in self._touched

    def _held(self, mark: int) -> list[str]:
        """The files that had this landmark."""
        first = bisect_left(self._marks, mark)
        return [self._keys[number] for number in self._owners[first : bisect_right(self._marks, mark, first)]]

    def _holders(self, mark: int) -> list[str]:
        """The files that have it now, in order."""
        come = [key for key, own in self._marked.items() if mark in own]
        return sorted([*come, *(key for key in self._held(mark) if key not in self._touched)])

    def _meets(self, pair: Keys) -> bool:
        """Whether two files share a landmark by which they are compared."""
        one, other = (set(noted_landmarks(self._note(key))) for key in pair)
        return any(pair in joined(self._holders(mark), self._crowd) for mark in one & other)

    def _note(self, key: str) -> str:
        found = self._after.get(key) if key in self._touched else next(iter(self._notes.of(key)), None)
        if found is None:
            raise LookupError(key)
        return found

    def _shared(self, pair: Keys) -> Set[int]:
        return self._file(pair[0]).distinct & self._file(pair[1]).distinct

    def _then(self, run: int) -> int:
        """In how many files a run stood; 0 for one that no files that were alike shared."""
        at = bisect_left(self._runs, run)
        return self._times[at] if at < len(self._runs) and self._runs[at] == run else 0

    def _tally(self, anew: Collection[Keys]) -> Callable[[int], int]:
        """In how many files a run stands now that is shared by files that are alike, be it `anew`."""
        unknown = {run for pair in anew for run in self._shared(pair) if not self._then(run)}
        every = chain.from_iterable(map(unknown.intersection, map(noted_runs, self._every()))) if unknown else ()
        counted, moved = Counter(every), self._moved

        def times(run: int) -> int:
            return counted[run] if run in unknown else self._then(run) + moved[run]

        return times

    def _every(self) -> Iterator[str]:
        return (note for _, values in self._notes.all() for note in values)

    @cached_property
    def _moved(self) -> Counter[int]:
        """How many more files a run stands in, or fewer."""
        moved = Counter(chain.from_iterable(set(noted_runs(note)) for note in self._after.values()))
        moved.subtract(chain.from_iterable(set(noted_runs(note)) for note in self._before.values()))
        return moved

    def _turned(self, times: Callable[[int], int]) -> set[int]:
        """The runs that have become background, or are it no more."""
        shared = ((run, self._then(run)) for run, more in self._moved.items() if more)
        return {run for run, was in shared if was and (was > self._most) != (times(run) > self._most)}
