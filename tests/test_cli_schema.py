"""`arlint schema`: a JSON Schema that accepts what the configuration accepts, and refuses what is plainly wrong."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from arlint.cli import main
from arlint.config import ConfigError, read, settings
from arlint.config.node import plain, unpacked
from arlint.config.schema import schema
from arlint.config.yaml_file import parsed
from arlint.plugins import load
from tests.configuring import REGISTRY
from tests.test_config import HOUSE, OVERRIDES, RULE_CHOICES
from tests.test_config_mistakes import YAML

VALIDATOR = Draft202012Validator(schema(REGISTRY, "en"))


def value(text: str) -> Any:
    return plain(unpacked(parsed(text)[0], ""))


def faults(text: str) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(value(text))]


RIGHT = [
    "", "{}", "lang: en", "fail-on: never", "max-file-size: 20MB", "max-file-size: 1000", "extends: strict", "extends: [gulf, strict]",
    "include: '*.md'", "exclude: [a/, '!b']", "rules:\nselect:\nhouse_style:\nplugins:\nsuppress:\noverrides:", "ignore: ['*-line', ALL]",
    "rules: {LIN001: {max: 3, share: 1, strict: true, unit: x, kind: prose, words: [a], allow: [], span: [1, 2], marks: [curly]}}",
    "rules: {long-line: {groups: {a: on, b: 3}, share: 0.25}}", "rules: {LIN001: true, LIN002: false, '*-tanwin': error, ALL: on}",
    "suppress: [{paths: a, rules: LIN}, {paths: [b], rules: ['L*'], reason: نعم}]", "plugins: {require: [], block: [], paths: []}",
    "house_style: {tanwin: {position: before, presence: any}, months: {system: maghreb}, g_letter: غ, percent: في المئة}",
    *(text for text, _, _ in RULE_CHOICES), HOUSE, OVERRIDES,
]  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_accepted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".arlint.yml").write_text(text, encoding="utf-8")
    settings(read(["."]), REGISTRY)
    assert faults(text) == []


UNSEEN = {
    "glob", "file", "size", "no size", "pattern", "empty pattern", "twice", "duplicate key", "documents", "tag", "merge",
    "key", "anchor", "ouroboros", "depth", "NUL",
}
"""Mistakes that no schema can see."""
WRONG = {name: text for name, (text, english, _) in YAML.items() if "broken" not in english and name not in UNSEEN}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_what_is_refused(text: str) -> None:
    assert faults(text)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_printed_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["schema", "--lang", lang]) == 0
    printed = json.loads(capsys.readouterr().out)
    Draft202012Validator.check_schema(printed)
    assert printed["properties"]["lang"]["description"] == {
        "ar": "لغة الرسائل: ar أو en.", "en": "The language of messages, ar or en.",
    }[lang]  # fmt: skip
    rule = printed["$defs"]["rule-unclosed-quote"]["anyOf"][1]["properties"]
    assert rule["max_paragraphs"]["type"] == "integer"
    assert rule["max_paragraphs"]["default"] == 8
    assert rule["families"]["items"]["enum"] == ["straight", "curly", "guillemet", "single"]
    assert printed["properties"]["rules"]["anyOf"][0] == {"$ref": "#/$defs/rules"}


def test_every_default_and_example_fits_its_own_schema() -> None:
    said = schema(load(), "ar")
    checked = 0
    parts: list[Any] = [said]
    while parts:
        part = parts.pop()
        parts += part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
        if isinstance(part, dict) and "description" in part:
            for sample in (*part.get("examples", ()), *([part["default"]] if "default" in part else [])):
                assert Draft202012Validator({**part, "$defs": said["$defs"]}).is_valid(sample), (sample, part)
                checked += 1
    assert checked > 30


def test_plugins_of_the_project_are_in_the_schema_and_mistakes_elsewhere_do_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".arlint.yml").write_text("selct: x\nplugins: {paths: [desk.py]}\n", encoding="utf-8")
    plugin = '''
from arlint import Pattern, PatternRule, Text, option
class Shout(PatternRule):
    id = "shout"
    code = "DSK900"
    title = Text("صراخ", "Shouting")
    message = title
    marks: int = option(2, ar="العدد.", en="How many.")
    patterns = (Pattern("!!+"),)
    good = ("نعم!",)
    bad = {"نعم⟦!!⟧": None}
'''
    (tmp_path / "desk.py").write_text(plugin, encoding="utf-8")
    assert main(["schema", "--lang", "en"]) == 0
    assert json.loads(capsys.readouterr().out)["$defs"]["rule-shout"]["anyOf"][1]["properties"]["marks"]["description"] == "How many."
    with pytest.raises(ConfigError):
        settings(read(["."]), REGISTRY)
