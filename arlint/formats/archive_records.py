"""The records of a zip package: its directory, and the members listed there (PKWARE's APPNOTE, section 4.3)."""

import struct
from collections.abc import Iterator

from ..records import NamedTuple
from .archive_refusals import damaged

LOCAL, CENTRAL, END = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s4H2LH")
_LOCATOR, _END64 = struct.Struct("<4sLQL"), struct.Struct("<4sQ2H2L4Q")  # of packages that are ready for four gigabytes and more
STORED, DEFLATED = 0, 8


class Member(NamedTuple):
    """A file in the package: what the central directory says of it, and where its entry there and its local header stand."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    header: int
    entry: tuple[int, int]


class Directory(NamedTuple):
    """Where the central directory begins and ends, and the comment of the package."""

    start: int
    end: int
    comment: bytes


def directory(data: bytes) -> Directory:
    """The directory of the package in these bytes. Raises UnreadableError where there is none, or not where it is said to be."""
    at = data.rfind(b"PK\x05\x06")
    if at < 0 or len(data) - at < END.size or not data.startswith(b"PK"):
        raise damaged()
    *_, size, start, comment = END.unpack_from(data, at)
    if data.startswith(b"PK\x06\x07", at - _LOCATOR.size):
        _, _, at64, _ = _LOCATOR.unpack_from(data, at - _LOCATOR.size)
        if at64 + _END64.size > at or not data.startswith(b"PK\x06\x06", at64):
            raise damaged()
        *_, size, start = _END64.unpack_from(data, at64)
    if len(data) != at + END.size + comment or start + size > at:
        raise damaged()
    return Directory(start, start + size, data[at + END.size :])


def listed(data: bytes, within: Directory) -> Iterator[Member]:
    """The members in the order of their entries. Raises UnreadableError for one that is named twice, or larger than four gigabytes."""
    start, end = within.start, within.end
    seen: set[str] = set()
    while start < end:
        if end - start < CENTRAL.size or not data.startswith(b"PK\x01\x02", start):
            raise damaged()
        _, _, _, flags, method, _, _, crc, packed, size, name, extra, comment, _, _, _, header = CENTRAL.unpack_from(data, start)
        text = data[start + CENTRAL.size : start + CENTRAL.size + name].decode("utf-8" if flags & 0x800 else "cp437", "replace")
        stop = start + CENTRAL.size + name + extra + comment
        if text in seen or 0xFFFFFFFF in (packed, size, header):
            raise damaged()
        seen.add(text)
        yield Member(text, flags, method, crc, packed, size, header, (start, stop))
        start = stop


def without_zip64(extra: bytes) -> bytes:
    """The extra fields of a header without the one for sizes of four gigabytes and more."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        tag, length = struct.unpack_from("<2H", extra, at)
        kept += b"" if tag == 1 else extra[at : at + 4 + length]
        at += 4 + length
    return kept + extra[at:]
