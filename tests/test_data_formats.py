"""JSON, YAML, CSV and PO: what of the data is prose, and what may be written into it."""

import csv
import io
import json
import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from arlint.document import Document, Source, UnreadableError
from arlint.formats.field import Field
from arlint.formats.json import parse as parse_json
from arlint.testing import articles, document

GAP = "\ufffc"


def blocks(parsed: Document) -> list[tuple[str, str]]:
    return [(block.role, parsed.text[block.start : block.end]) for block in parsed.blocks]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("json", '{"title": "خبر", "n": [1, -2.5e3, null, true, {}, []], "other": "غيره"}', [("headline", "خبر")]),
        ("json", '\ufeff{"body": "سطر\\r\\n\\nثان"}\n', [("paragraph", "سطر"), ("paragraph", "ثان")]),
        ("json", '{"body": ["أول", {"text": "ثان"}, ["ثالث"]]}', [("paragraph", one) for one in ("أول", "ثان", "ثالث")]),
        ("json", '{"title": "\\u0627\\u0628 \\ud83d\\ude00 \\ud83d \\"\\/"}', [("headline", 'اب 😀 \ufffd "/')]),
        ("json", '{"body": "<p>نص<br>نص &amp; نص<\\/p>"}', [("paragraph", "نص نص & نص")]),
        ("json", '{"title": {"rendered": "خبر &#8220;نص&#8221;"}}', [("headline", "خبر “نص”")]),
        ("json", '{"headlines": [{"role": "main", "value": "خبر"}], "value": "غيره"}', [("headline", "خبر")]),
        ("json", '"نص"', []),
        ("json", "{ broken, but not Arabic", []),
        ("jsonl", '{"text": "أول"}\n\n{"text": "ثان"}\n', [("paragraph", "أول"), ("paragraph", "ثان")]),
        ("yaml", "title: خبر\nbody: |\n\n  سطر\n\n    ثان\n  ثالث\n",
         [("headline", "خبر"), *(("paragraph", one) for one in ("سطر", "  ثان", "ثالث"))]),
        ("yaml", "- text: >-\n    سطر\n    تتمته\n\n    ثان\n  x: غيره\n", [("paragraph", "سطر تتمته"), ("paragraph", "ثان")]),
        ("yaml", "text: >\n  سطر\n\n    مزاح\n    ثان\n\n  ثالث\n", [("paragraph", one) for one in ("سطر", "  مزاح", "  ثان", "ثالث")]),
        ("yaml", "text: |2\n   نص\n  ثان", [("paragraph", " نص"), ("paragraph", "ثان")]),
        ("yaml", "{title: 'خبر ''نص''', text: \"سطر\\nثان\\u0627\\x41\\\n   تتمة\"}",
         [("headline", "خبر 'نص'"), ("paragraph", "سطر"), ("paragraph", "ثاناAتتمة")]),
        ("yaml", "a: &x {text: نص}\nb: *x\n---\ntext: ثان # تعليق\n", [("paragraph", "نص"), ("paragraph", "ثان")]),
        ("yaml", "? {text: نص}\n: {text: ثان}\n? [text]\n: قيمة\n", [("paragraph", "نص"), ("paragraph", "ثان")]),
        ("yaml", "{{ broken: but not Arabic", []),
        ("csv", "id;title;body\r\n1;خبر;\"قال \"\"نعم\"\"\r\nثم\"\r\n2;ثان",
         [("headline", "خبر"), ("paragraph", 'قال "نعم"'), ("paragraph", "ثم"), ("headline", "ثان")]),
        ("csv", "عنوان\tعدد\nخبر\t5\n\n", [("headline", "خبر")]),
        ("csv", "الاسم,العدد\nسامي,5\n", []),
        ("csv", "", []),
        ("po", 'msgid ""\nmsgstr "Language: ar\\n"\n\nmsgid "a"\nmsgstr "كلمة %(name)s و{0} <b>نص</b>\\n"\n',
         [("paragraph", f"كلمة {GAP} و{GAP} نص")]),
        ("po", 'msgid ""\n"one"\nmsgid_plural "more"\nmsgstr[0] "كل"\n"مة"\nmsgstr[1] "كلمات"\n',
         [("table-cell", "كلمة"), ("table-cell", "كلمات")]),
        ("po", 'msgid ""\nmsgstr ""\n"Language: fa\\n"\n\nmsgid "a"\nmsgstr "كلمة"\n', []),
        ("po", 'msgid "<b>a</b>"\nmsgstr "اكتب &lt;b&gt; هنا"\n\nmsgid "b"\nmsgstr "نص&nbsp;آخر"\n',
         [("paragraph", "اكتب <b> هنا"), ("paragraph", "نص&nbsp;آخر")]),
        ("po", 'msgid "yes,no,maybe"\nmsgstr "نعم,لا,ربما"\n', []),
        ("po", '#, fuzzy\n#~ msgid "a"\n#~ msgstr "كلمة"\nmsgid "b\nmsgstr\ntext\n', []),
    ],
)  # fmt: skip
def test_prose(name: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [block for one in articles(text, name) for block in blocks(one)] == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("json", '{"title": "خبر", "x": [{"id": 1, "text": "رابط"}], "body": ["أول", {"text": "ثان"}]}', [["خبر", "رابط", "أول", "ثان"]]),
        ("json", '{"title": "النشرة", "items": [{"title": "خبر", "text": "أول"}, {"text": "ثان", "title": "غيره"}]}',
         [["النشرة"], ["خبر", "أول"], ["ثان", "غيره"]]),
        ("json", '[{"text": "أول"}, {"text": ["ثان", "ثالث"]}]', [["أول"], ["ثان", "ثالث"]]),
        ("json", '{"headlines": [{"value": "خبر"}], "bodies": [{"value": "<p>أول</p>"}, {"value": "ثان"}]}', [["خبر", "أول", "ثان"]]),
        ("jsonl", '{"text": "أول"}\n\n{"text": ["ثان", "ثالث"]}\n', [["أول"], ["ثان", "ثالث"]]),
        ("jsonl", '{"text": ""}\n', [[]]),
        ("yaml", "text: أول\n---\ntext: ثان\n", [["أول"], ["ثان"]]),
        ("yaml", "- {title: خبر, text: أول}\n- {title: غيره, text: ثان}\n", [["خبر", "أول"], ["غيره", "ثان"]]),
        ("csv", "title,text\nخبر,أول\nغيره,ثان\n", [["خبر", "أول"], ["غيره", "ثان"]]),
    ],
)  # fmt: skip
def test_articles_of_one_file(name: str, text: str, expected: list[list[str]]) -> None:
    found = articles(text, name)
    assert [[said for _, said in blocks(one)] for one in found] == expected
    assert len({one.key for one in found}) == len(found)


def test_text_of_a_catalogue_outside_quotes_is_not_passed_over() -> None:
    with pytest.raises(UnreadableError, match=r"between quotes \(line 3, column 1\)"):
        document('# تعليق\nmsgid "a"\nmsgstr نص\n', "po")



@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("json", '{"text": "نص"', "(line 1, column 14)"),
        ("json", '{"text": "نص",}', "(line 1, column 15)"),
        ("json", '{"text": "نص"} 1', "(line 1, column 15)"),
        ("json", '{"text"\n: نص}', "(line 2, column 3)"),
        ("json", '{"text": "نص\\q"}', "(line 1, column 13)"),
        ("json", "[" * 300 + '"نص"', "200 levels"),
        ("jsonl", '{"text": "نص"}\n{', "(line 2, column 2)"),
        ("yaml", "text: 'نص", "(line 1, column 10)"),
        ("yaml", "[" * 300 + "نص", "200 levels"),
        ("csv", 'text\n"نص', "(line 2, column 1)"),
    ],
)
def test_broken_files_are_refused_with_the_place(name: str, text: str, place: str) -> None:
    with pytest.raises(UnreadableError) as error:
        articles(text, name)
    assert place in error.value.en
    assert error.value.ar


def test_fields_are_named_by_the_caller() -> None:
    source = Source("a.json", '{"a": {"nass": "<b>نص</b>"}, "nass": "<b>ثان</b>", "md": "# رأس\\n\\nنص **غا**مق", "title": "خبر"}')
    fields = (Field("a.nass", "html"), Field("nass", "text", "caption"), Field("md", "markdown"))
    assert blocks(next(parse_json(source, fields))) == [
        ("paragraph", "نص"), ("caption", "<b>ثان</b>"), ("headline", "رأس"), ("paragraph", "نص غامق"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [
        ("json", '{"text": "س نص"}', "\\\"\\\\ن"),
        ("json", '{"text": "\\u0633 \\u0646\\u0635"}', "\\\"\\\\\\u0646"),
        ("json", '{"text": "<p>س نص</p>"}', "\\\"\\\\ن"),
        ("yaml", "text: س نص", '"\\ن'),
        ("yaml", "text: 'س نص'", '"\\ن'),
        ("yaml", 'text: "س نص"', "\\\"\\\\ن"),
        ("yaml", "text: |\n  س نص", '"\\ن'),
        ("csv", "text,id\nس نص,", None),
        ("csv", 'text,id\n"س نص",', '""\\ن'),
        ("po", 'msgid "a"\nmsgstr "س نص"', "\\\"\\\\ن"),
    ],
)  # fmt: skip
def test_what_is_written_is_escaped(name: str, text: str, written: str | None) -> None:
    edit = document(text, name).sourcemap.edit(2, 4, '"\\ن')
    assert (edit and edit[2]) == written


LETTERS = st.text(alphabet="ابن ً.،:#-'\"\\&<>|{}[],%\n\t😀\u00a0\u2028\u06cc\u0085?!*@`", min_size=1, max_size=30)


def value_of(name: str, text: str, style: int) -> Any:
    if name == "json":
        return json.loads(text)["text"]
    if name == "yaml":
        return yaml.safe_load(text)["text"]
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=",;\t"[style % 3]))[1][0]


def written(name: str, value: str, style: int) -> str:
    if name == "json":
        return json.dumps({"text": value}, ensure_ascii=bool(style % 2), indent=style // 2 or None)
    if name == "yaml":
        return str(yaml.safe_dump({"text": value}, default_style=[None, "'", '"', "|", ">"][style], allow_unicode=style != 2, width=20))
    out = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if style % 2 else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=",;\t"[style % 3], quoting=quoting).writerows([["text", "x"], [value, "1"]])
    return out.getvalue()


@given(LETTERS, st.sampled_from(["json", "yaml", "csv"]), st.integers(0, 4), st.sampled_from(["", "ك", '"ك"', "«", "&: "]), st.data())
def test_an_edit_changes_the_value_and_nothing_else(value: str, name: str, style: int, new: str, data: st.DataObject) -> None:
    value = f"ن{value}"
    text = written(name, value, style)
    parsed = document(text, name)
    before = value_of(name, text, style)
    lines = [line for line in re.split("[\n\r\u2028\u2029]", before) if line.strip()]
    assert [parsed.text[block.start : block.end] for block in parsed.blocks] == lines
    if parsed.text.startswith("\n") or not parsed.blocks:
        return
    start = data.draw(st.integers(0, len(parsed.text) - 1))
    end = data.draw(st.integers(start, min(len(parsed.text), start + 3)))
    edit = parsed.sourcemap.edit(start, end, new)
    if edit is None:
        return
    if name == "yaml" and style > 2 and not new and parsed.text[start:end] in lines:
        return  # a block forgets an empty last line
    changed = text[: edit[0]] + edit[2] + text[edit[1] :]
    after = value_of(name, changed, style)
    removed = parsed.text[start:end]
    assert len(after) == len(before) - len(removed) + len(new)
    assert any(before[:at] + new + before[at + len(removed) :] == after for at in range(len(before) + 1) if before.startswith(removed, at))
