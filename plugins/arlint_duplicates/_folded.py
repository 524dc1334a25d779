"""Words with every difference of spelling folded away, so that two copies of a text are equal (level N4 of the catalogue)."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from arlint import Document
from arlint.arabic.lazy import regex
from arlint.arabic.letters import PRESENTATION
from arlint.arabic.skeletons import hamza, key

BODY = frozenset(("paragraph", "heading", "list-item", "quotation"))
"""Kinds of paragraphs that must not stand twice. Headlines, summaries, captions, table cells, bylines and boilerplate may."""

_KEPT = "لرمنتد"  # letters that folding neither drops nor makes
_KNOWN = regex(b"\x01{5,}")
_SHAPED = regex(f"[{PRESENTATION}]")


def joined(text: str) -> str:
    """The folded words of the text with a blank between them; of a line of stars, the stars."""
    return " ".join(key(text)) or text.strip()


def recurring(texts: Sequence[str]) -> list[str]:
    """The folded words of each text, joined; "" for a text that none of the others can equal."""
    if any(map(_SHAPED.search, texts)):
        return list(map(joined, texts))
    # Equal texts have equal numbers of these letters, and counting is far cheaper than folding.
    tallies = [tuple(map(text.count, _KEPT)) for text in texts]
    often = Counter(tallies)
    return [joined(text) if often[tally] > 1 else "" for text, tally in zip(texts, tallies, strict=True)]


def allowed(text: str, phrases: Sequence[str]) -> bool:
    """Whether the text holds one of the phrases, compared as folded words."""
    return bool(phrases) and any(f" {joined(phrase)} " in f" {joined(text)} " for phrase in phrases)


def trigrams(words: Sequence[str]) -> frozenset[tuple[str, str, str]]:
    """All runs of three words."""
    return frozenset(zip(words, words[1:], words[2:], strict=False))


SHORTEST = 8
"""Words of the shortest sentence or paragraph that `repeats_itself` answers for."""

_RUN = 5
_RUNS = SHORTEST - _RUN + 1
_WITHIN = 12  # words


@lru_cache(maxsize=1)
def repeats_itself(document: Document) -> bool:
    """Whether a passage of some eight Arabic words stands twice, in any spelling: four runs of five words close to each other.

    Two equal sentences of eight words have that, unless they are mostly numbers; so do two paragraphs of twelve words that share 60 %
    of their trigrams, since every changed word spoils three. Most articles are done with here.
    """
    text = "\n".join(document.forms)
    forms = hamza(text).replace("ى", "ي").replace("ة", "ه").split("\n")
    often = {form for form, times in Counter(forms).items() if times > 1}
    runs = [run.span() for run in _KNOWN.finditer(bytes(map(often.__contains__, forms)))]
    fives = [tuple(forms[place : place + _RUN]) for start, end in runs for place in range(start, end - _RUN + 1)]
    if len(fives) - len(set(fives)) < _RUNS:
        return False
    places = (place for start, end in runs for place in range(start, end - _RUN + 1))
    seen: set[tuple[str, ...]] = set()
    again: list[int] = []
    for place, five in zip(places, fives, strict=True):
        if five in seen:
            again.append(place)
            if len(again) >= _RUNS and place - again[-_RUNS] < _WITHIN:
                return True
        seen.add(five)
    return False
