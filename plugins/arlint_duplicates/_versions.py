"""Versions of paragraphs: how much of two is the same, which are worth comparing, and which are alike on purpose."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from arlint import Document, Paragraph
from arlint.arabic.clitics import NOUN_PREFIXES
from arlint.arabic.lexicon import lexicon
from arlint.arabic.skeletons import key, skeleton
from arlint.records import NamedTuple

from ._folded import BODY, trigrams, words_in
from ._parallel import are_entries, in_parallel

_KINDS = BODY - {"heading"}  # a subhead is often the first words of what it stands over

_CONTAINED = 0.9
"""The share of the shorter paragraph that must stand in the longer one, with `containment`."""

_COMMON = 8
"""Paragraphs in which a trigram must stand to be passed over: it belongs to a formula, and is the one that would cost quadratic time."""

_LOOKED_AT = 3
"""Earlier paragraphs compared with each one: those that share the most trigrams with it."""

_Trigram = tuple[object, object, object]


class Version(NamedTuple):
    """A paragraph and the triples of words in it."""

    paragraph: Paragraph
    trigrams: frozenset[_Trigram]


def versions_in(document: Document, min_words: int) -> Iterator[Version]:
    """The paragraphs that are long enough to be compared, without their datelines; of equal ones the first."""
    seen: set[tuple[object, ...]] = set()
    for number, (start, end, _) in enumerate(document.blocks):
        words = words_in(document, start, end)
        if len(words) < min_words or (paragraph := document.paragraph(number)).kind not in _KINDS:
            continue
        if paragraph.dateline:
            words = words_in(document, paragraph.prose.start, end)
        if len(words) >= min_words and tuple(words) not in seen:  # equal ones are for duplicate-paragraph
            seen.add(tuple(words))
            yield Version(paragraph, trigrams(words))


def share_of(one: Version, other: Version, threshold: float, *, containment: bool) -> float:
    """How much the two have in common, if they are versions of one paragraph; 0 if they are not."""
    if one.paragraph.kind == other.paragraph.kind == "list-item":
        return 0.0
    share = jaccard(one, other)
    if share >= threshold or not containment:
        return share if share >= threshold else 0.0
    contained = len(one.trigrams & other.trigrams) / min(len(one.trigrams), len(other.trigrams))
    return contained if contained >= _CONTAINED else 0.0


def compared(versions: Sequence[Version]) -> Iterator[tuple[Version, list[Version]]]:
    """Each paragraph with the few earlier ones that share most with it: candidates come from an index of the rarer trigrams."""
    seen: set[_Trigram] = set()
    again: set[_Trigram] = set()
    for version in versions:
        again |= seen & version.trigrams
        seen |= version.trigrams
    common = [version.trigrams & again for version in versions]
    spread = Counter(chain.from_iterable(common))
    holders: dict[_Trigram, list[int]] = {}
    for number, version in enumerate(versions):
        shared: dict[int, int] = {}
        for trigram in common[number]:
            if spread[trigram] < _COMMON:
                earlier = holders.setdefault(trigram, [])
                for other in earlier:
                    shared[other] = shared.get(other, 0) + 1
                earlier.append(number)
        nearest = sorted(shared, key=lambda other: (-shared[other], other))[:_LOOKED_AT]
        yield version, [versions[other] for other in nearest]


def jaccard(one: Version, other: Version) -> float:
    """The share of the trigrams of both that they have in common (Jaccard 1901)."""
    common = len(one.trigrams & other.trigrams)
    return common / (len(one.trigrams) + len(other.trigrams) - common)


def on_purpose(paragraphs: Sequence[Paragraph], later: Version, earlier: Version) -> bool:
    """Whether the two fill one template, are entries of one list, or stand in passages told in one pattern."""
    if _frame(later.paragraph) == _frame(earlier.paragraph) or are_entries(later.paragraph.text, earlier.paragraph.text):
        return True
    return in_parallel(paragraphs, later.paragraph.number, earlier.paragraph.number)


def _frame(paragraph: Paragraph) -> list[str]:
    """Its words with every run of numbers, ordinals, weekdays and months left open: two fillings of one template have one frame."""
    filling = _fillings()
    frame: list[str] = []
    for word in key(paragraph.prose.text):
        if word not in filling and not any(map(str.isdigit, word)):
            frame.append(word)
        elif frame[-1:] != [""]:
            frame.append("")
    return frame


@lru_cache(maxsize=1)
def _fillings() -> frozenset[str]:
    return lexicon(__file__, "template_words", _compiled)


def _compiled(table: Mapping[str, list[str]]) -> frozenset[str]:
    stems = {skeleton(word).removeprefix("ال") for words in table.values() for word in words}
    return frozenset(f"{prefix}{stem}" for prefix in NOUN_PREFIXES for stem in stems)
