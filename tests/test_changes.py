"""`--since` and `--staged` in real git repositories: renames, Arabic names, what is staged against what is not."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from arlint.cli import main

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

CLEAN = "وقالت الهيئة إن الرحلة طويلة.\n"
FAULT = "ذهب الوفد الى الميناء.\n"
Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> str:
        identity = ("-c", "user.email=desk@example.org", "-c", "user.name=desk")
        return subprocess.run(["git", *identity, *arguments], check=True, cwd=tmp_path, capture_output=True, text=True).stdout

    run("init", "-q", "-b", "main")
    # What a user may have set must not matter.
    for setting in ("diff.noprefix=true", "color.ui=always", "diff.mnemonicPrefix=true", "diff.renames=false", "diff.interHunkContext=9"):
        run("config", *setting.split("=", 1))
    return run


def write(**texts: str) -> None:
    for name, text in texts.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def commit(git: Git, message: str = "نص") -> None:
    git("add", "-A")
    git("commit", "-qm", message)


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, int]]:
    main(["check", "--format", "json", "--select", "ORT001", *arguments])
    return [(one["path"], one["line"]) for one in json.loads(capsys.readouterr().out)["findings"]]


NAMES = ["خبر.txt", "أخبار اليوم/تقرير (١).txt", "tab\tin.txt", 'quote".txt', "back\\slash.txt", "line\nbreak.txt", "- dash.txt", "é.txt"]


def test_only_changed_lines_in_files_of_any_name(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    write(**dict.fromkeys(NAMES, FAULT + CLEAN + FAULT))
    commit(git)
    assert found(capsys, "--since", "HEAD") == []
    write(**dict.fromkeys(NAMES, FAULT + CLEAN + "++ " + FAULT + "-- @@ -1 +1 @@\n" + FAULT + FAULT))
    write(**{"جديد.txt": FAULT})
    assert sorted(found(capsys, "--since", "HEAD")) == sorted([*((name, line) for name in NAMES for line in (3, 5)), ("جديد.txt", 1)])
    git("add", "-A")
    assert sorted(found(capsys, "--staged")) == sorted([*((name, line) for name in NAMES for line in (3, 5)), ("جديد.txt", 1)])


def test_renames_are_followed(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    write(**{"old.txt": CLEAN * 9 + FAULT})
    commit(git)
    git("mv", "old.txt", "خبر جديد.txt")
    assert found(capsys, "--since", "HEAD") == found(capsys, "--staged") == []
    write(**{"خبر جديد.txt": CLEAN * 9 + FAULT + FAULT})
    assert found(capsys, "--since", "HEAD") == [("خبر جديد.txt", 11)]
    assert found(capsys, "--staged") == []


def test_a_branch_is_judged_by_its_own_changes(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    write(a=CLEAN, **{"a.txt": CLEAN * 3, "b.txt": FAULT + CLEAN})
    commit(git)
    git("checkout", "-qb", "desk")
    write(**{"a.txt": CLEAN * 3 + FAULT})
    commit(git)
    git("checkout", "-q", "main")
    write(**{"b.txt": CLEAN})
    commit(git)
    git("checkout", "-q", "desk")
    assert found(capsys, "--since", "main") == [("a.txt", 4)]


def test_staged_is_what_the_index_holds(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    write(**{"a.txt": CLEAN, "b.txt": CLEAN, "c.txt": CLEAN, "d.txt": CLEAN})
    commit(git)
    write(**{"a.txt": FAULT + CLEAN, "c.txt": CLEAN + FAULT, "d.txt": CLEAN + FAULT})
    git("add", "-A")
    write(**{"a.txt": CLEAN, "b.txt": FAULT, "c.txt": FAULT + FAULT + FAULT, "e.txt": FAULT})
    Path("d.txt").unlink()
    assert found(capsys, "--staged") == [("a.txt", 1), ("c.txt", 2), ("d.txt", 2)]
    before = Path("a.txt").read_bytes(), Path("c.txt").read_bytes()
    assert main(["check", "--staged", "--fix", "--lang", "en", "--format", "concise"]) == 2
    assert "a.txt: The file has changes that are not staged" in capsys.readouterr().out
    assert (Path("a.txt").read_bytes(), Path("c.txt").read_bytes(), Path("d.txt").exists()) == (*before, False)
    git("add", "-A")
    assert found(capsys, "--staged", "--fix", "c.txt") == []
    assert Path("c.txt").read_text("utf-8") == FAULT.replace("الى", "إلى") * 3
    assert Path("b.txt").read_text("utf-8") == FAULT


def test_the_first_commit(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    write(**{"a.txt": FAULT, "b.txt": FAULT})
    git("add", "a.txt")
    assert found(capsys, "--staged") == [("a.txt", 1)]


def test_only_changed_lines_are_repaired(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    write(**{"a.txt": FAULT + CLEAN})
    commit(git)
    write(**{"a.txt": f"{FAULT}{CLEAN}وفي في المساء عاد الوفد الى الى البيت ، ثم الى المدينة .\n{FAULT}"})
    assert main(["check", "--since", "HEAD", "--fix"]) == 0
    assert Path("a.txt").read_text("utf-8").startswith(FAULT + CLEAN)
    assert "الى" not in Path("a.txt").read_text("utf-8").removeprefix(FAULT)


def test_what_compares_still_sees_everything(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    write(**{".arlint.yml": "rules:\n  SPL001: {scope: project}\n", "b.txt": CLEAN, "x.txt": "ايران"})
    write(**{"a.txt": "وصل وفد إيران ثم عاد وفد إيران.\n"})
    commit(git)
    write(**{"b.txt": f"{CLEAN}وصل وفد ايران.\n"})
    git("add", "-A")
    for option in (["--since", "HEAD"], ["--staged"]):
        main(["check", "--format", "json", "--select", "SPL001", *option])
        assert [(one["path"], one["line"]) for one in json.loads(capsys.readouterr().out)["findings"]] == [("b.txt", 2)]


def test_files_that_are_no_text_to_git_count_as_a_whole(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    for text in (FAULT, FAULT + CLEAN):
        Path("a.txt").write_bytes(text.encode("utf-16"))
        commit(git)
    assert found(capsys, "--since", "HEAD") == []
    assert found(capsys, "--since", "HEAD~") == [("a.txt", 1)]


MISTAKES = [
    (["--since", "none"], "git knows no commit, branch or tag 'none'"),
    (["--since=--output=x"], "git knows no commit, branch or tag '--output=x'"),
    (["--since", "HEAD", "--staged"], "exclude each other"),
    (["--staged", "-"], "Standard input has no history"),
]


@pytest.mark.parametrize(("arguments", "what"), MISTAKES)
def test_mistakes(git: Git, capsys: pytest.CaptureFixture[str], arguments: list[str], what: str) -> None:
    write(**{"a.txt": FAULT})
    commit(git)
    assert main(["check", "--lang", "en", *arguments]) == 2
    assert what in capsys.readouterr().err


def test_outside_a_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write(**{"a.txt": FAULT})
    assert main(["check", "--lang", "en", "--staged"]) == 2
    assert "there is no git repository at " in capsys.readouterr().err
