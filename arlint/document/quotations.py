"""Quotations of a document: pairs within a paragraph, and quotations that run on over several paragraphs."""

from collections.abc import Sequence
from typing import NamedTuple

from ..arabic.quotation import GLYPHS, Mark, Pairing, pairing
from ..arabic.speech import resumes_reporting
from .pieces import Block, Piece, Quotation

LOOKAHEAD = 8
"""Paragraphs that a quotation may run on before its closing mark is given up."""

_MANY, _DENSE = 1000, 10
"""A text of a thousand marks, one in ten characters, is a table of codes or a drawing and holds no quotations."""


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


def quotations(text: str, blocks: Sequence[Block], lookahead: int = LOOKAHEAD) -> Quotations:
    """The quotations of all blocks (paragraphs) together. `lookahead` is how many paragraphs a quotation may run on."""
    glyphs = [glyph for glyph in GLYPHS if glyph in text]
    marks = sum(map(text.count, glyphs))
    if marks > _MANY and marks * _DENSE > len(text):
        return Quotations()
    places = [
        _Place(number, block.start, paragraph, found)
        for number, block in enumerate(blocks)
        if (found := pairing(paragraph := text[block.start : block.end], glyphs)) != _NOTHING
    ]
    accepted, running = _runs(text, blocks, places, lookahead)
    return Quotations(
        tuple(quotation for place in places for quotation in _paired(place, accepted)),
        tuple(running),
        *(
            tuple(place.piece(mark) for place in places for mark in getattr(place.found, field) if (place.number, mark) not in accepted)
            for field in ("unclosed", "unopened", "doubled")
        ),
    )


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
    alone = {mark.family for mark in (*place.found.unclosed, *place.found.unopened) if (place.number, mark) not in accepted}
    open_ends: list[int] = []
    quotes: list[Quotation] = []
    for opening, closing in place.found.pairs:
        while open_ends and open_ends[-1] <= opening.offset:
            open_ends.pop()
        text = place.text[opening.offset : closing.end]
        marks = text[: opening.length], text[len(text) - closing.length :]
        depth, sure = len(open_ends), opening.family not in alone
        quotes.append(Quotation(text, place.start + opening.offset, opening.family, depth, place.number, *marks, closing.family, sure))
        open_ends.append(closing.end)
    return quotes


def _runs(
    text: str, blocks: Sequence[Block], places: Sequence[_Place], lookahead: int
) -> tuple[set[tuple[int, Mark]], list[Piece]]:
    """Marks that are right although their paragraph does not balance, and the quotations they open or close."""
    accepted: set[tuple[int, Mark]] = set()
    running: list[Piece] = []
    left: tuple[_Place, Mark] | None = None
    for place in places:
        unclosed, unopened = list(place.found.unclosed), list(place.found.unopened)
        if left:
            opened, mark = left
            start = opened.start + mark.offset
            if place.number == opened.number + 1 and _opens_anew(place, mark):
                accepted.add((opened.number, mark))
                running.append(Piece(opened.text[mark.offset :], start))
                left = None
            elif place.number - opened.number > lookahead:
                left = None
            elif (closing := _first_closes(unclosed, unopened, mark)) and not _resumed(text, blocks, opened.number, place.number):
                accepted |= {(opened.number, mark), (place.number, closing)}
                running.append(Piece(text[start : place.start + closing.end], start))
                unopened.remove(closing)
                left = None
            elif unclosed or unopened:
                left = None
        if not left and len(unclosed) == 1 and not unopened:
            left = place, unclosed[0]
    return accepted, running


def _opens_anew(following: _Place, mark: Mark) -> bool:
    """Continuation style: every paragraph of a long quotation begins with an opening mark, only the last one ends with a closing one."""
    first = len(following.text) - len(following.text.lstrip())
    openings = [*(pair.opening for pair in following.found.pairs[:1]), *following.found.unclosed[:1]]
    return any(opening.offset == first and opening.family == mark.family for opening in openings)


def _first_closes(unclosed: Sequence[Mark], unopened: Sequence[Mark], mark: Mark) -> Mark | None:
    """The first mark that has no partner in a paragraph, if it can be the closing one of an earlier paragraph's."""
    if not unopened or unopened[0].family != mark.family or (unclosed and unclosed[0] < unopened[0]):
        return None
    return unopened[0]


def _resumed(text: str, blocks: Sequence[Block], opened: int, closed: int) -> bool:
    """Whether a paragraph in between goes on reporting (`وأضاف …`): then the closing mark was forgotten before it."""
    return any(resumes_reporting(text[block.start : block.end]) for block in blocks[opened + 1 : closed + 1])
