"""SRT and WebVTT: what is spoken, and what may be written into it."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.document import Document, UnreadableError
from arlint.testing import document


def blocks(parsed: Document) -> list[str]:
    return [parsed.text[block.start : block.end] for block in parsed.blocks]


SRT = """1
00:00:01,000 --> 00:00:03,000
<i>قال الوزير</i> إن
{\\an8}الحكومة ستعلن

2
00:00:03,500 --> 00:00:05,000 X1:1
نتائج التحقيق غدا.

3
00:00:05,000 --> 00:00:06,000
- هل انتهى؟
- لا

4
00:00:09,000 --> 00:00:10,000
بعد صمت < قصير
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_srt(line_end: str, mark: str) -> None:
    parsed = document(mark + SRT.replace("\n", line_end), "srt")
    expected = ["قال الوزير إن الحكومة ستعلن نتائج التحقيق غدا.", "- هل انتهى؟", "- لا", "بعد صمت < قصير"]
    assert blocks(parsed) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("no times", []),
        ("1\n00:01,0 --> 00:02,0\nأول\n2\n00:02,0 --> 00:03,0\nثان\n", ["أول", "ثان"]),
        ("1\n00:01,0 --> 00:02,0\nأول\n\nتتمة.\n\n2\n00:02,0 --> 00:03,0\n2024\n", ["أول تتمة.", "2024"]),
        ("1\n00:01,0 --> 00:02,0\n\n2\n00:02,0 --> 00:03,0\n  <b> </b> \nنص", ["نص"]),
        ("1\n00:01,0 --> 00:02,0\nانتظر...\n\n2\n00:02,0 --> 00:03,0\nحتى الصباح.", ["انتظر... حتى الصباح."]),
    ],
)
def test_srt_cues(text: str, expected: list[str]) -> None:
    assert blocks(document(text, "srt")) == expected


@pytest.mark.parametrize(
    ("text", "name", "line"),
    [
        ("نص بلا أوقات", "srt", 1),
        ("1\n00:00:01,000 -> 00:00:02,000\nقال الوزير\n", "srt", 3),
        ("1\r\n٠٠:٠٠:٠١ --> ٠٠:٠٠:٠٢\r\nقال الوزير\r\n", "srt", 3),
        ("WEBVTT عنوان\n\nNOTE ملاحظة\nأخرى\n\n00:01 -> 00:02\nقال الوزير\n", "webvtt", 7),
        ("00:01 -> 00:02\nقال الوزير\n", "webvtt", 2),
    ],
)
def test_words_without_times_are_not_passed_over(text: str, name: str, line: int) -> None:
    with pytest.raises(UnreadableError) as error:
        document(text, name)
    assert f"(line {line})" in error.value.en
    assert f"(السطر {line})" in error.value.ar


def test_notes_and_headers_need_no_times() -> None:
    assert blocks(document("\ufeffWEBVTT عنوان\nنوع: ترجمة\n\nNOTE ملاحظة\nأخرى\n\nSTYLE\n::cue {}\n", "webvtt")) == []


VTT = """WEBVTT عنوان

STYLE
::cue { color: red }

NOTE ملاحظة
تتبعها

intro
00:01.000 --> 00:02.000 align:start
<v سامي>قال &lt;نعم&gt; <00:01.500><c.loud>ثم</c>&nbsp;صمت

NOTE arlint: disable-next-line=QUO001

00:00:02.000 --> 00:00:03.000
وغادر.

هذا ليس من البطاقة
"""


def test_webvtt() -> None:
    parsed = document(VTT, "webvtt")
    assert blocks(parsed) == ["قال <نعم> ثم\u00a0صمت وغادر."]


def test_the_break_between_cues_is_no_place_for_edits() -> None:
    parsed = document(SRT, "srt")
    at = parsed.text.index("ستعلن نتائج") + len("ستعلن")
    start, end = parsed.sourcemap.span(at, at + 1)
    assert parsed.source.text[start:end].split() == ["2", "00:00:03,500", "-->", "00:00:05,000", "X1:1"]
    assert parsed.sourcemap.edit(at, at + 1, "") is None
    assert parsed.sourcemap.edit(0, 3, "a\n\nb") is None
    assert parsed.sourcemap.edit(0, 3, "<i>") is None
    assert parsed.sourcemap.edit(0, 3, "قيل") == (SRT.index("قال"), SRT.index("قال") + 3, "قيل")


def test_what_is_written_is_escaped() -> None:
    edit = document(VTT, "webvtt").sourcemap.edit(0, 3, "<&>")
    assert edit
    assert edit[2] == "&lt;&amp;&gt;"


CUES = st.lists(
    st.sampled_from(
        ["نص", "قال", ".", "؟", "...", "-", " ", "\n", "\r\n", "\n\n", "12", "00:01,5 --> 00:02,5", "01:00:01.000 --> 01:00:02.000 a:b",
         "<i>", "</i>", "<", "&", "&amp;", "{\\an8}", "{", "-->", "NOTE", "\u202b", "\ufeff", "ً", "😀", "https://a.b"]
    ),
    max_size=50,
).map("".join)  # fmt: skip


@given(CUES, st.sampled_from(["srt", "webvtt"]), st.data())
def test_an_edit_is_read_back_as_prose(text: str, name: str, data: st.DataObject) -> None:
    text = f"WEBVTT\n\n00:01.000 --> 00:02.000\nنص {text}"
    parsed = document(text, name)
    runs = [run for run in parsed.sourcemap.runs if run.exact and run.end > run.start]
    for run in runs:
        prose, written = parsed.text[run.start : run.end], text[run.source_start : run.source_end]
        assert prose == written if run.width == 1 else prose == html.unescape(written)
    run = data.draw(st.sampled_from(runs))
    at = data.draw(st.integers(run.start, run.end - 1))
    edit = parsed.sourcemap.edit(at, at + 1, "ك&؛")
    assert edit
    again = document(text[: edit[0]] + edit[2] + text[edit[1] :], name)
    if parsed.text[at] not in ".؟-" and parsed.text[at].isalpha():
        assert again.text == parsed.text[:at] + "ك&؛" + parsed.text[at + 1 :]
