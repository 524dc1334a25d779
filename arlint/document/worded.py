"""The views of a document's words."""

from collections.abc import Iterable, Set

from ..arabic.lazy import cached_property
from ..arabic.shape import word_count
from ..arabic.words import forms, has_no_tags
from .characters import Characters
from .pieces import Word
from .wording import Wording


class Worded(Characters):
    """Which words a text has, and where those stand that a rule speaks of."""

    @cached_property
    def _wording(self) -> Wording:
        twin = self._unmarked if self._whole else self
        return Wording(self.text, self.blocks, self.page if self._whole else None, self.signs, None if twin is self else twin._wording)

    @property
    def _unmarked(self) -> "Worded":
        """`bare` if that was made, else the document itself: both have the same forms, so both readers share them."""
        made: Worded = self.__dict__.get("bare", self)
        return made

    @property
    def forms(self) -> list[str]:
        """The bare form of every word, in order."""
        return self._wording.forms

    @property
    def vocabulary(self) -> frozenset[str]:
        """The distinct bare forms."""
        return self._wording.vocabulary

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word with its place. Dearer than all other views: ask `words_of` or `words_in` where they can answer."""
        return tuple(self.numbered(0, len(self.forms)))

    def numbered(self, first: int, last: int) -> list[Word]:
        """The words from one number to before another: those of `forms[first:last]`."""
        return list(self._wording.numbered(first, last))

    def words_of(self, form: str) -> list[Word]:
        """The words that have this bare form, in order."""
        return self._wording.of(form)

    def words_among(self, forms: Set[str]) -> list[Word]:
        """The words that have one of these bare forms, in order."""
        return self._wording.among(forms)

    def words_in(self, start: int, end: int) -> list[Word]:
        """The words that begin in a span."""
        return self._wording.within(start, end)

    @cached_property
    def _tagged(self) -> bool:
        return not has_no_tags(self.signs)

    def count(self, start: int, end: int) -> int:
        """How many words a span has that begins and ends in none: as many as `words_in` gives, without finding them."""
        page = self.page
        tagged = self._tagged and (page.find(b"#", start, end) >= 0 or page.find(b"@", start, end) >= 0)
        found = None if tagged else word_count(self.shape, start, end)
        return len(forms(self.text[start:end])) if found is None else found

    def before(self, word: Word) -> Word | None:
        """The word directly before, where nothing but blanks stands between."""
        return self._wording.before(word)

    def after(self, word: Word) -> Word | None:
        """The word directly after, where nothing but blanks stands between."""
        return self._wording.after(word)

    def followed(self, word: Word, forms: Iterable[str]) -> Word | None:
        """The last of the words of these forms where they follow a word one after another (itself, if there are none); else None."""
        for form in forms:
            following = self.after(word)
            if following is None or following.form != form:
                return None
            word = following
        return word

    def word_at(self, offset: int) -> Word | None:
        """The word that holds an offset."""
        return self._wording.holding(offset)
