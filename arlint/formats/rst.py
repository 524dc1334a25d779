"""reStructuredText: blocks by their indentation, inline markup by the rules of docutils. What is not certain is left alone.

Source: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from ..arabic.lazy import regex
from ..arabic.letters import MARK, PLACEHOLDER
from ..document import Document, Source
from .grid import cells
from .lines import BREAK, Line, Mark, add, add_cell, document, hung, indented, lines
from .prose import Prose

_ADORNMENT = regex(r"([!-/:-@\[-`{-~])\1*")
_BULLET = regex(r"[-*+•‣⁃](?:[ \t]+|$)")
_ENUMERATOR = regex(r"(?:\(?(?:[0-9]{1,4}|[A-Za-z#]|[ivxlcdmIVXLCDM]{2,8})\)|(?:[0-9]{1,4}|[A-Za-z#]|[ivxlcdmIVXLCDM]{2,8})\.)(?:[ \t]+|$)")
_FIELD = regex(r":(?![: ])((?:[^:\\\n]|\\.|:(?! |$))+?):(?:[ \t]+|$)")
_DIRECTIVE = regex(r"\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?([A-Za-z][\w.+-]*)[ \t]?::(?:[ \t]+|$)")
_FOOTNOTE = regex(r"\.\.[ \t]+\[(?:[0-9]+|#[\w.-]*|\*|[\w.-]+)\](?:[ \t]+|$)")
_EXPLICIT = regex(r"(?:\.\.|__)(?:[ \t]|$)")
_GRID = regex(r"\+[-=+]+\+")
_SIMPLE = regex(r"=+(?:[ ]+=+)+")

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
_SHOWN = frozenset("ref doc term any numref emphasis strong title title-reference t abbr guilabel dfn lang".split())
"""Roles whose text is read; that of all others is code, mathematics, a name."""

_NOT_BEFORE = f"\\w{MARK}!#$%&)*+,.;=>?@\\]^`|}}~\\\\"
_NOT_AFTER = f"\\w{MARK}(\\[{{<#$%&*+=@^`|~"
_OPENS, _CLOSES = f"(?<![{_NOT_BEFORE}])", f"(?![{_NOT_AFTER}])"
_INLINE = regex(
    rf"(?P<escape>\\[\s\S])"
    rf"|{_OPENS}``(?=\S)(?P<literal>[\s\S]{{1,2000}}?)(?<=\S)``{_CLOSES}"
    rf"|{_OPENS}(?P<target>_?)(?P<role>:[\w.+:-]+:)?`(?=[^\s`])(?P<text>(?:[^`\\]|\\[\s\S])+?)(?<=\S)`(?P<suffix>__?(?!\w)|:[\w.+:-]+:)?{_CLOSES}"
    rf"|{_OPENS}\*\*(?=[^\s*])(?P<strong>(?:[^*\\]|\\[\s\S]|\*(?!\*))+?)(?<=\S)\*\*{_CLOSES}"
    rf"|{_OPENS}\*(?=[^\s*\"'»”’)\]}}>])(?P<emphasis>(?:[^*\\]|\\[\s\S])+?)(?<=\S)\*{_CLOSES}"
    rf"|{_OPENS}(?P<substitution>\|(?=\S)[^|\n]+(?<=\S)\|_{{0,2}}){_CLOSES}"
    rf"|(?P<footnote>\[(?:[0-9]+|#[\w.-]*|\*|[\w.-]+)\]_){_CLOSES}"
    rf"|(?<![\w{MARK}])(?P<word>[^\W_]+(?:[-._+:][^\W_]+)*)(?P<reference>__?){_CLOSES}(?!_)"
    rf"|(?P<break>{BREAK})"
)
_TARGET = regex(r"\s*<[^<>]*>\Z")
_SUBJECT_TO_ESCAPE = regex(r"[\\*`|_]")
_INNER = regex(rf"\\[\s\S]|{BREAK}")
_COLUMN = regex("=+")
_SHORTEST = 4  # signs of a line under a title, or between paragraphs
_DEEPEST = 60


def parse(source: Source) -> Document:
    """The document of a text in reStructuredText. Directives that are not known are left alone, and tables are never written to."""
    prose = Prose(source)
    _Blocks(prose).read(lines(source.text, source.body_start), "paragraph", 0)
    return document(source, prose, "rst", parse)


def write(text: str) -> str | None:
    """A text as it is written in a line."""
    return None if "\n" in text or "\r" in text else _SUBJECT_TO_ESCAPE.sub(r"\\\g<0>", text)


def marks(text: str) -> Iterator[Mark]:
    """The inline markup of a paragraph."""
    for match in _INLINE.finditer(text):
        start, end = match.span()
        shown = next((name for name in ("text", "strong", "emphasis") if match.group(name)), "")
        if match.group("escape"):
            sign = match.group()[1]
            yield Mark(start, end, "" if sign.isspace() else sign)
        elif match.group("break"):
            yield Mark(start, end, " ")
        elif match.group("word"):
            yield Mark(match.start("reference"), end)
        elif shown and _is_text(match.group("role"), match.group("suffix")):
            first, last = match.span(shown)
            target = _TARGET.search(text, first, last) if shown == "text" else None
            last = target.start() if target else last
            yield Mark(start, first)
            yield from _within(text, first, last)
            yield Mark(last, end)
        else:
            yield Mark(start, end, PLACEHOLDER)


def _is_text(role: str | None, suffix: str | None) -> bool:
    name = (role or (suffix if suffix and suffix[0] == ":" else "") or ":t:").strip(":").rpartition(":")[2]
    return name in _SHOWN


def _within(text: str, start: int, end: int) -> Iterator[Mark]:
    """What is no text in marked text: it holds no other markup."""
    for match in _INNER.finditer(text, start, end):
        sign = match.group()
        yield Mark(*match.span(), " " if sign[0] != "\\" else "" if sign[1].isspace() else sign[1])


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
        for one in (self._doctest, self._table, self._section):
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

    def _table(self, held: Sequence[Line], number: int) -> int:
        """A grid table or a simple one."""
        line = held[number]
        if _GRID.fullmatch(self._text, line.start, line.end):
            end = next((at for at in range(number, len(held)) if self._said(held[at])[:1] not in ("+", "|")), len(held))
            self._grid(held[number:end])
            return end
        if _SIMPLE.fullmatch(self._text, line.start, line.end):
            borders = [at for at in range(number, len(held)) if _SIMPLE.fullmatch(self._text, held[at].start, held[at].end)]
            end = next((at for at in borders[1:] if at + 1 == len(held) or held[at + 1].blank), borders[-1])
            self._simple(held[number : end + 1])
            return end + 1
        return number

    def _grid(self, held: Sequence[Line]) -> None:
        for top, bottom, left, right in cells([self._said(line) for line in held]) or ():
            self._cell([(line.start + left, line.start + right) for line in held[top:bottom]])

    def _simple(self, held: Sequence[Line]) -> None:
        columns = [match.start() for match in _COLUMN.finditer(self._said(held[0]))]
        base = held[0].indent
        rows: list[list[list[tuple[int, int]]]] = []
        for line in held:
            if line.blank or _SIMPLE.fullmatch(self._text, line.start, line.end) or set(self._said(line)) <= set("- "):
                continue
            edges = [min(max(line.start, line.start + base + at - line.indent), line.end) for at in columns]
            cells = list(zip(edges, [*edges[1:], line.end], strict=True))
            if rows and not self._text[cells[0][0] : cells[0][1]].strip():
                for cell, more in zip(rows[-1], cells, strict=True):
                    cell.append(more)
            else:
                rows.append([[cell] for cell in cells])
        for row in rows:
            for cell in row:
                self._cell(cell)

    def _cell(self, spans: Iterable[tuple[int, int]]) -> None:
        add_cell(self._prose, [trimmed for span in spans if (trimmed := self._trimmed(*span))], marks)

    def _trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        said = self._text[start:end]
        stripped = said.strip()
        first = start + len(said) - len(said.lstrip())
        return (first, first + len(stripped)) if stripped else None
