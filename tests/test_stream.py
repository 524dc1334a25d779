"""A large file of lines is read piece by piece, and everything is said as if it had been read at once."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from arlint import stream
from arlint.cli import main

PARAGRAPH = "وصل الوفد الوزاري إلى العاصمة مساء أمس، والتقى رئيس الحكومة وعددا من النواب قبل أن يغادر عائدا إلى بلاده في ساعة متأخرة."


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    def run(text: str, *arguments: str, name: str = "archive.jsonl", size: int = 0) -> Any:
        monkeypatch.setattr(stream, "LARGE", size or 1 << 40)
        monkeypatch.setattr(stream, "PIECE", size)
        monkeypatch.chdir(tmp_path)
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
        code = main(["check", "--format", "json", "--lang", "en", "--select", "DUP", *arguments, name])
        return code, json.loads(capsys.readouterr().out)

    return run


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_pieces_are_as_good_as_the_whole(found: Callable[..., Any], mark: str, line_end: str) -> None:
    bodies = [f"{PARAGRAPH}\nغاب في في البيت.", f"سافر 😀 من من البيت.\n{PARAGRAPH}\n{PARAGRAPH}", "نص"] * 5
    text = mark + "".join(json.dumps({"body": body}, ensure_ascii=False) + line_end for body in bodies)
    whole = found(text)
    assert len(whole[1]["findings"]) >= 15
    for size in (300, 1000, 2500):
        assert found(text, size=size) == whole


def test_articles_of_pieces_are_told_apart(found: Callable[..., Any]) -> None:
    """Paragraphs that stand in several articles are copies between them, not within one."""
    text = "".join(json.dumps({"body": f"خبر {number}.\n{PARAGRAPH}"}) + "\n" for number in range(4))
    (code, whole), (_, parts) = found(text, "--select", "DUP005"), found(text, "--select", "DUP005", size=200)
    assert parts == whole
    assert code == (1 if whole["findings"] else 0)


def test_what_is_broken_is_said_with_its_line(found: Callable[..., Any]) -> None:
    lines = [json.dumps({"body": "غاب في في."}) + "\n"] * 40
    lines[20] = '{"body": "نص",}\n'
    code, said = found("".join(lines), size=100)
    assert code == 2
    assert [one["message"] for one in said["errors"]] == ["The file is not valid JSON (line 21, column 15); correct it and try again."]
    assert len(said["findings"]) > 20


def test_a_line_may_be_too_long(found: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / ".arlint.yml").write_text("max-file-size: 500\n", encoding="utf-8")
    lines = [json.dumps({"body": "غاب في في."}) + "\n"] * 20
    assert len(found("".join(lines), size=100)[1]["findings"]) == 20
    code, said = found("".join([*lines, json.dumps({"body": PARAGRAPH * 9}), "\n"]), size=100)
    assert (code, len(said["findings"])) == (2, 20)
    assert said["errors"][0]["message"].startswith("Line 21 is longer than the limit")
