"""Words found where they stand: by searching for them, and by looking round a place. No list of all words is made for that."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import count
from operator import sub

from ..arabic import words
from ..arabic.lazy import cached_property
from ..arabic.letters import BLANK, PLACEHOLDER
from ..arabic.page import STRANGE, apart, page, spaced
from .pieces import Word
from .tokens import pieces_with


class Apart:
    """The words of a text, given also with blanks in the place of all that is no letter: every word is as it is written."""

    def __init__(self, text: str, apart: str) -> None:
        self._text = text
        self._apart = f" {apart} "  # one ahead of the text

    def of(self, form: str) -> list[Word]:
        """The words of this form, in order."""
        return [Word(form, at, form) for at in _places(self._apart, form)]

    def row(self, forms: Iterable[str]) -> list[Word] | None:
        """The words of these forms, given in the order in which they stand: all there are. None where it takes `of`."""
        found = _row(self._apart, forms)
        return None if found is None else [Word(form, at, form) for form, at in found]

    def within(self, start: int, end: int) -> list[Word]:
        """The words that begin in a span of the text."""
        return [Word(self._text[a:b], a, self._text[a:b]) for a, b in words.spans_beginning(self._text, start, end)]

    def before(self, start: int) -> Word | None:
        """The word that ends before an offset with nothing but blanks between the two."""
        end = _blanks_before(self._text, start)
        return self.holding(end - 1) if 0 < end < start else None

    def after(self, end: int) -> Word | None:
        """The word that begins after an offset with nothing but blanks between the two."""
        start = _blanks_after(self._text, end)
        return self.holding(start) if start > end else None

    def holding(self, offset: int) -> Word | None:
        """The word that holds an offset."""
        apart = self._apart
        if not 0 <= offset < len(self._text) or apart[offset + 1] == " ":
            return None
        start = apart.rfind(" ", 0, offset + 1)
        form = apart[start + 1 : apart.find(" ", offset + 1)]
        return Word(form, start, form)


def _places(apart: str, form: str) -> list[int]:
    """Where the words of this form begin, in order, in a text `apart` with a blank at both ends, which do not count."""
    sought, step, found = f" {form} ", len(form) + 1, []
    at = apart.find(sought)
    while at >= 0:
        found.append(at)
        at = apart.find(sought, at + step)
    return found


def _row(apart: str, forms: Iterable[str]) -> list[tuple[str, int]] | None:
    """As `_places`, of several forms in the order in which they stand, all there are of each. Each is looked for from where the one before
    it ends, so the text is read once. None where one of them is not there.
    """
    end, found = 0, []
    for form in forms:
        at = apart.find(f" {form} ", end)
        if at < 0:
            return None
        found.append((form, at))
        end = at + len(form) + 1
    return found


def _blanks_before(text: str, end: int) -> int:
    """Where the blanks begin that stand before an offset."""
    while end and text[end - 1] in BLANK:
        end -= 1
    return end


def _blanks_after(text: str, start: int) -> int:
    """Where the blanks end that stand after an offset."""
    while start < len(text) and text[start] in BLANK:
        start += 1
    return start


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
            return [self._word(form, at) for at in _places(self._apart, form)]
        found = words.places(self._clean, form)
        if self._clean is self._text:
            return [Word(form, at, form) for at in found]
        return [self._word(form, at) for at in found]

    def row(self, forms: Iterable[str]) -> list[Word] | None:
        """The words of these forms, given in the order in which they stand: all there are. None where it takes `of`."""
        found = None if self._apart is None else _row(self._apart, forms)
        return None if found is None else [self._word(form, at) for form, at in found]

    def within(self, start: int, end: int) -> list[Word]:
        """The words that begin in a span of the text."""
        spans = words.spans_beginning(self._clean, self._before(start), self._before(end))
        return [word for a, b in spans if (word := self._word(self._clean[a:b], a)).start >= start]

    def before(self, start: int) -> Word | None:
        """The word that ends before an offset with nothing but blanks between the two."""
        end, text = _blanks_before(self._text, start), self._text
        if not 0 < end < start:
            return None
        token = text[text.rfind(" ", 0, end) + 1 : end]
        if words.are_letters(token):
            return Word(token, end - len(token), token)
        found = self.holding(end - 1)
        return found if found and found.end == end else None

    def after(self, end: int) -> Word | None:
        """The word that begins after an offset with nothing but blanks between the two."""
        start, text = _blanks_after(self._text, end), self._text
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
        end = _blanks_before(self._text, start)
        found = self.holding(end - 1) if 0 < end < start else None
        return found if found and found.end == end else None

    def after(self, end: int) -> Word | None:
        """The word that begins after an offset with nothing but blanks between the two."""
        start = _blanks_after(self._text, end)
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
