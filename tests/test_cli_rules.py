"""`arlint rules` and `arlint explain`: what there is to know of rules."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from arlint.cli import main
from arlint.cli.looking import as_yaml, say
from arlint.config.node import plain, unpacked
from arlint.config.yaml_file import parsed
from arlint.plugins import load

RULES = load().rules


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def out(capsys: pytest.CaptureFixture[str]) -> Iterator[Any]:
    def run(*arguments: str) -> str:
        assert main(arguments) == 0
        return capsys.readouterr().out

    return run


def test_the_table_has_a_line_for_each_rule_in_steady_columns(out: Any) -> None:
    for lang in ("ar", "en"):
        head, *lines = out("rules", "--lang", lang).splitlines()
        assert head.split() == ["code", "id", "level", "default", "fix", "title"]
        assert [line.split()[:2] for line in lines] == [[rule.code, rule.id] for rule in RULES.values()]
        for name in ("id", "level", "default", "fix", "title"):
            column = head.index(name)
            assert all(line[column - 2 : column] == "  " and line[column] != " " for line in lines)
        column = head.index("title")
        assert [line[column:] for line in lines] == [rule.title.in_(lang) for rule in RULES.values()]
        assert all(line[:column].isascii() for line in lines)


def test_what_is_said_of_a_rule(out: Any) -> None:
    said = {rule["id"]: rule for rule in json.loads(out("rules", "--format", "json", "--lang", "en"))["rules"]}
    assert set(said) == set(RULES)
    assert said["mixed-digits"] == {
        "code": "NUM001", "id": "mixed-digits", "category": "NUM", "level": "warning", "default": "on", "fix": "safe", "plugin": "numbers",
        "title": "Two digit systems",
    }  # fmt: skip
    assert said["unclosed-quote"]["fix"] == "none"
    assert said["dateline"]["default"] == "off"
    for rule_id, one in said.items():
        assert (one["fix"] != "none") is RULES[rule_id].fixable(), rule_id


def test_select(out: Any, capsys: pytest.CaptureFixture[str]) -> None:
    lines = out("rules", "--select", "QUO,NUM00[12]", "--select", "headline-length").splitlines()[1:]
    codes = [line.split()[0] for line in lines]
    assert set(codes) == {code for code in (rule.code for rule in RULES.values()) if re.match("QUO|NUM00[12]|STR004", code)}
    assert main(["rules", "--select", "QUO,unclosed-qoute", "--lang", "en"]) == 2
    assert capsys.readouterr().err == "--select: no rule 'unclosed-qoute'; did you mean 'unclosed-quote'?\n"
    assert main(["rules", "--select", "unclosed-qoute", "--lang", "ar"]) == 2
    assert capsys.readouterr().err == "--select: لا قاعدة باسم «unclosed-qoute»؛ هل تقصد «unclosed-quote»؟\n"


UNKNOWN = [
    ("unclosd-quote", "no rule 'unclosd-quote'; did you mean 'unclosed-quote'?", "هل تقصد «unclosed-quote»؟"),
    ("quo001", "no rule 'quo001'; did you mean 'QUO001'?", "هل تقصد «QUO001»؟"),
    ("zzzzzz", "no rule 'zzzzzz'; for a list: arlint rules.", "لعرض القواعد: arlint rules."),
    ("QUO", "'QUO' names several rules; for a list: arlint rules --select QUO", "لعرضها: arlint rules --select QUO"),
    ("QUO*", "'QUO*' names several rules; for a list: arlint rules --select QUO*", "عدة قواعد"),
]


@pytest.mark.parametrize(("name", "english", "arabic"), UNKNOWN)
def test_a_rule_that_is_not_there(capsys: pytest.CaptureFixture[str], name: str, english: str, arabic: str) -> None:
    assert main(["explain", name, "--lang", "en"]) == 2
    assert capsys.readouterr() == ("", f"explain: {english}\n")
    assert main(["explain", name, "--lang", "ar"]) == 2
    assert arabic in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("rule_id", RULES)
def test_every_rule_is_explained_in_both_languages(out: Any, rule_id: str, lang: str) -> None:
    rule = RULES[rule_id]
    text = out("explain", rule_id, "--lang", lang)
    assert text == out("explain", rule.code, "--lang", lang)
    assert text.startswith(f"{rule.code} {rule_id}\n{rule.title.in_(lang)}\n{rule.level}")
    said = json.loads(out("explain", rule_id, "--lang", lang, "--format", "json"))
    assert said["page"]
    assert all(paragraph.split()[0] in text for paragraph in said["page"])
    for name, option in rule.options.items():
        assert f"\n  {name}: " in text
        assert " ".join(option.about.in_(lang).split()) in " ".join(text.split())
    assert [example["text"] for example in said["examples"]] == [*rule.good, *rule.bad, *(case.text for case in rule.cases)]
    assert text.count("⟦") >= sum(example["text"].count("⟦") for example in said["examples"])
    if rule.measured:
        assert str(rule.measured.articles) in text
    # The last lines are a piece of configuration that says what is the default.
    written = plain(unpacked(parsed(text[text.rindex("  rules:") :])[0], ""))
    assert written["rules"][rule_id] == {"level": rule.level, **{one["name"]: one["default"] for one in said["options"]}}


def test_the_text_of_a_page(out: Any) -> None:
    text = out("explain", "QUO001", "--lang", "en")
    assert "\nOptions\n  families: [straight, curly, guillemet]  (straight | curly | guillemet | single)\n" in text
    assert "\nIn the configuration\n  rules:\n    unclosed-quote: {level: error, " in text
    arabic = out("explain", "QUO001", "--lang", "ar")
    assert arabic.splitlines()[2] == "error، مفعّلة افتراضيا، بلا إصلاح."
    for heading in ("الخيارات", "مما يُبلَّغ عنه", "مما لا يُبلَّغ عنه", "في ملف الإعدادات"):
        assert f"\n{heading}" in arabic


def test_rules_can_be_asked_for_while_the_configuration_is_wrong(folder: Path, out: Any) -> None:
    (folder / ".arlint.yml").write_text("rules: {unclosed-qoute: off}\n", encoding="utf-8")
    assert "unclosed-quote" in out("rules")
    assert out("explain", "QUO001").startswith("QUO001")


def test_the_configuration_chooses_the_language(folder: Path, out: Any) -> None:
    (folder / ".arlint.yml").write_text("lang: en\n", encoding="utf-8")
    assert "on by default" in out("explain", "QUO001")
    assert "مفعّلة افتراضيا" in out("explain", "QUO001", "--lang", "ar")


VALUES = [
    "a", "any", "true", True, None, 8, 0.5, "8", "on", "null", "في المئة", "%", "", " a", "a: b", "#", "a b", "*.md", "old/", [], {},
    ["x", 1], {"a": ["b"], "ج": "د"}, '"', "«", "-", "- a", ".", "a, b", "[", "\n",
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_values_are_written_so_that_they_are_read_again(value: object) -> None:
    for text in (f"a: {as_yaml(value)}", f"a: [{as_yaml(value)}]", f"a: {{b: {as_yaml(value)}}}"):
        read = plain(unpacked(parsed(text)[0], ""))["a"]
        assert read in (value, [value], {"b": value})
        assert type(read) in (type(value), list, dict)


def test_isolates_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    lines = ["QUO001  on  علامة، ثم علامة", "from «إيران» to X", "نعم", "none"]
    say(lines, "en")
    assert capsys.readouterr().out.splitlines() == lines
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    say(lines, "en")
    assert capsys.readouterr().out.splitlines() == [
        "QUO001  on  \u2068علامة، ثم علامة\u2069", "from «\u2068إيران\u2069» to X", "\u2068نعم\u2069", "none",
    ]  # fmt: skip
    say(lines, "ar")
    assert capsys.readouterr().out.splitlines() == lines
