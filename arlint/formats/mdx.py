"""What MDX adds to Markdown: JSX, expressions and modules, found so as to be hidden (https://mdxjs.com/docs/what-is-mdx/)."""

import re
from collections.abc import Iterator

from ..arabic.lazy import regex
from ..records import NamedTuple
from .markdown_masks import Mask
from .matter import matter_end


class Value(NamedTuple):
    """Where the text of an attribute stands, between its quotes."""

    start: int
    end: int


_FENCE = regex(r"[ \t>]*(`{3,}(?=[^`\n]*$)|~{3,})", re.MULTILINE)
_MODULE = regex(r"(?:import|export)\b(?=[ \t{*\"'])")
_TOKEN = regex(r"\\[^\n]|`+|<!--|</?(?=[A-Za-z>])|\{")
# A comment that nothing closes takes all that is left: were it passed over, the next one would be looked for to the end again.
_IN_EXPRESSION = regex(r"[{}]|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|/\*(?:[^*]|\*(?!/))*(?:\*/|\Z)|//[^\n]*")
_IN_TAG = regex(r"[ \t\r\n/]*(?:(>)|(\{)|([A-Za-z_][\w.:-]*)(?:[ \t\r\n]*=[ \t\r\n]*(?:\"([^\"]*)\"|'([^']*)'|(?=\{)))?)")
_NAME = regex(r"[A-Za-z][\w.:-]*")
_READ = frozenset(("alt", "title", "aria-label", "placeholder", "label", "summary", "caption", "description"))
_SPACE = regex(r"\{[ \t\r\n]*([\"'`])[ \t]+\1[ \t\r\n]*\}")
_FAILURES = 50
"""So many braces and tags without an end are looked into; after that they are text."""


def modules_and_tags(text: str, start: int) -> tuple[list[Mask], list[Value]]:
    """The masks of an MDX text, in order, and the texts of attributes in it."""
    scan = _Scan(text)
    return list(scan.masks(start)), scan.values


class _Scan:
    """Goes through an MDX text once. Code is passed over: nothing is hidden in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._failures = 0
        self._paragraph = 0, -1
        self.values: list[Value] = []

    def masks(self, start: int) -> Iterator[Mask]:
        """What is hidden, in order."""
        text, at, new_block = self._text, matter_end(self._text, start) or start, True
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
