"""Plain text: every line that is not blank is a paragraph."""


from ..arabic.lazy import regex
from ..arabic.letters import PLACEHOLDER
from ..document import Block, Document, Source, SourceMap
from .prose import _MAY_HOLD, Prose

_LINE = regex("[^\n\r\u2028\u2029]+")
_COMMENT = regex(r"<!--[ \t]*arlint:[^\n\r]*?-->|\{#[ \t]*arlint:[^\n\r]*?#\}|(?<!\S)(?://|#)[ \t]*arlint:[^\n\r]*")


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
    text = source.text
    comments = {match.start(): match.end() for match in _COMMENT.finditer(text)} if "arlint:" in text else {}
    prose = Prose(source)
    for line in _LINE.finditer(text, source.body_start):
        start, end = line.span()
        inside = sorted((at, stop) for at, stop in comments.items() if start <= at < end)
        rest = "".join(text[a:b] for a, b in _outside(start, end, inside))
        if not rest.strip():
            continue
        prose.begin()
        for a, b in _outside(start, end, inside):
            prose.verbatim(a, b)
            if b < end:
                prose.stand_in(PLACEHOLDER, b, min(end, comments[b]))
        prose.end("paragraph")
    return prose.document("text")


def _outside(start: int, end: int, gaps: list[tuple[int, int]]) -> list[tuple[int, int]]:
    spans = []
    for at, stop in gaps:
        spans.append((start, at))
        start = min(stop, end)
    return [*spans, (start, end)]
