"""Reports in several formats at once, statistics, and the exit code that is asked for."""

import json
from pathlib import Path

import pytest

from arlint.cli import main

TEXT = "أعلن الوزير في في البيان أن العمل بدأ .\nوأضاف أن ايران وافقت ، وأن الى العاصمة طريقا .\n"


@pytest.fixture(autouse=True)
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "خبر.txt").write_text(TEXT, encoding="utf-8")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["check", "--lang", "en", *arguments])
    return code, *capsys.readouterr()


def test_several_reports_in_one_run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    alone = said(capsys, "--format", "concise")
    together = said(capsys, "--format", "concise", "--output", "json=out/a b.json", "--output", "sarif=ب.sarif")
    assert together == alone
    assert json.loads((tmp_path / "out/a b.json").read_text("utf-8")) == json.loads(said(capsys, "خبر.txt", "--format", "json")[1])
    assert (tmp_path / "ب.sarif").read_text("utf-8") == said(capsys, "خبر.txt", "--format", "sarif")[1]
    # A report of the run before is no article.
    assert said(capsys, "--format", "concise", "--output", "json=out/a b.json") == alone


def test_a_report_on_nothing_is_written_all_the_same(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / ".arlint.yml").write_text("exclude: ['*.txt']\n", encoding="utf-8")
    assert said(capsys, "خبر.txt", "--output", "json=a.json")[0] == 0
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["findings"] == []


MISTAKES = [
    (["--output", "json"], "no file is named in 'json'"),
    (["--output", "jsn=a"], "no output format 'jsn'; did you mean 'json'?"),
    (["--output", "json=a", "--output", "sarif=a"], "two reports would go to a"),
    (["--output", "json=خبر.txt/a"], "--output خبر.txt/a: "),
    (["--statistics", "--format", "sarif"], "statistics come as text or json, not as 'sarif'"),
]


@pytest.mark.parametrize(("arguments", "what"), MISTAKES)
def test_mistakes(capsys: pytest.CaptureFixture[str], arguments: list[str], what: str) -> None:
    code, _, err = said(capsys, *arguments)
    assert code == 2
    assert what in err


def test_statistics(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "--statistics", "--format", "json")
    found = json.loads(out)
    assert code == 1
    assert {one["id"]: (one["findings"], one["files"], one["safe"]) for one in found["rules"]} == {
        "space-before-punctuation": (3, 1, 3),
        "initial-hamza": (2, 1, 2),
        "doubled-word": (1, 1, 1),
    }
    assert found["summary"]["findings"] == 6
    assert "space-before-punctuation" in said(capsys, "--statistics")[1].splitlines()[1]


def test_exit_zero_forgives_findings_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys)[0] == 1
    assert said(capsys, "--exit-zero")[0] == 0
    assert said(capsys, "--exit-zero", "none.txt")[0] == 2
