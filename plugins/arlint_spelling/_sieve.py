"""Which forms of a text can be one of several spellings of a word."""

from collections.abc import Collection, Iterator

from arlint.arabic.noticed import Noticed

from ._final_yeh import Slip, slip
from ._hamza import Residual, residual
from ._variants import Match, matches

Spelling = Match | Residual | Slip
"""A way to read a form: as `value`, one of the spellings of the word `key`. Words of different classes never share a key."""


class Sieve:
    """The spellings that forms can be, in the groups and classes asked for."""

    def __init__(self, groups: Collection[str], *, hamza: bool = False, yeh: bool = False) -> None:
        self.groups = frozenset(groups)
        self._hamza = hamza
        self._yeh = yeh
        self._spellings = Noticed(".+", self._read)

    def ambiguous(self, vocabulary: frozenset[str]) -> set[str]:
        """The words that these forms may spell in more than one way. A phrase counts where all its words occur, if apart."""
        first: dict[str, str] = {}
        found: set[str] = set()
        for form in self._spellings.among(vocabulary):
            for spelling in self._spellings[form]:
                key = spelling.key
                if spelling.rest and not vocabulary.issuperset(spelling.rest):
                    continue
                if first.setdefault(key, spelling.value) != spelling.value or (isinstance(spelling, Slip) and spelling.twins(vocabulary)):
                    found.add(key)
        return found

    def spellings(self, vocabulary: frozenset[str]) -> Iterator[tuple[str, Spelling]]:
        """The forms that may spell a word, sorted, and how. Of a phrase, its first word, if all its words occur."""
        for form in self._spellings.among(vocabulary):
            for spelling in self._spellings[form]:
                if isinstance(spelling, Slip):
                    twins = spelling.twins(vocabulary)
                    yield from ((form, spelling), *twins) if twins else ()
                elif not spelling.rest or vocabulary.issuperset(spelling.rest):
                    yield form, spelling

    def _read(self, form: str) -> tuple[Spelling, ...]:
        found = matches(form)
        spellings: tuple[Spelling, ...] = tuple(match for match in found if match.key in self.groups)
        if found and not all(match.rest for match in found):
            return spellings
        word: Residual | Slip | None = residual(form) if self._hamza else None
        if word is None and self._yeh:
            word = slip(form)
        return spellings if word is None else (*spellings, word)
