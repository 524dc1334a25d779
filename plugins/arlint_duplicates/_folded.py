"""Words with every difference of spelling folded away, so that two copies of a text are equal (level N4 of the catalogue)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeVar

from arlint import Document
from arlint.arabic.folded import folded_words, keys, skeletons, stops
from arlint.arabic.lazy import regex
from arlint.arabic.letters import PRESENTATION
from arlint.arabic.page import STRANGE
from arlint.arabic.skeletons import hamza, key

T = TypeVar("T")

BODY = frozenset(("paragraph", "heading", "list-item", "quotation"))
"""Kinds of paragraphs that must not stand twice. Headlines, summaries, captions, table cells, bylines and boilerplate may."""

_KEPT = "سق", "لر", "من", "تد"  # letters that folding neither drops nor makes
_SHAPED = regex(f"[{PRESENTATION}]")


def joined(text: str) -> str:
    """The folded words of the text with a blank between them; of a line of stars, the stars."""
    return " ".join(key(text)) or text.strip()


def recurring(document: Document, texts: Sequence[str]) -> list[str]:
    """The folded words of each of these texts of a document, joined; "" for a text that none of the others can equal."""
    if _shaped(document):
        return list(map(joined, texts))
    # Equal texts have equal numbers of these letters, and counting is far cheaper than folding.
    alike = list(range(len(texts)))
    for letters in _KEPT:
        tallies = [tuple(map(texts[number].count, letters)) for number in alike]
        often = Counter(tallies)
        if len(often) == len(alike):
            return [""] * len(texts)
        alike = [number for number, tally in zip(alike, tallies, strict=True) if often[tally] > 1]
    keys = [""] * len(texts)
    folded = {text: joined(text) for text in {texts[number] for number in alike}}  # most of them are equal as they are
    for number in alike:
        keys[number] = folded[texts[number]]
    return keys


def _shaped(document: Document) -> bool:
    """Whether the document holds letters in presentation forms, which folding makes others of."""
    return _SHAPED.search(document.text) is not None


def allowed(text: str, phrases: Sequence[str]) -> bool:
    """Whether the text holds one of the phrases, compared as folded words."""
    return bool(phrases) and any(f" {joined(phrase)} " in f" {joined(text)} " for phrase in phrases)


def trigrams(words: Sequence[T]) -> frozenset[tuple[T, T, T]]:
    """All runs of three words."""
    return frozenset(zip(words, words[1:], words[2:], strict=False))


SHORTEST = 8
"""Words of the shortest sentence or paragraph that `repeats_itself` answers for."""

_RUNS = SHORTEST - 5 + 1  # of five words, in so many words
_WITHIN = 12  # words


def repeats_itself(document: Document) -> bool:
    """Whether a passage of some eight Arabic words stands twice, in any spelling: four runs of five words close to each other.

    Two equal sentences of eight words have that, unless they are mostly numbers; so do two paragraphs of twelve words that share 60 %
    of their trigrams, since every changed word spoils three.
    """
    words = _words(document)[::-1]
    places = range(len(words) - 5, -1, -1)
    # From the end to the beginning, so that the first place of five words is the one that stays.
    first = dict(zip(zip(words, words[1:], words[2:], words[3:], words[4:], strict=False), places, strict=False))
    if len(places) - len(first) < _RUNS:
        return False  # most articles
    again = sorted(set(places).difference(first.values()))
    return any(last - one < _WITHIN for one, last in zip(again, again[_RUNS - 1 :], strict=False))


def _words(document: Document) -> Sequence[object]:
    """The words of the document, those of hidden paragraphs too, so that any two spellings of one are equal."""
    found = folded_words(document.page)
    return hamza("\n".join(document.forms)).replace("ى", "ي").replace("ة", "ه").split("\n") if found is None else found


_TAIL = 24  # letters
_URDU_STOP = "۔"
_MANY = 1000  # stops; so many are looked at again only where the sentences are found


def recurring_ends(document: Document, least: int) -> list[int]:
    """The numbers of the blocks with a sentence of so many words at least whose words another one can have: as many words before the stop
    are the same.
    """
    ends = list(islice(_alike(document, least), _MANY))
    if len(ends) == _MANY or _URDU_STOP in document.signs:  # which the page has no place for
        return list(range(len(document.blocks)))
    found: dict[tuple[object, ...], list[int]] = {}
    for number, end in ends:
        words = last_words(document, number, end, least)
        if words and len(words) >= least:
            found.setdefault(words, []).append(number)
    return sorted({number for numbers in found.values() if len(numbers) > 1 for number in numbers})


def _alike(document: Document, least: int) -> Iterator[tuple[int, int]]:
    """The stops, by block and offset, before which the same letters stand as before others: back to the stop before, and so many."""
    page = document.page
    parts = skeletons(page).split(b".")
    tails = [part[-_TAIL:] for part in parts if part]
    if len(set(tails)) == len(tails) and STRANGE not in page:
        return
    before, ends = b"", []
    for part in parts:
        before = (before + part)[-least:]
        ends.append((part[-_TAIL:], before))
    often = Counter(ends)
    for (tail, letters), at in zip(ends, (*stops(page), len(page)), strict=True):
        if tail and (often[tail, letters] > 1 or STRANGE in tail or STRANGE in letters):
            number = document.number_at(at)
            if number is not None:
                yield number, at


def last_words(document: Document, number: int, end: int, most: int) -> tuple[object, ...]:
    """The last words of a block before an offset, folded: so many, or all."""
    start = document.blocks[number].start
    near = max(start, end - _LONG * most)
    words = words_in(document, near, end)
    if len(words) <= most and near > start:
        words = words_in(document, start, end)
    return tuple(words[-most:])


def words_in(document: Document, start: int, end: int) -> Sequence[object]:
    """The folded words of a part of a document; of all parts of one they can be compared."""
    return key(document.text[start:end]) if STRANGE in document.page else keys(document.page[start:end]) or ()


_LONG = 12  # code points, more than an Arabic word has with the blank before it
