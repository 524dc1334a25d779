"""Passages that are told in one pattern: two receptions, two telegrams of condolence, two lists of conditions, two entries of a list."""

from collections.abc import Sequence

from arlint import Paragraph
from arlint.arabic.lazy import regex
from arlint.arabic.skeletons import key
from arlint.arabic.speech import saying
from arlint.arabic.words import forms

from ._folded import trigrams

_LABEL = regex(r"\s*([^:.،؛؟!«»\"\n]{2,40}):")
_LABEL_WORDS = 4
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


def are_entries(one: str, other: str) -> bool:
    """Whether two paragraphs are entries under different labels: `بيروت: غائم …` and `صيدا: غائم …`. Not `قال الوزير: …`, nor a label of
    which some words were edited.
    """
    first, second = _label(one), _label(other)
    return bool(first and second) and not (first <= second or second <= first)


def _label(paragraph: str) -> frozenset[str]:
    match = _LABEL.match(paragraph)
    words = forms(match[1]) if match else []
    return frozenset(words if len(words) <= _LABEL_WORDS and not any(map(saying, words)) else ())


def _versions(here: Sequence[str], there: Sequence[str]) -> bool:
    one, other = trigrams(here), trigrams(there)
    return here == there or len(one & other) >= _SAME * max(1, min(len(one), len(other)))
