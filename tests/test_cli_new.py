"""`arlint new`: what it writes passes its own tests as it is, is found where it is written, and nothing is ever written over."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from arlint.cli import main
from arlint.config import read
from arlint.plugins import load
from arlint.testing.promises import broken

KINDS = ("pattern", "word", "document")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_rule_of_each_kind_in_an_empty_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for kind in KINDS:
        assert main(["new", "rule", f"a-{kind}", "--kind", kind, "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert said.splitlines()[:3] == [
        "Wrote rules/a_pattern.py", "Wrote .arlint.yml", "Next: arlint explain a-pattern, and arlint test a-pattern",
    ]  # fmt: skip
    assert (folder / ".arlint.yml").read_text(encoding="utf-8") == "plugins:\n  paths: [rules/]\n"
    rules = load(read(()).wanted).rules
    assert [rules[f"a-{kind}"].code for kind in KINDS] == ["HOUSE001", "HOUSE002", "HOUSE003"]
    assert [str(one) for one in broken("rules")] == []
    for kind in KINDS:
        text = (folder / "rules" / f"a_{kind}.py").read_text(encoding="utf-8")
        assert all(f"({step})" in text for step in range(1, 6))
        assert max(map(len, text.splitlines())) <= 140
    assert main(["test", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("All tests passed: ")
    wrong = folder / "rules" / "a_pattern.py"
    text = wrong.read_text(encoding="utf-8")
    wrong.write_text(text.replace("⟦ق.م⟧", "⟦ق⟧.م"), encoding="utf-8")
    assert main(["test", "a-pattern", "--lang", "en"]) == 1
    assert "HOUSE001: a-pattern\n    a finding is not where an example has it" in capsys.readouterr().out
    wrong.write_text(text, encoding="utf-8")
    (folder / "a.txt").write_text("بُنيت عام 300 ق.م هنا.\n", encoding="utf-8")
    assert main(["check", "a.txt", "--format", "concise", "--lang", "en"]) == 1
    assert "HOUSE001 a-pattern" in capsys.readouterr().out


def test_a_folder_that_is_configured(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "desk").mkdir()
    (folder / ".arlint.yml").write_text("plugins: {paths: [desk]}\n", encoding="utf-8")
    assert main(["new", "rule", "my-rule", "--lang", "en"]) == 0
    assert (folder / "desk" / "my_rule.py").exists()
    assert (folder / ".arlint.yml").read_text(encoding="utf-8") == "plugins: {paths: [desk]}\n"
    assert main(["new", "rule", "other-rule", "--to", "deep/er", "--lang", "en"]) == 0
    assert capsys.readouterr().out.splitlines()[-4:-1] == [
        "For arlint to find the rule, add these lines to .arlint.yml:", "  plugins:", "    paths: [deep/er/]",
    ]  # fmt: skip


MISTAKES = [
    (["rule", "Long_Title"], "such as long-title", "مثل long-title"),
    (["rule", "LongTitle"], "such as long-title", "مثل long-title"),
    (["rule", "عنوان"], "lower-case Latin letters", "بحروف لاتينية"),
    (["rule", "../x"], "such as x", "مثل x"),
    (["rule", "unclosed-quote"], "there is a rule 'unclosed-quote' already", "القاعدة unclosed-quote موجودة"),
    (["plugin", "There"], "such as there", "مثل there"),
    (["plugin", "there"], "the folder arlint-there exists", "المجلد arlint-there موجود"),
    (["rule", "in-a-file", "--to", "file"], "file cannot be written", "تعذرت كتابة file"),
]


@pytest.mark.parametrize(("arguments", "english", "arabic"), MISTAKES, ids=lambda value: " ".join(value) if isinstance(value, list) else "")
def test_mistakes(folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], english: str, arabic: str) -> None:
    (folder / "arlint-there").mkdir()
    (folder / "file").write_text("", encoding="utf-8")
    before = sorted(folder.rglob("*"))
    for lang, said in (("en", english), ("ar", arabic)):
        assert main(["new", *arguments, "--lang", lang]) == 2
        assert said in capsys.readouterr().err
    assert sorted(folder.rglob("*")) == before


def test_nothing_is_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "rules").mkdir()
    (folder / "rules" / "my_rule.py").write_text("# mine\n", encoding="utf-8")
    assert main(["new", "rule", "my-rule", "--lang", "en"]) == 2
    assert "the file rules/my_rule.py exists" in capsys.readouterr().err
    assert (folder / "rules" / "my_rule.py").read_text(encoding="utf-8") == "# mine\n"
    assert not (folder / ".arlint.yml").exists()


@pytest.fixture(scope="module")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new plugin with a second rule in it."""
    folder = tmp_path_factory.mktemp("plugin")
    assert main(["new", "plugin", "desk", "--to", str(folder)]) == 0
    before = Path.cwd()
    os.chdir(folder / "arlint-desk" / "arlint_desk")
    try:
        assert main(["new", "rule", "second-rule", "--kind", "word"]) == 0
    finally:
        os.chdir(before)
    return folder / "arlint-desk"


def test_a_plugin_is_whole(plugin: Path) -> None:
    assert 'code = "DES002"' in (plugin / "arlint_desk" / "second_rule.py").read_text(encoding="utf-8")
    hooks = yaml.safe_load((plugin / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["arlint-desk"]
    ci = yaml.safe_load((plugin / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
    assert "${{ matrix.python }}" in str(ci)
    assert yaml.safe_load((plugin / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    written = [path for path in plugin.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert all("§" not in path.read_text(encoding="utf-8") for path in written)
    subprocess.run([sys.executable, "-m", "ruff", "check", "--no-cache", "."], cwd=plugin, check=True, capture_output=True)


def test_an_installed_plugin_is_found_without_configuration_and_passes_its_tests(plugin: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--target", str(site)]
    subprocess.run([*pip, str(plugin)], check=True, capture_output=True)
    environment = {"PYTHONPATH": str(site), "PATH": "", "HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", *arguments]
        return subprocess.run(command, check=False, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8")

    rules = run("arlint", "rules", "--select", "DES")
    assert [line.split()[1] for line in rules.stdout.splitlines()[1:]] == ["abbreviated-era", "second-rule"], rules.stderr
    tests = run("pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(plugin), str(plugin / "tests"))
    assert tests.returncode == 0, tests.stdout


def test_a_distribution_with_several_plugins_asks_which(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two"):
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text("", encoding="utf-8")
    (folder / "pyproject.toml").write_text('[project.entry-points.arlint]\none = "one"\ntwo = "two"\n', encoding="utf-8")
    assert main(["new", "rule", "my-rule", "--lang", "en"]) == 2
    assert "name one with --to: one, two" in capsys.readouterr().err
    assert main(["new", "rule", "my-rule", "--lang", "en", "--to", "two"]) == 0
    assert (folder / "two" / "my_rule.py").exists()
