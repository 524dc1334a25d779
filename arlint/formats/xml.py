"""XML of any vocabulary: its elements and texts with exact places, from expat's byte offsets."""

import html
from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat

from ..arabic.lazy import regex
from ..arabic.letters import PLACEHOLDER
from ..document import UnreadableError
from .fields import DEPTH, too_deep
from .html_writing import write_cdata
from .layer import Piece

_TAG = regex(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")


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
