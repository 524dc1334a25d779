"""How hard a text is to read: OSMAN, a measure made for Arabic.

Source: El-Haj and Rayson, "OSMAN: A Novel Arabic Readability Metric", LREC 2016. Its figures run from about 0 (hardest) to 200; news
mostly has 30 to 80. It was defined on vowelled text; harakat must not change what arlint says, so syllables are estimated
from the letters: every consonant carries a vowel but the last, and ا و ي after a consonant make that vowel long.
"""

from collections.abc import Iterable, Mapping

from ..records import NamedTuple
from .lazy import regex

HARD_LETTERS = 5
"""A word of more letters than this is hard."""
COMPLEX_SYLLABLES = 4
"""A word of more syllables than this is complex."""

_LONG_VOWELS = regex("(?<=.)[اويىآ]")
_FASEEH = regex("[ءئؤذظ]|(?:وا|ون)$")


class Load(NamedTuple):
    """What one word adds to the sums of OSMAN: 1 where it is hard, its weighed syllables, 1 where it is complex, 1 where it is faseeh."""

    hard: int
    syllables: int
    complex: int
    faseeh: int


def load(form: str) -> Load:
    """The load of a word in its bare form. A syllable with a long vowel weighs 2, one with a short vowel 1."""
    vowels = len(_LONG_VOWELS.findall(form))
    syllables = max(1, len(form) - vowels - 1)
    is_complex = syllables > COMPLEX_SYLLABLES
    faseeh = is_complex and _FASEEH.search(form) is not None
    return Load(int(len(form) > HARD_LETTERS), syllables + min(vowels, syllables), int(is_complex), int(faseeh))


def burden(words: Mapping[str, int]) -> int:
    """The loads of all words (bare form → count) together. Burdens of several texts add up."""
    return sum(count * sum(load(form)) for form, count in words.items())


def score(words: int, sentences: int, burden: int) -> float | None:
    """The OSMAN figure of so many words, of this burden, in so many sentences; None for a text without words."""
    if not words:
        return None
    return 200.791 - 1.015 * words / max(1, sentences) - 24.181 * burden / words


def osman(words: Mapping[str, int], sentences: int) -> float | None:
    """The OSMAN figure of a text with these words (bare form → count) in so many sentences; None for a text without words."""
    return score(sum(words.values()), sentences, burden(words))


def counted(forms: Iterable[str]) -> dict[str, int]:
    """How often each form occurs."""
    counts: dict[str, int] = {}
    for form in forms:
        counts[form] = counts.get(form, 0) + 1
    return counts
