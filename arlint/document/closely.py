"""Quotations of a text in which some marks are not plain, read a paragraph at a time."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from operator import attrgetter

from ..arabic.plain_quotations import plain_quotations
from ..arabic.quotation import Pairing, pairing
from .pieces import Block, Quotation
from .quotations import Quotations, plain_quotation
from .running import Place, paired_in, runs_on

_LONELY = 20
"""A paragraph with more lonely marks is code and holds no quotations."""


def closely(
    text: str,
    blocks: Sequence[Block],
    marks: Sequence[int],
    beside: Sequence[str],
    glyphs: Sequence[str],
    rare: Sequence[str],
    lookahead: int,
) -> Quotations:
    """The quotations of a text, given the places of its `marks`, what is `beside` each, its `glyphs` and the `rare` ones among them."""
    plain: list[Quotation] = []
    places: dict[int, Place] = {}
    first, left = 0, len(marks)
    for number, (start, end, _) in enumerate(blocks):
        makeshift = rare and any(text.find(glyph, start, end) >= 0 for glyph in rare)
        if not makeshift:
            if first == left and not rare:
                break
            if first == left or marks[first] >= end:
                continue
        since = bisect_left(marks, start, first)
        first = bisect_left(marks, end, since)
        if first == since and not makeshift:
            continue
        families = None if makeshift else plain_quotations(beside[since:first])
        # What is plain matters to no other paragraph, unless a mark is left open right before it.
        if families is not None and not (number - 1 in places and places[number - 1].found.unclosed):
            spans = zip(marks[since:first:2], marks[since + 1 : first : 2], families, strict=True)
            plain += [plain_quotation(text, number, opening, closing + 1, family) for opening, closing, family in spans]
            continue
        found = pairing(text[start:end], (*glyphs, *rare))
        if found != _NOTHING and len(found.unclosed) + len(found.unopened) <= _LONELY:
            places[number] = Place(number, start, text[start:end], found)
    if not places:
        return Quotations(partial(tuple, plain))
    accepted, running = runs_on(text, blocks, list(places.values()), lookahead)
    for place in places.values():
        plain += paired_in(place, accepted)
    plain.sort(key=_PARAGRAPH)  # in each they are in order
    unclosed, unopened, doubled = (
        [one.piece(mark) for one in places.values() for mark in getattr(one.found, field) if (one.number, mark) not in accepted]
        for field in ("unclosed", "unopened", "doubled")
    )
    return Quotations(partial(tuple, plain), running, unclosed, unopened, doubled)


_PARAGRAPH = attrgetter("paragraph")

_NOTHING = Pairing()
