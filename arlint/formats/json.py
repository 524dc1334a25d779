"""JSON and JSON Lines: the strings under the fields that are prose, escapes and all."""

import json
from collections.abc import Iterator
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]  # typeshed leaves it out

from ..arabic.lazy import regex
from ..document import Document, Source, UnreadableError
from .field import Fields
from .fields import DEPTH, Item, Reader, may_hold_arabic, too_deep
from .layer import layer, unescaped

_NEXT = regex(r"[ \t\r\n]*([{}\[\],:\"]|[-+.\w]+)")
_ESCAPES = regex(
    r"(?:\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4})+"
    r"|(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})+"
    r"|\\u[0-9a-fA-F]{4}"
    r"|\\[^u]"
)
_HALF = regex("[\ud800-\udfff]")
_LITERAL = regex(r"(?:true|false|null|NaN|-?Infinity|-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)\Z")
_BLANK = regex(r"[ \t\r\n]*\Z")


def parse(source: Source, fields: Fields = ()) -> Iterator[Document]:
    """The articles of a JSON file: one value."""
    reader = Reader(source, fields, "json")
    if may_hold_arabic(source):
        walk(source, reader)
    return reader.documents()


def walk(source: Source, reader: Reader) -> None:
    """Tell a reader all strings of a JSON file."""
    _end(source, _Walk(source, reader).value(source.body_start))


def parse_lines(source: Source, fields: Fields = ()) -> Iterator[Document]:
    """The articles of a JSON Lines file, each when it is asked for: any number of values, each of them read by itself."""
    at = source.body_start
    if not may_hold_arabic(source) or _BLANK.match(source.text, at):
        yield from Reader(source, fields, "jsonl").documents()
        return
    while not _BLANK.match(source.text, at):
        reader = Reader(source, fields, "jsonl")
        at = _Walk(source, reader).value(at)
        yield from reader.documents(part=True)


def write(text: str) -> str:
    """A text as it is written in a string of a file that holds its letters as they are."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def write_ascii(text: str) -> str:
    """A text as it is written in a string of a file that holds nothing but ASCII."""
    return json.dumps(text)[1:-1]


def _end(source: Source, at: int) -> None:
    if not _BLANK.match(source.text, at):
        raise _broken(source, at)


class _Walk:
    """Goes through values once, without recursion."""

    def __init__(self, source: Source, reader: Reader) -> None:
        self._source = source
        self._reader = reader
        self._ascii = source.text.isascii()

    def value(self, at: int) -> int:
        """Read one value; returns where it ends. Raises UnreadableError where the text is no JSON."""
        text = self._source.text
        closing: list[str] = []
        path: list[str] = []
        items: list[Item] = []
        state = "value"  # what must come next; `first` is a value or the end of a list, `first-key` a key or the end of an object
        while True:
            match = _NEXT.match(text, at)
            if not match:
                raise _broken(self._source, at)
            sign, start, at = match.group(1), match.start(1), match.end()
            if sign == '"' and state in ("key", "first-key", "value", "first"):
                key, at = self._string(start + 1)
                if state in ("key", "first-key"):
                    path[-1] = key
                    state = "colon"
                    continue
                self._found(path, items, start + 1, at - 1)
            elif sign in ("{", "[") and state in ("value", "first"):
                items.append(Item(start if sign == "{" and closing[-1:] == ["]"] else -1, len(path)))
                closing.append("}" if sign == "{" else "]")
                if len(closing) > DEPTH:
                    raise too_deep()
                if sign == "{":
                    path.append("")
                state = "first-key" if sign == "{" else "first"
                continue
            elif sign in ("}", "]") and closing and sign == closing[-1] and state in ("comma", "first", "first-key"):
                items.pop()
                if closing.pop() == "}":
                    path.pop()
            elif sign == ":" and state == "colon":
                state = "value"
                continue
            elif sign == "," and state == "comma":
                state = "key" if closing[-1] == "}" else "value"
                continue
            elif state not in ("value", "first") or not _LITERAL.match(sign):
                raise _broken(self._source, start)
            if not closing:
                return at
            state = "comma"

    def _string(self, start: int) -> tuple[str, int]:
        try:
            text, end = scanstring(self._source.text, start, False)
        except JSONDecodeError as error:
            raise _broken(self._source, error.pos) from None
        return text, end

    def _found(self, path: list[str], items: list[Item], start: int, end: int) -> None:
        field = self._reader.wanted(path)
        if field is not None:
            writer = write_ascii if self._ascii else write
            said = layer(self._source.text, unescaped(self._source.text, start, end, _ESCAPES, _value), writer)
            self._reader.add(field, said, len(path), [item for item in items if item.number >= 0])


def _value(escapes: str) -> str:
    """What a row of escape sequences says. Half a surrogate pair says nothing; it is read as U+FFFD."""
    return _HALF.sub("\ufffd", json.loads(f'"{escapes}"'))


def _broken(source: Source, at: int) -> UnreadableError:
    line, column = source.place(at)
    return UnreadableError(
        f"الملف ليس JSON سليما (السطر {line}، العمود {column})؛ صحّحه ثم أعد المحاولة.",
        f"The file is not valid JSON (line {line}, column {column}); correct it and try again.",
    )
