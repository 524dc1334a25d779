"""Words of which two spellings have been met. Of each one spelling is the usual one, so that few texts hold another."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from itertools import chain
from typing import cast

from arlint.arabic.fresh import Fresh
from arlint.arabic.noticed import Noticed

from ._hamza import right
from ._hamza_forms import Residual, Twins, TwinState
from ._last_letter import Slip
from ._variants import Match

Spelling = Match | Residual | Slip
"""A way to read a form: as `value`, one of the spellings of the word `key`. Words of different classes never share a key."""

State = tuple[set[str], tuple[object, ...], TwinState]
"""What is kept from run to run: the forms, what is known of their words, and the twins."""

_LEARNT = ("_met", "_usual", "_unusual", "_begin")
"""What is known of words: all of it is kept, brought back and forgotten together."""

_BY_FAR = 2  # times as many forms as those of the spelling that was the usual one so far


class Contested(Noticed[tuple[Spelling, ...]]):
    """Notices the forms of a word from when it is met in a second spelling on, but for its usual spelling: a text that mixes two spellings
    holds another one.
    """

    twins: Twins

    @cached_property
    def _met(self) -> dict[str, dict[str, list[str]]]:
        """By word and spelling, the forms."""
        return {}

    @cached_property
    def _usual(self) -> dict[str, str]:
        """The usual spelling of each word that is known in two."""
        return {}

    @cached_property
    def _unusual(self) -> set[str]:
        """The forms of all other spellings."""
        return set()

    @cached_property
    def _begin(self) -> set[str]:
        """The forms in which phrases begin."""
        return set()

    @cached_property
    def _rivals(self) -> dict[str, frozenset[str]]:
        """By form, the forms of which a text must hold one for it to clash with anything; until more are met."""
        return {}

    def learn(self, fresh: Fresh) -> set[str]:
        """Judge new forms; those of words in another spelling than the usual one, old ones among them."""
        told: set[str] = set()
        touched: set[str] = set()
        for form in super().learn(fresh):
            for spelling in self._judged[form]:
                touched.add(spelling.key)
                if isinstance(spelling, Match) and spelling.rest:
                    self._begin.add(form)
                told.update(self._told_by(form, spelling))
        self._unusual.update(told)
        for key in touched if self._rivals else ():
            for known in chain.from_iterable(self._met[key].values()):
                self._rivals.pop(known, None)
        return told

    def _told_by(self, form: str, spelling: Spelling) -> Iterable[str]:
        """The forms that are told of once another form of this spelling is met: of a word known in one spelling, none."""
        key, value = spelling.key, spelling.value
        values = self._met.get(key)
        if values is None:
            self._met[key] = {value: [form]}
            return (form,) if isinstance(spelling, Slip) else ()
        values.setdefault(value, []).append(form)
        if isinstance(spelling, Slip):
            return (form,)
        if len(values) == 1:
            return ()
        known, count = self._usual.get(key), len(values[value])
        if known is not None and 1 < count <= _BY_FAR * len(values[known]):
            return () if value == known else (form,)  # no other has become the usual one
        usual = self._usual[key] = self._most_usual(spelling, values)
        return chain.from_iterable(forms for other, forms in values.items() if other != usual)

    def _most_usual(self, spelling: Spelling, values: Mapping[str, Sequence[str]]) -> str:
        """The spelling that orthography demands, else the one that has been met in most forms."""
        demanded = _demanded(tuple(values)) if isinstance(spelling, Residual) else ()
        if demanded:
            return demanded[0]
        known, most = self._usual.get(spelling.key), max(values, key=lambda value: len(values[value]))
        return most if known is None or len(values[most]) > _BY_FAR * len(values[known]) else known

    def held(self, vocabulary: Set[str]) -> Set[str]:
        """All forms that may spell a word, the usual spellings too."""
        return self._forms.intersection(vocabulary)

    def spelling(self, keys: Collection[str], vocabulary: Set[str]) -> Set[str]:
        """The forms that may spell these words, or begin a phrase."""
        forms = {form for key in keys for values in self._met[key].values() for form in values}
        return (vocabulary & forms) | (vocabulary & self._begin)

    def clashing(self, vocabulary: Set[str]) -> set[str]:
        """The words that a text with these forms may spell in more than one way: where it does, they are among them."""
        found: set[str] = set()
        known = self._rivals
        for form in self._unusual.intersection(super().held(vocabulary)):
            rivals = known.get(form)
            if rivals is None:
                rivals = known[form] = frozenset(chain.from_iterable(map(self._rivals_of, self[form])))
            if not rivals.isdisjoint(vocabulary):
                found.update(spelling.key for spelling in self[form] if self._clashes(spelling, vocabulary))
        return found

    def _rivals_of(self, spelling: Spelling) -> Iterable[str]:
        """The forms that stand for the same word in another spelling."""
        if isinstance(spelling, Slip):
            return spelling.twin_forms
        return chain.from_iterable(forms for value, forms in self._met[spelling.key].items() if value != spelling.value)

    def _clashes(self, spelling: Spelling, vocabulary: Set[str]) -> bool:
        if isinstance(spelling, Slip):
            return not vocabulary.isdisjoint(_twins(spelling))
        key, value, rest = spelling.key, spelling.value, spelling.rest
        if self._usual.get(key, value) == value or (rest and not all(map(vocabulary.__contains__, rest))):
            return False
        return any(other != value and not vocabulary.isdisjoint(forms) for other, forms in self._met[key].items())

    def state(self) -> object:
        """All forms that spell a word, what is known of their words, and the twins."""
        return self._forms, tuple(getattr(self, name) for name in _LEARNT), self.twins.state()

    def restore(self, forms: set[str], state: object) -> None:
        """As they were."""
        every, known, twins = cast("State", state)
        super().restore(every, None)
        self.__dict__.update(zip(_LEARNT, known, strict=True))
        self._rivals.clear()
        self.twins.restore(twins)

    def forget(self) -> None:
        """Judge every form anew when it is met again."""
        super().forget()
        self._rivals.clear()
        self.twins.forget()  # else it would speak of forms that no other table knows any more
        for name in _LEARNT:
            getattr(self, name).clear()


@lru_cache(maxsize=4096)  # of each word many forms are met
def _demanded(spellings: tuple[str, ...]) -> Sequence[str]:
    return right(spellings)


@lru_cache(maxsize=4096)
def _twins(spelling: Slip) -> frozenset[str]:
    return spelling.twin_forms
