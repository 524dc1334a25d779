"""What is kept of a file to compare it with others: its runs of words, and where its paragraphs stand."""

import os
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from arlint import Document
from arlint.arabic.lazy import regex
from arlint.arabic.skeletons import key
from arlint.records import NamedTuple

from ._folded import BODY
from ._runs import RUN, landmarks, read, runs, written

_UPDATES = regex(r"\ufeff?---[ \t]*\r?\n(?:(?!---|updates[ \t]*:).*\n)*updates[ \t]*:[ \t]*[\"']?([^\"'\s]+)")


class Stretch(NamedTuple):
    """A paragraph: its span in the prose, its place in the file, and the number of its first word among those compared."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    first: int


class Repeated(NamedTuple):
    """A paragraph, how many words it has, and how many of them stand in runs that another file has too."""

    paragraph: Stretch
    words: int
    repeated: int


class Surveyed:
    """A file as others see it.

    `words` counts what is compared: the body, without headlines, bylines and lines that may repeat. `runs` has a number for each run of
    words, in order; `aside` those that are only there if lines that may repeat are counted too, which matter where two files are held to
    be the same: a paper may have a formula in a paragraph of its own. `updates` names the file that this one says it updates, without
    folder and perhaps without suffix; "" where it says nothing.
    """

    def __init__(
        self, key: str, words: int, updates: str, paragraphs: Sequence[Stretch], numbers: Sequence[int], aside: Collection[int] = ()
    ) -> None:
        self.key = key
        self.words = words
        self.updates = updates
        self.paragraphs = paragraphs
        self.runs = numbers
        self.aside = aside

    @classmethod
    def of(cls, document: Document) -> "Surveyed":
        """The survey of a document."""
        words: list[str] = []
        every: list[str] = []
        paragraphs: list[Stretch] = []
        for one in document.paragraphs:
            if (one.kind in BODY or one.kind == "boilerplate") and (own := key(one.prose.text)):
                every += own
                if one.kind in BODY:
                    paragraphs.append(Stretch(one.start, one.end, *document.stretch(one.start, one.end), len(words)))
                    words += own
        updates, numbers = _UPDATES.match(document.source.text), runs(words)
        aside = sorted(set(runs(every)).difference(numbers)) if len(every) > len(words) else ()
        return cls(document.key, len(words), updates[1] if updates else "", paragraphs, numbers, aside)

    @classmethod
    def noted(cls, key: str, note: str) -> "Surveyed":
        """The file of which this is the note."""
        _, numbers, rest = note.split(" ", 2)
        import json  # by itself two milliseconds of every start

        words, updates, paragraphs, aside = json.loads(rest)
        return cls(key, words, updates, [Stretch(*one) for one in paragraphs], read(numbers), aside)

    def note(self, shortest: int) -> str:
        """All but the key, as text, with landmarks by which files are found that share so many runs in a row."""
        import json

        rest = json.dumps((self.words, self.updates, self.paragraphs, self.aside), separators=(",", ":"))
        return f"{written(sorted(landmarks(self.runs, shortest)))} {written(self.runs)} {rest}"

    @property
    def path(self) -> str:
        """The file it stands in."""
        return self.key.partition("\n")[0]

    @cached_property
    def distinct(self) -> frozenset[int]:
        """The runs, each once."""
        return frozenset(self.runs)

    def likeness(self, other: "Surveyed") -> float:
        """What share of all runs of the two both have, with lines that may repeat or without, whichever is more (Jaccard)."""
        return max(_likeness(self.distinct, other.distinct), _likeness(self.distinct.union(self.aside), other.distinct.union(other.aside)))

    def repeated(self, shared: Collection[int]) -> Iterator[Repeated]:
        """The paragraphs that have words in these runs, in order."""
        words = {place + step for run in shared for place in self._places[run] for step in range(RUN)}
        for number, count in sorted(Counter(map(self._number, words)).items()):
            yield Repeated(self.paragraphs[number], self._end(number) - self.paragraphs[number].first, count)

    def runs_in(self, paragraph: Stretch, words: int) -> Sequence[int]:
        """All runs that have a word in a paragraph of so many words."""
        return self.runs[max(0, paragraph.first - RUN + 1) : paragraph.first + words]

    def paragraph_with(self, wanted: Collection[int]) -> Stretch:
        """The paragraph in which most of these runs begin, of which it has one at least; the first of several."""
        begun = Counter(self._number(place) for run in self.distinct.intersection(wanted) for place in self._places[run])
        return self.paragraphs[min(begun, key=lambda number: (-begun[number], number))]

    @cached_property
    def _places(self) -> dict[int, list[int]]:
        """The number of the word with which a run begins, wherever it stands."""
        places: dict[int, list[int]] = {}
        for place, run in enumerate(self.runs):
            places.setdefault(run, []).append(place)
        return places

    @cached_property
    def _firsts(self) -> list[int]:
        return [one.first for one in self.paragraphs]

    def _number(self, word: int) -> int:
        return bisect_right(self._firsts, word) - 1

    def _end(self, number: int) -> int:
        return self._firsts[number + 1] if number + 1 < len(self._firsts) else self.words

    def is_update_of(self, other: "Surveyed") -> bool:
        """Whether this file says that it updates the other."""
        name = os.path.basename(other.path)
        return self.updates in (name, os.path.splitext(name)[0])


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


def noted_landmarks(note: str) -> tuple[int, ...]:
    """The landmarks of a note, without reading the rest of it."""
    return read(note[: note.index(" ")])


def noted_runs(note: str) -> tuple[int, ...]:
    """The runs of a note, without reading the rest of it."""
    return read(note.split(" ", 2)[1])
