"""The events of a Markdown parser, followed: which block is open, in which container, and what of it is prose."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Any

from ..arabic.lazy import regex
from ..arabic.letters import PLACEHOLDER
from .markdown_masks import Mask
from .matter import read_matter
from .prose import Prose
from .tags import CODE, MARKS, holds_words

_TAG = regex(r"<(/?)([A-Za-z][\w-]*)(?:\s[^>]*?\blang\s*=\s*[\"']?([A-Za-z]+))?")
_MEANS_SOMETHING = regex(r"[\\`*_\[\]<>&|{}~$#]")
_CONTAINERS = ("Item", "BlockQuote", "FootnoteDefinition", "DefinitionListDefinition")
_HELD = {"Item": "list-item", "DefinitionListDefinition": "list-item", "BlockQuote": "quotation"}
_BLOCKS = {"Paragraph": "paragraph", "Heading": "heading", "TableCell": "table-cell", "DefinitionListTitle": "heading"}


def write(text: str) -> str | None:
    """A text as it is written in a line: its signs mean themselves."""
    return None if "\n" in text or "\r" in text else _MEANS_SOMETHING.sub(r"\\\g<0>", text)


class Walk:
    """Follows the events of the parser: which block is open, in which container, and what of it is prose."""

    def __init__(self, prose: Prose, start: int, masks: list[Mask], indented: Callable[[list[tuple[int, int]]], None] | None) -> None:
        self._prose = prose
        self._text = prose.text
        self._bytes = prose.text.encode("utf-8", "surrogatepass") if not prose.text.isascii() else b""
        self._byte = self._byte_start = len(prose.text[:start].encode("utf-8", "surrogatepass"))
        self._place = start
        self._masks = masks
        self._mask_starts = [mask.start for mask in masks]
        self._indented = indented
        self._containers: list[str] = []
        self._role = "paragraph"
        self._kind = ""  # of the block that is no prose: CodeBlock, HtmlBlock, MetadataBlock
        self._spans: list[tuple[int, int]] = []  # the lines of such a block
        self._hidden: list[str] = []  # tags within a line whose text is no prose
        self._depth = 0
        self._broken = -1  # where a line ends whose last word already has a blank behind it
        self._handlers: Mapping[str, Callable[[Any, int, int], None]] = {
            "Start": self._start, "End": self._end, "Text": self._said, "Code": self._code, "Html": self._line, "InlineHtml": self._tag,
            "SoftBreak": self._break, "HardBreak": self._break, "FootnoteReference": self._nothing,
        }  # fmt: skip
        self.outermost: list[int] = []

    def take(self, event: Any, where: Any) -> None:
        """One event of the parser, at its span of the source in bytes."""
        name, detail = (event, None) if isinstance(event, str) else next(iter(event.items()))
        handler = self._handlers.get(name)
        if handler is not None:
            handler(detail, where["start"], where["end"])

    def close(self) -> None:
        """The text ends."""
        if self._prose.in_block:
            self._prose.end(self._role)
        self._hidden.clear()

    def _at(self, byte: int) -> int:
        """The place in the text of a byte. Places that are asked for one after the other cost the least."""
        if not self._bytes:
            return byte + self._byte_start
        byte += self._byte_start
        if byte >= self._byte:
            self._place += len(self._bytes[self._byte : byte].decode("utf-8", "surrogatepass"))
        else:
            self._place -= len(self._bytes[byte : self._byte].decode("utf-8", "surrogatepass"))
        self._byte = byte
        return self._place

    def _start(self, detail: Any, start: int, end: int) -> None:
        tag, more = (detail, None) if isinstance(detail, str) else next(iter(detail.items()))
        if not self._depth:
            self.outermost.append(self._at(start))
        self._depth += 1
        if tag in ("CodeBlock", "HtmlBlock", "MetadataBlock"):
            self._kind = "Indented" if more == "Indented" else tag
            self._spans = []
        elif tag in _CONTAINERS:
            self.close()
            self._containers.append(tag)
        elif tag in _BLOCKS:
            self._open("headline" if tag == "Heading" and (more or {}).get("level") == "H1" else _BLOCKS[tag])

    def _end(self, detail: Any, start: int, end: int) -> None:
        tag = detail if isinstance(detail, str) else next(iter(detail))
        self._depth -= 1
        if tag in ("CodeBlock", "HtmlBlock", "MetadataBlock"):
            self._read_lines(self._kind)
            self._kind = ""
        elif tag in _CONTAINERS:
            self.close()
            self._containers.pop()
        elif tag in _BLOCKS:
            self.close()
        elif tag == "Image" and self._text[self._at(end) : self._at(end) + 1] in ("\n", "\r"):
            self._stand_in(PLACEHOLDER, end - 1, end)  # what stands in the line below goes on from no word of the picture

    def _read_lines(self, kind: str) -> None:
        """The block that is no Markdown ends here: what is prose in it is read as what it is."""
        if not self._spans:
            return
        self.close()
        if kind == "CodeBlock" or (kind == "Indented" and not self._indented):
            self._prose.code(self._spans[0][0], self._spans[-1][1])
        elif kind == "Indented" and self._indented:
            self._indented(self._spans)
        elif kind == "HtmlBlock":
            from . import html

            with self._prose.within(self._prose.joined(self._spans)):
                html.read(self._prose, role=self._within("paragraph"))
        elif kind == "MetadataBlock":
            read_matter(self._prose, self._spans[0][0], self._spans[-1][1])

    def _open(self, role: str) -> None:
        self.close()
        self._role = self._within(role)
        self._prose.begin()

    def _within(self, role: str) -> str:
        """The role of a paragraph in the containers that are open."""
        if role != "paragraph":
            return role
        return next((_HELD[name] for name in ("Item", "DefinitionListDefinition", "BlockQuote") if name in self._containers), role)

    def _line(self, detail: Any, start: int, end: int) -> None:
        self._spans.append((self._at(start), self._at(end)))

    def _said(self, written: str, start: int, end: int) -> None:
        if self._kind:
            self._line(None, start, end)
            return
        if self._hidden:
            return
        if not self._prose.in_block:
            # Items of a tight list hold their text without a paragraph.
            self._open("paragraph")
        first, last = self._at(start), self._at(end)
        if self._masks:
            first = self._past_masks(first, last)
            if first >= last:
                return
        if self._masks or self._text[first:last] == written:
            self._prose.verbatim(first, last, write)
        else:
            self._prose.sign(written, first, last, write)

    def _past_masks(self, first: int, last: int) -> int:
        """Add what stands before the last mask in a stretch, and what masks say; gives where the last one ends."""
        index = max(0, bisect_right(self._mask_starts, first) - 1)
        for mask in self._masks[index:]:
            if mask.start >= last:
                break
            if mask.end > first:
                if mask.start > first:
                    self._prose.verbatim(first, mask.start, write)
                if mask.said:
                    self._prose.stand_in(mask.said, max(first, mask.start), min(last, mask.end))
                first = mask.end
        return first

    def _stand_in(self, prose: str, start: int, end: int) -> None:
        if not self._hidden and self._prose.in_block:
            self._prose.stand_in(prose, self._at(start), self._at(end))

    def _code(self, detail: Any, start: int, end: int) -> None:
        if not self._kind:
            if not self._prose.in_block:
                self._open("paragraph")
            self._stand_in(PLACEHOLDER, start, end)

    def _nothing(self, detail: Any, start: int, end: int) -> None:
        """What leaves no trace in the sentence: the number of a footnote."""

    def _tag(self, detail: str, start: int, end: int) -> None:
        if detail.startswith("<!--"):
            self._stand_in(PLACEHOLDER, start, end)
            return
        tag = _TAG.match(detail)
        if tag is None:
            return
        closes, name, language = tag.group(1), tag.group(2).lower(), (tag.group(3) or "ar").lower()
        if closes:
            if self._hidden and self._hidden[-1] == name:
                self._hidden.pop()
        elif name == "br":
            self._line_break(start, end)
        elif not detail.endswith("/>") and (name in CODE or language != "ar" or self._is_mark(name, end)):
            self._stand_in(PLACEHOLDER, start, end)
            self._hidden.append(name)

    def _is_mark(self, name: str, end: int) -> bool:
        return name in MARKS and not holds_words(self._text, self._at(end))

    def _line_break(self, start: int, end: int) -> None:
        """A `<br>` is one blank with those around it."""
        first, last = self._at(start), self._at(end)
        before, after = self._text[first - 1 : first].isspace(), self._text[last : last + 1].isspace()
        if not before and not after:
            self._stand_in(" ", start, end)
        self._broken = last if before and after else -1

    def _break(self, detail: Any, start: int, end: int) -> None:
        if self._at(start) != self._broken:
            self._stand_in(" ", start, end)
