"""The decoded file: encodings, lines, columns."""

import pytest

from arlint.document import Source, UnreadableError, decode

TEXT = "سطر أول\nسطر ثان\r\nسطر ثالث\rرابع"


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (TEXT.encode("utf-8"), TEXT, "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode("utf-8"), "\ufeff" + TEXT, "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "\ufeff" + TEXT, "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "\ufeff" + TEXT, "utf-16-be"),
        (b"", "", "utf-8"),
    ],
)
def test_decode(data: bytes, text: str, encoding: str) -> None:
    source = decode("a.txt", data)
    assert (source.text, source.encoding) == (text, encoding)
    assert source.encode(source.text) == data


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("قال الوزير".encode("windows-1256"), "windows-1256"),
        ("سطر\nسطر ".encode() + b"\xff", "line 2"),
        ("نص\x00نص".encode(), "NUL"),
        (b"\xff\xfe" + b"\x00\xd8", "UTF-16"),
        (b"\xff\xfe\x00\x00" + "نص".encode("utf-32-le"), "UTF-32"),
        ("نص\n".encode("utf-16-le"), "NUL"),
    ],
)
def test_unreadable(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError) as error:
        decode("a.txt", data)
    assert said in error.value.en
    assert error.value.ar


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        (TEXT, 0, (1, 1)),
        (TEXT, 8, (2, 1)),
        (TEXT, TEXT.index("ثالث"), (3, 5)),
        (TEXT, TEXT.index("رابع"), (4, 1)),
        (TEXT, len(TEXT), (4, 5)),
        ("\ufeffنص", 1, (1, 1)),
        ("\ufeffنص\nآخر", 4, (2, 1)),
        ("أ😀ب", 2, (1, 3)),
        ("كَتَبَ", 5, (1, 6)),
    ],
)
def test_place(text: str, offset: int, place: tuple[int, int]) -> None:
    assert Source("a", text).place(offset) == place


def test_lines() -> None:
    source = Source("a", "\ufeff" + TEXT)
    assert [source.line(number) for number in (1, 2, 3, 4)] == ["سطر أول", "سطر ثان", "سطر ثالث", "رابع"]
