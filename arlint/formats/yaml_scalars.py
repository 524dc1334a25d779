"""Scalars of YAML in all five styles: what each says and the way back into it (YAML 1.1, chapter 9)."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from typing import Any

from ..arabic.lazy import regex
from ..document import Source
from ..document.sourcemap import Writer
from .layer import Layer, Piece, layer, opaque, unescaped
from .yaml_writing import (
    BREAK,
    BREAKS,
    write_block,
    write_block_start,
    write_double,
    write_double_alone,
    write_double_start,
    write_fold,
    write_plain,
    write_plain_start,
    write_single,
    write_single_start,
)

_FOLD = rf"[ \t]*{BREAK}(?:[ \t]*{BREAK})*[ \t]*"
_DOUBLE = regex(
    rf"\\{BREAK}[ \t]*(?:{BREAK}[ \t]*)*|(?:\\u[0-9A-Fa-f]{{4}})+|\\x[0-9A-Fa-f]{{2}}|\\U[0-9A-Fa-f]{{8}}|\\.|(?<![ \t]){_FOLD}"
)
_SINGLE = regex(rf"''|(?<![ \t]){_FOLD}")
_PLAIN = regex(rf"(?<![ \t]){_FOLD}|:\S|\S#")
_BLOCK_LINE = regex(rf"([^\r\n\x85\u2028\u2029]*)({BREAK}|\Z)")
_SHORT = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "N": "\x85",
          "_": "\xa0", "L": "\u2028", "P": "\u2029"}  # fmt: skip


def scalar(source: Source, event: Any) -> Layer:
    """The decoded text of a scalar. Where we read another text than the parser did, it is read without places."""
    text, shift = source.text, source.body_start
    start, end = event.start_mark.index + shift, event.end_mark.index + shift
    value = str(event.value)
    pieces, writer = _STYLES[event.style or ""]
    made = layer(text, pieces(text, start, end, value), writer) if value else None
    return made if made and made.text.rstrip("\n") == value.rstrip("\n") else opaque(value, start, end)


def _plain(text: str, start: int, end: int, value: str) -> Iterable[Piece]:
    yield Piece(start, start + 1, None, write_plain_start)
    pieces = unescaped(text, start + 1, end, _PLAIN, lambda sign: sign if sign[0] == ":" or sign[-1] == "#" else _folded(sign))
    yield from _guarded(text, pieces, write_plain_start)


def _single(text: str, start: int, end: int, value: str) -> Iterable[Piece]:
    pieces = unescaped(text, start + 1, end - 1, _SINGLE, lambda sign: "'" if sign == "''" else _folded(sign))
    return _guarded(text, pieces, write_single_start)


def _double(text: str, start: int, end: int, value: str) -> Iterable[Piece]:
    return _guarded(text, unescaped(text, start + 1, end - 1, _DOUBLE, _escape), write_double_start, write_double_alone)


def _guarded(text: str, pieces: Iterable[Piece], writer: Writer, alone: Writer | None = None) -> Iterator[Piece]:
    """The pieces, with `writer` for the characters beside line breaks: blanks there are lost, and what begins a line may be a sign.

    After an escaped line break `alone` writes a character that no blank follows. No edit spans it and others, for what that would lay
    bare is not known.
    """
    kept = [piece for piece in pieces if piece.start < piece.end]
    begins_line = False
    for piece, following in zip_longest(kept, kept[1:]):
        if BREAKS.search(text, piece.start, piece.end):
            yield piece._replace(writer=write_fold)
            begins_line = True
            continue
        rest = piece
        if begins_line:
            first, rest = rest.parted(1)
            yield first._replace(writer=alone if alone and text[first.end : first.end + 1] not in (" ", "\t") else writer)
        ends_line = following is not None and text[following.start] != "\\" and BREAKS.search(text, following.start, following.end)
        if ends_line and rest.start < rest.end:
            rest, last = rest.parted(-1)
            yield rest
            yield last._replace(writer=writer)
        else:
            yield rest
        begins_line = False


def _escape(sign: str) -> str:
    if sign[0] != "\\":
        return _folded(sign)
    if sign[1] in "xuU":
        digits = re.findall(r"\\.([0-9A-Fa-f]+)", sign)
        return "".join(chr(int(code, 16)) for code in digits)
    return "" if BREAKS.match(sign, 1) else _SHORT.get(sign[1], sign[1])


def _folded(blanks: str) -> str:
    """What a row of line breaks says in a scalar that is folded."""
    count = len(BREAKS.findall(blanks))
    return " " if count == 1 else "\n" * (count - 1)


def _block(text: str, start: int, end: int, value: str) -> Iterator[Piece]:
    """The lines of a literal block (`|`). The first one shows how far all are indented."""
    header = _BLOCK_LINE.match(text, start)
    at = header.end() if header else end
    lines = [match.span() for match in _BLOCK_LINE.finditer(text, at, end) if match.end() > match.start()]
    first = next((text[a:b] for a, b in lines if text[a:b].strip()), "")
    inner = next((line for line in value.split("\n") if line.strip()), "")
    indent = (len(first) - len(first.lstrip(" "))) - (len(inner) - len(inner.lstrip(" ")))
    seen = False
    for line_start, line_end in lines:
        content = line_start + min(indent, len(text[line_start:line_end].rstrip("\r\n\x85\u2028\u2029")))
        stop = line_start + len(text[line_start:line_end].rstrip("\r\n\x85\u2028\u2029"))
        if content < stop and not seen:
            yield Piece(content, content + 1, None, write_block_start)
            content, seen = content + 1, True
        yield Piece(content, stop)
        if stop < line_end:
            yield Piece(stop, line_end, "\n")


def _folded_block(text: str, start: int, end: int, value: str) -> Iterator[Piece]:
    """The lines of a folded block (`>`): line breaks become blanks, a blank line one line break."""
    held: list[Piece] = []
    begun = False
    for piece in _block(text, start, end, value):
        if piece.decoded == "\n":
            held.append(piece)
        elif piece.start < piece.end:
            if held:
                first, last = held[0].start, piece.start
                yield Piece(first, last, "\n" * len(held) if not begun else " " if len(held) == 1 else "\n" * (len(held) - 1))
            held, begun = [], True
            yield piece


_STYLES: dict[str, tuple[Callable[[str, int, int, str], Iterable[Piece]], Any]] = {
    "": (_plain, write_plain),
    "'": (_single, write_single),
    '"': (_double, write_double),
    "|": (_block, write_block),
    ">": (_folded_block, write_block),
}
