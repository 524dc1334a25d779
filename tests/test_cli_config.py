"""`arlint config`: what is in force, and where each value comes from."""

import json
from pathlib import Path
from typing import Any

import pytest

from arlint.cli import main

CONFIG = """\
extends: [strict, gulf]
lang: en
rules:
  QUO001: {max_paragraphs: 3}
  STR004: off
overrides:
  - paths: culture/
    rules: {QUO001: warning}
    house_style: {variants: {america: أميركا}}
suppress:
  - {paths: speeches/, rules: [QUO], reason: خطب منقولة}
exclude: [old/]
plugins: {require: [quotes]}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".arlint.yml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[list[str], dict[str, str]]:
    """The lines at the head, and the origin and value of each row."""
    assert main(["config", *arguments]) == 0
    head, _, body = capsys.readouterr().out.partition("\n\n")
    rows = (line.split(maxsplit=1) for line in body.splitlines())
    columns = body.splitlines()[0].index(body.split()[1])
    assert all(line[columns - 1] == " " != line[columns] for line in body.splitlines())
    return head.splitlines(), {name: " ".join(rest.split()) for name, rest in rows}


def test_the_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head, rows = shown(capsys)
    assert head == ["configuration: .arlint.yml", f"project: {folder}"]
    assert {name: rest for name, rest in rows.items() if not name.startswith(("rules.", "house"))} == {
        "extends": ".arlint.yml:1 [strict, gulf]",
        "plugins.require": ".arlint.yml:13 [quotes]",
        "lang": ".arlint.yml:2 en",
        "numerals": "default western",
        "fail-on": "default warning",
        "max-file-size": "default 20000000",
        "baseline": "default .arlint-baseline.json",
        "exclude": ".arlint.yml:12 [old/]",
        "overrides": ".arlint.yml:7 [culture/]",
        "suppress": ".arlint.yml:11 {paths: [speeches/], rules: [QUO], reason: خطب منقولة}",
    }
    assert rows["rules.unclosed-quote.max_paragraphs"] == ".arlint.yml:4 3"
    assert rows["rules.headline-length"] == ".arlint.yml:5 off"
    assert rows["house_style.months.system"] == "preset gulf gregorian"


def rows_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, tuple[Any, str]]:
    assert main(["config", "--format", "json", *arguments]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["version"] == 1
    origins = [row["origin"]["name"] or row["origin"]["kind"] for row in said["settings"]]
    return {row["name"]: (row["value"], f"{origin}:{row['origin']['line']}") for row, origin in zip(said["settings"], origins, strict=True)}


EVERYWHERE = {
    "lang": ("en", ".arlint.yml:2"),
    "house_style.months.system": ("gregorian", "gulf:0"),
    "rules.unclosed-quote": ("on", ".arlint.yml:4"),
    "rules.unclosed-quote.level": ("error", "default:0"),
    "rules.unclosed-quote.families": (["straight", "curly", "guillemet"], "default:0"),
    "rules.unclosed-quote.max_paragraphs": (3, ".arlint.yml:4"),
    "rules.headline-length": ("off", ".arlint.yml:5"),
    "rules.mixed-digits.digits": ("western", "gulf:0"),
}


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    rows = rows_of(capsys)
    assert {name: rows[name] for name in EVERYWHERE} == EVERYWHERE
    assert rows["overrides"] == (["culture/"], ".arlint.yml:7")
    assert rows["suppress"] == ({"paths": ["speeches/"], "rules": ["QUO"], "reason": "خطب منقولة"}, ".arlint.yml:11")
    assert "rules.headline-length.max" not in rows
    assert "house_style.variants.america" not in rows


def test_a_path(capsys: pytest.CaptureFixture[str]) -> None:
    rows = rows_of(capsys, "culture/a.txt")
    assert rows["rules.unclosed-quote.level"] == ("warning", ".arlint.yml:8")
    assert rows["house_style.variants.america"] == ("أميركا", ".arlint.yml:9")
    assert rows["overrides"] == (["culture/"], ".arlint.yml:7")
    assert "suppress" not in rows
    rows = rows_of(capsys, "speeches/a.txt")
    assert rows["suppress"][0]["reason"] == "خطب منقولة"
    assert "overrides" not in rows


def test_a_path_that_is_excluded(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, "old/a.txt")[0][2] == "file: old/a.txt (excluded: it is not checked)"
    assert shown(capsys, "a.txt")[0][2] == "file: a.txt"
    assert shown(capsys, "--lang", "ar", "old/a.txt")[0][2] == "الملف: old/a.txt (مستبعد، فلا يُفحص)"


def test_the_command_line_is_an_origin(capsys: pytest.CaptureFixture[str]) -> None:
    rows = rows_of(capsys, "--lang", "ar", "--select", "QUO,NUM001", "--ignore", "QUO001", "--fail-on", "never")
    assert rows["lang"] == ("ar", "--lang:0")
    assert rows["fail-on"] == ("never", "--fail-on:0")
    assert rows["rules.mixed-digits"] == ("on", "--select:0")
    assert rows["rules.unclosed-quote"] == ("off", "--ignore:0")
    assert rows["rules.unused-suppression"] == ("off", "--select:0")


def test_no_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".arlint.yml").unlink()
    assert shown(capsys, "--lang", "en")[0][0] == "configuration: no file, so that defaults are in force"
    assert shown(capsys)[0] == ["الإعدادات: لا ملف، فالقيم افتراضية", f"المشروع: {folder}"]


def test_mistakes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".arlint.yml").write_text("lang: fr\nselct: x\n", encoding="utf-8")
    assert main(["config", "--lang", "en"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        ".arlint.yml:1:7: 'lang' must be one of ar, en, not the text 'fr'.",
        ".arlint.yml:2:1: no setting 'selct' in the configuration; did you mean 'select'?",
    ]
