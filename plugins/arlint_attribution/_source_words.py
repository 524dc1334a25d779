"""Words by which sources without a name are known, and what is said of them."""

from functools import lru_cache
from typing import Any

from arlint.arabic.clitics import NOUN_PREFIXES, StemTable
from arlint.arabic.lexicon import lexicon
from arlint.arabic.skeletons import hamza

_PREFIXES = ("", "و", "ف", "ب", "ل", "ك")
_WITHOUT_HAMZA = ("empty", "weak", "placed", "institutions")


@lru_cache(maxsize=2)
def forms_of(key: str) -> frozenset[str]:
    """The words of a list, each also with the particles that may stand before it."""
    return frozenset(f"{prefix}{head}" for head in source_words()[key] for prefix in _PREFIXES)


@lru_cache(maxsize=1)
def institutions() -> StemTable[bool]:
    """The names of institutions in which sources work."""
    return StemTable(dict.fromkeys(source_words()["institutions"], True), NOUN_PREFIXES)


@lru_cache(maxsize=1)
def matters() -> StemTable[bool]:
    """What flows from a source that is none of news: water, money."""
    return StemTable(dict.fromkeys(source_words()["matters"], True), NOUN_PREFIXES)


@lru_cache(maxsize=1)
def reasons() -> list[tuple[str, frozenset[str]]]:
    """The reasons for withholding a name, as phrases of bare forms, each with its words."""
    return [(reason, frozenset(reason.split())) for reason in source_words()["reasons"]]


@lru_cache(maxsize=1)
def source_words() -> dict[str, frozenset[str]]:
    """The lists of the table by name."""
    return lexicon(__file__, "anonymous_sources", _compiled, 2)


def _compiled(table: Any) -> dict[str, frozenset[str]]:
    lists = {key: frozenset(words) for key, words in table.items() if key != "version"}
    # Unedited copy leaves the hamza out, and dots: مصدر امني, مصدر أمنى.
    for key in _WITHOUT_HAMZA:
        words = lists[key] | frozenset(map(hamza, lists[key]))
        lists[key] = words | {f"{word[:-1]}ى" for word in words if word.endswith("ي")}
    return lists
