"""XML of any vocabulary: its bytes decoded as they declare, and its elements and texts with exact places, from expat's byte offsets."""

import codecs
import html
from collections.abc import Iterable, Mapping
from typing import Protocol
from xml.parsers import expat

from ..arabic.lazy import regex
from ..arabic.letters import PLACEHOLDER
from ..document import Source, UnreadableError, decode
from ..records import NamedTuple
from ..report import SourceEdit, applied
from .fields import DEPTH, too_deep
from .html_writing import write_cdata
from .layer import Piece

_DECLARED = regex(rb"(?:\xef\xbb\xbf)?<\?xml[^>]{1,80}?\bencoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_SINGLE_BYTE = frozenset(("ascii", "cp1252", "cp1256", "iso8859-1", "iso8859-6"))
_BEFORE_ROOT = regex(r"\s+|<\?[^>]*>|<!--(?s:.*?)-->|<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>")
_ROOT = regex(r"<([^\s<>/!?]+)([^<>]*)>")
_XMLNS = regex(r"\bxmlns(?::([^\s=]+))?\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_TAG = regex(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")


class Root(NamedTuple):
    """The root element of a document: its namespace ("" for none), its name, and all namespaces it declares."""

    namespace: str
    name: str
    namespaces: frozenset[str]


class Reader(Protocol):
    """What is told of a document. Names are local, behind their namespace and a blank where they have one; places are code points."""

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        """An element begins at this place."""

    def end(self, name: str, at: int) -> None:
        """Its end tag stands at this place; that of an empty element where it began."""

    def text(self, said: str, piece: Piece) -> None:
        """Some text, and its place: as it stands there, or one character that is written as a reference or as a line end."""


class NotWellFormedError(Exception):
    """The text is no XML; `at` is the code point where that shows."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


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


def tag_end(text: str, at: int) -> int:
    """Where the tag that begins at this place ends."""
    found = _TAG.match(text, at)
    return found.end() if found else len(text)


def read(text: str, reader: Reader) -> None:
    """Tell a reader all that is in a document, in order.

    Raises NotWellFormedError, and UnreadableError for entities, which are never read, and for elements nested too deep.
    """
    _Walk(text, reader).run()


class _Walk:
    def __init__(self, text: str, reader: Reader) -> None:
        self._data = text.encode("utf-8", "surrogatepass")
        self._reader = reader
        self._byte, self._at = 0, 0  # the same place, in bytes and in code points
        self._depth = 0
        self._section = False
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartCdataSectionHandler = self._open_section
        parser.EndCdataSectionHandler = self._close_section
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped

    def run(self) -> None:
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError:
            raise NotWellFormedError(self._place(max(self._byte, self._parser.ErrorByteIndex))) from None

    def _place(self, byte: int) -> int:
        self._at += len(self._data[self._byte : byte].decode("utf-8", "surrogatepass"))
        self._byte = byte
        return self._at

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEPTH:
            raise too_deep()
        self._reader.start(name, attributes, self._place(self._parser.CurrentByteIndex))

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._reader.end(name, self._place(self._parser.CurrentByteIndex))

    def _text(self, text: str) -> None:
        data, byte = self._data, self._parser.CurrentByteIndex
        at = self._place(byte)
        sign = data[byte]
        if sign == _AMPERSAND and not self._section:
            length = data.index(b";", byte) + 1 - byte
            self._reader.text(text, Piece(at, at + length, text))
        elif text == "\n":
            self._reader.text(text, Piece(at, at + (2 if data.startswith(b"\r\n", byte) else 1), text))
        else:
            self._reader.text(text, Piece(at, at + len(text), None, write_cdata if self._section else None))

    def _open_section(self) -> None:
        self._section = True

    def _close_section(self) -> None:
        self._section = False

    def _skipped(self, name: str, is_parameter: bool) -> None:
        """A reference to an entity of a DTD that is not read; names of HTML are known all the same."""
        if not is_parameter:
            at = self._place(self._parser.CurrentByteIndex)
            said = html.unescape(f"&{name};")
            said = said if len(said) == 1 else PLACEHOLDER
            self._reader.text(said, Piece(at, at + len(name) + 2, said))

    def _entity(self, *declared: object) -> None:
        raise UnreadableError(
            "في الملف تعريف كيانات (<!ENTITY)، وقد تُستغل لإغراق القارئ أو لقراءة ملفات أخرى؛ لم يُقرأ الملف. احذف التعريف.",
            "The file defines entities (<!ENTITY), which can flood a reader or read other files; it was not read. Remove the definitions.",
        )


_AMPERSAND = ord("&")


def not_xml(source: Source, at: int) -> UnreadableError:
    """The error of a file that is not well-formed at this place."""
    line, column = source.place(min(at, len(source.text)))
    return UnreadableError(
        f"الملف ليس XML سليما (السطر {line}، العمود {column})؛ صحّحه ثم أعد المحاولة.",
        f"The file is not well-formed XML (line {line}, column {column}); correct it and try again.",
    )
