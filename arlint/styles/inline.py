"""Stretches of the source that inline markup sets apart: the text of links, what is strong or emphasised, code, alternative texts."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Any

from ..arabic.lazy import regex
from ..document import Document

NAMES = ("link", "strong", "emphasis", "code", "alt")

_ELEMENTS = (
    ("link", regex(r"(?is)<a\b[^>]*>(.*?)</a\s*>")),
    ("strong", regex(r"(?is)<(?:b|strong)\b[^>]*>(.*?)</(?:b|strong)\s*>")),
    ("emphasis", regex(r"(?is)<(?:i|em)\b[^>]*>(.*?)</(?:i|em)\s*>")),
    ("code", regex(r"(?is)<code\b[^>]*>(.*?)</code\s*>")),
    ("alt", regex(r"(?is)<img\b[^>]*\balt\s*=\s*[\"']([^\"']*)")),
)
_SIGNS = {
    "html": _ELEMENTS,
    "rst": (
        ("link", regex(r"(?<!`)`([^`<\n]+?)(?:\s*<[^`>]*>)?`__?(?!\w)")),
        ("strong", regex(r"(?<!\*)\*\*(\S(?:[^*\n]*\S)?)\*\*")),
        ("emphasis", regex(r"(?<!\*)\*(?!\*)(\S(?:[^*\n]*\S)?)\*(?!\*)")),
        ("code", regex(r"``([^`\n]+)``")),
        ("alt", regex(r"(?m)^[ \t]+:alt:[ \t]*(.+)$")),
    ),
    "asciidoc": (
        ("link", regex(r"(?:https?://|link:|mailto:|xref:)[^\s\[\]]+\[([^\]\n]+)\]")),
        ("strong", regex(r"(?<![\w*])\*(?![\s*])([^*\n]+?)\*(?![\w*])")),
        ("emphasis", regex(r"(?<![\w_])_(?![\s_])([^_\n]+?)_(?![\w_])")),
        ("code", regex(r"(?<![\w`])`(?![\s`])([^`\n]+?)`(?![\w`])")),
        ("alt", regex(r"image::?[^\s\[\]]+\[([^\],\n]+)")),
    ),
}
"""How the formats write them that have no parser of inline markup here, by format."""

_TAGS = {"Link": "link", "Strong": "strong", "Emphasis": "emphasis", "Image": "alt"}


@lru_cache(maxsize=4)
def stretches(document: Document) -> tuple[tuple[str, int, int], ...]:
    """Name and half-open span, in the source, of each; in order. Known for Markdown, HTML,
    reStructuredText and AsciiDoc; none in other formats."""
    if document.format_name in ("markdown", "mdx"):
        return tuple(sorted(_of_markdown(document), key=lambda one: (one[1], one[2])))
    signs, text = _SIGNS.get(document.format_name, ()), document.source.text
    return tuple(sorted(((name, *match.span(1)) for name, sign in signs for match in sign.finditer(text)), key=lambda one: one[1:]))


def _of_markdown(document: Document) -> Iterator[tuple[str, int, int]]:
    open_at: list[tuple[str, int, int]] = []
    text = document.source.text
    for name, detail, start, end in events(text, document.source.body_start):
        if name == "Start":
            tag = detail if isinstance(detail, str) else next(iter(detail))
            open_at.append((_TAGS.get(str(tag), ""), start, end))
        elif name == "End":
            kind, first, last = open_at.pop() if open_at else ("", 0, 0)
            if kind:
                yield kind, *_inside(text, kind, first, last)
        elif name == "Code":
            ticks = end - start - len(text[start:end].lstrip("`"))
            yield "code", start + ticks, end - ticks


def events(text: str, start: int) -> Iterator[tuple[str, Any, int, int]]:
    """What the parser sees in the text from `start` on: the name of each event, what it says, and its span in code points."""
    import pyromark

    body = text[start:]
    ends = None if body.isascii() else list(accumulate(len(sign.encode("utf-8", "replace")) for sign in body))
    options = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES | pyromark.Options.ENABLE_STRIKETHROUGH
    options |= pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    for event, where in pyromark.events_with_range(body.encode("utf-8", "replace").decode("utf-8"), options=options):
        name, detail = (event, None) if isinstance(event, str) else next(iter(event.items()))
        first, last = (at if ends is None else bisect_left(ends, at + 1) for at in (where["start"], where["end"]))
        yield name, detail, start + first, start + last


def _inside(text: str, kind: str, start: int, end: int) -> tuple[int, int]:
    """The span without the marks of its own kind."""
    width = {"link": 1, "strong": 2, "emphasis": 1, "alt": 2}[kind]
    if kind in ("link", "alt"):
        return start + width, _closing_bracket(text, start + width, end)
    return start + width, end - width


def _closing_bracket(text: str, start: int, end: int) -> int:
    depth = 1
    for at in range(start, end):
        depth += {"[": 1, "]": -1}.get(text[at], 0)
        if depth == 0:
            return at
    return end
