"""Scopes: the texts that a rule looks at in a document, as its selectors choose them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..arabic.lazy import regex
from ..document import Document, Paragraph, Piece
from . import classes, inline
from .masks import shown
from .matter import in_matter
from .sections import sections
from .selector import SIZED, SOURCE, Selector, element_of, elements_of, hidden, is_class, parts_of

_BODY = ("paragraph", "list-item", "quotation", "table-cell", "boilerplate")
_WIPED = regex(r"[^\n]")


@lru_cache(maxsize=256)
def units(document: Document, scope: tuple[Selector, ...]) -> tuple[Piece, ...]:
    """The texts to look at, each with its offset in the document, in order, none twice."""
    found = dict.fromkeys(piece for one in scope for piece in _selected(document, one))
    return tuple(sorted(found, key=lambda piece: piece.start)) if len(scope) > 1 else tuple(found)


def _selected(document: Document, selector: Selector) -> Iterator[Piece]:
    positive = [name for name, negated in selector if not negated]
    if document.prose is not document:
        yield from _of_source(document, selector, positive)
    elif "summary" in positive or "document" in positive:
        yield from _merged(document, selector, "summary" in positive)
    elif wanted := elements_of(selector):
        first, *others = (_spans(document, one) for one in wanted)
        pieces = (Piece(document.text[start:end], start) for start, end in first if all((start, end) in one for one in others))
        yield from _kept(document, selector, pieces)
    else:
        pieces = (
            piece
            for paragraph in document.paragraphs
            if _fits(document, paragraph, selector)
            for piece in _sized(document, paragraph, positive)
        )
        yield from _kept(document, selector, pieces)


def _kept(document: Document, selector: Selector, pieces: Iterator[Piece]) -> Iterator[Piece]:
    """What a selector leaves of these pieces: of quotations, and without inline markup and classes that it negates."""
    found = _quoted(document, selector, pieces)
    wanted = dict(selector).get("quote")
    if wanted is not None:
        from .speech import spoken

        found = spoken(document, found, without=wanted)
    yield from shown(document, hidden(selector), found)


def _sized(document: Document, paragraph: Paragraph, positive: Sequence[str]) -> Iterator[Piece]:
    if "dateline" in positive:
        if paragraph.kind == "dateline":
            yield Piece(paragraph.text, paragraph.start)
        elif paragraph.dateline:
            yield Piece(paragraph.text[: paragraph.dateline], paragraph.start)
    elif "sentence" in positive:
        if not in_matter(document, paragraph):
            yield from document.sentences_of(paragraph)
    else:
        yield Piece(paragraph.text, paragraph.start)


def _quoted(document: Document, selector: Selector, pieces: Iterator[Piece]) -> Iterator[Piece]:
    wanted = dict(selector).get("quotation")
    unlined = dict(selector).get("dateline")
    for piece in (_unlined(document, one) for one in pieces) if unlined else pieces:
        if wanted is None:
            yield piece
        elif wanted:  # negated: everything but the words of others
            yield Piece(document.outline[piece.start : piece.end], piece.start)
        else:
            for one in document.quotations.paired:
                start, end = max(one.start + 1, piece.start), min(one.end - 1, piece.end)
                if start < end and one.depth == 0:
                    yield Piece(document.text[start:end], start)


def _unlined(document: Document, piece: Piece) -> Piece:
    """A piece without the dateline that it begins with."""
    paragraph = document.paragraph_at(piece.start)
    length = paragraph.dateline if paragraph is not None and piece.start == paragraph.start else 0
    return Piece(piece.text[length:], piece.start + length)


def _merged(document: Document, selector: Selector, body_only: bool) -> Iterator[Piece]:
    """The whole document as one text, in which what does not belong is blanked out."""
    rest = tuple((name, negated) for name, negated in selector if name not in ("summary", "document"))
    negated = tuple(part for part in rest if part[1])
    keep = [
        one
        for one in document.paragraphs
        if _fits(document, one, rest) and (not body_only or one.kind in _BODY) and not any(_is(document, one, name) for name, _ in negated)
    ]
    if not keep:
        return
    start, end = keep[0].start, keep[-1].end
    parts: list[str] = []
    last = start
    for one in keep:
        parts += (_WIPED.sub(" ", document.text[last : one.start]), one.text)
        last = one.end
    yield from _quoted(
        document, tuple(part for part in rest if part[0] == "quotation"), iter((Piece("".join(parts)[: end - start], start),))
    )


def _of_source(document: Document, selector: Selector, positive: Sequence[str]) -> Iterator[Piece]:
    text, prose = document.text, document.prose
    negated = {name for name, no in selector if no}
    if "raw" in positive:
        start = document.blocks[0].start
        yield Piece(text[start:], start)
        return
    wanted = {"alt" if part == "attr" else part for name in positive for part in parts_of(name)} & set(inline.NAMES)
    if not wanted:
        for piece in _selected(prose, selector):
            start, end = prose.sourcemap.span(piece.start, piece.end)
            yield Piece(text[start:end], start)
        return
    blocks = tuple((name, no) for name, no in selector if no or not set(parts_of(name)) & set(SOURCE))
    spans = [prose.sourcemap.span(one.start, one.end) for one in prose.paragraphs if _fits(prose, one, blocks)]
    for name, start, end in inline.stretches(prose):
        inside = not any(part != "text" for part, no in blocks) or any(first <= start and end <= last for first, last in spans)
        if name in wanted and name not in negated and inside:
            yield Piece(text[start:end], start)


def _fits(document: Document, paragraph: Paragraph, selector: Selector) -> bool:
    return all(
        _is(document, paragraph, name) is not negated
        for name, negated in selector
        if name not in (*SIZED, *inline.NAMES) and name != "attr"
    )


def _is(document: Document, paragraph: Paragraph, name: str) -> bool:
    if selector := element_of(name):
        return any(start <= paragraph.start and paragraph.end <= end for start, end in _spans(document, selector))
    if is_class(name):
        start, end = document.sourcemap.span(paragraph.start, paragraph.end)
        return any(first <= start and end <= last for first, last in classes.stretches(document, name.removeprefix("class.")))
    return sections(document, paragraph.number).issuperset(name.split("."))


def _spans(document: Document, selector: str) -> Sequence[tuple[int, int]]:
    """Where the elements stand that a selector means. What reads selectors is imported where a rule has one."""
    from .elements import spans

    return spans(document, selector)
