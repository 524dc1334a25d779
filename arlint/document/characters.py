"""The views of a document's characters: which occur, what stands between its words, tokens with rare ones."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..arabic.gaps import between, gap_spans, gaps, holding
from ..arabic.lazy import cached_property
from ..arabic.page import STRANGE, page, signs, spaced
from ..arabic.script import is_foreign, may_be_foreign
from ..arabic.shape import shape
from ..arabic.traces import traces, traces_of
from .gaps import Gap, gaps_in
from .pieces import Piece
from .placed import Placed
from .tokens import tokens_with

if TYPE_CHECKING:
    import re


class Characters(Placed):
    """What is asked of a whole text as a row of characters."""

    _OF_THE_TEXT = ("page", "signs", "gaps", "_between")
    """The views that do not depend on the blocks."""

    @cached_property
    def _whole(self) -> bool:
        """Whether every letter of the text stands in a block, so that a view may read the text in one go."""
        return True

    @cached_property
    def page(self) -> bytes:
        """The text as one byte a character: see `arlint.arabic.page`."""
        return page(self.text)

    @cached_property
    def signs(self) -> frozenset[str]:
        """The distinct characters of the text other than the blank and the letters of the Arabic alphabet."""
        return signs(self.text, self.page)

    @cached_property
    def shape(self) -> bytes:
        """The text with a sign of its kind for each character: see `arlint.arabic.shape`."""
        return shape(self.page)

    @cached_property
    def traces(self) -> list[bytes] | None:
        """Of each block a byte for every word: see `arlint.arabic.traces`; None where a page has no place for something."""
        if STRANGE in self.page:
            return traces_of([self.text[start:end] for start, end, _ in self.blocks])
        return traces([self.page[start:end] for start, end, _ in self.blocks])

    @cached_property
    def gaps(self) -> frozenset[bytes]:
        """What stands between the words of the text, each once: see `arlint.arabic.gaps`."""
        return gaps(self._between)

    @cached_property
    def _between(self) -> bytes | None:
        return between(self.page)

    def gaps_with(self, pattern: str) -> list[Gap]:
        """Where in the blocks this pattern may match between two words, in order: see `AnyRule.gaps`."""
        held = holding(pattern)
        wanted = [one for one in self.gaps if held[one]]
        if not wanted or self._between is None:
            return [Gap(block.start, block.end, block) for block in self.blocks] if wanted else []
        return gaps_in(self.blocks, self._starts, gap_spans(self._between, wanted))

    def matches_from(self, gaps: Iterable[Gap], pattern: "re.Pattern[str]") -> "Iterator[re.Match[str]]":
        """The matches of a pattern that begin in these gaps; none reaches over the end of its block."""
        text, begins, last = self.text, pattern.match, 0
        for start, end, block in gaps:
            for at in range(max(start, last), end):
                if at >= last and (match := begins(text, at, block.end)):
                    last = max(match.end(), at + 1)
                    yield match

    def has(self, characters: str) -> bool:
        """Whether any of these characters occurs."""
        text = self.text
        return any(character in text for character in characters)

    def tokens_with(self, characters: str) -> list[Piece]:
        """What stands between blanks and holds one of these characters, in order. It depends on nothing around it."""
        found = self._tokens.get(characters)
        if found is None:
            found = tokens_with(self.text, self._spaced, characters)
            found = self._tokens[characters] = found if self._whole else [token for token in found if self.block_at(token.start)]
        return found

    @cached_property
    def _spaced(self) -> bytes:
        return spaced(self.page)

    @cached_property
    def _tokens(self) -> dict[str, list[Piece]]:
        return {}

    @cached_property
    def foreign(self) -> frozenset[int]:
        """The numbers of the blocks that are in another language than Arabic."""
        if not may_be_foreign(self.signs):
            return frozenset()
        return frozenset(number for number, block in enumerate(self.blocks) if is_foreign(self.text[block.start : block.end]))
