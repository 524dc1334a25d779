"""Texts of examples: ⟦ and ⟧ around what is to be reported, and several files in one text."""

import re
from collections.abc import Iterable

from ..arabic.lazy import regex

OPEN, CLOSE = "⟦", "⟧"
_FILE = regex(r"^\[([\w/-]+\.\w+)\] (.*?)(?=\n\[[\w/-]+\.\w+\] |\Z)", re.DOTALL | re.MULTILINE)


def files(text: str) -> list[tuple[str, int, str]]:
    """The files that a text holds: path, offset, and what stands there up to the line break before the next. [] for any other text."""
    return [(one[1], one.start(2), one[2]) for one in _FILE.finditer(text)] if _FILE.match(text) else []


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without ⟦ and ⟧, and the spans between them, in order. Spans may be nested. Raises ValueError where the two do not pair."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    open_at: list[int] = []
    length = 0
    for character in text:
        if character == OPEN:
            open_at.append(length)
        elif character == CLOSE:
            if not open_at:
                raise ValueError(text)
            spans.append((open_at.pop(), length))
        else:
            parts.append(character)
            length += 1
    if open_at:
        raise ValueError(text)
    return "".join(parts), sorted(spans)


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with ⟦ and ⟧ round these spans."""
    signs = sorted(sign for start, end in spans for sign in ((start, 1, OPEN), (end, 0 if end > start else 2, CLOSE)))
    for at, _, sign in reversed(signs):
        text = text[:at] + sign + text[at:]
    return text
