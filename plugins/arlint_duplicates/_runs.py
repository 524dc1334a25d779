"""Runs of words as numbers: two texts have as much in common as they share runs of five words."""

from base64 import b64decode, b64encode
from collections.abc import Collection, Sequence
from itertools import accumulate, islice
from struct import pack, unpack
from zlib import crc32

RUN = 5
"""Words of a run."""


def runs(words: Sequence[str]) -> list[int]:
    """A number for every run of five words, in order: of each word but the last four, the run that begins with it.

    Two runs that differ have one number once in four billion, which moves no percentage that anybody reads.
    """
    coded = [word.encode("utf-8", "surrogatepass") for word in words]
    text = b" ".join(coded)
    ends = list(accumulate(len(word) + 1 for word in coded))
    return [crc32(text[start : end - 1]) for start, end in zip([0, *ends], ends[RUN - 1 :], strict=False)]


def landmarks(numbers: Sequence[int], window: int) -> set[int]:
    """The least number of every `window` neighbours: texts that share so many runs in a row share a landmark.

    About two of `window + 1` numbers are landmarks (winnowing: Schleimer, Wilkerson and Aiken, SIGMOD 2003).
    """
    window = max(1, min(window, len(numbers)))
    least, width = list(numbers), 1
    while width < window:
        step = min(width, window - width)
        least = list(map(min, least, islice(least, step, None)))
        width += step
    return set(least)


def written(numbers: Collection[int]) -> str:
    """The numbers as text, the same on every machine."""
    return b64encode(pack(f"<{len(numbers)}I", *numbers)).decode("ascii")


def read(text: str) -> tuple[int, ...]:
    """The numbers that `written` wrote."""
    data = b64decode(text)
    return unpack(f"<{len(data) // 4}I", data)
