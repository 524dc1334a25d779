"""`arlint inspect`: the views of a text with true places, who speaks in a quotation, and how words may be read."""

import json
from pathlib import Path
from typing import Any

import pytest

from arlint.arabic.readings import readings
from arlint.cli import main
from arlint.document.speakers import speakers
from arlint.testing import document

ARTICLE = """# عودة الميناء

بيروت – (رويترز): قال مدير الميناء سامر الحلبي: «استقبلنا **اليوم** أول سفينة». وأضاف: «لن نتوقف».

This is English text only.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_what_is_shown_to_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", "a.md", "--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    for line in (
        "a.md  markdown",
        "Blocks (3)",
        "  1:3  headline  عودة الميناء",
        "  5:1  paragraph  [another language]  This is English text only.",
        "  3:81  وأضاف: «لن نتوقف».",
        "  3:88  guillemet  «لن نتوقف»  [speaker, named before: مدير الميناء سامر الحلبي (3:23)]",
        "  3:28  الميناء  الميناء  الميناء | ال+ميناء",
        "  3:81  وأضاف  وأضاف > واضاف  وأضاف | و+أضاف  [أضاف neutral past]",
    ):
        assert line in lines
    assert main(["inspect", "a.md", "--lang", "ar", "--only", "quotations,blocks"]) == 0
    arabic = capsys.readouterr().out
    assert "الكتل (3)" in arabic
    assert "[القائل: مدير الميناء سامر الحلبي (3:23)]" in arabic
    assert "الكلمات" not in arabic


def test_every_place_is_that_of_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", "a.md", "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["version"] == 1
    only = said["documents"][0]
    assert list(only) == ["path", "format", "blocks", "sentences", "quotations", "words"]
    for word in only["words"]:
        assert ARTICLE[word["start"] : word["end"]] == word["text"]
        assert ARTICLE.splitlines()[word["line"] - 1][word["column"] - 1 :].startswith(word["text"])
    assert [block["role"] for block in only["blocks"]] == ["headline", "paragraph", "paragraph"]
    assert only["blocks"][1]["dateline"] == "بيروت – (رويترز): "
    who = only["quotations"][0]["speaker"]
    assert (ARTICLE[who["start"] : who["end"]], who["cue"], who["carried"]) == ("مدير الميناء سامر الحلبي", "قال", False)


def test_what_cannot_be_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "b.txt").write_bytes(b"\xff\xfe\xff")
    (folder / "c.txt").write_text("", encoding="utf-8")
    assert main(["inspect", "b.txt", "c.txt", "--lang", "en"]) == 2
    out, err = capsys.readouterr()
    assert "b.txt" in err
    assert "c.txt" in out
    assert main(["inspect", "a.md", "--only", "letters", "--lang", "en"]) == 2
    assert capsys.readouterr().err == "there is no part 'letters'; parts are blocks, sentences, quotations, words.\n"


SPEAKERS = [
    ("قال مدير الميناء سامر الحلبي: «عدنا اليوم».", ["مدير الميناء سامر الحلبي"]),
    ("وقالت الوزيرة في مؤتمر صحفي أمس إن «العمل بدأ».", ["الوزيرة"]),
    ("«العمل بدأ فعلا»، وفقا لبيان البلدية.", ["بيان البلدية"]),
    ("«العمل بدأ فعلا»، يقول العامل علي حسن.", ["العامل علي حسن"]),
    ("قال الوزير: «عدنا». وأضاف: «لن نتأخر».\nوتابع «سنعمل».", ["الوزير", "الوزير", "الوزير"]),
    ("عُرض فيلم «ليلة الميناء».", [None]),
    ("قال المدير: «سمعت من يقول \"لا\" كثيرا».", ["المدير"]),
]


@pytest.mark.parametrize(("text", "names"), SPEAKERS)
def test_speakers(text: str, names: list[str | None]) -> None:
    parsed = document(text)
    found = [who for _, who in speakers(parsed)]
    assert [who and who.name.text for who in found] == names
    assert all(parsed.text[who.name.start : who.name.end] == who.name.text for who in found if who)


READINGS = [
    ("وبالمدينة", {("", "وبالمدينة", ""), ("و", "بالمدينة", ""), ("وب", "المدينة", ""), ("وبال", "مدينة", "")}),
    ("للناتو", {("ل", "الناتو", ""), ("لل", "ناتو", "")}),
    ("مدينته", {("", "مدينة", "ه")}),
    ("سيكتب", {("س", "يكتب", "")}),
    ("واحد", {("", "واحد", "")}),
    ("في", {("", "في", "")}),
    ("", {("", "", "")}),
]


@pytest.mark.parametrize(("form", "expected"), READINGS)
def test_readings(form: str, expected: Any) -> None:
    found = [(one.prefix, one.stem, one.suffix) for one in readings(form)]
    assert found[0] == ("", form, "")
    assert expected <= set(found)
    assert len(found) == len(set(found))
    if form == "واحد":
        assert ("و", "احد", "") not in found
