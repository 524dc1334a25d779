"""Quotations of paragraphs whose marks are not all plain: pairs, and quotations that run on over several paragraphs."""

from collections.abc import Sequence

from ..arabic.quotation import Pair, Pairing
from ..arabic.quotation_marks import Mark
from ..arabic.speech import resumes_reporting
from ..records import NamedTuple
from .pieces import Block, Piece, Quotation


class Place(NamedTuple):
    """A paragraph that holds marks: its number, its offset, its text, and what the marks are."""

    number: int
    start: int
    text: str
    found: Pairing

    def piece(self, mark: Mark) -> Piece:
        """The mark as a piece of the document."""
        return Piece(self.text[mark.offset : mark.end], self.start + mark.offset)


def paired_in(place: Place, accepted: set[tuple[int, Mark]]) -> list[Quotation]:
    """The quotations of a paragraph, given the marks (with the numbers of their paragraphs) that are right although they stand alone."""
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


def runs_on(text: str, blocks: Sequence[Block], places: Sequence[Place], lookahead: int) -> tuple[set[tuple[int, Mark]], list[Piece]]:
    """Marks that are right although their paragraph does not balance, and the quotations they open or close."""
    accepted: set[tuple[int, Mark]] = set()
    running: list[Piece] = []
    left: tuple[Place, Mark] | None = None
    for place in places:
        if left and (ending := _ending(text, blocks, *left, place, lookahead)):
            opened, mark = left
            if ending.offset:
                start = opened.start + mark.offset
                running.append(Piece(text[start : ending.offset], start))
                accepted.add((opened.number, mark))
            if ending.mark:
                accepted.add((place.number, ending.mark))
            left = None
        unclosed = place.found.unclosed
        if len(unclosed) == 1 and all(one < unclosed[0] for one in place.found.unopened):
            left = place, unclosed[0]
    return accepted, running


class _Ending(NamedTuple):
    """Where a quotation ends that ran on, and its closing mark: no mark where the next paragraph opens anew, nothing where it was none."""

    offset: int = 0
    mark: Mark | None = None


def _ending(text: str, blocks: Sequence[Block], opened: Place, mark: Mark, place: Place, lookahead: int) -> _Ending | None:
    """What a paragraph says of the quotation that a mark has opened in one before it; None where it may run on."""
    if _keeps_apart(blocks[opened.number].role, blocks[place.number].role):
        return _Ending()
    found = place.found
    if opened.text[mark.end :].strip() and place.number == opened.number + 1 and _opens_anew(place, mark):
        return _Ending(opened.start + len(opened.text))
    if place.number - opened.number > lookahead:
        return _Ending()
    alike = [one for one in (*found.unclosed, *found.unopened) if one.family == mark.family]
    both = [one for one in found.doubled if one.end == len(place.text.rstrip()) and one.family == mark.family]
    if both and not alike and any(pair.closing == both[-1] for pair in found.pairs):
        # `"سألته:\nقال "نعم""`: the marks at the end close the inner quotation and the one that runs on.
        return _Ending(place.start + both[-1].end, both[-1])
    if alike and min(alike) in found.unopened and not _resumed(text, blocks, opened.number, place.number):
        return _Ending(place.start + min(alike).end, min(alike))
    return _Ending() if alike else None


def _keeps_apart(role: str, other: str) -> bool:
    """Whether no quotation runs from a block of one role into one of another: not out of a block quotation or a cell of a table."""
    return "table-cell" in (role, other) or (role == "quotation") != (other == "quotation")


def _opens_anew(following: Place, mark: Mark) -> bool:
    """Continuation style: every paragraph of a long quotation begins with an opening mark, only the last one ends with a closing one."""
    first = len(following.text) - len(following.text.lstrip())
    openings = [*(pair.opening for pair in following.found.pairs[:1]), *following.found.unclosed[:1]]
    return any(opening.offset == first and opening.family == mark.family for opening in openings)


def _resumed(text: str, blocks: Sequence[Block], opened: int, closed: int) -> bool:
    """Whether a paragraph in between goes on reporting (`وأضاف …`): then the closing mark was forgotten before it."""
    return any(resumes_reporting(text[block.start : block.end]) for block in blocks[opened + 1 : closed + 1])
