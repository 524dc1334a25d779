"""A text inside the text of a file: a string of JSON, a quoted cell, a block of YAML. Decoded, with the way back."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from ..arabic.letters import PLACEHOLDER
from ..document import SourceMap
from ..document.sourcemap import Run, Writer, add_run
from ..records import NamedTuple

if TYPE_CHECKING:
    import re


class Layer(NamedTuple):
    """The decoded text, and the map from it to the source. Its runs know how to write text back."""

    text: str
    sourcemap: SourceMap


class Piece(NamedTuple):
    """A stretch of source, and what it says where that is not what stands there: a sign, or some of equal width.

    `writer` writes text in its place, where that is not the one of the whole layer.
    """

    start: int
    end: int
    decoded: str | None = None
    writer: Writer | None = None

    def said(self, source: str) -> str:
        """What it says."""
        return source[self.start : self.end] if self.decoded is None else self.decoded

    def parted(self, count: int) -> "tuple[Piece, Piece]":
        """Two pieces: the first one says so many characters, or, if `count` is negative, the second one."""
        said = self.end - self.start if self.decoded is None else len(self.decoded)
        at = count if count >= 0 else said + count
        middle = self.start + at * ((self.end - self.start) // said)
        return (
            self._replace(end=middle, decoded=None if self.decoded is None else self.decoded[:at]),
            self._replace(start=middle, decoded=None if self.decoded is None else self.decoded[at:]),
        )

    def run(self, start: int, end: int, writers: tuple[Writer, ...]) -> Run:
        """The run for it, in a text where it stands from `start` to `end`."""
        width, rest = divmod(self.end - self.start, end - start)
        exact = self.decoded is None or (width > 1 and rest == 0 and self.decoded != PLACEHOLDER)
        return Run(start, end, self.start, self.end, exact, writers, width if exact else 1)


def layer(source: str, pieces: Iterable[Piece], writer: Writer) -> Layer:
    """The text that these pieces of the source make together. Where they leave source out (line ends, indents), no run goes across."""
    runs: list[Run] = []
    parts: list[str] = []
    length = 0
    for piece in pieces:
        part = piece.said(source)
        if not part:
            continue
        parts.append(part)
        add_run(runs, piece.run(length, length + len(part), (piece.writer or writer,)))
        length += len(part)
    return Layer("".join(parts), SourceMap(tuple(runs)))


def opaque(text: str, start: int, end: int) -> Layer:
    """A text whose places cannot be told one by one: it stands for a stretch of source as a whole."""
    return Layer(text, SourceMap((Run(0, len(text), start, end, False),)))


def unescaped(source: str, start: int, end: int, escape: "re.Pattern[str]", value: Callable[[str], str]) -> Iterable[Piece]:
    """The pieces of a stretch in which `escape` finds what does not stand for itself and `value` knows what it stands for."""
    for match in escape.finditer(source, start, end):
        yield Piece(start, match.start())
        yield Piece(*match.span(), value(match.group()))
        start = match.end()
    yield Piece(start, end)
