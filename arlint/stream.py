"""A large file of lines, each of them an article, is read part by part: an archive takes up no more memory than a part of it."""

import codecs
import os
from collections.abc import Iterator

from .discover import Found, Part
from .document import Source, UnreadableError, decode

LARGE = 4_000_000
"""Bytes. A file that is larger is read in parts."""
PIECE = 1_000_000


def is_large(path: str) -> bool:
    """Whether a file of lines is to be read in parts: it must be UTF-8."""
    try:
        if os.path.getsize(path) <= LARGE:
            return False
        with open(path, "rb") as file:
            return not file.read(2).startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    except OSError:
        return False  # what is wrong is said where it is read


def parts(found: Found, limit: int) -> Iterator[Found]:
    """A file of lines in parts of whole lines. Raises UnreadableError: what is no text, or a line of more bytes than `limit`."""
    at = start = lines = 0
    with open(found.path, "rb") as file:
        while data := file.read(PIECE) + file.readline(limit):
            if len(data) > limit and not data.endswith(b"\n"):
                raise _too_long(lines + data.count(b"\n") + 1, limit)
            yield found._replace(part=Part(at, len(data), start, lines))
            at, start, lines = at + len(data), start + len(decode(found.path, data, lines).text), lines + data.count(b"\n")


def bytes_of(found: Found, limit: int) -> bytes:
    """The bytes of a file or of a part; of a file that is larger than the limit, one byte more than that."""
    with open(found.path, "rb") as file:
        if found.part is None:
            return file.read(limit + 1)
        file.seek(found.part.at)
        return file.read(found.part.size)


def decoded(found: Found, part: Part, data: bytes) -> Source:
    """The source of a part, which knows its place in the file. Raises UnreadableError."""
    return Source(found.path, decode(found.path, data, part.lines).text, start=part.start, lines=part.lines)


def _too_long(line: int, limit: int) -> UnreadableError:
    size = f"{limit / 1e6:g}"
    return UnreadableError(
        f"السطر {line} أطول من الحد المسموح به ({size} ميغابايت)؛ قسّمه أو ارفع قيمة max-file-size في .arlint.yml.",
        f"Line {line} is longer than the limit ({size} MB); split it, or raise max-file-size in .arlint.yml.",
    )
