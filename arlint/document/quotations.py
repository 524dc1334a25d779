"""Quotations of a document: pairs within a paragraph, and quotations that run on over several paragraphs."""

from collections.abc import Sequence
from typing import NamedTuple

from ..arabic.quotation import Mark, Pairing, pairing
from ..arabic.speech import resumes_reporting
from .pieces import Paragraph, Piece, Quotation

LOOKAHEAD = 8
"""Paragraphs that a quotation may run on before its closing mark is given up."""


class Quotations(NamedTuple):
    """All quotation marks of a document, in its code points and in order.

    `paired` are quotations within one paragraph. `running` are those that go on over paragraph ends, from the opening mark to
    the closing one or to the end of a paragraph after which the next one opens anew. `unclosed`, `unopened` and `doubled` are marks.
    """

    paired: tuple[Quotation, ...] = ()
    running: tuple[Piece, ...] = ()
    unclosed: tuple[Piece, ...] = ()
    unopened: tuple[Piece, ...] = ()
    doubled: tuple[Piece, ...] = ()


def quotations(text: str, paragraphs: Sequence[Paragraph]) -> Quotations:
    """The quotations of all paragraphs together."""
    pairings = [pairing(paragraph.text) for paragraph in paragraphs]
    accepted, running = _runs(text, paragraphs, pairings)
    return Quotations(
        tuple(quotation for paragraph, found in zip(paragraphs, pairings, strict=True) for quotation in _paired(paragraph, found)),
        tuple(running),
        *(
            tuple(
                Piece(paragraph.text[mark.offset : mark.offset + mark.length], paragraph.start + mark.offset)
                for paragraph, found in zip(paragraphs, pairings, strict=True)
                for mark in getattr(found, field)
                if (paragraph.number, mark.offset) not in accepted
            )
            for field in ("unclosed", "unopened", "doubled")
        ),
    )


def _paired(paragraph: Paragraph, found: Pairing) -> list[Quotation]:
    open_ends: list[int] = []
    quotes: list[Quotation] = []
    for pair in sorted(found.pairs, key=lambda pair: (pair.start, -pair.end)):
        while open_ends and open_ends[-1] <= pair.start:
            open_ends.pop()
        text = paragraph.text[pair.start : pair.end]
        quotes.append(Quotation(text, paragraph.start + pair.start, pair.opening.family, len(open_ends), paragraph.number))
        open_ends.append(pair.end)
    return quotes


def _runs(text: str, paragraphs: Sequence[Paragraph], pairings: Sequence[Pairing]) -> tuple[set[tuple[int, int]], list[Piece]]:
    """Marks that are right although their paragraph does not balance, and the quotations they open or close."""
    accepted: set[tuple[int, int]] = set()
    running: list[Piece] = []
    for number, (paragraph, found) in enumerate(zip(paragraphs, pairings, strict=True)):
        if len(found.unclosed) != 1 or found.unopened:
            continue
        mark = found.unclosed[0]
        if number + 1 < len(paragraphs) and _opens_anew(paragraphs[number + 1], pairings[number + 1], mark):
            accepted.add((paragraph.number, mark.offset))
            running.append(Piece(paragraph.text[mark.offset :], paragraph.start + mark.offset))
        elif closing := _closing_later(paragraphs, pairings, number, mark):
            there, last = closing
            accepted |= {(paragraph.number, mark.offset), (there.number, last.offset)}
            start, end = paragraph.start + mark.offset, there.start + last.offset + last.length
            running.append(Piece(text[start:end], start))
    return accepted, running


def _opens_anew(following: Paragraph, found: Pairing, mark: Mark) -> bool:
    """Continuation style: every paragraph of a long quotation begins with an opening mark, only the last one ends with a closing one."""
    first = len(following.text) - len(following.text.lstrip())
    openings = [pair.opening for pair in found.pairs] + list(found.unclosed)
    return any(opening.offset == first and opening.family == mark.family for opening in openings)


def _closing_later(
    paragraphs: Sequence[Paragraph], pairings: Sequence[Pairing], number: int, mark: Mark
) -> tuple[Paragraph, Mark] | None:
    for later in range(number + 1, min(number + 1 + LOOKAHEAD, len(paragraphs))):
        paragraph, found = paragraphs[later], pairings[later]
        if resumes_reporting(paragraph.text):
            return None
        marks = [one for one in (*found.unclosed, *found.unopened, *(m for pair in found.pairs for m in pair)) if one.family == mark.family]
        if marks:
            alone = len(marks) == 1 and len(found.unopened) == 1 and found.unopened[0].family == mark.family
            return (paragraph, found.unopened[0]) if alone else None
    return None
