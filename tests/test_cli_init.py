"""`arlint init`: a file to begin with, that changes nothing and whose every example is right."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from arlint.cli import main
from arlint.cli.init import template
from arlint.config import Settings, read, settings
from arlint.config.house_style import HOUSE_STYLE
from arlint.config.node import plain, unpacked
from arlint.config.schema import schema
from arlint.config.setting import Fields, Setting
from arlint.config.shape import SETTINGS
from arlint.config.yaml_file import parsed
from arlint.plugins import load

ENABLED = re.sub(r"^#(?! )|^#(?=  )", "", template(), flags=re.MULTILINE)
"""The file with every example switched on."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def force() -> Settings:
    asked = read(["."])
    return settings(asked, load(asked.wanted))


def test_the_file_is_read_and_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = force()
    assert main(["init", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "Wrote .arlint.yml; nothing in it is in force until you remove a #.\n"
    after = force()
    assert after.file == str(folder / ".arlint.yml")
    assert after.values == before.values
    assert after.rules_for("a.txt") == before.rules_for("a.txt")
    assert after.choices_for() == before.choices_for()


def test_every_example_is_right_when_it_is_switched_on(folder: Path) -> None:
    (folder / "rules").mkdir()
    (folder / "style").mkdir()
    (folder / "style" / "words.yml").write_text("", encoding="utf-8")
    (folder / ".arlint.yml").write_text(ENABLED, encoding="utf-8")
    assert force().file
    value = plain(unpacked(parsed(ENABLED)[0], ""))
    assert [error.message for error in Draft202012Validator(schema(load(), "en")).iter_errors(value)] == []
    assert list(value) == [setting.name for setting in SETTINGS.settings]
    assert list(value["house_style"]) == [setting.name for setting in HOUSE_STYLE.settings]
    assert value["house_style"]["tanwin"] == {"position": "after", "presence": "consistent"}


def test_both_languages_explain_every_setting() -> None:
    def names(settings: Iterable[Setting]) -> Iterator[str]:
        for setting in settings:
            yield setting.name
            if isinstance(setting.hint, Fields) and not setting.hint.many:
                yield from names(setting.hint.settings)

    explained = re.findall(r"^ *# .*[ء-ي].*\n *# [A-Za-z].*\n#? *#? *([\w-]+):", template(), re.MULTILINE)
    assert explained == list(names(SETTINGS.settings))


def test_nothing_is_overwritten_unless_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".arlint.yml").write_text("lang: en\n", encoding="utf-8")
    for lang, said in (("en", "the file exists; to write over it: --force."), ("ar", "الملف موجود؛ لاستبداله: --force.")):
        assert main(["init", "--lang", lang]) == 2
        assert capsys.readouterr().err == f".arlint.yml: {said}\n"
    assert (folder / ".arlint.yml").read_text(encoding="utf-8") == "lang: en\n"
    assert main(["init", "--force"]) == 0
    assert (folder / ".arlint.yml").read_text(encoding="utf-8") == template()


@pytest.mark.parametrize("name", [".arlint.yaml", "pyproject.toml"])
def test_a_folder_that_is_configured_elsewhere(folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (folder / name).write_text("[tool.arlint]\n" if name.endswith("toml") else "lang: en\n", encoding="utf-8")
    assert main(["init", "--lang", "en", "--force"]) == 2
    assert capsys.readouterr().err == f"{name}: the folder is configured here; change this, or delete it first.\n"
    assert not (folder / ".arlint.yml").exists()


def test_another_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "desk").mkdir()
    assert main(["init", "--project-root", "desk"]) == 0
    assert main(["init", "--config", "house.yml"]) == 0
    assert (folder / "desk" / ".arlint.yml").read_text(encoding="utf-8") == (folder / "house.yml").read_text(encoding="utf-8") == template()
    capsys.readouterr()
    assert main(["init", "--project-root", "none", "--lang", "en"]) == 2
    assert capsys.readouterr().err == "none/.arlint.yml: it cannot be written: No such file or directory.\n"
