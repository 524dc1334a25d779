"""The text of HTML, as it flows between tags: blanks that are seen as one, references, blocks of prose."""

import html
import re

from ..arabic.lazy import regex
from ..arabic.letters import PLACEHOLDER
from ..document.sourcemap import Writer
from ..records import NamedTuple
from .html_writing import write_cdata, write_text
from .prose import Prose
from .tags import STANDS_ALONE, Dialect

_SIGN = regex(
    r"&(?:#[0-9]{1,8};?|#[xX][0-9A-Fa-f]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?)?|\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|\{#[^#\n]*#\}"
)
_SHORTCODE = regex(r"\[(/?)([a-z][a-z0-9_-]*)(?:[ \t=/][^\[\]\n]*)?\]")
_BLANKS = regex(r"[\t\n\r\f][ \t\n\r\f]*| [ \t\n\r\f]+")


class Open(NamedTuple):
    """An element that is open: what the text in it is, and whether it is read."""

    name: str
    role: str
    hidden: bool = False
    foreign: bool = False

    @property
    def silent(self) -> bool:
        """Whether its content is left out."""
        return self.hidden or self.foreign


class Flow:
    """What is read of a page's text goes into its prose, by the elements that are open round it."""

    def __init__(self, prose: Prose, role: str, dialect: Dialect) -> None:
        self._prose = prose
        self._dialect = dialect
        self._text = prose.text
        self._whole = False  # a page, of which some parts are no article
        self._outside = False  # the main part has not begun, or is over
        self._linked = True  # there is nothing in the block but links
        self._stack = [Open("", role)]
        self._blocks = [0]  # which of the stack are blocks
        self._count: dict[str, int] = {}
        self._menus = 0
        self._parts: list[tuple[int, str]] = []  # of a whole page, the number and element of each block
        self._writer: Writer = write_text
        self._role = self._block = ""
        self._blank: tuple[int, int] | None = None
        self._break = False  # a <br> and nothing but blanks since
        self._stray = False  # what was read last is a sign that means itself only because of what follows it

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

    def _pop(self, name: str) -> None:
        if self._count.get(name):
            self._cut(next(index for index in range(len(self._stack) - 1, 0, -1) if self._stack[index].name == name))

    def _cut(self, index: int) -> None:
        for gone in self._stack[index:]:
            self._count[gone.name] -= 1
        del self._stack[index:]
        while self._blocks[-1] >= index:
            self._blocks.pop()
