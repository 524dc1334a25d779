"""Words between whose letters harakat, tatweel or invisible signs stand, found where they stand, as in `apart`."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import count
from operator import sub

from ..arabic import words
from ..arabic.lazy import cached_property
from .apart import blanks_after, blanks_before, places, row
from .pieces import Word


class Letters:
    """The words of a text, given with its signs, whose words `are_runs` of letters but for harakat, tatweel and invisible signs.

    Where its page has a place for all of it, it is given `apart` too.
    """

    def __init__(self, text: str, signs: frozenset[str], apart: str | None = None) -> None:
        self._text = text
        self._signs = signs
        self._apart = None if apart is None else f" {apart} "

    @cached_property
    def _clean(self) -> str:
        return words.clean(self._text, self._signs)

    def of(self, form: str) -> list[Word]:
        """The words of this form, in order."""
        if self._apart is not None:
            return [self._word(form, at) for at in places(self._apart, form)]
        found = words.places(self._clean, form)
        if self._clean is self._text:
            return [Word(form, at, form) for at in found]
        return [self._word(form, at) for at in found]

    def row(self, forms: Iterable[str]) -> list[Word] | None:
        """The words of these forms, given in the order in which they stand: all there are. None where it takes `of`."""
        found = None if self._apart is None else row(self._apart, forms)
        return None if found is None else [self._word(form, at) for form, at in found]

    def within(self, start: int, end: int) -> list[Word]:
        """The words that begin in a span of the text."""
        spans = words.spans_beginning(self._clean, self._before(start), self._before(end))
        return [word for a, b in spans if (word := self._word(self._clean[a:b], a)).start >= start]

    def before(self, start: int) -> Word | None:
        """The word that ends before an offset with nothing but blanks between the two."""
        end, text = blanks_before(self._text, start), self._text
        if not 0 < end < start:
            return None
        token = text[text.rfind(" ", 0, end) + 1 : end]
        if words.are_letters(token):
            return Word(token, end - len(token), token)
        found = self.holding(end - 1)
        return found if found and found.end == end else None

    def after(self, end: int) -> Word | None:
        """The word that begins after an offset with nothing but blanks between the two."""
        start, text = blanks_after(self._text, end), self._text
        if start == end:
            return None
        form = words.letters_at(text, start)
        if form and not words.goes_on(text, start + len(form)):
            return Word(form, start, form)
        found = self.holding(start)
        return found if found and found.start == start else None

    def holding(self, offset: int) -> Word | None:
        """The word that holds an offset."""
        span = words.span_round(self._text, offset)
        if span is None:
            return None
        written = self._text[span[0] : span[1]]
        return Word(written, span[0], words.form(written))

    def _word(self, form: str, start: int) -> Word:
        """The word of a form that begins at an offset of the text without what was taken out."""
        gaps = self._gaps
        number = bisect_right(gaps, start)
        at = start + number
        if number == len(gaps) or gaps[number] > start + len(form):  # nothing was taken out of it, nor from behind it
            return Word(form, at, form)
        return Word(words.word_at(self._text, at), at, form)

    @cached_property
    def _dropped(self) -> list[int]:
        """Where in the text stands what was taken out of it, in order."""
        return words.dropped(self._text, self._signs)

    @cached_property
    def _gaps(self) -> list[int]:
        """Before which offset without them each of these was taken out."""
        return list(map(sub, self._dropped, count()))

    def _before(self, offset: int) -> int:
        """How many characters that were left stand before an offset of the text."""
        return offset - bisect_left(self._dropped, offset)
