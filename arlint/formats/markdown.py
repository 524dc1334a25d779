"""Markdown and MDX: prose with exact places, by the byte ranges that pyromark gives every event (CommonMark with tables and footnotes)."""

from bisect import bisect_right
from functools import partial

import pyromark

from ..arabic.lazy import regex
from ..document import Document, Source
from .markdown_masks import masked
from .markdown_templates import templates
from .markdown_walk import Walk
from .mdx import modules_and_tags
from .prose import Prose
from .tried import TriedMap

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_DEFINITION_LIST
    | pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | pyromark.Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
)
_SURROGATE = regex("[\ud800-\udfff]")  # half a pair is no text; the parser refuses it
_LARGEST_NEST = 20


def parse(source: Source) -> Document:
    """The document of a Markdown text. Bold, links and the like are looked through; an edit across their marks is not offered."""
    return _parse(source, "markdown")


def parse_mdx(source: Source) -> Document:
    """The document of an MDX text (https://mdxjs.com): tags are looked through; modules and expressions are no prose."""
    return _parse(source, "mdx")


def read(prose: Prose, start: int = 0, *, jsx: bool = False, depth: int = 0) -> list[int]:
    """Add the prose of the Markdown that stands in `prose.text` from `start` on; gives the places at which its outermost blocks begin."""
    masks, values = modules_and_tags(prose.text, start) if jsx else (templates(prose.text, start), [])
    walk = Walk(prose, start, masks, partial(_read_code, prose, depth) if jsx else None)
    body = masked(prose.text, start, masks) if masks else prose.text[start:]
    for event, where in pyromark.events_with_range(_SURROGATE.sub("\ufffd", body), options=_OPTIONS):
        walk.take(event, where)
    walk.close()
    for value in values:
        prose.begin()
        prose.verbatim(*value, _write_attribute)
        prose.end("caption")
    return walk.outermost


def _write_attribute(text: str) -> str | None:
    return None if any(sign in text for sign in "\"'&\n\r") else text


def _parse(source: Source, name: str) -> Document:
    prose = Prose(source)
    starts = read(prose, source.body_start, jsx=name == "mdx")
    text = source.text

    def region(start: int, end: int) -> tuple[int, int]:
        """The outermost block around a stretch, with what is unread between it and the next."""
        index = bisect_right(starts, start)
        first = starts[index - 1] if index else 0
        after = bisect_right(starts, max(start, end - 1))
        return first, starts[after] if after < len(starts) else len(text)

    return prose.document(name, tried=partial(TriedMap, text=text, region=region, parse=partial(_parse, name=name)))


def _read_code(prose: Prose, depth: int, spans: list[tuple[int, int]]) -> None:
    """MDX knows no indented code: what is indented stands in a tag."""
    if depth < _LARGEST_NEST:
        with prose.within(prose.joined(spans)):
            read(prose, jsx=True, depth=depth + 1)
