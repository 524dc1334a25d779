"""Words found where they stand: by searching for them, and by looking round a place. No list of all words is made for that.

Here those of a text in which every word is written as its form; see `letters` and `shaped` for others.
"""

from collections.abc import Iterable

from ..arabic import words
from ..arabic.letters import BLANK
from .pieces import Word


class Apart:
    """The words of a text, given also with blanks in the place of all that is no letter: every word is as it is written."""

    def __init__(self, text: str, apart: str) -> None:
        self._text = text
        self._apart = f" {apart} "  # one ahead of the text

    def of(self, form: str) -> list[Word]:
        """The words of this form, in order."""
        return [Word(form, at, form) for at in places(self._apart, form)]

    def row(self, forms: Iterable[str]) -> list[Word] | None:
        """The words of these forms, given in the order in which they stand: all there are. None where it takes `of`."""
        found = row(self._apart, forms)
        return None if found is None else [Word(form, at, form) for form, at in found]

    def within(self, start: int, end: int) -> list[Word]:
        """The words that begin in a span of the text."""
        return [Word(self._text[a:b], a, self._text[a:b]) for a, b in words.spans_beginning(self._text, start, end)]

    def before(self, start: int) -> Word | None:
        """The word that ends before an offset with nothing but blanks between the two."""
        end = blanks_before(self._text, start)
        return self.holding(end - 1) if 0 < end < start else None

    def after(self, end: int) -> Word | None:
        """The word that begins after an offset with nothing but blanks between the two."""
        start = blanks_after(self._text, end)
        return self.holding(start) if start > end else None

    def holding(self, offset: int) -> Word | None:
        """The word that holds an offset."""
        apart = self._apart
        if not 0 <= offset < len(self._text) or apart[offset + 1] == " ":
            return None
        start = apart.rfind(" ", 0, offset + 1)
        form = apart[start + 1 : apart.find(" ", offset + 1)]
        return Word(form, start, form)


def places(apart: str, form: str) -> list[int]:
    """Where the words of this form begin, in order, in a text `apart` with a blank at both ends, which do not count."""
    sought, step, found = f" {form} ", len(form) + 1, []
    at = apart.find(sought)
    while at >= 0:
        found.append(at)
        at = apart.find(sought, at + step)
    return found


def row(apart: str, forms: Iterable[str]) -> list[tuple[str, int]] | None:
    """As `places`, of several forms in the order in which they stand, all there are of each. Each is looked for from where the one before
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


def blanks_before(text: str, end: int) -> int:
    """Where the blanks begin that stand before an offset."""
    while end and text[end - 1] in BLANK:
        end -= 1
    return end


def blanks_after(text: str, start: int) -> int:
    """Where the blanks end that stand after an offset."""
    while start < len(text) and text[start] in BLANK:
        start += 1
    return start
