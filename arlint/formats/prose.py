"""Building a Document: prose piece by piece, each with the source it comes from."""


from ..arabic.lazy import regex
from ..arabic.letters import PLACEHOLDER
from ..document import Block, Document, Source, SourceMap
from ..document.sourcemap import Run

PROTECTED = regex(
    r"(?:https?|ftp)://[^\s\"«»“”<>\u200e\u200f\u202a-\u202e\u2066-\u2069]+(?<![.,;:!?)\]،؛؟'])"
    r"|(?<![\w@.])www\.[^\s\"«»“”<>\u200e\u200f\u202a-\u202e\u2066-\u2069]+(?<![.,;:!?)\]،؛؟'])"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+"
    r"|(?<!\w)@[A-Za-z0-9_]+"
    r"|[\ufd3e\ufd3f][^\ufd3e\ufd3f\n]*[\ufd3e\ufd3f]"
)
"""What is no prose in any format: addresses, handles, and the Quran between its brackets (U+FD3F opens, U+FD3E closes)."""

_MAY_HOLD = ("://", "www.", "@", "\ufd3e", "\ufd3f")


class Prose:
    """Collects prose, blocks and the map back to the source. Positions are code points of the source text."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._blocks: list[Block] = []
        self._length = 0
        self._block_start: int | None = None
        self._first_part = 0

    def begin(self) -> None:
        """A block begins here; blocks are kept apart by a line break."""
        if self._length:
            at = self._runs[-1].source_end
            self.stand_in("\n", at, at)
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

    def verbatim(self, start: int, end: int) -> None:
        """Source text that is prose as it stands, except for what no format reads as prose."""
        text = self._source.text
        if any(sign in text[start:end] for sign in _MAY_HOLD):
            for match in PROTECTED.finditer(text, start, end):
                self._exact(start, match.start())
                self.stand_in(PLACEHOLDER, *match.span())
                start = match.end()
        self._exact(start, end)

    def stand_in(self, prose: str, start: int, end: int) -> None:
        """Prose that stands for a stretch of source without being it."""
        self._add(prose, start, end, exact=False)

    def _exact(self, start: int, end: int) -> None:
        if end > start:
            self._add(self._source.text[start:end], start, end, exact=True)

    def _add(self, prose: str, start: int, end: int, *, exact: bool) -> None:
        last = self._runs[-1] if self._runs else None
        if exact and last and last.exact and last.source_end == start:
            self._runs[-1] = last._replace(end=self._length + len(prose), source_end=end)
        else:
            self._runs.append(Run(self._length, self._length + len(prose), start, end, exact))
        self._parts.append(prose)
        self._length += len(prose)

    def document(self, format_name: str) -> Document:
        """The document made of all that was added."""
        runs = tuple(self._runs) or (Run(0, 0, self._source.body_start, self._source.body_start, True),)
        return Document(self._source, "".join(self._parts), self._blocks, SourceMap(runs), format_name)
