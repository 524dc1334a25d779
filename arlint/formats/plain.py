"""Plain text: every line that is not blank is a paragraph."""


from ..arabic.lazy import regex
from ..arabic.letters import PLACEHOLDER
from ..document import Block, Document, Source, SourceMap
from ..document.sourcemap import Writer
from .prose import _MAY_HOLD, Prose

_LINE = regex("[^\n\r\u2028\u2029]+")
_COMMENT = regex(
    r"<!--[ \t]*arlint:(?:(?!<!--)[^\n\r])*?-->|\{#[ \t]*arlint:(?:(?!\{#)[^\n\r])*?#\}|(?<!\S)(?://|#)[ \t]*arlint:[^\n\r]*"
)


def parse(source: Source) -> Document:
    """The document of a plain text. Comments that speak to arlint, URLs and addresses are no prose; all else is."""
    text = source.text
    if any(sign in text for sign in (*_MAY_HOLD, "arlint:")):
        return _with_gaps(source)
    start = source.body_start
    body = text[start:] if start else text
    blocks = [Block(*match.span()) for match in _LINE.finditer(body) if not match.group().isspace()]
    return Document(source, body, blocks, SourceMap.identity(len(body), start), "text")


def _with_gaps(source: Source) -> Document:
    prose = Prose(source)
    read(prose, source.body_start)
    return prose.document("text")


def read(prose: Prose, start: int = 0, writer: Writer | None = None, role: str = "paragraph") -> None:
    """Add every line of `prose.text` from `start` on that is not blank. `writer` writes new text into it."""
    text = prose.text
    may_comment = "arlint:" in text
    for line in _LINE.finditer(text, start):
        first, last = line.span()
        comments = [match.span() for match in _COMMENT.finditer(text, first, last)] if may_comment else []
        spans = _outside(first, last, comments)
        if not any(text[a:b].strip() for a, b in spans):
            continue
        prose.begin()
        for number, (a, b) in enumerate(spans):
            prose.verbatim(a, b, writer)
            if number < len(comments):
                prose.stand_in(PLACEHOLDER, *comments[number])
        prose.end(role)


def _outside(start: int, end: int, gaps: list[tuple[int, int]]) -> list[tuple[int, int]]:
    spans = []
    for at, stop in gaps:
        spans.append((start, at))
        start = stop
    return [*spans, (start, end)]
