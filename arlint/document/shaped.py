"""Words of a text that holds a few presentation forms, as old systems and PDF files write them."""

from bisect import bisect_right
from collections.abc import Iterable

from ..arabic import words
from ..arabic.letters import PLACEHOLDER
from ..arabic.page import STRANGE, apart, page, spaced
from .apart import Apart, blanks_after, blanks_before
from .letters import Letters
from .pieces import Word
from .tokens import pieces_with


class Shaped:
    """The words of a text, given with its signs, some of whose words hold presentation forms: these few are placed, the others are found as
    in the text without them.
    """

    def __init__(self, text: str, signs: frozenset[str]) -> None:
        self._text = text
        self._placed = _shaped(text)
        self._by_form: dict[str, list[Word]] = {}
        for word in self._placed:
            self._by_form.setdefault(word.form, []).append(word)
        rest: list[str] = []
        last = 0
        for word in self._placed:
            rest += (text[last : word.start], PLACEHOLDER * len(word.text))
            last = word.end
        others = "".join((*rest, text[last:]))
        read = apart(page(others))
        whole = read is not None and len(read) == len(others)
        self._others = Apart(others, read) if read and whole else Letters(others, signs - words.SHAPES)

    def of(self, form: str) -> list[Word]:
        """The words of this form, in order."""
        found, own = self._others.of(form), self._by_form.get(form)
        return sorted((*found, *own), key=_start) if own else found

    def row(self, forms: Iterable[str]) -> None:
        """None: it takes `of` to find them."""

    def within(self, start: int, end: int) -> list[Word]:
        """The words that begin in a span of the text."""
        own = (word for word in self._placed if start <= word.start < end)
        return sorted((*self._others.within(start, end), *own), key=_start)

    def before(self, start: int) -> Word | None:
        """The word that ends before an offset with nothing but blanks between the two."""
        end = blanks_before(self._text, start)
        found = self.holding(end - 1) if 0 < end < start else None
        return found if found and found.end == end else None

    def after(self, end: int) -> Word | None:
        """The word that begins after an offset with nothing but blanks between the two."""
        start = blanks_after(self._text, end)
        found = self.holding(start) if start > end else None
        return found if found and found.start == start else None

    def holding(self, offset: int) -> Word | None:
        """The word that holds an offset."""
        number = bisect_right(self._placed, offset, key=_start) - 1
        if number >= 0 and offset < self._placed[number].end:
            return self._placed[number]
        return self._others.holding(offset)


_SHAPED = bytes((STRANGE,))
"""A page has no place for presentation forms."""


def _shaped(text: str) -> list[Word]:
    """The words that hold presentation forms, in order."""
    return [
        Word(written, token.start + start, words.form(written))
        for token in pieces_with(text, spaced(page(text)), _SHAPED)
        for start, end in words.spans(token.text)
        if not words.SHAPES.isdisjoint(written := token.text[start:end])
    ]


def _start(word: Word) -> int:
    return word.start
