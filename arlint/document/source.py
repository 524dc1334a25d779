"""The file as it was read: its decoded text, and line and column of every place in it."""

import codecs
from bisect import bisect_right
from functools import cached_property

from ..records import NamedTuple

_BOM = "\ufeff"
_ENCODINGS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class UnreadableError(Exception):
    """The bytes of a file are no text that arlint reads. Holds what is wrong and what to do, in both languages."""

    def __init__(self, ar: str, en: str) -> None:
        super().__init__(en)
        self.ar = ar
        self.en = en


class Place(NamedTuple):
    """A line and a column, both from 1, in code points. A byte-order mark takes up no column."""

    line: int
    column: int


class Source:
    """The decoded text of a file, with its name and how it was encoded.

    `text` is every code point of the file, a byte-order mark at the start among them and CRLF as it stands: offsets into it are
    offsets into the file. Where it is a piece of a large file it begins at `start`, behind so many `lines`: lines are those of the file.
    """

    def __init__(self, path: str, text: str, encoding: str = "utf-8", *, start: int = 0, lines: int = 0) -> None:
        self.path = path
        self.text = text
        self.encoding = encoding
        self.start = start
        self._lines = lines

    @property
    def body_start(self) -> int:
        """Where the text begins: 1 after a byte-order mark, else 0."""
        return 1 if self.text.startswith(_BOM) else 0

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets at which lines begin; those before the text begin where it does. Lines end in LF, CRLF or CR."""
        text = self.text
        starts = [0] * (self._lines + 1)
        at = text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        if "\r" in text:
            at = text.find("\r")
            while at >= 0:
                if not text.startswith("\n", at + 1):
                    starts.append(at + 1)
                at = text.find("\r", at + 1)
            starts.sort()
        return starts

    def place(self, offset: int) -> Place:
        """The line and column of an offset."""
        line = bisect_right(self.line_starts, offset)
        start = self.line_starts[line - 1]
        if line == 1 and offset >= self.body_start:
            start += self.body_start
        return Place(line, offset - start + 1)

    def places(self, start: int, end: int) -> tuple[int, int, int, int]:
        """Line and column of the start of a span, and of its end."""
        line, column = self.place(start)
        if line == len(self.line_starts) or end < self.line_starts[line]:
            return line, column, line, column + end - start
        return line, column, *self.place(end)

    def line(self, number: int) -> str:
        """The text of a line (from 1) without its line end and without a byte-order mark."""
        starts = self.line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n").lstrip(_BOM if number == 1 else "")

    def encode(self, text: str) -> bytes:
        """The bytes of a changed text, encoded as the file was."""
        return text.encode(self.encoding)


def decode(path: str, data: bytes, lines: int = 0) -> Source:
    """The source in these bytes: UTF-8 with or without a byte-order mark, or UTF-16 with one. Nothing is guessed.

    `lines` stand before them in the file, for messages.

    Raises UnreadableError for any other encoding, for invalid bytes and for NUL bytes.
    """
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise UnreadableError(
            "الملف مرمّز بترميز UTF-32 وهو غير مدعوم؛ احفظه بترميز UTF-8.",
            "The file is UTF-32, which is not supported; save it as UTF-8.",
        )
    encoding = next((name for mark, name in _ENCODINGS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_text(data, encoding, error.start, lines) from None
    if "\x00" in text:
        at = text.index("\x00")
        raise UnreadableError(
            f"في الملف محارف صفرية (NUL، أولها عند الموضع {at})، فهو ملف ثنائي أو نص UTF-16 بلا علامة ترتيب البايتات؛ احفظه بترميز UTF-8.",
            f"The file holds NUL characters (the first at offset {at}): it is binary, or UTF-16 without a BOM; save it as UTF-8.",
        )
    return Source(path, text, encoding)


def _not_text(data: bytes, encoding: str, at: int, lines: int) -> UnreadableError:
    if encoding != "utf-8":
        return UnreadableError(
            f"بايتات غير صالحة في ترميز UTF-16 عند الموضع {at}؛ احفظ الملف من جديد بترميز UTF-8.",
            f"Invalid UTF-16 at byte {at}; save the file again as UTF-8.",
        )
    line = lines + data.count(b"\n", 0, at) + 1
    return UnreadableError(
        f"الملف ليس بترميز UTF-8 (بايت غير صالح 0x{data[at]:02x} في السطر {line})؛ إن كان بترميز windows-1256 فحوّله: "
        "iconv -f WINDOWS-1256 -t UTF-8",
        f"The file is not UTF-8 (invalid byte 0x{data[at]:02x} on line {line}); if it is windows-1256, convert it: "
        "iconv -f WINDOWS-1256 -t UTF-8",
    )
