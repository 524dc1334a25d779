"""Building a Document: prose piece by piece, each with the source it comes from."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from ..arabic.letters import PLACEHOLDER
from ..document import Block, Document, Source, SourceMap
from ..document.sourcemap import Run, Writer
from .layer import Layer
from .protected import gaps, may_hold_gaps


class Prose:
    """Collects prose, blocks and the map back to the source.

    Positions are code points of `text`: the text of the file, or, while a text is read that was `within` it, of that one.
    """

    def __init__(self, source: Source) -> None:
        self.text = source.text
        self._source = source
        self._map: SourceMap | None = None  # None where `text` is that of the file
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._blocks: list[Block] = []
        self._length = 0
        self._block_start: int | None = None
        self._first_part = self._first_run = 0
        self._left_out: set[int] = set()
        self._joined = ""

    @contextmanager
    def within(self, layer: Layer) -> Iterator[None]:
        """For as long as this lasts, positions are those of a text that was written in the source in some other way."""
        around = self.text, self._map
        self.text, self._map = layer
        yield
        self.text, self._map = around

    def joined(self, spans: Iterable[tuple[int, int]]) -> Layer:
        """These stretches of the text as one: the lines of a block without what marks it in front of each."""
        parts: list[str] = []
        runs: list[Run] = []
        length = 0
        for start, end in spans:
            for run in self._runs_in(start, end):
                runs.append(run._replace(start=length + run.start - start, end=length + run.end - start))
            parts.append(self.text[start:end])
            length += end - start
        return Layer("".join(parts), SourceMap(tuple(runs) or (Run(0, 0, 0, 0, False),)))

    def begin(self) -> None:
        """A block begins here; blocks are kept apart by a line break."""
        if self._length:
            at = self._runs[-1].source_end
            self._add("\n", at, at, False)
        self._block_start, self._first_part, self._first_run = self._length, len(self._parts), len(self._runs)

    def end(self, role: str) -> None:
        """The block that was begun ends here. A block without text leaves nothing behind but its line break."""
        start, self._block_start = self._block_start, None
        if start is not None and any(part.strip() for part in self._parts[self._first_part :]):
            self._blocks.append(Block(start, self._length, role))

    def code(self, start: int, end: int) -> None:
        """A block of code stands here: it is no prose, but rules may want to know that it parts paragraphs."""
        self.begin()
        self.stand_in(PLACEHOLDER, start, end)
        self.end("code")

    def drop(self) -> None:
        """The block that was begun ends here, and is left out."""
        if self._block_start is not None:
            self._length, self._block_start = self._block_start, None
            del self._parts[self._first_part :], self._runs[self._first_run :]

    def leave_out(self, numbers: Iterable[int]) -> None:
        """Blocks that were added (by their number, from 0) are no prose after all."""
        self._left_out.update(numbers)

    @property
    def count(self) -> int:
        """How many blocks there are."""
        return len(self._blocks)

    def said(self, number: int) -> str:
        """The text of a block."""
        start, end, _ = self._blocks[number]
        if not self._joined or len(self._joined) < end:
            self._joined = "".join(self._parts)
        return self._joined[start:end]

    @property
    def in_block(self) -> bool:
        """Whether a block has begun and not ended."""
        return self._block_start is not None

    def verbatim(self, start: int, end: int, writer: Writer | None = None) -> None:
        """Text that is prose as it stands, except for what no format reads as prose. `writer` writes new text at its place."""
        text = self.text
        if may_hold_gaps(text[start:end]):
            for first, last in gaps(text, start, end):
                self._exact(start, first, writer)
                self.stand_in(PLACEHOLDER, first, last)
                start = last
        self._exact(start, end, writer)

    def stand_in(self, prose: str, start: int, end: int) -> None:
        """Prose that stands for a stretch of text without being it."""
        self._add(prose, *(self._map.span(start, end) if self._map else (start, end)), False)

    def sign(self, prose: str, start: int, end: int, writer: Writer | None = None) -> None:
        """One character of prose that was written as a reference, an escape sequence or a line break: edited as a whole or not at all."""
        stretch = self._map.exact(start, end) if self._map else (start, end)
        if stretch is None or len(prose) != 1:
            self.stand_in(prose, start, end)
            return
        inner = next(self._map.runs_in(start, end)).writers if self._map else ()
        self._add(prose, *stretch, True, (writer, *inner) if writer else inner, stretch[1] - stretch[0])

    def _exact(self, start: int, end: int, writer: Writer | None) -> None:
        if self._map is None:
            if start < end:
                self._add(self.text[start:end], start, end, True, (writer,) if writer else ())
            return
        for run in self._map.runs_in(start, end):
            writers = (writer, *run.writers) if writer else run.writers
            self._add(self.text[run.start : run.end], run.source_start, run.source_end, run.exact, writers, run.width)

    def _runs_in(self, start: int, end: int) -> Iterable[Run]:
        if self._map is None:
            return (Run(start, end, start, end, True),) if start < end else ()
        return self._map.runs_in(start, end)

    def _add(self, prose: str, source_start: int, source_end: int, exact: bool, writers: tuple[Writer, ...] = (), width: int = 1) -> None:
        """Add prose with its source, as a run of its own or at the end of the last one (see `add_run`)."""
        start = self._length
        self._length = end = start + len(prose)
        self._parts.append(prose)
        runs = self._runs
        if exact and runs:
            last = runs[-1]
            if last.exact and last.source_end == source_start and last.width == width and last.writers == writers:
                runs[-1] = Run(last.start, end, last.source_start, source_end, True, writers, width)
                return
        runs.append(Run(start, end, source_start, source_end, exact, writers, width))

    def document(self, format_name: str, *, part: bool = False, tried: "Callable[[tuple[Run, ...]], SourceMap]" = SourceMap) -> Document:
        """The document made of all that was added; `part` where the file holds others. `tried` makes a map that is choosy about edits."""
        runs = tuple(self._runs) or (Run(0, 0, self._source.body_start, self._source.body_start, True),)
        made = Document(self._source, "".join(self._parts), self._blocks, tried(runs), format_name, part=part)
        return made.without(self._left_out)
