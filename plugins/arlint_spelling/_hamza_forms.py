"""Forms that begin with some alif, and those of them whose word has been met in two spellings."""

import re
from functools import lru_cache
from itertools import compress, count
from operator import ne

from arlint.arabic.clitics import NOUN_SUFFIXES, long_enough
from arlint.arabic.fresh import Fresh
from arlint.arabic.lazy import compiled, regex
from arlint.arabic.skeletons import hamza
from arlint.records import NamedTuple

from ._hamza import is_listed, word_lists

_ALIFS = "اأإآ"
_PREFIXES = tuple(f"{joined}{other}" for joined in ("", "و", "ف") for other in ("", "ال", "بال", "كال", "لل", "ب", "ل", "ك"))
_MAY_HOLD_ALIF = frozenset(_ALIFS + "وفبلك")
_PARTS = regex(f"([وف]?(?:[بك]?ال|لل|[بلك])?)([{_ALIFS}].{{3,}})", re.DOTALL)


class Residual(NamedTuple):
    """A form without its particles, beginning with some alif; `key` is the skeleton under which its spellings meet."""

    prefix: str
    value: str
    key: str

    @property
    def rest(self) -> tuple[str, ...]:
        """No word must follow."""
        return ()

    @property
    def stem(self) -> str:
        """The word without particles."""
        return self.value

    def stem_as(self, value: str) -> str:
        """The word in another spelling."""
        return value

    def written_as(self, stem: str) -> str:
        """The whole form with this word."""
        return f"{self.prefix}{stem}"

    def is_same(self, stem: str) -> bool:
        """It can be no other word where one of the two lacks its hamza, or where a table knows the word: of أفات and آفات either may be
        meant, and the one that is met more often is not always right.
        """
        return self.value[0] == "ا" or stem[0] == "ا" or is_listed(self.key)


TwinState = tuple[dict[str, str], set[str]]


class Twins:
    """Words that have been met with two different letters of hamza. Most never are, and need not be looked at any closer."""

    def __init__(self) -> None:
        self._words: dict[str, str] = {}  # by skeleton: the word as first met; empty where it has been met in two spellings
        self._met: set[str] = set()  # all forms of such words

    def state(self) -> TwinState:
        """All that was met."""
        return self._words, self._met

    def restore(self, state: TwinState) -> None:
        """Begin with what a former run has met."""
        self._words, self._met = state

    def forget(self) -> None:
        """Begin anew."""
        self._words.clear()
        self._met.clear()

    def among(self, fresh: Fresh) -> set[str]:
        """Those of new forms whose word has now been met in two spellings, and the old forms of the same words."""
        found: set[str] = set()
        compared: list[tuple[str, str]] = fresh.matching(_compared())
        if not compared:
            return found
        forms, words = zip(*compared, strict=True)
        keys = hamza("\n".join(words)).split("\n")
        firsts = list(map(self._words.setdefault, keys, words))
        self._met.update(forms)
        for number in compress(count(), map(ne, words, firsts)):
            found.add(forms[number])
            if first := self._words[keys[number]]:
                found.update(self._met.intersection(f"{prefix}{first}" for prefix in _PREFIXES))
                self._words[keys[number]] = ""  # from now on every form differs
        return found


@lru_cache(maxsize=1)
def _compared() -> "re.Pattern[str]":
    """On lines, the forms that have a `residual`, and what that is: an alif begins it, other than that of the article."""
    own = "|".join(word_lists()["wasl_al"])
    alif = f"(?:[أإآ]|ا(?!ل)|(?<=[ال]ل)ا|(?={own})ا)"
    return compiled(f"\n([وف]?(?:[بك]?ال|لل|[بلك])?({alif}.{{3,}}))")


def residual(form: str) -> Residual | None:
    """The part of a form that is compared; None where its first letter is no alif or it is a function word.

    A word in ال is only compared where that cannot be the article: behind another one, and in `التزام` and its kin.
    """
    if form[0] not in _MAY_HOLD_ALIF:
        return None
    match = _PARTS.fullmatch(form)
    if not match:
        return None
    prefix, word = match.groups()
    lists = word_lists()
    if word.startswith("ال") and not (prefix.endswith(("ال", "لل")) or word.startswith(lists["wasl_al"])):
        return None
    skeleton = hamza(word)
    if not long_enough(prefix, word) or skeleton in lists["particles"] or (prefix and _is_whole(form)):
        return None
    return Residual(prefix, word, skeleton)


def _is_whole(form: str) -> bool:
    whole = word_lists()["whole_words"]
    words = (form, form[1:]) if form[0] in "وف" else (form,)
    return any(
        word in whole or any(word.endswith(suffix) and word[: -len(suffix)] in whole for suffix in (*NOUN_SUFFIXES, "ا")) for word in words
    )
