"""Markdown: prose with exact places, by the byte ranges that pyromark gives every event (CommonMark with tables and footnotes)."""

import re
from collections.abc import Callable

import pyromark

from ..arabic.lazy import regex
from ..arabic.letters import PLACEHOLDER
from ..document import Document, Source
from .prose import Prose

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | pyromark.Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
)
_MATTER = regex(
    r"^(?P<key>title|headline|عنوان|العنوان|description|summary|ملخص|الملخص)[ \t]*[:=][ \t]*"
    r"(?:\"(?P<double>(?:[^\"\\\n]|\\.)*)\"|'(?P<single>(?:[^'\n]|'')*)'|(?P<bare>[^\s#|>&*!\"'][^\n#]*?))[ \t\r]*(?:#.*)?$",
    re.MULTILINE,
)
_HEADLINE_KEYS = frozenset(("title", "headline", "عنوان", "العنوان"))
_BREAK = regex(r"<br\b", re.IGNORECASE)
_SURROGATE = regex("[\ud800-\udfff]")  # half a pair is no text; the parser refuses it
_ESCAPE = regex(r"\\[\"\\]|''")


def parse(source: Source) -> Document:
    """The document of a Markdown text. Bold, links and the like are looked through; an edit across their marks is not offered."""
    prose = Prose(source)
    read(prose, source.body_start)
    return prose.document("markdown")


def read(prose: Prose, start: int = 0) -> None:
    """Add the prose of the Markdown that stands in `prose.text` from `start` on."""
    body = prose.text[start:]
    offset = _offsets(body, start)
    walk = _Walk(prose, prose.text)
    for event, where in pyromark.events_with_range(_SURROGATE.sub("\ufffd", body), options=_OPTIONS):
        name, detail = (event, None) if isinstance(event, str) else next(iter(event.items()))
        walk.take(name, detail, offset(where["start"]), offset(where["end"]))


def _offsets(body: str, start: int) -> Callable[[int], int]:
    """A function from byte offsets of the UTF-8 text to code points of the source."""
    if body.isascii():
        return lambda at: at + start
    table = [start] * (len(body.encode("utf-8", "surrogatepass")) + 1)
    at = 0
    for index, character in enumerate(body, start):
        code = ord(character)
        width = 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4
        table[at : at + width] = [index] * width
        at += width
    table[at] = start + len(body)
    return table.__getitem__


class _Walk:
    """Follows the events of the parser: which block is open, in which container, and what of it is prose."""

    def __init__(self, prose: Prose, text: str) -> None:
        self._prose = prose
        self._source = text
        self._containers: list[str] = []
        self._silent = 0  # depth of what is no prose: code blocks, HTML blocks
        self._matter = False

        self._role = "paragraph"

    def take(self, name: str, detail: object, start: int, end: int) -> None:
        """One event of the parser, at its span of the source."""
        handler = getattr(self, f"_{name.lower()}", None)
        if handler is not None:
            handler(detail, start, end)

    def _start(self, detail: object, start: int, end: int) -> None:
        tag, more = (detail, None) if isinstance(detail, str) else next(iter(dict(detail).items()))  # type: ignore[call-overload]
        if tag in ("CodeBlock", "HtmlBlock"):
            self._silent += 1
        elif tag == "MetadataBlock":
            self._matter = True
        elif tag in ("Item", "BlockQuote", "FootnoteDefinition"):
            self._close()
            self._containers.append(str(tag))
        elif tag in ("Paragraph", "Heading", "TableCell"):
            self._open("headline" if tag == "Heading" and isinstance(more, dict) and more.get("level") == "H1" else _ROLES[str(tag)])

    def _end(self, detail: object, start: int, end: int) -> None:
        tag = detail if isinstance(detail, str) else next(iter(dict(detail)))  # type: ignore[call-overload]
        if tag in ("CodeBlock", "HtmlBlock"):
            self._silent -= 1
        elif tag == "MetadataBlock":
            self._matter = False
        elif tag in ("Item", "BlockQuote", "FootnoteDefinition"):
            self._close()
            self._containers.pop()
        elif tag in ("Paragraph", "Heading", "TableCell"):
            self._close()

    def _open(self, role: str) -> None:
        self._close()
        if role == "paragraph" and "Item" in self._containers:
            role = "list-item"
        elif role == "paragraph" and "BlockQuote" in self._containers:
            role = "quotation"
        self._role = role
        self._prose.begin()

    def _close(self) -> None:
        if self._prose.in_block:
            self._prose.end(self._role)

    def _text_run(self, written: str, start: int, end: int) -> None:
        if self._source[start:end] == written:
            self._prose.verbatim(start, end)
        else:
            self._prose.stand_in(written, start, end)

    def _text(self, detail: object, start: int, end: int) -> None:
        if self._matter:
            _front_matter(self._prose, self._source, start, end)
            return
        if self._silent:
            return
        if not self._prose.in_block:
            # Items of a tight list hold their text without a paragraph.
            self._open("paragraph")
        self._text_run(str(detail), start, end)

    def _stand_in(self, prose: str, start: int, end: int) -> None:
        if not self._silent and self._prose.in_block:
            self._prose.stand_in(prose, start, end)

    def _code(self, detail: object, start: int, end: int) -> None:
        self._stand_in(PLACEHOLDER, start, end)

    def _inlinehtml(self, detail: object, start: int, end: int) -> None:
        tag = str(detail)
        if tag.startswith("<!--"):
            self._stand_in(PLACEHOLDER, start, end)
        elif _BREAK.match(tag):
            self._stand_in(" ", start, end)

    def _softbreak(self, detail: object, start: int, end: int) -> None:
        self._stand_in(" ", start, end)

    _hardbreak = _softbreak


_ROLES = {"Paragraph": "paragraph", "Heading": "heading", "TableCell": "table-cell"}


def _front_matter(prose: Prose, text: str, start: int, end: int) -> None:
    """Title and description of YAML or TOML front matter: scalars on one line; block scalars are left alone."""
    for match in _MATTER.finditer(text, start, end):
        group = next(name for name in ("double", "single", "bare") if match.group(name) is not None)
        value = match.group(group)
        if not value.strip():
            continue
        prose.begin()
        at = match.start(group)
        for escape in _ESCAPE.finditer(value) if group != "bare" else ():
            prose.verbatim(at, match.start(group) + escape.start())
            prose.stand_in(escape.group()[-1], match.start(group) + escape.start(), match.start(group) + escape.end())
            at = match.start(group) + escape.end()
        prose.verbatim(at, match.end(group))
        prose.end("headline" if match.group("key") in _HEADLINE_KEYS else "summary")
