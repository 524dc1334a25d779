"""Edits that are tried before they are offered: written into the markup, read again, and refused unless the prose says just that.

What a sign means in Markdown, reStructuredText or AsciiDoc depends on its neighbours: a blank before `**` ends no bold, a hyphen that
comes to begin a line makes a list. No table of signs knows that; the parser does.
"""

from collections.abc import Callable
from itertools import pairwise

from ..arabic.lazy import regex
from ..document import Document, Source, SourceMap
from ..document.sourcemap import Run

Parse = Callable[[Source], Document]
Region = Callable[[int, int], tuple[int, int]]
"""The stretch of source that must be read again when a stretch in it changes, half-open."""

LARGEST = 20_000
"""Code points. In a region that is larger no edit is tried, and so none is made."""

_MARKS = regex(r"[\s\d>*+#=|.)(_~:-]*")
"""What may stand between two blocks that are deleted together: blanks, and the signs that make a list, a heading, a quotation, a rule."""


class TriedMap(SourceMap):
    """A map that offers only edits which change the prose they are meant to change, and no more."""

    def __init__(self, runs: tuple[Run, ...], text: str, region: Region, parse: Parse) -> None:
        super().__init__(runs)
        self._text = text
        self._region = region
        self._parse = parse
        self._read: dict[tuple[int, int], Document] = {}

    def edit(self, start: int, end: int, text: str) -> tuple[int, int, str] | None:
        """As of any map, where it does what it says; and whole blocks may be deleted, with the markup in them."""
        found, gone = super().edit(start, end, text), range(0)
        if found is None and not text and self._parts_blocks(start) and self._holds_blocks_alone(start, end):
            found, gone = (*self.span(start, end), ""), range(start, end)
        if found is None:
            return None
        at, stop, written = found
        # What stood apart from each other may come together: of that no region tells.
        first, last = (0, len(self._text)) if gone else self._region(at, stop)
        if last - first > LARGEST:
            return None
        old = self._known(first, last)
        new = self._parse(Source("", f"{self._text[first:at]}{written}{self._text[stop:last]}"))
        place = _prose_offset(old.sourcemap, at - first)
        if place is None or new.text != old.text[:place] + text + old.text[place + end - start :]:
            return None
        return found if _shape(new) == _shape(old, gone) else None

    def exact(self, start: int, end: int) -> tuple[int, int] | None:
        """As of any map: nothing is changed, and nothing tried."""
        found = super().edit(start, end, "")
        return found and found[:2]

    def _parts_blocks(self, offset: int) -> bool:
        """Whether that which parts two blocks begins there: prose that stands in no stretch of the source."""
        run = self._run(offset)
        return run.start == offset and _is_parting(run)

    def _holds_blocks_alone(self, start: int, end: int) -> bool:
        """Whether nothing stands between the blocks but blanks and what marks them: no picture without words, no comment."""
        runs = list(self.runs_in(start, end))
        gaps = ((one.source_end, other.source_start) for one, other in pairwise(runs) if _is_parting(one))
        return all(_MARKS.fullmatch(self._text, *gap) for gap in gaps)

    def _known(self, first: int, last: int) -> Document:
        if (first, last) not in self._read:
            self._read[first, last] = self._parse(Source("", self._text[first:last]))
        return self._read[first, last]


def _is_parting(run: Run) -> bool:
    return not run.exact and run.source_start == run.source_end


def _prose_offset(sourcemap: SourceMap, place: int) -> int | None:
    """The offset in the prose of a place in the source, if it can be told."""
    for run in sourcemap.runs:
        if run.exact and run.source_start <= place < run.source_end and (place - run.source_start) % run.width == 0:
            return run.start + (place - run.source_start) // run.width
    return next((run.end for run in sourcemap.runs if run.exact and run.source_end == place), None)


def _shape(document: Document, gone: range = range(0)) -> list[tuple[str, int]]:
    """The blocks: their roles, and what lies between them. Those that begin in a stretch that goes are left out."""
    ends = [0, *(block.end for block in document.blocks)]
    return [(block.role, block.start - end) for block, end in zip(document.blocks, ends, strict=False) if block.start not in gone]
