"""The words of a document. What they are is asked of the whole text at once; where they stand, mostly of the few that a rule speaks of."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from itertools import compress
from operator import itemgetter
from typing import TYPE_CHECKING

from ..arabic import words
from ..arabic.lazy import cached_property
from ..arabic.letters import BLANK
from ..arabic.page import apart
from .apart import Apart
from .letters import Letters
from .pieces import Block, Word

if TYPE_CHECKING:
    from .shaped import Shaped

_FEW = 2
_START = itemgetter(Word._fields.index("start"))
_SOME = 3
"""Of more forms the places are found in one walk through the words, which is as dear as to search the text for three."""

_SEARCHES = 80
"""So many forms are looked for in the text or by going through all words, which is cheaper than an index; most articles need no more."""

_OFTEN = 250
"""To place so many words is as dear as one more search."""


class Wording:
    """The words in the blocks of a text, in order.

    `page` is that of the text where every letter stands in a block, else None; `twin` the words of the same text in another guise, with
    the same forms. Of few words the places are found by searching for them and round them in the `letters` of the text; only where that
    will not do are all words placed.
    """

    def __init__(
        self, text: str, blocks: Sequence[Block], page: bytes | None, signs: frozenset[str], twin: "Wording | None" = None
    ) -> None:
        self._text = text
        self._signs = signs
        self._blocks = blocks
        self._page = page
        self._twin = twin
        self._searches = _SEARCHES

    @cached_property
    def forms(self) -> list[str]:
        """The bare form of every word, in order."""
        if self._twin:
            return self._twin.forms
        if self._page is not None:
            return words.forms(self._text) if self._apart is None else self._apart.split()
        return [form for block in self._blocks for form in words.forms(self._text[block.start : block.end])]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The distinct bare forms."""
        return self._twin.vocabulary if self._twin else frozenset(self.forms)

    @cached_property
    def _apart(self) -> str | None:
        return None if self._page is None else apart(self._page)

    @cached_property
    def _letters(self) -> "Letters | Apart | Shaped | None":
        if self._apart is not None:
            return Apart(self._text, self._apart) if len(self._apart) == len(self._text) else Letters(self._text, self._signs, self._apart)
        if not words.has_no_tags(self._signs):
            return None
        if words.are_runs(self._signs):
            return Letters(self._text, self._signs)
        from .shaped import Shaped  # three texts in a hundred

        return Shaped(self._text, self._signs)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where every word stands, in order."""
        text = self._text
        if self._page is not None:
            return words.spans(text)
        return [
            (block.start + start, block.start + end) for block in self._blocks for start, end in words.spans(text[block.start : block.end])
        ]

    @cached_property
    def starts(self) -> list[int]:
        """Offsets at which the words begin, for bisection."""
        return [start for start, _ in self.spans]

    def numbered(self, first: int, last: int) -> Iterator[Word]:
        """The words from one number to before another: those of `forms[first:last]`."""
        text = self._text
        if last - first <= _FEW and "spans" not in self.__dict__:
            for number in range(first, min(last, len(self.forms))):
                form = self.forms[number]
                yield self.of(form)[self.forms[:number].count(form)]
            return
        for (start, end), form in zip(self.spans[first:last], self.forms[first:last], strict=True):
            yield Word(text[start:end], start, form)

    def of(self, form: str) -> list[Word]:
        """The words of this form."""
        if form not in self.vocabulary:
            return []
        if self._letters and self._searches:
            found = self._letters.of(form)
            self._searches = max(0, self._searches - 1 - len(found) // _OFTEN)
            return found if self._page is not None else [word for word in found if self._in_block(word.start)]
        text, spans = self._text, self.spans
        return [Word(text[start:end], start, form) for start, end in map(spans.__getitem__, self._numbers_of(form))]

    def among(self, forms: Set[str]) -> list[Word]:
        """The words of these forms, in order."""
        wanted = self.vocabulary & forms
        if not wanted:
            return []
        letters = self._letters
        if letters and len(wanted) > _SOME:
            row = letters.row(filter(wanted.__contains__, self.forms))
            if row is not None:
                return row
        if letters and len(wanted) <= self._searches:
            self._searches -= len(wanted)
            found = [word for form in wanted for word in letters.of(form)]
            if len(found) > 1:
                found.sort(key=_START)
            return found if self._page is not None else [word for word in found if self._in_block(word.start)]
        text, spans, own = self._text, self.spans, self.forms
        numbers = compress(range(len(own)), map(wanted.__contains__, own))
        return [Word(text[spans[number][0] : spans[number][1]], spans[number][0], own[number]) for number in numbers]

    def _in_block(self, offset: int) -> bool:
        if self._page is not None:
            return True
        number = bisect_right(self._block_starts, offset) - 1
        return number >= 0 and offset < self._blocks[number].end

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self._blocks]

    def _numbers_of(self, form: str) -> list[int]:
        """Which of the words have this form."""
        if not self._searches:
            return self._numbers[form]
        self._searches -= 1
        forms, found, at = self.forms, [], -1
        for _ in range(forms.count(form)):
            at = forms.index(form, at + 1)
            found.append(at)
        return found

    @cached_property
    def _numbers(self) -> dict[str, list[int]]:
        numbers: dict[str, list[int]] = {}
        for number, form in enumerate(self.forms):
            numbers.setdefault(form, []).append(number)
        return numbers

    def within(self, start: int, end: int) -> list[Word]:
        """The words that begin in a span."""
        if self._letters and self._page is not None:
            return self._letters.within(start, end)
        return list(self.numbered(bisect_left(self.starts, start), bisect_left(self.starts, end)))

    def before(self, word: Word) -> Word | None:
        """The word directly before, where nothing but blanks stands between."""
        if self._letters:
            return self._shown(self._letters.before(word.start))
        found = self._at(bisect_right(self.starts, word.start) - 2)
        return found if found and self._adjacent(found.end, word.start) else None

    def after(self, word: Word) -> Word | None:
        """The word directly after, where nothing but blanks stands between."""
        if self._letters:
            return self._shown(self._letters.after(word.end))
        found = self._at(bisect_right(self.starts, word.start))
        return found if found and self._adjacent(word.end, found.start) else None

    def holding(self, offset: int) -> Word | None:
        """The word that holds an offset."""
        if self._letters:
            return self._shown(self._letters.holding(offset))
        found = self._at(bisect_right(self.starts, offset) - 1)
        return found if found and offset < found.end else None

    def _shown(self, word: Word | None) -> Word | None:
        return word if word and self._in_block(word.start) else None

    def _at(self, number: int) -> Word | None:
        return next(self.numbered(number, number + 1), None) if number >= 0 else None

    def _adjacent(self, end: int, start: int) -> bool:
        return not self._text[end:start].strip(BLANK)
