"""Where a comment that speaks of a line may stand, in the syntax of its file."""

from collections.abc import Callable, Sequence

from .arabic.lazy import regex
from .directives import CLOSE
from .document import Source
from .report import SourceEdit

_BLOCK = regex(r"(?:^|[\s:-])[|>][0-9+-]*[ \t]*(?:#.*)?$")
_AT_END = ("#", "//")
"""Openings of comments that may follow on a line, besides those that are closed."""


def _comment(opening: str, verb: str, words: str) -> str:
    close = CLOSE.get(opening)
    return f"{opening} arlint: {verb}{words}" + (f" {close}" if close else "")


Placing = Callable[[Source, int, str, str], tuple[SourceEdit, ...]]
"""The edits that write a comment for a line (from 1), given its opening and what it says after its verb; none where it cannot stand so."""


def _at_end(source: Source, line: int, opening: str, words: str) -> tuple[SourceEdit, ...]:
    """At the end of the line, before blanks or a backslash that break it."""
    if opening not in CLOSE and (opening not in _AT_END or _in_block(source, line)):
        return ()
    start, text = _start(source, line), source.line(line)
    at = start + len(text.rstrip(" \t\\"))
    return (SourceEdit(at, at, f" {_comment(opening, 'disable-line', words)}"),)


def _above(source: Source, line: int, opening: str, words: str) -> tuple[SourceEdit, ...]:
    """On a line of its own right above."""
    if opening not in CLOSE and _in_block(source, line):
        return ()
    return (_line(source, line, opening, f"disable-next-line{words}"),)


def _line(source: Source, line: int, opening: str, words: str) -> SourceEdit:
    """A comment on a line of its own above this one, indented as it is."""
    text = source.line(line)
    indent = text[: _depth(text)]
    ends = _line_end(source) * (1 if opening in CLOSE or opening in _AT_END else 2)
    start = _start(source, line)
    return SourceEdit(start, start, f"{indent}{_comment(opening, words, '')}{ends}")


def _above_paragraph(source: Source, line: int, opening: str, words: str) -> tuple[SourceEdit, ...]:
    """Above the lines that stand together without a blank one."""
    first = line
    while first > 1 and source.line(first - 1).strip():
        first -= 1
    return _above(source, first, opening, words)


def _around_key(source: Source, line: int, opening: str, words: str) -> tuple[SourceEdit, ...]:
    """Above the key of a block that holds the line, and after the block: only a pair can speak of lines in the middle of a text."""
    last, outer = len(source.line_starts), _outer(source, line)
    if outer is None:
        return ()
    least = _depth(source.line(outer))
    after = next((one for one in range(line + 1, last + 1) if source.line(one).strip() and _depth(source.line(one)) <= least), None)
    rules = words.split(maxsplit=1)[0]
    begin = _line(source, outer, opening, f"disable{words}")
    if after is not None:
        return begin, _line(source, after, opening, f"enable{rules}")
    end = len(source.text)
    broken = "" if source.text.endswith(("\n", "\r")) else _line_end(source)
    return begin, SourceEdit(end, end, f"{broken}{_comment(opening, 'enable', rules)}{_line_end(source)}")


_IN_TEXT: Sequence[Placing] = (_at_end, _above, _above_paragraph)
_IN_DATA: Sequence[Placing] = (_at_end, _above_paragraph, _above, _around_key)


def placings(opening: str) -> Sequence[Placing]:
    """Where comments with this opening may stand, in the order to be tried: those that are closed in a text, others in data."""
    return _IN_TEXT if opening in CLOSE else _IN_DATA


def front_matter(source: Source) -> int:
    """The last line of a block of data before the text, which knows other comments than the text; 0 where there is none."""
    fence = source.line(1).rstrip()
    if fence not in ("---", "+++"):
        return 0
    return next((number for number in range(2, len(source.line_starts) + 1) if source.line(number).rstrip() == fence), 0)


def _in_block(source: Source, line: int) -> bool:
    """Whether the line is in a block of YAML, where every sign is text."""
    outer = _outer(source, line)
    return outer is not None and _BLOCK.search(source.line(outer)) is not None


def _outer(source: Source, line: int) -> int | None:
    """The nearest line above that is indented less."""
    depth = _depth(source.line(line))
    return next((one for one in range(line - 1, 0, -1) if source.line(one).strip() and _depth(source.line(one)) < depth), None)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _start(source: Source, line: int) -> int:
    return max(source.line_starts[line - 1], source.body_start)


def _line_end(source: Source) -> str:
    """How the file ends its lines."""
    return next((end for end in ("\r\n", "\n", "\r") if end in source.text), "\n")
