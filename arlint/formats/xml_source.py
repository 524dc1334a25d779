"""The bytes of an XML file, decoded as they declare, and its root element."""

import codecs
from collections.abc import Iterable

from ..arabic.lazy import regex
from ..document import Source, UnreadableError, decode
from ..records import NamedTuple
from ..report import SourceEdit, applied

_DECLARED = regex(rb"(?:\xef\xbb\xbf)?<\?xml[^>]{1,80}?\bencoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_SINGLE_BYTE = frozenset(("ascii", "cp1252", "cp1256", "iso8859-1", "iso8859-6"))
_BEFORE_ROOT = regex(r"\s+|<\?[^>]*>|<!--(?s:.*?)-->|<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>")
_ROOT = regex(r"<([^\s<>/!?]+)([^<>]*)>")
_XMLNS = regex(r"\bxmlns(?::([^\s=]+))?\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


class Root(NamedTuple):
    """The root element of a document: its namespace ("" for none), its name, and all namespaces it declares."""

    namespace: str
    name: str
    namespaces: frozenset[str]


def read_xml(path: str, data: bytes, limit: int) -> Source:
    """The source in the bytes of an XML file: in UTF-8 or UTF-16, or in the encoding of eight bits that it declares.

    Raises UnreadableError for any other encoding and for invalid bytes.
    """
    declared = _DECLARED.match(data)
    try:
        name = codecs.lookup(declared.group(1).decode()).name if declared else "utf-8"
    except LookupError:
        name = "utf-8"
    if name not in _SINGLE_BYTE:
        return decode(path, data)
    try:
        return Source(path, data.decode(name), name)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"يعلن الملف ترميز {name} وفيه بايت لا يصلح في هذا الترميز (عند الموضع {error.start})؛ احفظه بترميز UTF-8 وصحّح ما يعلنه.",
            f"The file declares {name} and holds a byte that is invalid there (at {error.start}); save it as UTF-8 and declare that.",
        ) from None


def write_xml(data: bytes, edits: Iterable[SourceEdit]) -> bytes:
    """The bytes of an XML file after these edits, encoded as it was."""
    source = read_xml("", data, len(data))
    return source.encode(applied(source.text, edits))


def root_of(source: Source) -> Root | None:
    """The root element, told without reading the document; None where there is none."""
    at = source.body_start
    while before := _BEFORE_ROOT.match(source.text, at):
        at = before.end()
    found = _ROOT.match(source.text, at)
    if found is None:
        return None
    spaces = {prefix: double or single for prefix, double, single in _XMLNS.findall(found.group(2))}
    prefix, _, name = found.group(1).rpartition(":")
    return Root(spaces.get(prefix, ""), name, frozenset(spaces.values()))


def not_xml(source: Source, at: int) -> UnreadableError:
    """The error of a file that is not well-formed at this place."""
    line, column = source.place(min(at, len(source.text)))
    return UnreadableError(
        f"الملف ليس XML سليما (السطر {line}، العمود {column})؛ صحّحه ثم أعد المحاولة.",
        f"The file is not well-formed XML (line {line}, column {column}); correct it and try again.",
    )
