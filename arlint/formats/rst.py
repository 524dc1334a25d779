"""reStructuredText: its blocks, by their indentation. What is not certain is left alone.

Source: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html
"""

import re
from collections.abc import Sequence
from functools import partial

from ..arabic.lazy import regex
from ..document import Document, Source
from .lines import Line, add, document, hung, indented, lines
from .prose import Prose
from .rst_inline import marks, write
from .rst_tables import table

_ADORNMENT = regex(r"([!-/:-@\[-`{-~])\1*")
_BULLET = regex(r"[-*+•‣⁃](?:[ \t]+|$)")
_ENUMERATOR = regex(r"(?:\(?(?:[0-9]{1,4}|[A-Za-z#]|[ivxlcdmIVXLCDM]{2,8})\)|(?:[0-9]{1,4}|[A-Za-z#]|[ivxlcdmIVXLCDM]{2,8})\.)(?:[ \t]+|$)")
_FIELD = regex(r":(?![: ])((?:[^:\\\n]|\\.|:(?! |$))+?):(?:[ \t]+|$)")
_DIRECTIVE = regex(r"\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?([A-Za-z][\w.+-]*)[ \t]?::(?:[ \t]+|$)")
_FOOTNOTE = regex(r"\.\.[ \t]+\[(?:[0-9]+|#[\w.-]*|\*|[\w.-]+)\](?:[ \t]+|$)")
_EXPLICIT = regex(r"(?:\.\.|__)(?:[ \t]|$)")

_TEXTS = frozenset(
    "note warning tip hint important caution danger attention error seealso topic sidebar container epigraph pull-quote highlights "
    "compound figure table list-table versionadded versionchanged deprecated rst-class only admonition rubric centered caption".split()
)
"""Directives whose content is prose."""
_TITLED = {
    **dict.fromkeys("admonition topic sidebar rubric".split(), "heading"),
    **dict.fromkeys("table list-table csv-table caption".split(), "caption"),
    **dict.fromkeys("note warning tip hint important caution danger attention error centered".split(), "paragraph"),
}
"""Directives whose argument is prose, and its role."""
_CODE = frozenset("code code-block sourcecode parsed-literal".split())
_OPTIONS = {"alt": "caption", "caption": "caption"}
_FIELDS = {"title": "headline", "subtitle": "summary", "summary": "summary", "description": "summary", "abstract": "summary"}
_SHORTEST = 4  # signs of a line under a title, or between paragraphs
_DEEPEST = 60


def parse(source: Source) -> Document:
    """The document of a text in reStructuredText. Directives that are not known are left alone, and tables are never written to."""
    prose = Prose(source)
    _Blocks(prose).read(lines(source.text, source.body_start), "paragraph", 0)
    return document(source, prose, "rst", parse)


class _Blocks:
    """Reads lines as blocks, and the lines in them as blocks again."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._text = prose.text
        self._titled = False

    def read(self, held: Sequence[Line], role: str, depth: int) -> None:
        """Add what is prose in these lines. `role` is that of its paragraphs."""
        base = min((line.indent for line in held if not line.blank), default=0)
        number = 0
        while number < len(held) and depth < _DEEPEST:
            if held[number].blank:
                number += 1
            elif held[number].indent > base:
                end = indented(held, number, base)
                self.read(held[number:end], "quotation" if role == "paragraph" else role, depth + 1)
                number = end
            else:
                number = self._block(held, number, role, depth)

    def _block(self, held: Sequence[Line], number: int, role: str, depth: int) -> int:
        """Read the block that begins with a line; gives the number of the line behind it."""
        line = held[number]
        text = self._text
        below = indented(held, number + 1, line.indent)
        if _EXPLICIT.match(text, line.start, line.end):
            self._explicit(line, held[number + 1 : below], role, depth)
            return below
        item = _BULLET.match(text, line.start, line.end) or _ENUMERATOR.match(text, line.start, line.end)
        if item and not self._underlined(held, number):
            self.read(hung(line, item.end(), held[number + 1 : below]), "list-item", depth + 1)
            return below
        field = _FIELD.match(text, line.start, line.end)
        if field:
            if field.group(1).lower() in _FIELDS:
                self.read(hung(line, field.end(), held[number + 1 : below]), _FIELDS[field.group(1).lower()], depth + 1)
            return below
        for one in (self._doctest, partial(table, self._prose), self._section):
            if (end := one(held, number)) > number:
                return end
        return self._line_block(held, number, role) or self._paragraph(held, number, role, depth)

    def _paragraph(self, held: Sequence[Line], number: int, role: str, depth: int) -> int:
        base, end = held[number].indent, number + 1
        while end < len(held) and not held[end].blank and held[end].indent == base:
            end += 1
        own = list(held[number:end])
        literal = self._said(own[-1]).endswith("::")
        if literal:
            # One colon is read, unless a blank stands before both.
            spaced = self._text[own[-1].end - 3 : own[-1].end - 2].isspace() or own[-1].end - own[-1].start == 2
            own[-1] = own[-1]._replace(end=len(self._text[: own[-1].end - 2].rstrip()) if spaced else own[-1].end - 1)
            if own[-1].blank or own[-1].end < own[-1].start:
                own.pop()
        follows = end < len(held) and not held[end].blank
        if follows and len(own) == 1 and not literal:
            below = indented(held, end, base)
            add(self._prose, own, "heading" if role == "paragraph" else role, marks, write)
            self.read(held[end:below], "list-item", depth + 1)
            return below
        add(self._prose, own, role, marks, write)
        if not literal:
            return end
        first, last = end, self._literal(held, end, base)
        self._code(held[first:last])
        return last

    def _code(self, held: Sequence[Line]) -> None:
        written = [line for line in held if not line.blank]
        if written:
            self._prose.code(written[0].start, written[-1].end)

    def _literal(self, held: Sequence[Line], number: int, base: int) -> int:
        """The number of the line behind a literal block that is indented, or marked with one sign before each line."""
        while number < len(held) and held[number].blank:
            number += 1
        if number < len(held) and held[number].indent > base:
            return indented(held, number, base)
        sign = self._text[held[number].start : held[number].start + 1] if number < len(held) else ""
        if sign and not sign.isalnum():
            while number < len(held) and self._text.startswith(sign, held[number].start) and not held[number].blank:
                number += 1
        return number

    def _explicit(self, line: Line, below: Sequence[Line], role: str, depth: int) -> None:
        footnote = _FOOTNOTE.match(self._text, line.start, line.end)
        if footnote:
            self.read(hung(line, footnote.end(), below), "paragraph", depth + 1)
            return
        directive = _DIRECTIVE.match(self._text, line.start, line.end)
        if not directive:
            return
        name = directive.group(1).lower()
        above = next((number for number, one in enumerate(below) if one.blank or self._option(one)), len(below))
        options = next((number for number, one in enumerate(below) if number >= above and not self._option(one)), len(below))
        for option in below[above:options]:
            field = self._option(option)
            if field and field.group(1) in _OPTIONS:
                add(self._prose, [option._replace(start=field.end())], _OPTIONS[field.group(1)], marks, write)
        if name in _TITLED:
            add(self._prose, hung(line, directive.end(), below[:above]), _TITLED[name], marks, write)
        if name in _CODE:
            self._code(below[options:])
        if name in _TEXTS:
            self.read(below[options:], "caption" if name == "figure" else role, depth + 1)

    def _option(self, line: Line) -> "re.Match[str] | None":
        return _FIELD.match(self._text, line.start, line.end)

    def _said(self, line: Line) -> str:
        return self._text[line.start : line.end]

    def _doctest(self, held: Sequence[Line], number: int) -> int:
        if not self._said(held[number]).startswith(">>> "):
            return number
        return next((end for end in range(number, len(held)) if held[end].blank), len(held))

    def _line_block(self, held: Sequence[Line], number: int, role: str) -> int:
        """Read lines that begin with a bar; gives 0 where there are none."""
        first = number
        while number < len(held) and self._said(held[number]).startswith(("| ", "|\t")):
            line = held[number]
            after = len(self._said(line)) - len(self._said(line)[1:].lstrip())
            add(self._prose, [line._replace(start=line.start + after)], role, marks, write)
            number += 1
        return number if number > first else 0

    def _is_adornment(self, line: Line) -> bool:
        return line.end - line.start >= _SHORTEST and _ADORNMENT.fullmatch(self._text, line.start, line.end) is not None

    def _underlined(self, held: Sequence[Line], number: int) -> bool:
        """Whether the line below is the underline of this one."""
        if number + 1 >= len(held) or not self._is_adornment(held[number + 1]) or held[number + 1].indent:
            return False
        return held[number + 1].end - held[number + 1].start >= held[number].end - held[number].start

    def _section(self, held: Sequence[Line], number: int) -> int:
        """A title with a line of signs below, or above and below; or such a line alone, which parts paragraphs."""
        if self._is_adornment(held[number]):
            title, below = number + 1, number + 2
            if below < len(held) and not held[title].blank and self._said(held[below]) == self._said(held[number]):
                self._title(held[title])
                return below + 1
            return number + 1
        if self._underlined(held, number):
            self._title(held[number])
            return number + 2
        return number

    def _title(self, line: Line) -> None:
        add(self._prose, [line], "heading" if self._titled else "headline", marks, write)
        self._titled = True
