"""What the traces of its words show of a document: whether two of its paragraphs may be the same, or versions of one."""

from collections import Counter
from collections.abc import Sequence

from arlint import Document
from arlint.arabic.traces import threes

from ._folded import last_words

_LAST = 4  # words, as many as a paragraph must have that may stand twice
_FEW = 8  # paragraphs that are compared with all before them


def may_recur(document: Document, least: int) -> bool:
    """Whether two paragraphs of so many words can have the same ones, but for a dateline; or have none, as lines of stars."""
    words = document.traces
    if words is None:
        ends = {last_words(document, number, block.end, _LAST) for number, block in enumerate(document.blocks)}
        return len(ends) < len(document.blocks)
    last = [one[-_LAST:] for one in words]
    if len(set(last)) == len(last):
        return False  # nearly always
    often = Counter(last)
    alike = [number for number, end in enumerate(last) if often[end] > 1 and (len(words[number]) >= least or not end)]
    return len({words[number] for number in alike}) < len(alike) or any(map(document.may_lead, alike))


def may_hold_versions(document: Document, least: int, share: float) -> bool:
    """Whether a paragraph of so many words may have this share of its trigrams in common with one before it: so few of them are new.

    A dateline, which is not compared, may add new ones: where one may stand, nothing is said.
    """
    words = document.traces
    if words is None:
        return True
    long = [(number, found) for number, found in enumerate(threes(words)) if len(found) >= max(least - 2, 1)]
    seen: set[int] = set()
    tried = 0
    for at, (number, found) in enumerate(long):
        known = len(seen)
        seen.update(found)
        if known and (document.may_lead(number) or len(found) - len(seen) + known >= share * len(found)):
            tried += 1
            if tried > _FEW or document.may_lead(number):
                return True
            if any(_may_share(found, other, share, led=document.may_lead(earlier)) for earlier, other in long[:at]):
                return True
    return False


def _may_share(one: Sequence[int], other: Sequence[int], share: float, *, led: bool) -> bool:
    """Whether two paragraphs, given the numbers of their trigrams, may have this share of them in common. Two trigrams may have one number:
    as many more may be common as numbers are missing. Where the other may be `led` by a dateline, it may have fewer than it shows.
    """
    first, second = set(one), set(other)
    common = len(first & second) + min(len(one) - len(first), len(other) - len(second))
    return common >= share * (len(first) if led else len(first) + len(second) - common)
