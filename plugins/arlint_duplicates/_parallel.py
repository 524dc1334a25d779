"""Passages that are told in one pattern: two receptions, two telegrams of condolence, two lists of conditions."""

from collections.abc import Sequence

from arlint import Paragraph
from arlint.arabic.skeletons import key

from ._folded import trigrams

_OPENING = 3  # words
_THAT = "ان"  # أن or إن, folded: `وأضاف الوزير أن …` begins paragraphs of every pattern
_SAME = 0.8  # of the trigrams of the shorter one: two versions of one paragraph, and no pattern


def in_parallel(paragraphs: Sequence[Paragraph], number: int, original: int) -> bool:
    """Whether the neighbours of a paragraph begin as the neighbours of an earlier one do and then tell something else.

    What repeats in such surroundings repeats on purpose. To begin with the same verb of saying is no such pattern.
    """
    opening = 1 if paragraphs[number].kind == "list-item" else _OPENING
    for step in (-1, 1):
        if original + step >= 0 and number + step < len(paragraphs) and number + step != original:
            here, there = key(paragraphs[number + step].prose.text), key(paragraphs[original + step].prose.text)
            begins = here[:opening]
            if begins == there[:opening] and _THAT not in begins and not _versions(here, there):
                return True
    return False


def _versions(here: Sequence[str], there: Sequence[str]) -> bool:
    one, other = trigrams(here), trigrams(there)
    return here == there or len(one & other) >= _SAME * max(1, min(len(one), len(other)))
