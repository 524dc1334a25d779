"""Which of the spellings of a word is kept."""

from collections.abc import Mapping
from functools import lru_cache

from ._hamza import right
from ._last_letter import is_right
from ._variant_groups import groups, variant


def kept(counts: Mapping[str, int], house: Mapping[str, str], *, prefer: bool = False, dotless: bool = False) -> str | None:
    """The spelling to keep of those counted (all of one word); None where none is, or they are different words.

    What the house wants counts for what it does not want. Then a spelling that is right wins over one that is only frequent, then the
    most frequent; of equally frequent ones the first counted, or with `prefer` the one that most newsrooms prefer. Where the house may
    write every final yeh `dotless`, النادى is as right as النادي.
    """
    summed: dict[str, int] = {}
    for value, count in counts.items():
        wanted = house.get(value, value)
        summed[wanted] = summed.get(wanted, 0) + count
    allowed = _allowed(tuple(summed), dotless)
    return max(allowed, key=lambda value: (summed[value], prefer and _is_preferred(value)), default=None)


@lru_cache(maxsize=8192)  # texts mix the same spellings
def _allowed(spelled: tuple[str, ...], dotless: bool) -> tuple[str, ...]:
    first = spelled[0]
    if "/" in first:
        wrong = groups()[variant(first)[0]].wrong
        return tuple(value for value in spelled if variant(value)[1] not in wrong)
    if first.endswith("~"):
        return tuple(value for value in spelled if is_right(value) or (dotless and value.endswith("ى~")))
    return tuple(right(spelled))


def _is_preferred(value: str) -> bool:
    if "/" not in value:
        return False
    group, index = variant(value)
    return groups()[group].prefer == index
