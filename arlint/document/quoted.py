"""The views of a document's quotations, and of the text round them."""

from bisect import bisect_right
from collections.abc import Sequence

from ..arabic.lazy import cached_property
from ..arabic.quotation_marks import MARKS
from ..arabic.sentences import is_sentence, sure_ends
from .bare import BareMap
from .quotations import LOOKAHEAD, Quotations, quotations
from .worded import Worded


class Quoted(Worded):
    """Which words of a text are somebody else's, and where sentences end outside of these."""

    @cached_property
    def quotations(self) -> Quotations:
        """All quotations and all marks without a partner."""
        return self.quotations_over(LOOKAHEAD)

    def quotations_over(self, paragraphs: int) -> Quotations:
        """As `quotations`, where a quotation may run on over so many paragraphs. Made anew each time."""
        if self.signs.isdisjoint(MARKS):
            return Quotations(plain_spans=())
        return quotations(self.text, self.signs, self.blocks, paragraphs)

    @cached_property
    def quoted_spans(self) -> Sequence[tuple[int, int]]:
        """Insides of quotations, disjoint and in order; what follows a mark that is never closed counts, to the paragraph's end."""
        bare = self.__dict__.get("bare", self)
        if isinstance(bare.sourcemap, BareMap) and bare is not self:
            # Harakat are no part of what tells quotations: those that are known already need only be moved.
            place = bare.sourcemap.place
            return [(place(start - 1) + 1, place(end)) for start, end in bare.quoted_spans]
        found = self.quotations
        if found.plain_spans is not None:
            return [(start + 1, end - 1) for start, end in found.plain_spans]
        if not (found.running or found.unclosed or found.are_nested):
            return [(one.start + 1, one.start + len(one.text) - 1) for one in found.paired]  # they are apart, and in order
        spans = [(one.start + 1, one.end - 1) for one in found.paired] + [(one.start + 1, one.end - 1) for one in found.running]
        spans += [(mark.end, self.blocks[bisect_right(self._starts, mark.start) - 1].end) for mark in found.unclosed]
        merged: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return merged

    @cached_property
    def _quoted_starts(self) -> list[int]:
        return [start for start, _ in self.quoted_spans]

    def quoted(self, start: int, end: int) -> bool:
        """Whether the span touches somebody else's words: the inside of a quotation."""
        spans = self.quoted_spans
        if not spans:
            return False
        index = bisect_right(self._quoted_starts, max(start, end - 1)) - 1
        return index >= 0 and spans[index][1] > start

    @cached_property
    def outline(self) -> str:
        """The text with the insides of quotations blanked out; of equal length."""
        text = self.text
        parts: list[str] = []
        last = 0
        for start, end in self.quoted_spans:
            parts += (text[last:start], " " * (end - start))
            last = end
        return "".join((*parts, text[last:])) if parts else text

    @cached_property
    def sure_ends(self) -> list[int]:
        """Where sentences end, in order, whatever stands around: see `arlint.arabic.sentences.sure_ends`."""
        return sure_ends(self.outline, self.signs)

    def is_sentence(self, start: int, end: int) -> bool:
        """Whether the text from one of the `sure_ends` to another is surely one sentence."""
        return is_sentence(self.text, self.outline, self.signs, start, end)
