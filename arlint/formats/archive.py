"""Zip packages: members read within limits, and written anew with every other byte of the package kept."""

import struct
import zlib
from collections.abc import Iterator, Mapping

from ..document import UnreadableError
from ..records import NamedTuple

_MOST_MEMBERS = 10_000
_RATIO, _SMALL = 200, 1_000_000
"""What unpacks to more than so many times its size is no text, unless it is small."""
_ALL_PARTS = 50
"""All members together may declare so many times what one may unpack to: they hold pictures, which nobody unpacks here."""

_LOCAL, _CENTRAL, _END = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s4H2LH")
_LOCATOR, _END64 = struct.Struct("<4sLQL"), struct.Struct("<4sQ2H2L4Q")  # of packages that are ready for four gigabytes and more
_STORED, _DEFLATED = 0, 8
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


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
        self._directory = _directory(data)
        self.members = {member.name: member for member in self._listed(self._directory.start, self._directory.end)}
        self._check()

    def _listed(self, start: int, end: int) -> Iterator[Member]:
        seen: set[str] = set()
        while start < end:
            if end - start < _CENTRAL.size or not self._data.startswith(b"PK\x01\x02", start):
                raise _damaged()
            _, _, _, flags, method, _, _, crc, packed, size, name, extra, comment, _, _, _, header = _CENTRAL.unpack_from(self._data, start)
            text = self._data[start + _CENTRAL.size : start + _CENTRAL.size + name].decode("utf-8" if flags & 0x800 else "cp437", "replace")
            stop = start + _CENTRAL.size + name + extra + comment
            if text in seen or 0xFFFFFFFF in (packed, size, header):
                raise _damaged()
            seen.add(text)
            yield Member(text, flags, method, crc, packed, size, header, (start, stop))
            start = stop

    def _check(self) -> None:
        """Refuse members that lie within one another, and more of them than any document needs."""
        last = 0
        for member in self._in_order():
            if member.header < last:
                raise _damaged()
            last = member.header + _LOCAL.size + member.packed
        if last > self._directory.start:
            raise _damaged()
        if sum(member.size for member in self.members.values()) > self._limit * _ALL_PARTS:
            raise _bomb()

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
            raise _bomb()
        if member.size > self._left:
            raise _too_large(self._limit)
        content = self._unpacked(member)
        self._left -= len(content)
        if len(content) != member.size or zlib.crc32(content) != member.crc:
            raise _damaged()
        return content

    def _unpacked(self, member: Member) -> bytes:
        start = self._content(member)
        packed = self._data[start : start + member.packed]
        if member.method == _STORED:
            return packed
        if member.method != _DEFLATED:
            raise _damaged()
        try:
            # One byte more than was declared is asked for: a member that lies about its size is not unpacked to its end.
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, member.size + 1)
        except zlib.error:
            raise _damaged() from None

    def _content(self, member: Member) -> int:
        """Where the content begins, behind the local header."""
        if not self._data.startswith(b"PK\x03\x04", member.header) or member.header + _LOCAL.size > len(self._data):
            raise _damaged()
        name, extra = _LOCAL.unpack_from(self._data, member.header)[-2:]
        start = int(member.header + _LOCAL.size + name + extra)
        if start + member.packed > self._directory.start:
            raise _damaged()
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
        return bytes(out) + _END.pack(b"PK\x05\x06", 0, 0, count, count, len(out) - start, start, len(comment)) + comment

    def _written(self, member: Member, content: bytes) -> tuple[Member, bytes]:
        """The member with a new content, and its local header and content."""
        packed = content
        if member.method == _DEFLATED:
            packing = zlib.compressobj(wbits=-zlib.MAX_WBITS)
            packed = packing.compress(content) + packing.flush()
        start = self._content(member)
        fields = _LOCAL.unpack_from(self._data, member.header)
        name = self._data[member.header + _LOCAL.size : member.header + _LOCAL.size + fields[-2]]
        extra = _without_zip64(self._data[start - fields[-1] : start])
        # Bit 3 says that sizes follow the content; now they are known beforehand.
        member = member._replace(flags=fields[2] & ~8, crc=zlib.crc32(content), packed=len(packed), size=len(content))
        header = _LOCAL.pack(*fields[:2], member.flags, *fields[3:6], member.crc, member.packed, member.size, len(name), len(extra))
        return member, header + name + extra + packed

    def _entry(self, at: int, member: Member) -> bytes:
        start, stop = member.entry
        fields = list(_CENTRAL.unpack_from(self._data, start))
        fields[3], fields[7:10], fields[16] = member.flags, (member.crc, member.packed, member.size), at
        return _CENTRAL.pack(*fields) + self._data[start + _CENTRAL.size : stop]


class _Directory(NamedTuple):
    """Where the central directory begins and ends, and the comment of the package."""

    start: int
    end: int
    comment: bytes


def _directory(data: bytes) -> _Directory:
    at = data.rfind(b"PK\x05\x06")
    if at < 0 or len(data) - at < _END.size or not data.startswith(b"PK"):
        raise _damaged()
    *_, size, start, comment = _END.unpack_from(data, at)
    if data.startswith(b"PK\x06\x07", at - _LOCATOR.size):
        _, _, at64, _ = _LOCATOR.unpack_from(data, at - _LOCATOR.size)
        if at64 + _END64.size > at or not data.startswith(b"PK\x06\x06", at64):
            raise _damaged()
        *_, size, start = _END64.unpack_from(data, at64)
    if len(data) != at + _END.size + comment or start + size > at:
        raise _damaged()
    return _Directory(start, start + size, data[at + _END.size :])


def _without_zip64(extra: bytes) -> bytes:
    """The extra fields of a header without the one for sizes of four gigabytes and more."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        tag, length = struct.unpack_from("<2H", extra, at)
        kept += b"" if tag == 1 else extra[at : at + 4 + length]
        at += 4 + length
    return kept + extra[at:]


def _damaged() -> UnreadableError:
    return UnreadableError(
        "الحزمة تالفة أو مبتورة أو ليست من هذه الصيغة؛ افتح الملف في محرر النصوص واحفظه من جديد.",
        "The package is damaged, cut short or of another format; open the file in a word processor and save it again.",
    )


def encrypted() -> UnreadableError:
    """The error of a package that a password protects."""
    return UnreadableError(
        "الملف محمي بكلمة مرور أو محفوظ بصيغة قديمة (doc)؛ احفظه بلا كلمة مرور بصيغة docx أو odt.",
        "The file is protected by a password, or in an old format (.doc); save it without a password as .docx or .odt.",
    )


def _bomb() -> UnreadableError:
    return UnreadableError(
        "تتضخم الحزمة عند فكها فوق ما يتضخم أي مستند (قنبلة ضغط)؛ لم يُفك الملف. تحقق من مصدره.",
        "The package would unpack to far more than any document does (a zip bomb); it was not unpacked. Check where it comes from.",
    )


def _too_large(limit: int) -> UnreadableError:
    size = f"{limit / 1e6:g}"
    return UnreadableError(
        f"نص المستند بعد فكه أكبر من الحد المسموح به ({size} ميغابايت)؛ قسّمه أو ارفع قيمة max-file-size في .arlint.yml.",
        f"Unpacked, the text is larger than the limit ({size} MB); split the document, or raise max-file-size in .arlint.yml.",
    )
