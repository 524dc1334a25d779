"""YAML: the scalars under the fields that are prose, in all five styles. Read from the parser's events; aliases are not followed."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from typing import Any

import yaml

from ..arabic.lazy import regex
from ..document import Document, Source, UnreadableError
from ..document.sourcemap import Writer
from .field import Fields
from .fields import DEPTH, Item, Reader, may_hold_arabic, not_empty, too_deep
from .layer import Layer, Piece, layer, opaque, unescaped

_BREAK = r"(?:\r\n|[\r\n\x85\u2028\u2029])"
_FOLD = rf"[ \t]*{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*"
_BREAKS = regex(_BREAK)
_DOUBLE = regex(
    rf"\\{_BREAK}[ \t]*(?:{_BREAK}[ \t]*)*|(?:\\u[0-9A-Fa-f]{{4}})+|\\x[0-9A-Fa-f]{{2}}|\\U[0-9A-Fa-f]{{8}}|\\.|(?<![ \t]){_FOLD}"
)
_SINGLE = regex(rf"''|(?<![ \t]){_FOLD}")
_PLAIN = regex(rf"(?<![ \t]){_FOLD}|:\S|\S#")
_BLOCK_LINE = regex(rf"([^\r\n\x85\u2028\u2029]*)({_BREAK}|\Z)")
_SHORT = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "N": "\x85",
          "_": "\xa0", "L": "\u2028", "P": "\u2029"}  # fmt: skip


def parse(source: Source, fields: Fields = ()) -> Iterator[Document]:
    """The articles of a YAML file, of one document or several."""
    reader = Reader(source, fields, "yaml")
    if may_hold_arabic(source):
        for path, items, event in _scalars(source):
            field = reader.wanted(path)
            if field is not None:
                reader.add(field, _layer(source, event), len(path), items)
    return reader.documents()


def write_double(text: str) -> str:
    """A text as it is written between double quotes."""
    signs = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}
    return "".join(signs.get(character, character) for character in text)


def write_single(text: str) -> str | None:
    """A text as it is written between single quotes, on one line."""
    return None if _BREAKS.search(text) else text.replace("'", "''")


def write_plain(text: str) -> str | None:
    """A text as it is written without quotes, unless a sign in it means something there."""
    return None if _BREAKS.search(text) or any(sign in text for sign in ":#,[]{}") else text


def write_block(text: str) -> str | None:
    """A text as it is written in a line of a block."""
    return None if _BREAKS.search(text) else text


# What begins a line may be replaced, but not deleted: what follows would come first.
_write_plain_start = not_empty(write_plain)
_write_single_start = not_empty(write_single)
_write_double_start = not_empty(write_double)
_write_block_start = not_empty(write_block)


def _write_double_alone(text: str) -> str:
    """As `write_double`. A function of its own, since edits span only what one function writes."""
    return write_double(text)


def _write_fold(text: str) -> str | None:
    """A line break that is read as a blank may be deleted, and no more: it has no blanks beside it."""
    return None if text else ""


def _scalars(source: Source) -> Iterator[tuple[list[str], list[Item], Any]]:
    """Every scalar that is a value, the keys down to it and the items it stands in. Raises UnreadableError where the text is no YAML."""
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    expects_key: list[bool | None] = []  # of the collections that are open: None for a list
    path: list[str] = []
    items: list[Item] = []
    count = 0
    try:
        for event in yaml.parse(source.text[source.body_start :], Loader=loader):
            if isinstance(event, yaml.CollectionEndEvent):
                if expects_key.pop() is not None:
                    path.pop()
                    if expects_key[-1:] in ([], [None]):
                        items.pop()
                continue
            if not isinstance(event, yaml.NodeEvent):
                continue
            is_key = bool(expects_key) and expects_key[-1] is True
            if is_key:
                path[-1] = str(event.value) if isinstance(event, yaml.ScalarEvent) else ""
            if expects_key and expects_key[-1] is not None:
                expects_key[-1] = not is_key
            if isinstance(event, yaml.CollectionStartEvent):
                is_map = isinstance(event, yaml.MappingStartEvent)
                if is_map and expects_key[-1:] in ([], [None]):
                    # Of a file with several documents each is an article, as each object of a list.
                    count += 1
                    items.append(Item(count, len(path)))
                expects_key.append(True if is_map else None)
                if is_map:
                    path.append("")
                if len(expects_key) > DEPTH:
                    raise too_deep()
            elif isinstance(event, yaml.ScalarEvent) and not is_key:
                yield path, items, event
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        raise _broken(mark.line + 1, mark.column + 1) from None
    except yaml.reader.ReaderError as error:
        raise _broken(*source.place(source.body_start + error.position)) from None


def _layer(source: Source, event: Any) -> Layer:
    """The decoded text of a scalar. Where we read another text than the parser did, it is read without places."""
    text, shift = source.text, source.body_start
    start, end = event.start_mark.index + shift, event.end_mark.index + shift
    value = str(event.value)
    pieces, writer = _STYLES[event.style or ""]
    made = layer(text, pieces(text, start, end, value), writer) if value else None
    return made if made and made.text.rstrip("\n") == value.rstrip("\n") else opaque(value, start, end)


def _plain(text: str, start: int, end: int, value: str) -> Iterable[Piece]:
    yield Piece(start, start + 1, None, _write_plain_start)
    pieces = unescaped(text, start + 1, end, _PLAIN, lambda sign: sign if sign[0] == ":" or sign[-1] == "#" else _folded(sign))
    yield from _guarded(text, pieces, _write_plain_start)


def _single(text: str, start: int, end: int, value: str) -> Iterable[Piece]:
    pieces = unescaped(text, start + 1, end - 1, _SINGLE, lambda sign: "'" if sign == "''" else _folded(sign))
    return _guarded(text, pieces, _write_single_start)


def _double(text: str, start: int, end: int, value: str) -> Iterable[Piece]:
    return _guarded(text, unescaped(text, start + 1, end - 1, _DOUBLE, _escape), _write_double_start, _write_double_alone)


def _guarded(text: str, pieces: Iterable[Piece], writer: Writer, alone: Writer | None = None) -> Iterator[Piece]:
    """The pieces, with `writer` for the characters beside line breaks: blanks there are lost, and what begins a line may be a sign.

    After an escaped line break `alone` writes a character that no blank follows. No edit spans it and others, for what that would lay
    bare is not known.
    """
    kept = [piece for piece in pieces if piece.start < piece.end]
    begins_line = False
    for piece, following in zip_longest(kept, kept[1:]):
        if _BREAKS.search(text, piece.start, piece.end):
            yield piece._replace(writer=_write_fold)
            begins_line = True
            continue
        rest = piece
        if begins_line:
            first, rest = rest.parted(1)
            yield first._replace(writer=alone if alone and text[first.end : first.end + 1] not in (" ", "\t") else writer)
        ends_line = following is not None and text[following.start] != "\\" and _BREAKS.search(text, following.start, following.end)
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
    return "" if _BREAKS.match(sign, 1) else _SHORT.get(sign[1], sign[1])


def _folded(blanks: str) -> str:
    """What a row of line breaks says in a scalar that is folded."""
    count = len(_BREAKS.findall(blanks))
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
            yield Piece(content, content + 1, None, _write_block_start)
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


def _broken(line: int, column: int) -> UnreadableError:
    return UnreadableError(
        f"الملف ليس YAML سليما (السطر {line}، العمود {column})؛ صحّحه ثم أعد المحاولة.",
        f"The file is not valid YAML (line {line}, column {column}); correct it and try again.",
    )
