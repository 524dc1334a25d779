"""Quotations as Vale's scope `quote` has them: from mark to mark, the marks among them.

One that is not closed runs to the end of its block. A straight mark opens only after a blank, a bracket or a dash, and a single mark
before a letter is an apostrophe. In HTML `<q>` is one too.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..arabic.letters import PLACEHOLDER
from ..document import Document, Piece
from .elements import spans

_CLOSERS = {"“": "”", '"': '"', "‘": "’", "«": "»"}


@lru_cache(maxsize=16)
def quotes(document: Document) -> tuple[tuple[int, int], ...]:
    """The half-open spans of all quotations, in order; none within another."""
    found = [(one.start + start, one.start + end) for one in document.paragraphs for start, end in _marked(one.text)]
    if document.format_name == "html":
        found += spans(document, "q")
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if not merged or start >= merged[-1][1]:
            merged.append((start, end))
    return tuple(merged)


def spoken(document: Document, pieces: Iterable[Piece], without: bool) -> Iterator[Piece]:
    """The quotations in these pieces; or the pieces with their quotations masked."""
    for piece in pieces:
        near = (one for one in quotes(document) if one[0] < piece.end and one[1] > piece.start)
        inside = [(max(start, piece.start), min(end, piece.end)) for start, end in near]
        if not without:
            yield from (Piece(document.text[start:end], start) for start, end in inside)
            continue
        text = piece.text
        for start, end in inside:
            text = text[: start - piece.start] + PLACEHOLDER * (end - start) + text[end - piece.start :]
        yield Piece(text, piece.start) if inside else piece


def _marked(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    for start, mark in enumerate(text):
        if start >= end and mark in _CLOSERS and _opens(mark, text[start - 1 : start] if start else ""):
            end = _closed(text, _CLOSERS[mark], start + 1)
            yield start, end


def _opens(mark: str, before: str) -> bool:
    if not before:
        return True
    return before.isspace() or before in "([{—–-/" if mark == '"' else not before.isalnum()


def _closed(text: str, closer: str, at: int) -> int:
    """One past the mark that closes what began before; the end of the text where none does."""
    while (found := text.find(closer, at)) >= 0:
        if closer != "’" or not text[found + 1 : found + 2].isalpha():
            return found + 1
        at = found + 1
    return len(text)
