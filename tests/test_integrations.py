"""What other tools are given: hooks of pre-commit, the action and the problem matcher of GitHub, the job of GitLab, the image."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from arlint.cli import main
from arlint.plugins import load
from tests.reporting import ARABIC, diagnostics, printed

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
BAD = "وصل الوفد الى العاصمة ، ثم غادر.\n"


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_hooks_take_every_file_that_arlint_reads() -> None:
    hooks = {hook["id"]: hook for hook in read(".pre-commit-hooks.yaml")}
    assert list(hooks) == ["arlint", "arlint-fix", "arlint-project"]
    (pattern,) = {hook["files"] for hook in hooks.values()}
    suffixes = {suffix for fmt in load().formats.values() for suffix in fmt.suffixes} - {".xml"}  # most XML in a repository is no article
    assert [suffix for suffix in suffixes if not re.search(pattern, f"أخبار اليوم/خبر أول{suffix}")] == []
    assert not any(re.search(pattern, name) for name in ("a.py", "text", "خبر.txt.bak", "a.png"))
    assert all(hook["entry"].startswith("arlint ") and hook["language"] == "python" for hook in hooks.values())


def test_what_is_found_in_a_file_does_not_depend_on_its_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".arlint.yml").write_text("extends: [default, project]\nlang: en\n", encoding="utf-8")
    text = "أعلنت هيئة الموانئ أن الرصيف الشرقي عاد إلى العمل صباح الثلاثاء بعد أعمال صيانة استمرت أربعة أشهر وشملت الرافعات والإنارة.\n"
    names = ["خبر أول.txt", "خبر ثان.txt", "خبر ثالث.txt"]
    for name in names:
        Path(name).write_text(text + BAD, encoding="utf-8")

    def found(*arguments: str) -> list[str]:
        main(["check", "--format", "concise", *arguments])
        return capsys.readouterr().out.splitlines()

    per_file = next(hook["entry"].split()[2:] for hook in read(".pre-commit-hooks.yaml") if hook["id"] == "arlint")
    batches = [line for batch in (names[:1], names[1:]) for line in found(*per_file, *batch)]
    assert batches == found(*per_file, *names)
    assert len(batches) == 6
    assert len(found(*names)) > 6


STEPS = {step["name"]: step for step in read("action.yml")["runs"]["steps"] if "name" in step}


@pytest.mark.skipif(not (shutil.which("bash") and (BIN / "arlint").exists()), reason="there is no bash here, or arlint is not installed")
@pytest.mark.parametrize(("fail", "code"), [("true", 1), ("false", 0)])
def test_the_action_annotates_sums_up_and_writes_sarif(tmp_path: Path, fail: str, code: int) -> None:
    (tmp_path / "مقالات اليوم").mkdir()
    (tmp_path / "مقالات اليوم" / "خبر $(touch x).txt").write_text(BAD, encoding="utf-8")
    inputs = {
        "PATHS": "  مقالات اليوم\n\n", "ARGUMENTS": "--fail-on=error\n--ignore\nPUN", "LANGUAGE": "en", "ANNOTATIONS": "true",
        "SARIF": "a b.sarif", "FAIL": fail, "BIN": str(BIN),
        "GITHUB_OUTPUT": str(tmp_path / "output"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
    }  # fmt: skip
    step = STEPS["Check"]
    assert set(step["env"]) <= {*inputs, "PYTHONUTF8"}
    assert "${{" not in step["run"]
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    done = subprocess.run(command, cwd=tmp_path, env={**os.environ, **inputs}, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (code, "")
    (line,) = done.stdout.splitlines()
    assert line.startswith("::error file=مقالات اليوم/خبر $(touch x).txt,line=1,endLine=1,col=11,endColumn=14,title=ORT001 initial-hamza::")
    assert (tmp_path / "output").read_text() == "exit-code=1\n"
    summary = (tmp_path / "summary").read_text("utf-8")
    assert summary.startswith("## arlint\n\n1 finding in 1 file: 1 error.\n\n")
    assert "| 1:11 | error | ORT001 initial-hamza |" in summary
    assert len(json.loads((tmp_path / "a b.sarif").read_text("utf-8"))["runs"][0]["results"]) == 1
    assert not (tmp_path / "x").exists()


def test_the_problem_matcher_reads_heads_of_findings() -> None:
    matchers = json.loads((ROOT / "integrations" / "github-problem-matcher.json").read_text("utf-8"))["problemMatcher"]
    for level, severity, matcher in zip(("error", "warning", "suggestion"), ("error", "warning", "notice"), matchers, strict=True):
        assert matcher["severity"] == severity
        (pattern,) = matcher["pattern"]
        for name in ("concise", "text"):
            lines = printed(name, ARABIC, diagnostics("غادر الوفد ⟦ايران⟧", path="خبر: أول.txt", level=level)).splitlines()  # type: ignore[arg-type]
            (match,) = filter(None, (re.match(pattern["regexp"], line) for line in lines))
            read = {key: match[number] for key, number in pattern.items() if key != "regexp"}
            assert (read["file"], read["line"], read["column"], read["code"]) == ("خبر: أول.txt", "1", "12", "TRY001 misspelt-name")
            assert read["message"] == "الصواب «إيران» لا «ايران»؛ ورد 3 مرات."


def test_the_job_of_gitlab_hands_over_what_it_writes() -> None:
    job = read("integrations/gitlab-ci.yml")["arlint"]
    written = dict(one.split("=") for one in re.findall(r"--output (\S+)", " ".join(job["script"])))
    assert set(written) <= set(load().reporters)
    assert job["artifacts"]["reports"] == {"codequality": written["gitlab"], "junit": written["junit"]}
    assert job["artifacts"]["paths"] == [written["html"]]


def test_the_image_is_built_of_what_there_is() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    names = [name for line in copied for name in line.split()]
    let = [line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")]
    assert sorted(names) == sorted(let)
    assert all((ROOT / name).exists() for name in names)
