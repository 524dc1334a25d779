"""Quotations of a document: pairs within a paragraph, and quotations that run on over several paragraphs."""

from bisect import bisect_left
from collections.abc import Callable, Sequence, Set
from functools import partial
from operator import attrgetter

from ..arabic.lazy import cached_property
from ..arabic.quotation import Pair, Pairing, neighbours, pairing, plain_quotations
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


class Quotations:
    """All quotation marks of a document, in its code points and in order.

    `paired` are quotations within one paragraph. `running` are those that go on over paragraph ends, from the opening mark to
    the closing one or to the end of a paragraph after which the next one opens anew. `unclosed`, `unopened` and `doubled` are marks;
    a doubled mark spans from the first to the second.

    `plain_spans` say where the quotations stand, marks included, where all marks of the text are known to make plain ones (see
    `plain_quotations`): most rules have nothing to say of these. Else it is None, and `paired` tells more.
    """

    def __init__(
        self,
        make: Callable[[], Sequence[Quotation]] = tuple,
        running: Sequence[Piece] = (),
        unclosed: Sequence[Piece] = (),
        unopened: Sequence[Piece] = (),
        doubled: Sequence[Piece] = (),
        plain_spans: Sequence[tuple[int, int]] | None = None,
        plain_families: Sequence[str] = (),
    ) -> None:
        self._make = make
        self._plain_families = plain_families
        self.running = running
        self.unclosed = unclosed
        self.unopened = unopened
        self.doubled = doubled
        self.plain_spans = plain_spans

    @cached_property
    def paired(self) -> Sequence[Quotation]:
        """The quotations with both their marks, made when they are asked for: of most texts nobody does."""
        return self._make()

    @cached_property
    def families(self) -> Set[str]:
        """The families of the marks of all quotations."""
        if self.plain_spans is not None:
            return set(self._plain_families)
        return {family for one in self.paired for family in (one.family, one.closed_by)}

    @cached_property
    def are_nested(self) -> bool:
        """Whether any quotation lies within another."""
        return self.plain_spans is None and any(one.depth for one in self.paired)


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
    beside = neighbours(text, marks)
    if not rare and (families := plain_quotations(beside)) is not None and _in_twos(marks, blocks):
        spans = [(opening, closing + 1) for opening, closing in zip(marks[::2], marks[1::2], strict=True)]
        return Quotations(partial(_all_plain, text, blocks, spans, families), plain_spans=spans, plain_families=families)
    return _closely(text, blocks, marks, beside, glyphs, rare, lookahead)


def _in_twos(marks: Sequence[int], blocks: Sequence[Block]) -> bool:
    """Whether every block holds an even number of these marks, and none stands elsewhere."""
    first = 0
    for start, end, _ in blocks:
        last = bisect_left(marks, end, first)
        if last > first and (marks[first] < start or (last - first) % 2):
            return False
        first = last
    return first == len(marks)


def _all_plain(text: str, blocks: Sequence[Block], spans: Sequence[tuple[int, int]], families: Sequence[str]) -> list[Quotation]:
    ends = [block.end for block in blocks]
    return [
        _plain(text, bisect_left(ends, end), start, end, family) for (start, end), family in zip(spans, families, strict=True)
    ]


def _plain(text: str, number: int, start: int, end: int, family: str) -> Quotation:
    return _made((text[start:end], start, family, 0, number, text[start], text[end - 1], family, True))


_made = partial(tuple.__new__, Quotation)
"""A quotation of its fields, as `Quotation` makes it, at half the cost: most texts have some."""


def _closely(
    text: str,
    blocks: Sequence[Block],
    marks: Sequence[int],
    beside: Sequence[str],
    glyphs: Sequence[str],
    rare: Sequence[str],
    lookahead: int,
) -> Quotations:
    """The quotations of a text in which some marks are not plain, a paragraph at a time. Of the marks it is also given what is `beside`."""
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
        since = bisect_left(marks, start, first)
        first = bisect_left(marks, end, since)
        if first == since and not makeshift:
            continue
        families = None if makeshift else plain_quotations(beside[since:first])
        # What is plain matters to no other paragraph, unless a mark is left open right before it.
        if families is not None and not (number - 1 in places and places[number - 1].found.unclosed):
            spans = zip(marks[since:first:2], marks[since + 1 : first : 2], families, strict=True)
            plain += [_plain(text, number, opening, closing + 1, family) for opening, closing, family in spans]
            continue
        found = pairing(text[start:end], (*glyphs, *rare))
        if found != _NOTHING and len(found.unclosed) + len(found.unopened) <= _LONELY:
            places[number] = _Place(number, start, text[start:end], found)
    if not places:
        return Quotations(partial(tuple, plain))
    accepted, running = _runs(text, blocks, list(places.values()), lookahead)
    for place in places.values():
        plain += _paired(place, accepted)
    plain.sort(key=_PARAGRAPH)  # in each they are in order
    unclosed, unopened, doubled = (
        [one.piece(mark) for one in places.values() for mark in getattr(one.found, field) if (one.number, mark) not in accepted]
        for field in ("unclosed", "unopened", "doubled")
    )
    return Quotations(partial(tuple, plain), running, unclosed, unopened, doubled)


_PARAGRAPH = attrgetter("paragraph")

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
