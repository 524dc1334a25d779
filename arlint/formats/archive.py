"""Zip packages: members read within limits, and written anew with every other byte of the package kept."""

import zlib
from collections.abc import Mapping

from ..document import UnreadableError
from .archive_records import CENTRAL, DEFLATED, END, LOCAL, STORED, Member, directory, listed, without_zip64
from .archive_refusals import bomb, damaged, encrypted, too_large

_MOST_MEMBERS = 10_000
_RATIO, _SMALL = 200, 1_000_000
"""What unpacks to more than so many times its size is no text, unless it is small."""
_ALL_PARTS = 50
"""All members together may declare so many times what one may unpack to: they hold pictures, which nobody unpacks here."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Archive:
    """A package in memory. What is read from it may take up at most `limit` bytes in all.

    Raises UnreadableError, here and in `read`, for what is no package, is damaged, encrypted or larger than it ought to be.
    """

    def __init__(self, data: bytes, limit: int) -> None:
        self._data = data
        self._limit = self._left = limit
        if data.startswith(_OLE):
            raise encrypted()
        if data.count(b"PK\x01\x02") > _MOST_MEMBERS:
            raise UnreadableError(
                f"في الحزمة أكثر من {_MOST_MEMBERS} ملف، وليس هذا شأن المستندات؛ لم يُفتح الملف. تحقق من مصدره.",
                f"The package holds more than {_MOST_MEMBERS} files, as no document does; it was not opened. Check where it comes from.",
            )
        self._directory = directory(data)
        self.members = {member.name: member for member in listed(data, self._directory)}
        self._check()

    def _check(self) -> None:
        """Refuse members that lie within one another, and more of them than any document needs."""
        last = 0
        for member in self._in_order():
            if member.header < last:
                raise damaged()
            last = member.header + LOCAL.size + member.packed
        if last > self._directory.start:
            raise damaged()
        if sum(member.size for member in self.members.values()) > self._limit * _ALL_PARTS:
            raise bomb()

    def _in_order(self) -> list[Member]:
        return sorted(self.members.values(), key=lambda member: member.header)

    def read(self, name: str) -> bytes:
        """What a member holds; nothing where there is no such member."""
        member = self.members.get(name)
        if member is None:
            return b""
        if member.flags & 1:
            raise encrypted()
        if member.size > _SMALL and member.size > member.packed * _RATIO:
            raise bomb()
        if member.size > self._left:
            raise too_large(self._limit)
        content = self._unpacked(member)
        self._left -= len(content)
        if len(content) != member.size or zlib.crc32(content) != member.crc:
            raise damaged()
        return content

    def _unpacked(self, member: Member) -> bytes:
        start = self._content(member)
        packed = self._data[start : start + member.packed]
        if member.method == STORED:
            return packed
        if member.method != DEFLATED:
            raise damaged()
        try:
            # One byte more than was declared is asked for: a member that lies about its size is not unpacked to its end.
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, member.size + 1)
        except zlib.error:
            raise damaged() from None

    def _content(self, member: Member) -> int:
        """Where the content begins, behind the local header."""
        if not self._data.startswith(b"PK\x03\x04", member.header) or member.header + LOCAL.size > len(self._data):
            raise damaged()
        name, extra = LOCAL.unpack_from(self._data, member.header)[-2:]
        start = int(member.header + LOCAL.size + name + extra)
        if start + member.packed > self._directory.start:
            raise damaged()
        return start

    def replaced(self, contents: Mapping[str, bytes]) -> bytes:
        """The package with new contents in some members: in the same order, all other members byte for byte what they were."""
        data, members = self._data, self._in_order()
        stops = [*(member.header for member in members[1:]), self._directory.start]
        out = bytearray(data[: members[0].header] if members else b"")
        places: dict[str, tuple[int, Member]] = {}
        for member, stop in zip(members, stops, strict=True):
            at = len(out)
            if member.name in contents:
                changed, written = self._written(member, contents[member.name])
                places[member.name] = at, changed
                out += written
            else:
                places[member.name] = at, member
                out += data[member.header : stop]
        start = len(out)
        for name in self.members:
            out += self._entry(*places[name])
        count, comment = len(members), self._directory.comment
        return bytes(out) + END.pack(b"PK\x05\x06", 0, 0, count, count, len(out) - start, start, len(comment)) + comment

    def _written(self, member: Member, content: bytes) -> tuple[Member, bytes]:
        """The member with a new content, and its local header and content."""
        packed = content
        if member.method == DEFLATED:
            packing = zlib.compressobj(wbits=-zlib.MAX_WBITS)
            packed = packing.compress(content) + packing.flush()
        start = self._content(member)
        fields = LOCAL.unpack_from(self._data, member.header)
        name = self._data[member.header + LOCAL.size : member.header + LOCAL.size + fields[-2]]
        extra = without_zip64(self._data[start - fields[-1] : start])
        # Bit 3 says that sizes follow the content; now they are known beforehand.
        member = member._replace(flags=fields[2] & ~8, crc=zlib.crc32(content), packed=len(packed), size=len(content))
        header = LOCAL.pack(*fields[:2], member.flags, *fields[3:6], member.crc, member.packed, member.size, len(name), len(extra))
        return member, header + name + extra + packed

    def _entry(self, at: int, member: Member) -> bytes:
        start, stop = member.entry
        fields = list(CENTRAL.unpack_from(self._data, start))
        fields[3], fields[7:10], fields[16] = member.flags, (member.crc, member.packed, member.size), at
        return CENTRAL.pack(*fields) + self._data[start + CENTRAL.size : stop]
