"""How far two places of a document are from each other: in sentences, words or paragraphs."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ..arabic.lazy import regex
from ..document import Document
from ..records import NamedTuple

_WRITTEN = regex(r"(\d+)\s+(sentence|word|paragraph)s?")
_WORD = regex(r"\w+")

Span = tuple[int, int]


class Distance(NamedTuple):
    """A number of sentences, words or paragraphs. `1 sentence` is the same sentence, `2 sentences` that and its neighbours."""

    number: int
    unit: str

    @classmethod
    @lru_cache(maxsize=64)
    def read(cls, written: str) -> "Distance":
        """Raises ValueError for what is no distance."""
        match = _WRITTEN.fullmatch(written.strip())
        if match is None or not int(match[1]):
            raise ValueError(written)
        return cls(int(match[1]), match[2])

    def covers(self, document: Document, one: Span, other: Span) -> bool:
        """Whether two spans are as near as this."""
        first, second = sorted((one, other))
        if self.unit == "word":
            return len(_WORD.findall(document.text[first[1] : second[0]])) < self.number
        starts = _starts(document, self.unit)
        return abs(bisect_right(starts, first[0]) - bisect_right(starts, second[0])) < self.number


@lru_cache(maxsize=8)
def _starts(document: Document, unit: str) -> list[int]:
    return [one.start for one in (document.sentences if unit == "sentence" else document.paragraphs)]


def hindered(document: Document, hit: Span, others: Mapping[str, Sequence[Span]], distance: Distance) -> bool:
    """Whether a condition of the rule does not hold at a place: what must be near, before or after is not, or what must not is."""
    for name, spans in others.items():
        near = any(
            distance.covers(document, hit, other)
            for other in spans
            if other != hit and (name != "before" or other[0] >= hit[1]) and (name != "after" or other[1] <= hit[0])
        )
        if near is (name == "without"):
            return True
    return False
