"""Stretches of the source to which markup gives a class: elements of HTML, blocks and phrases of AsciiDoc and reStructuredText."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ..arabic.lazy import regex
from ..document import Document

_ELEMENT = regex(r"<([A-Za-z][\w-]*)\b[^<>]*?\bclass(?:Name)?\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))[^<>]*>")
_ASCIIDOC = (
    ("title", regex(r"(?m)^\.(?![.\s])()(.+)$")),
    ("", regex(r"(?m)^\[(?=[^\]\n]*\]\n)[^\]\n#]*?\.([\w.-]+)[^\]\n]*\]\n((?:.+\n?)+)")),
    ("", regex(r"(?m)^\[(?=[^\]\n]*\]\n)[^\]\n]*?\brole=\"?([\w .-]+)[^\]\n]*\]\n((?:.+\n?)+)")),
    ("", regex(r"\[[^\]\n#]{0,80}?\.([\w.-]{1,80})\]#([^#\n]{1,400})#")),
)
_RST = (
    ("", regex(r"(?m)^\.\.[ \t]+container::[ \t]*(.*)\n((?:[ \t]+.*\n?|[ \t]*\n)*)")),
    ("", regex(r"(?m)^\.\.[ \t]+(?:rst-)?class::[ \t]*(.*)\n\s*\n((?:.+\n?)+)")),
    ("", regex(r":([\w.+-]+):`([^`\n]+)`")),
)
_WRITTEN = {"asciidoc": _ASCIIDOC, "rst": _RST}
"""Of each pattern the first group holds the classes, unless they are always the one named before it, and the second what has them."""


@lru_cache(maxsize=16)
def stretches(document: Document, name: str) -> tuple[tuple[int, int], ...]:
    """The half-open spans, in the source, of what has a class; in order. Known for the formats in which HTML may stand, AsciiDoc and
    reStructuredText; none in others.
    """
    text = document.source.text
    if name not in text and name != "title":
        return ()
    written = (
        match.span(2)
        for always, pattern in _WRITTEN.get(document.format_name, ())
        for match in pattern.finditer(text)
        if name in (always, *re.split(r"[\s.]+", match[1]))
    )
    return tuple(sorted((*written, *_elements(text, name))))


def _elements(text: str, name: str) -> Iterator[tuple[int, int]]:
    last = 0
    for match in _ELEMENT.finditer(text):
        named = name in (match[2] or match[3] or match[4] or "").split() and not match.group().endswith("/>")
        if named and match.start() >= last:  # else it stands in one that was found
            last = _end(text, match[1], match.end())
            yield match.end(), last


def _end(text: str, tag: str, start: int) -> int:
    """Where the element of a tag ends that began before `start`: at its own end tag, else with the text."""
    depth = 1
    for match in re.compile(rf"<(/?){re.escape(tag)}\b[^<>]*?(/?)>", re.IGNORECASE).finditer(text, start):
        depth += -1 if match[1] else 0 if match[2] else 1
        if not depth:
            return match.start()
    return len(text)
