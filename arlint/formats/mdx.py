"""What is no prose in Markdown though Markdown does not know it: JSX, expressions and modules of MDX, tags of templates.

It is masked before the text is parsed: with blanks where it takes up whole lines, else with signs that are no markup. Masks are as long
as what they hide, in bytes, so that all places stay right.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from ..arabic.lazy import regex
from ..records import NamedTuple

FILLER = "\x01"
"""Stands for what is hidden within a line: to a parser of Markdown it is a letter."""

Said = Literal["", " ", "\ufffc"]


class Mask(NamedTuple):
    """A stretch that is hidden (half-open), and what it says in the prose: nothing, a blank, or that something stands there."""

    start: int
    end: int
    said: Said


class Value(NamedTuple):
    """Where the text of an attribute stands, between its quotes."""

    start: int
    end: int


_TEMPLATE = regex(
    r"\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|\{#[^#\n{}]{0,500}#\}|^[ \t]*:{3,}[ \t]*[\w-]*"
    r"|^[ \t]*\$\$(?:(?!\n[ \t]*\r?\n)[^$]){1,2000}\$\$[ \t]*\r?$",
    re.MULTILINE,
)
_MARKS = ("{{", "{%", "{#", "{/*", ":::", "$$")
_CODE_OPENS = regex(r"\{(?:%-?|\{[<%])[ \t]*(highlight|codeblock|code|comment|mermaid|math|katex)\b[^{}\n]*\}\}?")

_FENCE = regex(r"[ \t>]*(`{3,}(?=[^`\n]*$)|~{3,})", re.MULTILINE)
_MODULE = regex(r"(?:import|export)\b(?=[ \t{*\"'])")
_TOKEN = regex(r"\\[^\n]|`+|<!--|</?(?=[A-Za-z>])|\{")
# A comment that nothing closes takes all that is left: were it passed over, the next one would be looked for to the end again.
_IN_EXPRESSION = regex(r"[{}]|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|/\*(?:[^*]|\*(?!/))*(?:\*/|\Z)|//[^\n]*")
_IN_TAG = regex(r"[ \t\r\n/]*(?:(>)|(\{)|([A-Za-z_][\w.:-]*)(?:[ \t\r\n]*=[ \t\r\n]*(?:\"([^\"]*)\"|'([^']*)'|(?=\{)))?)")
_MATTER = regex(r"(---|\+\+\+)[ \t]*\r?\n[\s\S]*?\n\1[ \t]*\r?(?:\n|\Z)")
_NAME = regex(r"[A-Za-z][\w.:-]*")
_READ = frozenset(("alt", "title", "aria-label", "placeholder", "label", "summary", "caption", "description"))
_SPACE = regex(r"\{[ \t\r\n]*([\"'`])[ \t]+\1[ \t\r\n]*\}")
_FAILURES = 50
"""So many braces and tags without an end are looked into; after that they are text."""


def templates(text: str, start: int) -> list[Mask]:
    """What generators of sites put into Markdown: `{{ }}`, `{% %}`, `{# #}`, `{/* */}`, the colons of an admonition, formulas in `$$`.

    Between `{% highlight c %}` and `{% endhighlight %}`, `{{< highlight c >}}` and `{{< /highlight >}}` is code, blank lines and all.
    """
    if not any(mark in text for mark in _MARKS):
        return []
    found = [Mask(*match.span(), "\ufffc" if "{" in match.group() else "") for match in _TEMPLATE.finditer(text, start)]
    masks: list[Mask] = []
    for mask in sorted((*found, *_comments(text, start), *_code(text, start)), key=lambda mask: (mask.start, -mask.end)):
        if not masks or mask.start >= masks[-1].end:
            masks.append(mask)
    return masks


def _code(text: str, start: int) -> Iterator[Mask]:
    unclosed: set[str] = set()
    for opening in _CODE_OPENS.finditer(text, start):
        name = opening.group(1)
        if opening.start() < start or name in unclosed:
            continue
        closing = re.compile(rf"\{{(?:%-?[ \t]*end|\{{[<%][ \t]*/[ \t]*){name}\b[^{{}}\n]*\}}\}}?").search(text, opening.end())
        if closing is None:
            unclosed.add(name)
        else:
            start = closing.end()
            yield Mask(opening.start(), start, "\ufffc")


def _comments(text: str, start: int) -> Iterator[Mask]:
    while (start := text.find("{/*", start)) >= 0 and (end := text.find("*/}", start)) >= 0:
        yield Mask(start, end + 3, "\ufffc")
        start = end + 3


def modules_and_tags(text: str, start: int) -> tuple[list[Mask], list[Value]]:
    """The masks of an MDX text, in order, and the texts of attributes in it."""
    scan = _Scan(text)
    return list(scan.masks(start)), scan.values


def masked(text: str, start: int, masks: Iterable[Mask]) -> str:
    """The text from `start` on with these stretches hidden: blanks where nothing else stands in their lines, else fillers."""
    parts: list[str] = []
    at = start
    for mask in masks:
        if mask.start >= at:
            hidden = text[mask.start : mask.end]
            parts += (text[at : mask.start], "".join(_BREAK if sign == "\n" else FILLER * _width(sign) for sign in hidden))
            at = mask.end
    joined = "".join((*parts, text[at:]))
    return _ALONE.sub(lambda line: line.group().replace(FILLER, " ").replace(_BREAK, "\n"), joined).replace(_BREAK, FILLER)


_BREAK = "\x02"
"""Stands for a line end that is hidden, until it is known whether anything else stands in its lines."""
_ALONE = regex(rf"^[ \t\r{_BREAK}]*{FILLER}[ \t\r{FILLER}{_BREAK}]*$", re.MULTILINE)


def _width(sign: str) -> int:
    """How many bytes a sign takes up."""
    code = ord(sign)
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4


class _Scan:
    """Goes through an MDX text once. Code is passed over: nothing is hidden in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._failures = 0
        self._paragraph = 0, -1
        self.values: list[Value] = []

    def masks(self, start: int) -> Iterator[Mask]:
        """What is hidden, in order."""
        matter = _MATTER.match(self._text, start)
        text, at, new_block = self._text, matter.end() if matter else start, True
        while at < len(text):
            if new_block or text[at - 1] == "\n":
                if fence := _FENCE.match(text, at):
                    at, new_block = self._after_fence(fence.group(1), fence.end()), False
                    continue
                if new_block and _MODULE.match(text, at):
                    end = self._blank_line(at)
                    yield Mask(at, end, "")
                    at = end
                    continue
            line_end = text.find("\n", at)
            line_end = len(text) if line_end < 0 else line_end + 1
            token = _TOKEN.search(text, at, line_end)
            if token is None:
                new_block = not text[at:line_end].strip()
                at = line_end
                continue
            at, new_block = token.end(), False
            sign = token.group()
            if sign[0] == "`":
                at = self._after_code(sign, at)
            elif sign[0] in "<{":
                mask = self._comment(token.start()) if sign == "<!--" else self._tag(token.start()) if sign[0] == "<" else None
                mask = mask or (self._expression(token.start()) if sign == "{" else None)
                if mask:
                    yield mask
                    at = mask.end

    def _after_fence(self, fence: str, at: int) -> int:
        start = self._text.find("\n", at) + 1 or len(self._text)
        closing = re.compile(rf"^[ \t>]*{fence[0]}{{{len(fence)},}}[ \t]*\r?$", re.MULTILINE).search(self._text, start)
        return closing.end() if closing else len(self._text)

    def _after_code(self, ticks: str, at: int) -> int:
        """Where inline code ends that these open, or `at` if nothing closes it in its paragraph."""
        closing = re.compile(rf"(?<!`){ticks}(?!`)").search(self._text, at, self._blank_line(at))
        return closing.end() if closing else at

    def _blank_line(self, at: int) -> int:
        """Where the paragraph ends that a place stands in. All marks of one paragraph ask for the same."""
        if not self._paragraph[0] <= at <= self._paragraph[1]:
            found = _PARAGRAPH_END.search(self._text, at)
            self._paragraph = at, found.start() if found else len(self._text)
        return self._paragraph[1]

    def _comment(self, at: int) -> Mask | None:
        end = self._text.find("-->", at)
        return Mask(at, end + 3, "\ufffc") if end >= 0 else None

    def _expression(self, at: int) -> Mask | None:
        """The expression between braces that opens here; None where nothing closes it."""
        end = self._closing(at)
        if end is None:
            return None
        return Mask(at, end, " " if _SPACE.fullmatch(self._text, at, end) else "\ufffc")

    def _closing(self, at: int) -> int | None:
        if self._failures >= _FAILURES:
            return None
        depth = 0
        for match in _IN_EXPRESSION.finditer(self._text, at):
            sign = match.group()
            depth += 1 if sign == "{" else -1 if sign == "}" else 0
            if depth == 0:
                return match.end()
        self._failures += 1
        return None

    def _tag(self, at: int) -> Mask | None:
        """The tag that opens here; None where it is none."""
        if self._failures >= _FAILURES:
            return None
        closes = self._text.startswith("</", at)
        name = _NAME.match(self._text, at + 1 + closes)
        end = name.end() if name else at + 1 + closes
        values: list[Value] = []
        while match := _IN_TAG.match(self._text, end):
            end = match.end()
            if match.group(1):
                self.values += values
                return Mask(at, end, " " if name and name.group() == "br" else "")
            if match.group(2) or self._text.startswith("{", end):
                closing = self._closing(end - 1 if match.group(2) else end)
                if closing is None:
                    return None
                end = closing
            elif match.group(3) in _READ:
                values += [Value(*match.span(group)) for group in (4, 5) if match.group(group)]
        self._failures += 1
        return None


_PARAGRAPH_END = regex(r"(?<=\n)[ \t]*\r?(?:\n|\Z)")
