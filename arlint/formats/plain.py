"""Plain text: every line that is not blank is a paragraph; of front matter title and summary are read."""

from collections.abc import Iterator

from ..arabic.lazy import regex
from ..arabic.letters import PLACEHOLDER
from ..document import Block, Document, Source, SourceMap
from ..document.sourcemap import Writer
from .matter import front_end, read_matter
from .prose import Prose
from .protected import may_hold_gaps

_RARE_BREAKS = "\r\u2028\u2029"
_LINE = regex(f"[^\n{_RARE_BREAKS}]+")
COMMENT = regex(
    r"<!--[ \t]*arlint:(?:(?!<!--)[^\n\r])*?-->|\{#[ \t]*arlint:(?:(?!\{#)[^\n\r])*?#\}|(?<!\S)(?://|#)[ \t]*arlint:[^\n\r]*"
)
"""Comments that speak to arlint, in a text that knows no comments."""


def parse(source: Source) -> Document:
    """The document of a plain text. Comments that speak to arlint, URLs and addresses are no prose; all else is."""
    return _document(source, "text", "paragraph")


def parse_headlined(source: Source) -> Document:
    """The document of a plain text whose first line is its headline."""
    return _document(source, "headlined-text", "headline")


def _document(source: Source, name: str, first: str) -> Document:
    text = source.text
    start = source.body_start
    front = front_end(text, start)
    if front > start or may_hold_gaps(text) or ("a" in text and "arlint:" in text):
        return _with_gaps(source, name, first, front)
    body = text[start:] if start else text
    blocks = list(_lines(body))
    blocks[:1] = [Block(block.start, block.end, first) for block in blocks[:1]]
    return Document(source, body, blocks, SourceMap.identity(len(body), start), name)


def _lines(body: str) -> Iterator[Block]:
    if any(sign in body for sign in _RARE_BREAKS):
        yield from (Block(*match.span()) for match in _LINE.finditer(body) if not match.group().isspace())
        return
    at = 0
    for line in body.split("\n"):
        end = at + len(line)
        if line and not line.isspace():
            yield Block(at, end)
        at = end + 1


def _with_gaps(source: Source, name: str, first: str, front: int) -> Document:
    prose = Prose(source)
    read_matter(prose, source.body_start, front)
    read(prose, front, opening=first)
    return prose.document(name)


def read(prose: Prose, start: int = 0, writer: Writer | None = None, role: str = "paragraph", opening: str = "") -> None:
    """Add every line of `prose.text` from `start` on that is not blank. `writer` writes new text into it.

    `opening` is the role of the first line, where it is another than that of the lines after it.
    """
    text = prose.text
    may_comment = "arlint:" in text
    for line in _LINE.finditer(text, start):
        first, last = line.span()
        comments = [match.span() for match in COMMENT.finditer(text, first, last)] if may_comment else []
        spans = _outside(first, last, comments)
        if not any(text[a:b].strip() for a, b in spans):
            continue
        prose.begin()
        for number, (a, b) in enumerate(spans):
            prose.verbatim(a, b, writer)
            if number < len(comments):
                prose.stand_in(PLACEHOLDER, *comments[number])
        prose.end(opening or role)
        opening = ""


def _outside(start: int, end: int, gaps: list[tuple[int, int]]) -> list[tuple[int, int]]:
    spans = []
    for at, stop in gaps:
        spans.append((start, at))
        start = stop
    return [*spans, (start, end)]
