"""Building a Document: prose piece by piece, each with the source it comes from."""

from collections.abc import Iterator
from contextlib import contextmanager

from ..arabic.lazy import regex
from ..arabic.letters import PLACEHOLDER
from ..document import Block, Document, Source, SourceMap
from ..document.sourcemap import Run, Writer, add_run
from .layer import Layer

PROTECTED = regex(
    r"(?:https?|ftp)://[^\s\"«»“”<>\u200e\u200f\u202a-\u202e\u2066-\u2069]+(?<![.,;:!?)\]،؛؟'])"
    r"|(?<![\w@.])www\.[^\s\"«»“”<>\u200e\u200f\u202a-\u202e\u2066-\u2069]+(?<![.,;:!?)\]،؛؟'])"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+"
    r"|(?<!\w)@[A-Za-z0-9_]+"
    r"|[\ufd3e\ufd3f][^\ufd3e\ufd3f\n]*[\ufd3e\ufd3f]"
)
"""What is no prose in any format: addresses, handles, and the Quran between its brackets (U+FD3F opens, U+FD3E closes)."""



def may_hold_gaps(text: str) -> bool:
    """Whether a text may hold what is `PROTECTED`. One character is looked for twenty times as fast as several."""
    return "@" in text or "\ufd3e" in text or "\ufd3f" in text or ("/" in text and "://" in text) or ("w" in text and "www." in text)


class Prose:
    """Collects prose, blocks and the map back to the source.

    Positions are code points of `text`: the text of the file, or, while a text is read that was `within` it, of that one.
    """

    def __init__(self, source: Source) -> None:
        self.text = source.text
        self._source = source
        self._map = SourceMap.identity(len(source.text))
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._blocks: list[Block] = []
        self._length = 0
        self._block_start: int | None = None
        self._first_part = 0

    @contextmanager
    def within(self, layer: Layer) -> Iterator[None]:
        """For as long as this lasts, positions are those of a text that was written in the source in some other way."""
        around = self.text, self._map
        self.text, self._map = layer
        yield
        self.text, self._map = around

    def begin(self) -> None:
        """A block begins here; blocks are kept apart by a line break."""
        if self._length:
            at = self._runs[-1].source_end
            self._add("\n", Run(0, 0, at, at, False))
        self._block_start, self._first_part = self._length, len(self._parts)

    def end(self, role: str) -> None:
        """The block that was begun ends here. A block without text leaves nothing behind but its line break."""
        start, self._block_start = self._block_start, None
        if start is not None and any(part.strip() for part in self._parts[self._first_part :]):
            self._blocks.append(Block(start, self._length, role))

    @property
    def in_block(self) -> bool:
        """Whether a block has begun and not ended."""
        return self._block_start is not None

    def verbatim(self, start: int, end: int, writer: Writer | None = None) -> None:
        """Text that is prose as it stands, except for what no format reads as prose. `writer` writes new text at its place."""
        text = self.text
        if may_hold_gaps(text[start:end]):
            for match in PROTECTED.finditer(text, start, end):
                self._exact(start, match.start(), writer)
                self.stand_in(PLACEHOLDER, *match.span())
                start = match.end()
        self._exact(start, end, writer)

    def stand_in(self, prose: str, start: int, end: int) -> None:
        """Prose that stands for a stretch of text without being it."""
        self._add(prose, Run(0, 0, *self._map.span(start, end), False))

    def sign(self, prose: str, start: int, end: int, writer: Writer | None = None) -> None:
        """One character of prose that was written as a reference, an escape sequence or a line break: edited as a whole or not at all."""
        stretch = self._map.exact(start, end)
        if stretch is None or len(prose) != 1:
            self.stand_in(prose, start, end)
            return
        run = next(self._map.runs_in(start, end))
        writers = (writer, *run.writers) if writer else run.writers
        self._add(prose, Run(0, 0, *stretch, True, writers, stretch[1] - stretch[0]))

    def _exact(self, start: int, end: int, writer: Writer | None) -> None:
        for run in self._map.runs_in(start, end):
            self._add(self.text[run.start : run.end], run._replace(writers=(writer, *run.writers)) if writer else run)

    def _add(self, prose: str, run: Run) -> None:
        """Add prose with its source; what `run` says of its place in the prose is not looked at."""
        start, self._length = self._length, self._length + len(prose)
        add_run(self._runs, run._replace(start=start, end=self._length))
        self._parts.append(prose)

    def document(self, format_name: str, *, part: bool = False) -> Document:
        """The document made of all that was added; `part` where the file holds others."""
        runs = tuple(self._runs) or (Run(0, 0, self._source.body_start, self._source.body_start, True),)
        return Document(self._source, "".join(self._parts), self._blocks, SourceMap(runs), format_name, part=part)
