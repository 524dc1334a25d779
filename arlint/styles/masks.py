"""Texts without what scopes negate within them: masked, character by character, so that all places stay."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..arabic.letters import PLACEHOLDER
from ..document import Document, Piece
from . import classes, inline


def shown(document: Document, names: Sequence[str], pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces without what these names, of inline markup or of classes (`class.NAME`), hide; nothing of those of which all is hidden."""
    hidden = sorted(span for name in names for span in _stretches(document, name))
    for piece in pieces:
        text = _hiding(document, piece, hidden) if hidden else piece.text
        if text is piece.text:
            yield piece
        elif text.strip(PLACEHOLDER + " "):
            yield Piece(text, piece.start)


def _stretches(document: Document, name: str) -> list[tuple[int, int]]:
    if name.startswith("class."):
        return list(classes.stretches(document, name.removeprefix("class.")))
    return [(start, end) for one, start, end in inline.stretches(document) if one == name]


def _hiding(document: Document, piece: Piece, hidden: Sequence[tuple[int, int]]) -> str:
    """A piece with what was made of these stretches of the source masked, character by character."""
    text, span = piece.text, document.sourcemap.span
    offsets = range(piece.start, piece.start + len(text))
    begins, ends = span(piece.start, piece.start + len(text))

    def source(offset: int) -> int:
        return span(offset, offset + 1)[0]

    for first, last in (one for one in hidden if one[0] < ends and begins < one[1]):
        a, b = bisect_left(offsets, first, key=source), bisect_left(offsets, last, key=source)
        text = text[:a] + PLACEHOLDER * (b - a) + text[b:]
    return text
