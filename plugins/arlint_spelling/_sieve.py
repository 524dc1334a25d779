"""Which forms of a text can be one of several spellings of a word."""

from collections.abc import Collection, Iterator

from arlint.arabic.final_heh import definite
from arlint.arabic.fresh import Fresh
from arlint.arabic.noticed import Noticed

from ._contested import Contested, Spelling
from ._hamza_forms import Twins, residual
from ._last_letter import Slip, likely_yehs, undotted_teh, undotted_yeh
from ._variants import likely, matches, tails


class Sieve:
    """The spellings that forms can be, in the groups and classes asked for."""

    def __init__(
        self, groups: Collection[str], *, hamza: bool = False, yeh: bool = False, teh: bool = False, contested: bool = False
    ) -> None:
        """With `contested` only words of which two spellings have been met are spoken of: enough where each text is taken by itself."""
        self.groups = frozenset(groups)
        self._hamza = hamza
        self._yeh = yeh
        self._teh = teh
        self._contested = contested
        self._twins = Twins()
        self.noticed: Noticed[tuple[Spelling, ...]]
        if contested:
            self.noticed = Contested(self._candidates, self._read, tails=tails())
            self.noticed.twins = self._twins
        else:
            self.noticed = Noticed(self._candidates, self._read)

    def ambiguous(self, vocabulary: frozenset[str]) -> set[str]:
        """The words that these forms may spell in more than one way. A phrase counts where all its words occur, if apart."""
        if isinstance(self.noticed, Contested):
            return self.noticed.clashing(vocabulary)
        first: dict[str, str] = {}
        found: set[str] = set()
        for _, spelling in self.spellings(vocabulary):
            if first.setdefault(spelling.key, spelling.value) != spelling.value:
                found.add(spelling.key)
        return found

    def spellings(self, vocabulary: frozenset[str], keys: Collection[str] = ()) -> Iterator[tuple[str, Spelling]]:
        """The forms that may spell a word, in any order, and how. Of a phrase, its first word, if all its words occur.

        Given the keys of some words, the spellings of others may be left out, but for phrases.
        """
        some = self.noticed.spelling(keys, vocabulary) if keys and isinstance(self.noticed, Contested) else None
        shown: set[tuple[str, Spelling]] = set()  # النادى and والنادى have the same twins, which count once
        for form in self.noticed.held(vocabulary) if some is None else some:
            for spelling in self.noticed[form]:
                if isinstance(spelling, Slip):
                    twins = spelling.twins(vocabulary)
                    yield from ((form, spelling), *(twin for twin in twins if twin not in shown)) if twins else ()
                    shown.update(twins)
                elif not spelling.rest or vocabulary.issuperset(spelling.rest):
                    yield form, spelling

    def _candidates(self, fresh: Fresh) -> Collection[str]:
        """The forms that may be a spelling of anything."""
        if not self._contested:
            return fresh.forms
        found = set(likely(fresh.likely))
        if self._hamza:
            found |= self._twins.among(fresh)
        if self._yeh:
            found.update(likely_yehs(fresh))
        if self._teh:
            found.update(definite(fresh))
        return found

    def _read(self, form: str) -> tuple[Spelling, ...]:
        found = matches(form)
        spellings: tuple[Spelling, ...] = tuple(match for match in found if match.key in self.groups)
        if found and not all(match.rest for match in found):
            return spellings
        if self._teh and (slip := undotted_teh(form)):
            return (*spellings, slip)
        # الإسبانى can be mixed with الاسبانى and with الإسباني.
        word = residual(form) if self._hamza else None
        slip = undotted_yeh(form) if self._yeh else None
        return (*spellings, *(one for one in (word, slip) if one is not None))
