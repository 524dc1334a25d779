"""Quotations of a document: pairs within a paragraph, and quotations that run on over several paragraphs."""

from bisect import bisect_left
from collections.abc import Callable, Sequence, Set
from functools import partial

from ..arabic.lazy import cached_property
from ..arabic.plain_quotations import neighbours, plain_quotations
from ..arabic.quotation_marks import FAMILIES, MAKESHIFT
from ..arabic.words import offsets
from .pieces import Block, Piece, Quotation

LOOKAHEAD = 8
"""Paragraphs that a quotation may run on before its closing mark is given up."""
_MANY, _DENSE = 1000, 10
"""A text of a thousand marks, one in ten characters, is code and holds no quotations."""

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
    from .closely import closely  # one text in four

    return closely(text, blocks, marks, beside, glyphs, rare, lookahead)


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
    places = zip(spans, families, strict=True)
    return [plain_quotation(text, bisect_left(ends, end), start, end, family) for (start, end), family in places]


def plain_quotation(text: str, number: int, start: int, end: int, family: str) -> Quotation:
    """The quotation in the paragraph of this number whose marks, a code point each, are the first and the last of a span."""
    return _made((text[start:end], start, family, 0, number, text[start], text[end - 1], family, True))


_made = partial(tuple.__new__, Quotation)
"""A quotation of its fields, as `Quotation` makes it, at half the cost: most texts have some."""
