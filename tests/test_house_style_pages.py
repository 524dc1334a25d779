"""The configuration that the page on house style shows is one that arlint accepts, and presets do what the page says."""

import re
from pathlib import Path

import pytest

from arlint.cli import main
from arlint.config.presets import PRESETS

DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_page_is_right(lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    page = (DOCS / lang / "house-style.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in page for name in PRESETS)
    house, words, vocabulary, bounds = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    Path("style").mkdir()
    Path("style/words.yml").write_text(words, encoding="utf-8")
    Path(".arlint.yml").write_text(house + vocabulary + bounds, encoding="utf-8")
    Path("a.txt").write_text("زار اوكرانيا مساءً.\n", encoding="utf-8")
    assert main(["check", "--select", "SPL004,STY008", "--format", "concise", "--lang", "en"]) == 1
    assert [line.split()[2:4] for line in capsys.readouterr().out.splitlines() if "a.txt" in line] == [
        ["STY008", "figures-out-of-bounds"],
        ["SPL004", "house-spelling"],
    ]


@pytest.mark.parametrize(("preset", "code"), [("egypt", 0), ("gulf", 1)])
def test_a_region_says_what_to_do_about_the_egyptian_yeh(
    preset: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".arlint.yml").write_text(f"extends: {preset}\n", encoding="utf-8")
    Path("a.txt").write_text("ذهب الوزير فى المساء إلى النادى.\n", encoding="utf-8")
    assert main(["check"]) == code
