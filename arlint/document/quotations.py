"""Quotations of a document: pairs within a paragraph, and quotations that run on over several paragraphs."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from operator import attrgetter

from ..arabic.quotation import Pair, Pairing, pairing, plain_quotations
from ..arabic.quotation_marks import FAMILIES, MAKESHIFT, Mark
from ..arabic.speech import resumes_reporting
from ..arabic.words import offsets
from ..records import NamedTuple
from .pieces import Block, Piece, Quotation

LOOKAHEAD = 8
"""Paragraphs that a quotation may run on before its closing mark is given up."""

_MANY, _DENSE, _LONELY = 1000, 10, 20
"""A text of a thousand marks, one in ten characters, or a paragraph with more than twenty lonely marks, is code and holds no quotations."""


_MAKESHIFT_SIGNS = frozenset("".join(MAKESHIFT))


class Quotations(NamedTuple):
    """All quotation marks of a document, in its code points and in order.

    `paired` are quotations within one paragraph. `running` are those that go on over paragraph ends, from the opening mark to
    the closing one or to the end of a paragraph after which the next one opens anew. `unclosed`, `unopened` and `doubled` are marks;
    a doubled mark spans from the first to the second.
    """

    paired: tuple[Quotation, ...] = ()
    running: tuple[Piece, ...] = ()
    unclosed: tuple[Piece, ...] = ()
    unopened: tuple[Piece, ...] = ()
    doubled: tuple[Piece, ...] = ()


def quotations(text: str, signs: frozenset[str], blocks: Sequence[Block], lookahead: int = LOOKAHEAD) -> Quotations:
    """The quotations of all blocks (paragraphs) of a text, given with its signs (see `arlint.arabic.page`), together.

    `lookahead` is how many paragraphs a quotation may run on.
    """
    glyphs = [glyph for glyph in FAMILIES if glyph in signs]
    marks = offsets(text, glyphs)
    rare = [] if signs.isdisjoint(_MAKESHIFT_SIGNS) else [glyph for glyph in MAKESHIFT if glyph in text]
    count = len(marks) + sum(map(text.count, rare))
    if count > _MANY and count * _DENSE > len(text):
        return Quotations()
    plain: list[Quotation] = []
    places: dict[int, _Place] = {}
    first, left = 0, len(marks)
    for number, (start, end, _) in enumerate(blocks):
        makeshift = rare and any(text.find(glyph, start, end) >= 0 for glyph in rare)
        if not makeshift:
            if first == left and not rare:
                break
            if first == left or marks[first] >= end:
                continue
        first = bisect_left(marks, start, first)
        own = marks[first : (first := bisect_left(marks, end, first))]
        if not own and not makeshift:
            continue
        spans = None if makeshift else plain_quotations(text, own, end)
        # What is plain matters to no other paragraph, unless a mark is left open right before it.
        if spans is not None and not (number - 1 in places and places[number - 1].found.unclosed):
            plain += [_plain(text, number, *span) for span in spans]
            continue
        found = pairing(text[start:end], glyphs + rare)
        if found != _NOTHING and len(found.unclosed) + len(found.unopened) <= _LONELY:
            places[number] = _Place(number, start, text[start:end], found)
    if not places:
        return Quotations(tuple(plain))
    accepted, running = _runs(text, blocks, list(places.values()), lookahead)
    for place in places.values():
        plain += _paired(place, accepted)
    plain.sort(key=_PARAGRAPH)  # in each they are in order
    alone = (
        tuple([one.piece(mark) for one in places.values() for mark in getattr(one.found, field) if (one.number, mark) not in accepted])
        for field in ("unclosed", "unopened", "doubled")
    )
    return Quotations(tuple(plain), tuple(running), *alone)


_PARAGRAPH = attrgetter("paragraph")


def _plain(text: str, number: int, start: int, end: int) -> Quotation:
    opening = text[start]
    family = FAMILIES[opening]
    return _made((text[start:end], start, family, 0, number, opening, text[end - 1], family, True))


_made = partial(tuple.__new__, Quotation)
"""A quotation of its fields, as `Quotation` makes it, at half the cost: most texts have some."""


_NOTHING = Pairing()


class _Place(NamedTuple):
    """A paragraph that holds marks: its number, its offset, its text, and what the marks are."""

    number: int
    start: int
    text: str
    found: Pairing

    def piece(self, mark: Mark) -> Piece:
        """The mark as a piece of the document."""
        return Piece(self.text[mark.offset : mark.end], self.start + mark.offset)


def _paired(place: _Place, accepted: set[tuple[int, Mark]]) -> list[Quotation]:
    balanced = all((place.number, mark) in accepted for mark in (*place.found.unclosed, *place.found.unopened))
    around: list[tuple[Pair, int]] = []
    quotes: list[Quotation] = []
    for pair in place.found.pairs:
        opening, closing = pair
        while around and around[-1][0].closing.end <= opening.offset:
            around.pop()
        sure = balanced
        if around and around[-1][0].opening.family == opening.family and around[-1][0].against_spacing:
            # `"نعم" … إن "لا`: more likely two quotations that lack a mark each than one within the other.
            outer = around[-1][1]
            quotes[outer], sure = quotes[outer]._replace(sure=False), False
        around.append((pair, len(quotes)))
        text = place.text[opening.offset : closing.end]
        marks = text[: opening.length], text[len(text) - closing.length :]
        if closing.lean != "C" and resumes_reporting(text[opening.length : -closing.length]):
            sure = False  # `"وأضاف "نعم`: the first mark is a stray one, for nobody quotes the words that introduce a quotation
        depth = len(around) - 1
        quotes.append(Quotation(text, place.start + opening.offset, opening.family, depth, place.number, *marks, closing.family, sure))
    return quotes


def _runs(
    text: str, blocks: Sequence[Block], places: Sequence[_Place], lookahead: int
) -> tuple[set[tuple[int, Mark]], list[Piece]]:
    """Marks that are right although their paragraph does not balance, and the quotations they open or close."""
    accepted: set[tuple[int, Mark]] = set()
    running: list[Piece] = []
    left: tuple[_Place, Mark] | None = None
    for place in places:
        unclosed, unopened = place.found.unclosed, place.found.unopened
        if left and _keeps_apart(blocks[left[0].number].role, blocks[place.number].role):
            left = None
        if left:
            opened, mark = left
            start = opened.start + mark.offset
            both = [one for one in place.found.doubled if one.end == len(place.text.rstrip()) and one.family == mark.family]
            alike = [one for one in (*unclosed, *unopened) if one.family == mark.family]
            said = opened.text[mark.end :].strip()
            if said and place.number == opened.number + 1 and _opens_anew(place, mark):
                accepted.add((opened.number, mark))
                running.append(Piece(opened.text[mark.offset :], start))
                left = None
            elif place.number - opened.number > lookahead:
                left = None
            elif both and not alike and any(pair.closing == both[-1] for pair in place.found.pairs):
                # `"سألته:\nقال "نعم""`: the marks at the end close the inner quotation and the one that runs on.
                accepted |= {(opened.number, mark), (place.number, both[-1])}
                running.append(Piece(text[start : place.start + both[-1].end], start))
                left = None
            elif alike and min(alike) in unopened and not _resumed(text, blocks, opened.number, place.number):
                closing = min(alike)
                accepted |= {(opened.number, mark), (place.number, closing)}
                running.append(Piece(text[start : place.start + closing.end], start))
                left = None
            elif alike:
                left = None
        if len(unclosed) == 1 and all(one < unclosed[0] for one in unopened):
            left = place, unclosed[0]
    return accepted, running


def _keeps_apart(role: str, other: str) -> bool:
    """Whether no quotation runs from a block of one role into one of another: not out of a block quotation or a cell of a table."""
    return "table-cell" in (role, other) or (role == "quotation") != (other == "quotation")


def _opens_anew(following: _Place, mark: Mark) -> bool:
    """Continuation style: every paragraph of a long quotation begins with an opening mark, only the last one ends with a closing one."""
    first = len(following.text) - len(following.text.lstrip())
    openings = [*(pair.opening for pair in following.found.pairs[:1]), *following.found.unclosed[:1]]
    return any(opening.offset == first and opening.family == mark.family for opening in openings)


def _resumed(text: str, blocks: Sequence[Block], opened: int, closed: int) -> bool:
    """Whether a paragraph in between goes on reporting (`وأضاف …`): then the closing mark was forgotten before it."""
    return any(resumes_reporting(text[block.start : block.end]) for block in blocks[opened + 1 : closed + 1])
