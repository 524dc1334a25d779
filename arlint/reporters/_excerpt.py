"""The line of a finding with its span marked in it. No caret under it: nobody knows where a column of Arabic text is on the screen."""

from bisect import bisect_right
from collections.abc import Iterator

from ..document import Source
from ..report import Style
from ..rules import Text
from ._cut import beginning, ending, shortened
from ._escapes import LONG, escaped, legible
from ._head import painted, spoken
from .bidi import is_visible, visible

OPEN, CLOSE = "⟦", "⟧"

_WIDTH = 110  # characters of a line that are shown, where a terminal is not narrower
_LEAST = 30
_FRAME = 10  # columns for the indent, the brackets and the marks of what is left out
_REVERSE = "7"
_BETWEEN = Text("… {n:lines-nominative} …", "… {n:lines} …")


def excerpt(source: Source, start: int, end: int, style: Style) -> Iterator[str]:
    """The line of the span `start:end` (code points of the source); of several lines the first and the last, and how many lie between.

    Piped, the span stands between ⟦ and ⟧; in colour it is reversed. The time taken does not depend on the length of the line.
    """
    starts, stop = source.line_starts, max(start, end - 1)
    first = bisect_right(starts, start)
    last = first if first == len(starts) or stop < starts[first] else bisect_right(starts, stop)
    if first == last:
        yield _shown(source, first, (start, end), style, "both")
        return
    yield _shown(source, first, (start, end), style, "first")
    if last - first > 1:
        yield spoken(_BETWEEN.format(style.lang, {"n": last - first - 1}), style)
    yield _shown(source, last, (start, end), style, "last")


_CUTS = {"both": shortened, "first": beginning, "last": ending}


def _shown(source: Source, line: int, span: tuple[int, int], style: Style, ends: str) -> str:
    """One line, with the part of the span that stands in it. `ends` says which ends of the span are in this line."""
    text = source.text
    begin, stop = extent(source, line)
    start, end = max(span[0], begin), min(span[1], stop)
    if ends == "both" and not begin <= span[0] < stop:
        start, end = span  # an empty span, the line's end itself, or a byte-order mark
    width = max(_LEAST, min(_WIDTH, style.width - _FRAME)) if style.width else _WIDTH
    inside = _CUTS[ends](legible(text[start:end]), width * 8 // 11)
    room = max(0, width - len(inside))
    reach = (width + 1) * (LONG if escaped(text[max(begin, start - width) : end + width]) else 1)
    before, after = legible(text[max(begin, start - reach) : start]), legible(text[end : min(stop, end + reach)])
    left = ending(before, max(room // 2, room - len(after)))
    right = beginning(after, max(room - room // 2, room - len(before)))
    if not is_visible(f"{left}{inside}{right}"):
        left, inside, right = _around(left, style), visible(inside, blanks=True, isolates=style.isolates), _around(right, style)
    return spoken(f"{left}{_marked(inside, style, ends)}{right}", style)


def extent(source: Source, line: int) -> tuple[int, int]:
    """Where the text of a line begins, after a byte-order mark, and where it stops, before its line end."""
    starts, text = source.line_starts, source.text
    begin = source.body_start if line == 1 else starts[line - 1]
    stop = starts[line] if line < len(starts) else len(text)
    if stop > begin and text[stop - 1] == "\n":
        stop -= 1
    if stop > begin and text[stop - 1] == "\r":
        stop -= 1
    return begin, stop


def _around(text: str, style: Style) -> str:
    # A tab would break the line into pieces that are put in order one by one.
    return visible(text.replace("\t", " "), isolates=style.isolates)


def _marked(text: str, style: Style, ends: str) -> str:
    if style.color and text:
        return painted(text, _REVERSE, style)
    return f"{OPEN if ends != 'last' else ''}{text}{CLOSE if ends != 'first' else ''}"
