"""`check --add-suppressions`: a comment in each format's own syntax, where it silences what it is for and is no part of the text."""

import os
from pathlib import Path

import pytest

from arlint.cli import main
from tests.packages import docx

Capture = pytest.CaptureFixture[str]

WRITTEN = {
    "text": (
        "a.txt",
        "ذهب الى البيت .\nنص.\n",
        "ذهب الى البيت . <!-- arlint: disable-line=initial-hamza,space-before-punctuation -->\nنص.\n",
    ),
    "crlf": ("a.txt", "نص.\r\nذهب الى البيت.", "نص.\r\nذهب الى البيت. <!-- arlint: disable-line=initial-hamza -->"),
    "markdown": ("a.md", "# الى\n\nنص أول\nالى هنا  \nنص.\n", "# الى{c}\n\nنص أول\nالى هنا{c}  \nنص.\n"),
    "list": ("a.md", "- الى\n- نص\n\n| ا |\n|---|\n| الى |\n", "- الى{c}\n- نص\n\n| ا |\n|---|\n| الى |{c}\n"),
    "html": ("a.html", '<p title="الى هنا"\n class="x">من\n الى</p>\n', '{n}\n<p title="الى هنا"\n class="x">من\n الى</p>{c}\n'),
    "webvtt": (
        "a.vtt",
        "WEBVTT\n\n1\n00:00.000 --> 00:02.000\nذهب الى البيت.\n",
        "WEBVTT\n\nNOTE arlint: disable-next-line=initial-hamza\n\n1\n00:00.000 --> 00:02.000\nذهب الى البيت.\n",
    ),
    "yaml": (
        "a.yml",
        "title: الى البيت\nbody: |\n  نص أول\n  الى هنا\nlist:\n  - text: 'الى'\n",
        "title: الى البيت # arlint: disable-line=initial-hamza\n# arlint: disable=initial-hamza\nbody: |\n  نص أول\n  الى هنا\n"
        "# arlint: enable=initial-hamza\nlist:\n  - text: 'الى' # arlint: disable-line=initial-hamza\n",
    ),
    "yaml at the end": (
        "a.yml",
        "body: |\n  نص أول\n  الى هنا",
        "# arlint: disable=initial-hamza\nbody: |\n  نص أول\n  الى هنا\n# arlint: enable=initial-hamza\n",
    ),
    "po": (
        "a.po",
        'msgid ""\nmsgstr "Language: ar\\n"\n\nmsgid "x"\nmsgstr ""\n"ذهب الى البيت"\n',
        'msgid ""\nmsgstr "Language: ar\\n"\n\n# arlint: disable-next-line=initial-hamza\nmsgid "x"\nmsgstr ""\n"ذهب الى البيت"\n',
    ),
}


def filled(text: str) -> str:
    comment, line = " <!-- arlint: disable-line=initial-hamza -->", "<!-- arlint: disable-next-line=initial-hamza -->"
    return text.replace("{c}", comment).replace("{n}", line)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("name", "text", "expected"), WRITTEN.values(), ids=WRITTEN)
def test_comments_are_those_of_the_format(
    folder: Path, name: str, text: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_bytes(text.encode())
    assert main(["check", "--add-suppressions", name]) == 0
    assert (folder / name).read_bytes().decode() == filled(expected)
    assert main(["check", name]) == 0
    assert main(["check", "--add-suppressions", name]) == 0
    assert (folder / name).read_bytes().decode() == filled(expected)


def test_what_cannot_be_silenced_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {"a.srt": "1\n00:00:00,000 --> 00:00:02,000\nالى\n", "b.json": '{"body": "الى"}'}
    texts["c.md"] = "---\ntitle: الى\n---\n\nنص الى هنا.\n"
    for name, text in {**texts, "d.txt": "ذهب الى البيت .\n"}.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "e.docx").write_bytes(docx("<w:p><w:r><w:t>الى هنا</w:t></w:r></w:p>"))
    (folder / ".arlint.yml").write_text("locked: [PUN002]\n", encoding="utf-8")
    arguments = ["check", "--add-suppressions", "--reason", "كتاب -- قديم", "--until", "2999-1-31", "--lang", "en", "--format", "concise"]
    assert main(arguments) == 1
    out, err = capsys.readouterr()
    assert sorted(line.split(":")[0] for line in out.splitlines()) == ["a.srt", "b.json", "c.md", "d.txt", "e.docx"]
    assert err.splitlines() == [
        "Added 2 comments in 2 files, silencing 2 findings.",
        "Not silenced: 3 findings in a format that has no comments.",
        "Not silenced: 1 finding of rules that no comment silences.",
        "Not silenced: 1 finding where no comment can stand.",
    ]
    assert (folder / "d.txt").read_text("utf-8") == (
        "ذهب الى البيت . <!-- arlint: disable-line=initial-hamza until=2999-01-31 -- كتاب -- قديم -->\n"
    )
    assert {name: (folder / name).read_text("utf-8") for name in ("a.srt", "b.json")} == {name: texts[name] for name in ("a.srt", "b.json")}


MISTAKES = [
    (["--reason", "x"], "--reason needs --add-suppressions."),
    (["--until", "2027-01-01"], "--until needs --add-suppressions."),
    (["--add-suppressions", "--fix"], "cannot go together with --fix"),
    (["--add-suppressions", "--until", "2027-02-30"], "no such day: '2027-02-30'"),
    (["--add-suppressions", "--reason", "a --> b"], "a reason must not hold -->"),
]


@pytest.mark.parametrize(("arguments", "what"), MISTAKES)
def test_mistakes(arguments: list[str], what: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--lang", "en", *arguments]) == 2
    assert what in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everything")
def test_a_file_that_cannot_be_written_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("نص في في هنا.\n", encoding="utf-8")
    (tmp_path / "a.txt").chmod(0o444)
    assert main(["check", "--add-suppressions", "--format", "concise", "--lang", "en"]) == 2
    said = capsys.readouterr()
    assert said.out.endswith("a.txt: The file is read-only and was left as it is; change its permissions.\n")
    assert said.err == "No comment was added.\nNot silenced: 1 finding in files that were not written.\n"
