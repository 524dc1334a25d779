"""HTML: what a reader sees, with exact places. A scanner of its own, since the standard library's parser gives attributes no places."""

import html
import re
from typing import NamedTuple

from ..arabic.lazy import regex
from ..arabic.letters import PLACEHOLDER
from ..document import Document, Source
from ..document.sourcemap import Writer
from .page import MENUS, Part, around
from .prose import Prose
from .tags import FURNITURE, GAPS, HTML, META, RAW, READ_ATTRIBUTES, STANDS_ALONE, Dialect

_TAG = regex(r"<(/?)([A-Za-z][^\s/>]*)")
_PLAIN_TAG = regex(r"<(/?)([A-Za-z][^\s/>\"'=]*)(?=[\s/>])[^>\"'=]*>")
_ATTRIBUTE = regex(
    r"[\s/]*(?:(?P<close>>)|(?P<name>[^\s/>][^\s/>=]*)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"?|'(?P<single>[^']*)'?|(?P<bare>[^\s>\"'][^\s>]*)))?)"
)
_SIGN = regex(
    r"&(?:#[0-9]{1,8};?|#[xX][0-9A-Fa-f]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?)?|\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|\{#[^#\n]*#\}"
)
_SHORTCODE = regex(r"\[(/?)([a-z][a-z0-9_-]*)(?:[ \t=/][^\[\]\n]*)?\]")
_BLANKS = regex(r"[\t\n\r\f][ \t\n\r\f]*| [ \t\n\r\f]+")
_RAW_END = regex(rf"</({'|'.join(sorted(RAW))})(?=[\s/>])", re.IGNORECASE)
_PAGE = regex(r"<(?:!doctype|html|body)\b", re.IGNORECASE)
_MAIN = regex(r"<main[\s>]", re.IGNORECASE)
_UNSEEN = regex(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_ARABIC = frozenset(("", "ar", "ara", "arb", "und", "mul"))
_SAME_SCRIPT = frozenset("fa per fas prs ur urd ps pus ku kur ckb sd snd ug uig ks pnb bal".split())


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


def is_foreign(language: str, *, whole: bool = False) -> bool:
    """Whether a language tag names another language than Arabic. That of a `whole` file is often wrong, and is only believed where the
    letters do not tell: of Persian, Urdu and others in Arabic script.
    """
    name = language.strip().lower().partition("-")[0]
    return name in _SAME_SCRIPT if whole else name not in _ARABIC


def read(prose: Prose, start: int = 0, role: str = "paragraph", dialect: Dialect = HTML) -> None:
    """Add the prose of a page that stands in `prose.text` from `start` on. What no element says the role of has this one."""
    _Page(prose, role, dialect).read(start)


def write_text(text: str) -> str:
    """A text as it is written between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def write_cdata(text: str) -> str | None:
    """A text as it is written in a CDATA section: as it stands, unless it might end the section."""
    return None if "]" in text or ">" in text else text


def write_value(text: str) -> str:
    """A text as it is written in an attribute between quotes of either kind."""
    return write_text(text).replace('"', "&quot;").replace("'", "&#39;")


def write_bare_value(text: str) -> str | None:
    """A text as it is written in an attribute without quotes: a word, or not at all."""
    return None if any(character.isspace() or character in "\"'`=<>&/" for character in text) else text


_CDATA = "<![CDATA["
_XML_DECLARATIONS = (("<!--", "-->"), ("<?", "?>"), ("<", ">"))
_DECLARATIONS = (("<!-->", ""), ("<!--->", ""), ("<!--", "-->"), ("<?php", "?>"), ("<?=", "?>"), ("<", ">"))


class _Open(NamedTuple):
    """An element that is open: what the text in it is, and whether it is read."""

    name: str
    role: str
    hidden: bool = False
    foreign: bool = False

    @property
    def silent(self) -> bool:
        return self.hidden or self.foreign


_Value = tuple[int, int, Writer]
"""Where the value of an attribute stands, and how text is written there."""


class _Page:
    """Reads a page from its beginning to its end, once. Texts of attributes come last, so that they part no paragraphs.

    Of a whole page that says where its main part is, only that is read, and its headlines; of any whole page neither menus nor forms.
    """

    def __init__(self, prose: Prose, role: str, dialect: Dialect) -> None:
        self._prose = prose
        self._dialect = dialect
        self._text = prose.text
        self._whole = not dialect.xml and _PAGE.search(prose.text) is not None
        self._outside = self._whole and _MAIN.search(prose.text) is not None  # the main part has not begun, or is over
        self._linked = True  # there is nothing in the block but links
        self._stack = [_Open("", role)]
        self._blocks = [0]  # which of the stack are blocks
        self._count: dict[str, int] = {}
        self._values: list[tuple[int, int, str, Writer]] = []
        self._titles: list[str] = []
        self._menus = 0
        self._parts: list[tuple[int, str]] = []  # of a whole page, the number and element of each block
        self._writer: Writer = write_text
        self._role = self._block = ""
        self._blank: tuple[int, int] | None = None
        self._break = False  # a <br> and nothing but blanks since
        self._stray = False  # what was read last is a sign that means itself only because of what follows it

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
        for first, last, role, writer in self._values:
            self._stack, self._writer = [_Open("", role)], writer
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
        attributes: dict[str, _Value] = {}
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

    def _tag(self, slash: str, name: str, at: int, end: int, attributes: dict[str, _Value]) -> int:
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
        if name == "pre" and not self._stack[-1].silent and not self._outside:
            self._prose.code(at, end)
        around = self._stack[-1]
        self._menus += around.hidden and name == "a"
        hidden = around.hidden or name in dialect.hidden or (self._whole and self._is_furniture(name))
        foreign = around.foreign
        language = attributes.get("lang") or attributes.get("xml:lang")
        if language:
            foreign = is_foreign(self._text[language[0] : language[1]])
        opened = _Open(name, dialect.roles.get(name, around.role), hidden, foreign)
        if attributes and not opened.silent:
            self._keep_values(name, attributes)
        if name in dialect.raw:
            return self._raw(opened, end)
        if name in dialect.void or ((dialect.xml or name in ("svg", "math")) and self._text[end - 2] == "/"):
            return end
        if name in dialect.blocks:
            self._blocks.append(len(self._stack))
        elif opened.silent and not around.silent and (foreign or name in GAPS):
            self._stand(PLACEHOLDER, at, end)
        self._stack.append(opened)
        self._count[name] = self._count.get(name, 0) + 1
        return end

    def _is_furniture(self, name: str) -> bool:
        return name in FURNITURE or (name == "footer" and not (self._count.get("article") or self._count.get("main")))

    def _close_before(self, name: str) -> None:
        """Close what this element cannot stand in: `<li>` after `<li>`, a block in a paragraph."""
        closed = self._dialect.closed_by.get(name, ())
        while self._stack[self._blocks[-1]].name in closed:
            self._cut(self._blocks[-1])

    def _pop(self, name: str) -> None:
        if self._count.get(name):
            self._cut(next(index for index in range(len(self._stack) - 1, 0, -1) if self._stack[index].name == name))

    def _cut(self, index: int) -> None:
        for gone in self._stack[index:]:
            self._count[gone.name] -= 1
        del self._stack[index:]
        while self._blocks[-1] >= index:
            self._blocks.pop()

    def _raw(self, element: _Open, start: int) -> int:
        """Pass over an element without markup in it; that of `<title>` is read."""
        end = start
        while (found := _RAW_END.search(self._text, end)) and found.group(1).lower() != element.name:
            end = found.end()
        stop = found.start() if found else len(self._text)
        if element.name == "title" and not element.silent:
            self._titles.append(_plainly(self._text[start:stop]))
            self._stack.append(element)
            self._characters(start, stop)
            self._end_block()
            self._stack.pop()
        return stop

    def _keep_values(self, name: str, attributes: dict[str, _Value]) -> None:
        if name == "meta":
            self._keep_meta(attributes)
            return
        if name == "link" or self._outside or (self._whole and self._count.get("a")):
            return
        for attribute in READ_ATTRIBUTES:
            if attribute in attributes and not (self._whole and name == "a"):
                start, end, writer = attributes[attribute]
                self._values.append((start, end, "caption", writer))

    def _keep_meta(self, attributes: dict[str, _Value]) -> None:
        """Title and description, for readers of search results and social media; what repeats one of them to the letter is left out."""
        named = attributes.get("name") or attributes.get("property")
        content = attributes.get("content")
        role = META.get(self._text[named[0] : named[1]].strip().lower()) if named else None
        if role and content:
            start, end, writer = content
            value = _plainly(self._text[start:end])
            if not any(value in title for title in self._titles):
                self._titles.append(value)
                self._values.append((start, end, role, writer))

    def _line_break(self, at: int, end: int) -> None:
        if self._break:
            self._end_block()
        elif self._prose.in_block and not self._stack[-1].silent:
            self._break = True
            self._space(at, end)

    def _section(self, start: int, end: int) -> None:
        """Text in which nothing is markup."""
        if not self._stack[-1].silent:
            around, self._writer = self._writer, write_cdata
            self._stray = self._stray or self._blank is not None  # a blank at the edge is written in neither way
            self._words(start, end)
            self._stray = self._stray or self._blank is not None
            self._writer = around

    def _characters(self, start: int, end: int) -> None:
        """Text in which nothing but references to characters and the tags of templates is markup."""
        if start == end or self._stack[-1].silent or (self._outside and self._stack[-1].role != "headline"):
            return
        text = self._text
        self._linked = self._linked and (bool(self._count.get("a")) or not any(map(str.isalpha, text[start:end])))
        if self._dialect.posts:
            for code in _SHORTCODE.finditer(text, start, end):
                self._said(start, code.start())
                start = code.end()
                self._shortcode(code)
        self._said(start, end)

    def _shortcode(self, code: "re.Match[str]") -> None:
        """A picture with its caption is a block of its own; all else is a gap in the sentence, if it stands in one."""
        if code.group(2) == "caption":
            self._end_block()
            if code.group(1):
                self._pop("caption")
            else:
                self._blocks.append(len(self._stack))
                self._stack.append(self._stack[-1]._replace(name="caption", role="caption"))
                self._count["caption"] = self._count.get("caption", 0) + 1
        elif self._prose.in_block:
            self._stand(PLACEHOLDER, *code.span())

    def _said(self, start: int, end: int) -> None:
        text = self._text
        for match in _SIGN.finditer(text, start, end):
            self._words(start, match.start())
            start = match.end()
            sign = match.group()
            if sign[0] == "{":
                self._stand(PLACEHOLDER, match.start(), start)
            elif sign == "&" or (character := html.unescape(sign)) == sign:
                self._stray_sign(match.start())
                self._words(match.start() + 1, start)
            elif character.isspace() and character != "\u00a0":
                self._space(match.start(), start)
            elif character:
                self._begin()
                self._prose.sign(character, match.start(), start, self._writer)
                self._stray = sign[-1] != ";"
        self._words(start, end)

    def _words(self, start: int, end: int) -> None:
        """Text without markup, of whose blanks only one is seen."""
        for match in _BLANKS.finditer(self._text, start, end):
            self._word(start, match.start())
            self._space(*match.span())
            start = match.end()
        self._word(start, end)

    def _word(self, start: int, end: int) -> None:
        """Text with nothing but single blanks in it."""
        if start < end and self._text[start] == " ":
            self._space(start, start + 1)
            start += 1
        last = end - 1 if start < end and self._text[end - 1] == " " else end
        if start < last:
            self._begin()
            self._prose.verbatim(start, last, self._writer)
            if last < end:
                self._space(last, end)

    def _space(self, start: int, end: int) -> None:
        if self._dialect.posts and self._text.count("\n", start, end) > 1:
            self._end_block()
        self._blank = (self._blank[0] if self._blank else start), end

    def _stand(self, prose: str, start: int, end: int) -> None:
        self._begin()
        self._prose.stand_in(prose, start, end)

    def _stray_sign(self, at: int) -> None:
        """`<` or `&` that is no markup. What stands behind it cannot be edited: the two together might become markup."""
        if not self._stack[-1].silent:
            self._stand(self._text[at], at, at + 1)
            self._stray = True

    def _begin(self) -> None:
        """Be in a block, with the blank written that is due."""
        blank, self._blank = self._blank, None
        if not self._prose.in_block:
            self._role = self._stack[-1].role
            title = self._stack[-1].name == "title"
            self._block = "" if not self._whole else "title" if title else self._stack[self._blocks[-1]].name
            self._prose.begin()
        elif blank:
            start, end = blank
            if self._stray or self._text[start:end].strip(" \t\n\r\f"):
                self._prose.stand_in(" ", start, end)
            elif self._text[start:end] == " ":
                self._prose.verbatim(start, end, self._writer)
            else:
                self._prose.sign(" ", start, end, self._writer)
        self._stray = self._break = False

    def _end_block(self) -> None:
        if self._prose.in_block:
            if self._whole and self._linked and self._block not in STANDS_ALONE:
                self._prose.drop()
                self._menus += 1
            else:
                number = self._prose.count
                self._prose.end(self._role)
                if self._whole and self._prose.count > number:
                    self._parts.append((number, self._block))
        self._linked = True
        self._blank, self._break = None, False


def _plainly(text: str) -> str:
    return _UNSEEN.sub(" ", html.unescape(text)).strip()
