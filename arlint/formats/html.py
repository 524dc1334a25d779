"""HTML: what a reader sees, with exact places. A scanner of its own, since the standard library's parser gives attributes no places."""

import re

from ..arabic.lazy import regex
from ..arabic.letters import PLACEHOLDER
from ..document import Document, Source
from .html_flow import Flow, Open
from .html_values import Attributes, Values
from .html_writing import write_bare_value, write_value
from .language import is_foreign
from .page import MENUS, Part, around
from .prose import Prose
from .tags import FURNITURE, GAPS, HTML, MARKS, RAW, Dialect, holds_words

_TAG = regex(r"<(/?)([A-Za-z][^\s/>]*)")
_PLAIN_TAG = regex(r"<(/?)([A-Za-z][^\s/>\"'=]*)(?=[\s/>])[^>\"'=]*>")
_ATTRIBUTE = regex(
    r"[\s/]*(?:(?P<close>>)|(?P<name>[^\s/>][^\s/>=]*)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"?|'(?P<single>[^']*)'?|(?P<bare>[^\s>\"'][^\s>]*)))?)"
)
_RAW_END = regex(rf"</({'|'.join(sorted(RAW))})(?=[\s/>])", re.IGNORECASE)
_PAGE = regex(r"<(?:!doctype|html|body)\b", re.IGNORECASE)
_MAIN = regex(r"<main[\s>]", re.IGNORECASE)


def parse(source: Source) -> Document:
    """The document of a page or a fragment. Broken markup is read as browsers read it; nothing raises."""
    prose = Prose(source)
    if OWN not in source.text[:_HEAD]:
        read(prose, source.body_start)
    return prose.document("html")


OWN = '<meta name="generator" content="arlint">'
"""What stands in the head of arlint's own reports: they quote the faults of articles, and are none."""
_HEAD = 500


def looks_like_html(text: str) -> bool:
    """Whether a text of unknown kind is marked up as HTML."""
    return _KNOWN_TAG.search(text) is not None


_KNOWN_TAG = regex(
    r"</(?:p|div|h[1-6]|li|ul|ol|a|b|i|u|em|strong|small|sup|sub|span|font|center|blockquote|table|td|figure|section|article)>"
    r"|<(?:p|br)[ \t]*/?>"
)


def read(prose: Prose, start: int = 0, role: str = "paragraph", dialect: Dialect = HTML) -> None:
    """Add the prose of a page that stands in `prose.text` from `start` on. What no element says the role of has this one."""
    _Page(prose, role, dialect).read(start)


_CDATA = "<![CDATA["
_XML_DECLARATIONS = (("<!--", "-->"), ("<?", "?>"), ("<", ">"))
_DECLARATIONS = (("<!-->", ""), ("<!--->", ""), ("<!--", "-->"), ("<?php", "?>"), ("<?=", "?>"), ("<", ">"))


class _Page(Flow):
    """Reads a page from its beginning to its end, once. Texts of attributes come last, so that they part no paragraphs.

    Of a whole page that says where its main part is, only that is read, and its headlines; of any whole page neither menus nor forms.
    """

    def __init__(self, prose: Prose, role: str, dialect: Dialect) -> None:
        super().__init__(prose, role, dialect)
        self._whole = not dialect.xml and _PAGE.search(prose.text) is not None
        self._outside = self._whole and _MAIN.search(prose.text) is not None
        self._values = Values(prose.text)

    def read(self, start: int) -> None:
        """Add all there is."""
        text = self._text
        while (at := text.find("<", start)) >= 0:
            self._characters(start, at)
            start = self._markup(at)
        self._characters(start, len(text))
        self._end_block()
        if self._menus >= MENUS:
            self._prose.leave_out(around([Part(number, element, self._prose.said(number)) for number, element in self._parts]))
        self._whole = self._outside = False
        for first, last, role, writer in self._values.kept:
            self._stack, self._writer = [Open("", role)], writer
            self._characters(first, last)
            self._end_block()

    def _markup(self, at: int) -> int:
        """Read what begins with `<`; returns where it ends."""
        text = self._text
        plain = _PLAIN_TAG.match(text, at)
        if plain:
            return self._tag(plain.group(1), self._name(plain.group(2)), at, plain.end(), {})
        following = text[at + 1 : at + 2]
        if following in ("!", "?") or (following == "/" and not text[at + 2 : at + 3].isalpha()):
            return self._declaration(at)
        tag = _TAG.match(text, at)
        if tag is None:
            self._stray_sign(at)
            return at + 1
        attributes: Attributes = {}
        end = tag.end()
        while found := _ATTRIBUTE.match(text, end):
            end = found.end()
            kind = found.lastgroup
            if kind == "close":
                return self._tag(tag.group(1), self._name(tag.group(2)), at, end, attributes)
            if kind in ("double", "single", "bare"):
                writer = write_bare_value if kind == "bare" else write_value
                attributes.setdefault(found.group("name").lower(), (*found.span(kind), writer))
        return len(text)  # a tag that the file ends in

    def _name(self, tag: str) -> str:
        name = tag.lower()
        return name.rpartition(":")[2] if self._dialect.xml else name

    def _declaration(self, at: int) -> int:
        """Skip a comment, a doctype, a CDATA mark or PHP. In XML a CDATA section is read, and every instruction ends as PHP does."""
        text = self._text
        if self._dialect.xml and text.startswith(_CDATA, at):
            end = text.find("]]>", at)
            self._section(at + len(_CDATA), len(text) if end < 0 else end)
            return len(text) if end < 0 else end + 3
        for opening, closing in _XML_DECLARATIONS if self._dialect.xml else _DECLARATIONS:
            if text.startswith(opening, at):
                end = text.find(closing, at + len(opening))
                return len(text) if end < 0 else end + len(closing)
        return at + 1

    def _tag(self, slash: str, name: str, at: int, end: int, attributes: Attributes) -> int:
        dialect = self._dialect
        if name == "br":
            if not (slash and dialect.xml):
                self._line_break(at, end)
        elif name in dialect.blocks:
            self._end_block()
        if slash:
            self._pop(name)
            self._outside = self._outside or (name == "main" and self._whole)
            return end
        if name == "main":
            self._outside = False
        self._close_before(name)
        around, opened = self._stack[-1], self._opened(name, end, attributes)
        if name == "pre" and not around.silent and not self._outside:
            self._prose.code(at, end)
        self._menus += around.hidden and name == "a"
        if attributes and not opened.silent:
            self._keep_values(name, attributes)
        if name in dialect.raw:
            return self._raw(opened, end)
        if name in dialect.void or ((dialect.xml or name in ("svg", "math")) and self._text[end - 2] == "/"):
            return end
        if name in dialect.blocks:
            self._blocks.append(len(self._stack))
        elif opened.silent and not around.silent and (opened.foreign or name in GAPS):
            self._stand(PLACEHOLDER, at, end)
        self._stack.append(opened)
        self._count[name] = self._count.get(name, 0) + 1
        return end

    def _opened(self, name: str, end: int, attributes: Attributes) -> Open:
        """The element whose start tag ends there, within the innermost one that is open."""
        around, dialect = self._stack[-1], self._dialect
        hidden = around.hidden or (self._whole and self._is_furniture(name))
        hidden = hidden or (name in dialect.hidden and not (name in MARKS and holds_words(self._text, end)))
        language = attributes.get("lang") or attributes.get("xml:lang")
        foreign = is_foreign(self._text[language[0] : language[1]]) if language else around.foreign
        return Open(name, dialect.roles.get(name, around.role), hidden, foreign)

    def _is_furniture(self, name: str) -> bool:
        return name in FURNITURE or (name == "footer" and not (self._count.get("article") or self._count.get("main")))

    def _close_before(self, name: str) -> None:
        """Close what this element cannot stand in: `<li>` after `<li>`, a block in a paragraph."""
        closed = self._dialect.closed_by.get(name, ())
        while self._stack[self._blocks[-1]].name in closed:
            self._cut(self._blocks[-1])

    def _raw(self, element: Open, start: int) -> int:
        """Pass over an element without markup in it; that of `<title>` is read."""
        end = start
        while (found := _RAW_END.search(self._text, end)) and found.group(1).lower() != element.name:
            end = found.end()
        stop = found.start() if found else len(self._text)
        if element.name == "title" and not element.silent:
            self._values.keep_title(start, stop)
            self._stack.append(element)
            self._characters(start, stop)
            self._end_block()
            self._stack.pop()
        return stop

    def _keep_values(self, name: str, attributes: Attributes) -> None:
        if name == "meta":
            self._values.keep_meta(attributes)
        elif name != "link" and not self._outside and not (self._whole and (name == "a" or self._count.get("a"))):
            self._values.keep(attributes)

    def _line_break(self, at: int, end: int) -> None:
        if self._break:
            self._end_block()
        elif self._prose.in_block and not self._stack[-1].silent:
            self._break = True
            self._space(at, end)
