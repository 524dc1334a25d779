"""The elements of a document, as a selector of CSS finds them: what HTML would be made of it, with a section for each heading.

Of Markdown and HTML the tree is the one that their parsers see; of other formats the one that the roles of the blocks tell. A heading and
what follows it, up to the next of its level or a higher one, stand in a `section`; sections of lower levels nest in it.
"""

from bisect import bisect_left
from functools import lru_cache
from html.parser import HTMLParser
from itertools import accumulate
from typing import Any

from ..document import Document
from .css import selected
from .css_tree import Element
from .inline import events

_LEVELS = tuple(f"h{number}" for number in range(1, 7))
_DEEPEST = 100
"""So deep elements nest; what is deeper stands beside."""

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_CLOSED_BY = {
    "p": frozenset("p div ul ol dl table h1 h2 h3 h4 h5 h6 blockquote pre section article figure hr li td th dd dt".split()),
    "li": frozenset(("li",)), "dt": frozenset(("dt", "dd")), "dd": frozenset(("dt", "dd")),
    "tr": frozenset(("tr",)), "td": frozenset(("td", "th", "tr")), "th": frozenset(("td", "th", "tr")),
}  # fmt: skip
"""The elements that end where another begins, without an end tag."""

_TAGS = {
    "Paragraph": "p", "BlockQuote": "blockquote", "Item": "li", "CodeBlock": "pre", "Table": "table", "TableHead": "thead",
    "TableRow": "tr", "TableCell": "td", "Emphasis": "em", "Strong": "strong", "Strikethrough": "del", "Link": "a", "Image": "img",
    "FootnoteDefinition": "div",
}  # fmt: skip
"""What the events of Markdown are in HTML."""


@lru_cache(maxsize=64)
def spans(document: Document, selector: str) -> tuple[tuple[int, int], ...]:
    """The half-open spans, in the prose, of the elements that a selector means, in order; none twice."""
    found = selected(_tree(document), selector, lambda one: document.text[slice(*_prose(document, one.start, one.end))])
    return tuple(dict.fromkeys(span for one in found if (span := _prose(document, one.start, one.end))[0] < span[1]))


def _prose(document: Document, first: int, last: int) -> tuple[int, int]:
    """The stretch of prose that was made of a span of the source, without blanks around it."""
    text, span = document.text, document.sourcemap.span
    start, end = (bisect_left(range(len(text)), at, key=lambda offset: span(offset, offset + 1)[0]) for at in (first, last))
    body = text[start:end]
    return start + len(body) - len(body.lstrip()), start + len(body.rstrip())


@lru_cache(maxsize=4)
def _tree(document: Document) -> Element:
    root = Element("body", 0, len(document.source.text))
    if document.format_name in ("markdown", "mdx"):
        _of_markdown(document, root)
    elif document.format_name == "html":
        _Parser(document.source.text, root)
    else:
        _of_blocks(document, root)
    _section(root)
    return root


def _below(parent: Element, tag: str, start: int, end: int, attributes: "dict[str, str] | None" = None) -> Element:
    one = Element(tag, start, end, attributes or {}, parent)
    parent.children.append(one)
    return one


def _of_markdown(document: Document, root: Element) -> None:
    above = [root]
    for name, detail, start, end in events(document.source.text, document.source.body_start):
        if name == "Start":
            kind, said = (detail, {}) if isinstance(detail, str) else next(iter(detail.items()))
            one = _below(above[-1], _tag(str(kind), said, above[-1]), start, end)
            above.append(one if len(above) < _DEEPEST else above[-1])
        elif name == "End" and len(above) > 1:
            above.pop()


def _tag(kind: str, said: Any, parent: Element) -> str:
    if kind == "Heading":
        level = said.get("level", "") if isinstance(said, dict) else said
        return f"h{str(level).lower().lstrip('h')}"
    if kind == "List":
        return "ul" if said is None else "ol"
    if kind == "TableCell" and parent.tag == "thead":
        return "th"
    return _TAGS.get(kind, "div")


class _Parser(HTMLParser):
    """Builds the tree of a page."""

    def __init__(self, text: str, root: Element) -> None:
        super().__init__(convert_charrefs=False)
        self._lines = [0, *accumulate(len(line) for line in text.split("\n"))]
        self._lines = [at + number for number, at in enumerate(self._lines)]
        self._open = [root]
        self.feed(text)
        self.close()

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: "list[tuple[str, str | None]]") -> None:
        while tag in _CLOSED_BY.get(self._open[-1].tag, ()):
            self._open.pop().end = self._at()
        start = self._at() + len(self.get_starttag_text() or "")
        one = _below(self._open[-1], tag, start, self._open[-1].end, {name: value or "" for name, value in attrs})
        if tag in _VOID:
            one.end = start
        elif len(self._open) < _DEEPEST:
            self._open.append(one)

    def handle_startendtag(self, tag: str, attrs: "list[tuple[str, str | None]]") -> None:
        start = self._at() + len(self.get_starttag_text() or "")
        _below(self._open[-1], tag, start, start, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        if tag in (one.tag for one in self._open[1:]):
            while True:
                one = self._open.pop()
                one.end = self._at()
                if one.tag == tag:
                    return


def _of_blocks(document: Document, root: Element) -> None:
    """The tree that the roles of the blocks tell: those of one list, quotation or table that follow one another stand in one."""
    from .sections import sections

    for paragraph in document.paragraphs:
        names = sections(document, paragraph.number)
        start, end = document.sourcemap.span(paragraph.start, paragraph.end)
        level = next((name for name in sorted(names) if name in _LEVELS), "h1" if "heading" in names else "")
        holder = next((tag for name, tag in (("list", "ul"), ("blockquote", "blockquote"), ("table", "table")) if name in names), "")
        parent = root
        if holder:
            last = root.children[-1] if root.children else None
            parent = last if last is not None and last.tag == holder else _below(root, holder, start, end)
            parent.end = end
        inner = {"ul": "li", "table": "th" if "header" in names else "td"}.get(holder, "p")
        _below(parent, level or ("figcaption" if "caption" in names else inner), start, end)



def _section(parent: Element) -> None:
    """Puts each heading among the children of an element into a section, with what follows it."""
    children, parent.children = parent.children, []
    above: list[tuple[str, Element]] = []
    for one in children:
        _section(one)
        if one.tag in _LEVELS:
            while above and above[-1][0] >= one.tag:
                above.pop()
            above.append((one.tag, _below(above[-1][1] if above else parent, "section", one.start, one.end)))
        one.parent = above[-1][1] if above else parent
        one.parent.children.append(one)
        for _, holder in above:
            holder.end = one.end
