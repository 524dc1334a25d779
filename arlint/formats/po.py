"""PO (GNU gettext): the translations into Arabic. Neither the originals nor the header are prose."""

from collections.abc import Iterator
from itertools import chain

from ..arabic.lazy import regex
from ..arabic.letters import LETTER, PLACEHOLDER
from ..document import Document, Source, UnreadableError
from . import plain
from .layer import layer, unescaped
from .prose import Prose

_ARABIC = regex(f"[{LETTER}]")
_LINE = regex(r"[^\r\n]+")
_STRING = regex(r'[ \t]*(?:([a-z_]{1,20}(?:\[[0-9]{1,9}\])?)[ \t]*)?"')
_TAG = r"</?[A-Za-z](?:[^<>\"\\]|\\.){0,500}>"
_ENTITY = r"&(?:[A-Za-z]{2,8}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});"
_SIGNS = (
    r"\\."
    r"|%(?:\([A-Za-z_][A-Za-z0-9_]{0,60}\))?[-+#0]{0,3}[0-9]{0,3}(?:\.[0-9]{1,3})?[hlLzjt]{0,2}[diouxXeEfFgGcrsa@]"
    r"|\{[A-Za-z0-9_.]{0,60}(?:![rsa])?(?::[^{}\"]{0,20})?\}"
    f"|{_TAG}"
)
_SIGN, _SIGN_OF_HTML = regex(_SIGNS), regex(f"{_SIGNS}|{_ENTITY}")
_HTML = regex(f"{_TAG}|{_ENTITY}")
"""What shows a message to be HTML. Entities of its translation are what they stand for: `&lt;` there must stay one."""

_SHORT = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_LANGUAGE = regex(r"(?:\A|\\n)Language:[ \t]*([A-Za-z]*)")

_LISTS = regex(r"[^\s,;|]+[,;|][^\s]+\Z")
"""A message that is a list for programs, as `yes,no,maybe`: neither it nor its translation is prose."""

_Spans = list[tuple[int, int]]


def parse(source: Source) -> Document:
    """The document of a catalogue. One whose header names another language than Arabic holds nothing to read."""
    prose, text = Prose(source), source.text
    original = ""
    for keyword, spans in _fields(source):
        if keyword in ("msgid", "msgid_plural"):
            original = _written(text, spans)
        elif keyword.startswith("msgstr") and original and not _LISTS.match(original):
            html = _HTML.search(original) is not None
            sign = _SIGN_OF_HTML if html else _SIGN
            pieces = chain.from_iterable(unescaped(text, start, end, sign, _value) for start, end in spans)
            with prose.within(layer(text, pieces, _write_html if html else write)):
                # The plural forms of a message repeat each other, as the cells of a table may.
                plain.read(prose, role="table-cell" if keyword.endswith("]") else "paragraph")
        elif keyword == "msgstr":
            language = _LANGUAGE.search(_written(text, spans))
            if language and language.group(1).lower() not in ("", "ar", "ara"):
                break
    return prose.document("po")


def write(text: str) -> str:
    """A text as it is written between the quotes."""
    signs = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return "".join(signs.get(character, character) for character in text)


def _write_html(text: str) -> str:
    return write(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def _written(text: str, spans: _Spans) -> str:
    return "".join(text[start:end] for start, end in spans)


def _fields(source: Source) -> Iterator[tuple[str, _Spans]]:
    """Each keyword with the spans of its strings, in order. Comments, and with them entries that are no longer used, are left out.
    Raises UnreadableError for a line of Arabic that is neither a string nor a comment.
    """
    text = source.text
    field: tuple[str, _Spans] | None = None
    for line in _LINE.finditer(text, source.body_start):
        string = _STRING.match(text, *line.span())
        end = line.start() + len(line.group().rstrip(" \t")) - 1
        if not string or end < string.end() or text[end] != '"':
            if not line.group().lstrip().startswith("#") and _ARABIC.search(line.group()):
                number, column = source.place(line.start())
                raise UnreadableError(
                    f"نص خارج علامتي التنصيص (السطر {number}، العمود {column})؛ ضعه بينهما أو احذفه.",
                    f"A text that does not stand between quotes (line {number}, column {column}); put it between them or delete it.",
                )
            continue
        if string.group(1):
            if field:
                yield field
            field = string.group(1), []
        if field:
            field[1].append((string.end(), end))
    if field:
        yield field


def _value(sign: str) -> str:
    """What an escape sequence or an entity says; a place for a value is no prose, and a tag says nothing."""
    if sign[0] == "\\":
        return _SHORT.get(sign[1], sign[1])
    if sign[0] == "&":
        from html import unescape

        return unescape(sign)
    return "" if sign[0] == "<" else PLACEHOLDER
