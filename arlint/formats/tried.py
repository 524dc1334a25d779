"""Edits that are tried before they are offered: written into the markup, read again, and refused unless the prose says just that.

What a sign means in Markdown, reStructuredText or AsciiDoc depends on its neighbours: a blank before `**` ends no bold, a hyphen that
comes to begin a line makes a list. No table of signs knows that; the parser does.
"""

from collections.abc import Callable

from ..document import Document, Source, SourceMap
from ..document.sourcemap import Run

Parse = Callable[[Source], Document]
Region = Callable[[int, int], tuple[int, int]]
"""The stretch of source that must be read again when a stretch in it changes, half-open."""

LARGEST = 20_000
"""Code points. In a region that is larger no edit is tried, and so none is made."""


class TriedMap(SourceMap):
    """A map that offers only edits which change the prose they are meant to change, and no more."""

    def __init__(self, runs: tuple[Run, ...], text: str, region: Region, parse: Parse) -> None:
        super().__init__(runs)
        self._text = text
        self._region = region
        self._parse = parse
        self._read: dict[tuple[int, int], Document] = {}

    def edit(self, start: int, end: int, text: str) -> tuple[int, int, str] | None:
        """As of any map, where it does what it says."""
        found = super().edit(start, end, text)
        if found is None:
            return None
        at, stop, written = found
        first, last = self._region(at, stop)
        if last - first > LARGEST:
            return None
        old = self._known(first, last)
        new = self._parse(Source("", f"{self._text[first:at]}{written}{self._text[stop:last]}"))
        place = _prose_offset(old.sourcemap, at - first)
        if place is None or new.text != old.text[:place] + text + old.text[place + end - start :]:
            return None
        return found if _shape(new) == _shape(old) else None

    def exact(self, start: int, end: int) -> tuple[int, int] | None:
        """As of any map: nothing is changed, and nothing tried."""
        found = super().edit(start, end, "")
        return found and found[:2]

    def _known(self, first: int, last: int) -> Document:
        if (first, last) not in self._read:
            self._read[first, last] = self._parse(Source("", self._text[first:last]))
        return self._read[first, last]


def _prose_offset(sourcemap: SourceMap, place: int) -> int | None:
    """The offset in the prose of a place in the source, if it can be told."""
    for run in sourcemap.runs:
        if run.exact and run.source_start <= place < run.source_end and (place - run.source_start) % run.width == 0:
            return run.start + (place - run.source_start) // run.width
    return next((run.end for run in sourcemap.runs if run.exact and run.source_end == place), None)


def _shape(document: Document) -> list[tuple[str, int]]:
    """The blocks: their roles, and what lies between them."""
    ends = [0, *(block.end for block in document.blocks)]
    return [(block.role, block.start - end) for block, end in zip(document.blocks, ends, strict=False)]
