"""AsciiDoc: its blocks, by the lines that delimit them. What is not certain is left alone.

Source: https://docs.asciidoctor.org/asciidoc/latest/
"""

from collections.abc import Sequence

from ..arabic.lazy import regex
from ..document import Document, Source
from .asciidoc_inline import marks, write
from .asciidoc_tables import add_row
from .lines import Line, add, document, lines
from .prose import Prose

_SECTION = regex(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
_ATTRIBUTE = regex(r":!?([\w-]+)!?:(?:[ \t]+|$)")
_STYLE = regex(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]")
_TITLE = regex(r"\.(?=[^\s.])")
_MACRO = regex(r"(?:image|video|audio)::[^\s\[\]]*\[([^\]]*)\]")
_NO_PROSE = regex(
    r"//(?!/)|(?:include|toc|ifdef|ifndef|ifeval|endif)::|'{3,}$|<{3,}$|\+$|\[\[[^\]]*\]\]$|(?:video|audio|image)::|-{3}$|\*{3}$"
)
_ITEM = regex(r"(?:[*•-]|\*{2,5}|\.{1,5}|[0-9]{1,4}\.|[A-Za-z]\.|<(?:[0-9]+|\.)>)[ \t]+(?:\[[ *x]\][ \t]+)?(?=\S)")
_TERM = regex(r"(?P<term>\S(?:[^\n]*?\S)?)(?P<sign>:{2,4}|;;)(?:[ \t]+|$)")
_ADMONITION = regex(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
_DELIMITER = regex(r"(?:-{4,}|\.{4,}|\+{4,}|/{4,}|={4,}|\*{4,}|_{4,}|--|`{3,}[\w-]*|[|,:!]={3,})")
_HIDDEN_STYLES = ("source", "listing", "literal", "stem", "pass", "latexmath", "asciimath", "comment", "mermaid", "plantuml", "ditaa")
_SUMMARY = frozenset(("description", "summary", "abstract"))
_HEAD_LINES = 2  # of author and revision


def parse(source: Source) -> Document:
    """The document of a text in AsciiDoc. Tables and what stands in attributes is never written to."""
    prose = Prose(source)
    _Blocks(prose, lines(source.text, source.body_start)).read()
    return document(source, prose, "asciidoc", parse)


class _Blocks:
    """Reads lines as blocks."""

    def __init__(self, prose: Prose, held: Sequence[Line]) -> None:
        self._prose = prose
        self._text = prose.text
        self._lines = held
        self._open: list[tuple[str, str]] = []  # delimiters of blocks that hold prose, and its role
        self._style = ""
        self._item = False  # in a list
        self._titled = False

    def read(self) -> None:
        """Add all there is."""
        number = 0
        while number < len(self._lines):
            if self._lines[number].blank:
                number += 1
                self._item = self._item and number < len(self._lines) and self._goes_on(self._said(number))
                continue
            number = self._block(number)

    def _goes_on(self, said: str) -> bool:
        """Whether a list goes on with what stands behind a blank line."""
        return said in ("", "+") or _ITEM.match(said) is not None or _TERM.match(said) is not None

    @property
    def _role(self) -> str:
        return next((role for _, role in reversed(self._open) if role), "list-item" if self._item else "paragraph")

    def _block(self, number: int) -> int:
        line, said = self._lines[number], self._said(number)
        style, self._style = self._style, ""
        delimiter = _DELIMITER.fullmatch(said)
        if delimiter:
            return self._delimited(number, said, style)
        if line.indent and not self._item:
            return self._paragraph_end(number)  # a literal paragraph
        if style.startswith(_HIDDEN_STYLES):
            return self._paragraph_end(number)
        for one in (self._line, self._header, self._heading, self._attribute, self._named):
            if (end := one(number, said)) > number:
                self._style = self._style or (style if one == self._named else "")
                return end
        return self._paragraph(number, said, style)

    def _line(self, number: int, said: str) -> int:
        """A line that is no prose, but perhaps the text of a picture."""
        if not _NO_PROSE.match(said):
            return number
        macro = _MACRO.fullmatch(said)
        if macro and macro.group(1).strip():
            alt = macro.group(1).partition(",")[0]
            if "=" not in alt:
                line = self._lines[number]._replace(start=self._lines[number].start + macro.start(1))
                add(self._prose, [line._replace(end=line.start + len(alt.rstrip()))], "caption", marks, write)
        return number + 1

    def _header(self, number: int, said: str) -> int:
        """The title of the document, and the lines of its author and revision."""
        if self._titled or not said.startswith(("= ", "# ")):
            return number
        self._titled = True
        self._add(number, number + 1, 2, "headline")
        end = number + 1
        while end < len(self._lines) and end <= number + _HEAD_LINES and not self._lines[end].blank:
            if self._said(end).startswith((":", "//", "[", "=")):
                break
            end += 1
        return end

    def _attribute(self, number: int, said: str) -> int:
        attribute = _ATTRIBUTE.match(said)
        if attribute and attribute.group(1) in _SUMMARY:
            self._add(number, number + 1, attribute.end(), "summary")
        return number + 1 if attribute else number

    def _named(self, number: int, said: str) -> int:
        """What stands above a block: its style, or its title."""
        if _STYLE.fullmatch(said):
            self._style = said[1:-1].strip().lower()
            return number + 1
        if _TITLE.match(said):
            self._add(number, number + 1, 1, "caption")
            return number + 1
        return number

    def _heading(self, number: int, said: str) -> int:
        section = _SECTION.match(said)
        if not section:
            return number
        self._titled, self._item = True, False
        line = self._lines[number]
        closing = f" {section.group(1)}"
        end = line.end - len(closing) if said.endswith(closing) else line.end
        add(self._prose, [line._replace(start=line.start + section.end(), end=end)], "heading", marks, write)
        return number + 1

    def _delimited(self, number: int, said: str, style: str) -> int:
        self._item = False
        if said.startswith("|="):
            return self._table(number, said)
        is_open = any(mark == said for mark, _ in self._open)
        if is_open:
            while self._open.pop()[0] != said:
                pass
            return number + 1
        if said[0] in "=*_" or said == "--":
            if style.startswith(_HIDDEN_STYLES) or (said[0] == "_" and style.startswith("stem")):
                return self._closing(number, said)
            self._open.append((said, "quotation" if said[0] == "_" or style.startswith(("quote", "verse")) else ""))
            return number + 1
        end = self._closing(number, "```" if said[0] == "`" else said)
        if said[0] in "-.`" and end - 2 > number:
            self._prose.code(self._lines[number + 1].start, self._lines[end - 2].end)
        return end

    def _closing(self, number: int, said: str) -> int:
        """The number of the line behind the one that closes a block without prose."""
        return next((at + 1 for at in range(number + 1, len(self._lines)) if self._said(at) == said), len(self._lines))

    def _table(self, number: int, said: str) -> int:
        end = self._closing(number, said)
        for line in self._lines[number + 1 : end - 1]:
            add_row(self._prose, line)
        return end

    def _paragraph(self, number: int, said: str, style: str) -> int:
        end = self._paragraph_end(number)
        item, term, admonition = _ITEM.match(said), _TERM.match(said), _ADMONITION.match(said)
        if item:
            self._item = True
            self._add(number, end, item.end(), "list-item")
        elif term and not term.group("term").endswith(":"):
            self._item = True
            line = self._lines[number]
            add(self._prose, [line._replace(end=line.start + term.end("term"))], "heading", marks, write)
            if term.end() < len(said) or end > number + 1:
                self._add(number, end, term.end(), "list-item")
        else:
            role = "quotation" if style.startswith(("quote", "verse")) else self._role
            self._add(number, end, admonition.end() if admonition else 0, role)
        return end

    def _paragraph_end(self, number: int) -> int:
        """The number of the line behind a paragraph: at a blank line, or where something else begins."""
        end = number + 1
        while end < len(self._lines) and not self._lines[end].blank:
            said = self._said(end)
            if _DELIMITER.fullmatch(said) or said == "+" or said.startswith("//") or _STYLE.fullmatch(said):
                break
            if self._item_begins(number, said):
                break
            end += 1
        return end

    def _item_begins(self, number: int, said: str) -> bool:
        first = self._said(number)
        in_list = self._item or _ITEM.match(first) or _TERM.match(first)
        return bool(in_list and (_ITEM.match(said) or _TERM.match(said)))

    def _add(self, number: int, end: int, after: int, role: str) -> None:
        """Add lines as one block, what stands in the first one before its sign number `after` left out."""
        first = self._lines[number]
        held = [first._replace(start=first.start + after), *self._lines[number + 1 : end]]
        if held[0].start >= first.end:
            held = held[1:]
        add(self._prose, held, role, marks, write)

    def _said(self, number: int) -> str:
        line = self._lines[number]
        return self._text[line.start : line.end]
