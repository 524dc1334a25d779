"""From files to documents: formats that share a suffix, and files that are of none of them."""

import pytest

from arlint.discover import Found
from arlint.document import Document, Source
from arlint.formats import Format, read_text, write_text
from arlint.formats.plain import parse
from arlint.report import Fault, SourceEdit
from arlint.rules import Text
from arlint.run import Input, documents_of

ABOUT = Text("نص", "text")


def told_by(sign: str) -> Format:
    return Format(sign, (".x",), ABOUT, parse, holds=lambda source: source.text.startswith(sign))


FORMATS = {one.name: one for one in (told_by("أ"), told_by("ب"), Format("else", (".x",), ABOUT, parse))}


def read(text: str, *names: str, named: bool = True) -> list[Document | Fault]:
    found = Found("a.x", names[0], (), names[1:], named)
    return list(documents_of(found, Input(FORMATS, contents={"a.x": text.encode()})))


@pytest.mark.parametrize(("text", "names", "count"), [("أ", "أب", 1), ("ب", "أب", 1), ("ج", ("أ", "else"), 1), ("ج", "أ", 1)])
def test_the_content_tells_the_format(text: str, names: str, count: int) -> None:
    assert [one.text for one in read(text, *names) if isinstance(one, Document)] == [text] * count


def test_what_is_of_no_format_is_said_where_it_was_named_and_passed_over_in_a_folder() -> None:
    fault = read("ج", "أ", "ب")[0]
    assert isinstance(fault, Fault)
    assert "not supported" in fault.message.en
    assert read("ج", "أ", "ب", named=False) == []


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf\xd9\x86\xd8\xb5\r\n", "نص".encode("utf-16"), b""])
def test_a_text_is_written_as_it_was_encoded(data: bytes) -> None:
    assert write_text(data, ()) == data
    source = read_text("a.txt", data, 100)
    edit = SourceEdit(source.body_start, source.body_start, "هذا ")
    assert read_text("a.txt", write_text(data, [edit]), 100).text == source.text[: edit.start] + edit.text + source.text[edit.start :]


def test_a_plugin_may_read_and_write_what_is_no_text() -> None:
    def decode(path: str, data: bytes, limit: int) -> Source:
        return Source(path, data[::-1].decode())

    backwards = Format("else", (".x",), ABOUT, parse, decode=decode)
    found = list(documents_of(Found("a.x", "else"), Input({"else": backwards}, contents={"a.x": "نص".encode()[::-1]})))
    assert [one.text for one in found if isinstance(one, Document)] == ["نص"]
