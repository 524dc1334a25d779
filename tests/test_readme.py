"""What the README shows is what arlint prints; its configuration is one that arlint accepts. `pytest --rewrite` writes the output anew."""

import re
from pathlib import Path

import pytest

from arlint.cli import main

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
OUTPUT = re.compile(r"(<!-- output: arlint (?P<command>.*?) -->\n```\n)(?P<output>.*?)(```\n)", re.DOTALL)


def test_the_output_is_what_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(ROOT)
    text = README.read_text(encoding="utf-8")
    shown = list(OUTPUT.finditer(text))
    assert shown

    def printed(match: "re.Match[str]") -> str:
        main(match["command"].split())
        return f"{match[1]}{capsys.readouterr().out}{match[4]}"

    if request.config.getoption("--rewrite"):
        text = OUTPUT.sub(printed, text)
        README.write_text(text, encoding="utf-8")
    assert OUTPUT.sub(printed, text) == text


def test_the_configuration_is_accepted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / ".arlint.yml").write_text(next(block for block in blocks if "extends" in block), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["config"]) == 0, capsys.readouterr().err
