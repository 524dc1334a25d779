"""`check --fix`, `fix` and `--diff` on files: what is written and what is not, what is said, and the exit code."""

import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from arlint.cli import main
from arlint.writing import CHANGED, UnwrittenError, write

FAULTY = "ذهب الوزير الى العاصمة في في البداية .\nوقال: «وصلنا الى المدينة».\n"
REPAIRED = "ذهب الوزير إلى العاصمة في البداية.\nوقال: «وصلنا الى المدينة».\n"
UNSAFELY = "ذهب الوزير إلى العاصمة في البداية.\nوقال: «وصلنا إلى المدينة».\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "خبر.txt").write_bytes(FAULTY.encode())
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str, lang: str = "en") -> tuple[int, str, str]:
    code = main([*arguments, "--lang", lang])
    return code, *capsys.readouterr()


def test_check_fix_writes_and_reports_what_is_left(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    code, out, err = said(capsys, "check", "--fix", "--format", "concise")
    assert (folder / "خبر.txt").read_text("utf-8") == REPAIRED
    assert [line.split()[2] for line in out.splitlines()] == ["ORT001"]
    assert "Repaired 3 findings in 1 file (" in err
    assert "in quoted words, which need review; made by --unsafe-fixes: 1 finding (initial-hamza)." in err
    assert code == 1
    assert said(capsys, "check", "--fix", "--unsafe-fixes")[0] == 0
    assert (folder / "خبر.txt").read_text("utf-8") == UNSAFELY


def test_fix_says_what_it_did_and_succeeds(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    code, out, err = said(capsys, "fix", "--show-fixes", lang="ar")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "خبر.txt:1:12: error ORT001 initial-hamza الإصلاح: ضع «إلى» مكان «الى»"
    assert out.splitlines()[3:] == [
        "أُصلحت 3 ملاحظات في ملف واحد (doubled-word 1، initial-hamza 1، space-before-punctuation 1).",
        "بقيت ملاحظة واحدة:",
        "  في كلام مقتبس لا يُغيَّر دون مراجعة، ويجريه --unsafe-fixes: ملاحظة واحدة (initial-hamza).",
    ]
    assert said(capsys, "fix", lang="ar")[1].startswith("لم يُصلح شيء.\n")
    (folder / "خبر.txt").write_bytes(FAULTY.encode())
    assert said(capsys, "fix", "--exit-non-zero-on-fix")[0] == 1
    assert said(capsys, "fix", "--exit-non-zero-on-fix")[0] == 0


def test_diff_writes_nothing_and_can_be_applied(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    texts = {"خبر.txt": FAULTY, "بلا نهاية.txt": "ذهب الى البيت .", "crlf.txt": "ذهب الى البيت .\r\n\r\nثم عاد.\r\n"}
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())
    code, out, err = said(capsys, "check", "--diff")
    assert code == 1
    assert "Would repair 7 findings in 3 files" in err
    assert {name: (folder / name).read_bytes().decode() for name in texts} == texts
    assert said(capsys, "check", "--diff", "--exit-zero")[0] == 0
    (folder / "all.patch").write_bytes(out.encode())
    subprocess.run(["git", "apply", "-p0", "all.patch"], check=True, cwd=folder)
    patched = {name: (folder / name).read_bytes() for name in texts}
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())
    said(capsys, "fix")
    assert {name: (folder / name).read_bytes() for name in texts} == patched
    assert said(capsys, "check", "--diff")[:2] == (0, "")


def piped(*arguments: str, stdin: bytes) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([sys.executable, "-m", "arlint", *arguments, "--lang", "en"], check=False, input=stdin, capture_output=True)


def test_standard_input_comes_back_repaired() -> None:
    for command in (["check", "--fix", "-"], ["fix", "-"], ["fix", "--stdin-filename", "a.txt"]):
        for encoding in ("utf-8", "utf-8-sig", "utf-16"):
            done = piped(*command, stdin=FAULTY.encode(encoding))
            assert done.stdout.decode(encoding) == REPAIRED
            assert b"Repaired 3 findings" in done.stderr
    assert piped("check", "--fix", "-", stdin="كل شيء بخير.\n".encode()).stdout.decode() == "كل شيء بخير.\n"
    broken = FAULTY.encode("windows-1256")
    done = piped("fix", "-", stdin=broken)
    assert (done.stdout, done.returncode) == (broken, 2)
    assert piped("fix", "--diff", "-", stdin=FAULTY.encode()).stdout.startswith(b"--- stdin.txt\n")


def test_what_a_file_is_stays_as_it_is(folder: Path) -> None:
    (folder / "sub").mkdir()
    for encoding, ends in (("utf-8-sig", "\r\n"), ("utf-16", "\r"), ("utf-16-be", "\n")):
        mark = "\ufeff" if encoding == "utf-16-be" else ""
        text = (mark + FAULTY.replace("\n", ends)).encode(encoding)
        path = folder / "sub" / f"{encoding}.txt"
        path.write_bytes(text)
        path.chmod(0o640)
        (folder / f"{encoding} link.txt").symlink_to(path)
        assert main(["fix", f"{encoding} link.txt"]) == 0
        assert path.read_bytes() == (mark + REPAIRED.replace("\n", ends)).encode(encoding)
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        assert (folder / f"{encoding} link.txt").is_symlink()
    assert len(list((folder / "sub").iterdir())) == 3


def test_the_configuration_says_which_fixes_are_made(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    config = "fix: {off: [PUN], demote: [ORT001]}\noverrides:\n- {paths: [old/], fix: {off: [ALL], promote: doubled-word}}\n"
    (folder / ".arlint.yml").write_text(config, encoding="utf-8")
    (folder / "old").mkdir()
    (folder / "old" / "a.txt").write_text(FAULTY, encoding="utf-8")
    _, _, err = said(capsys, "check", "--fix")
    assert (folder / "خبر.txt").read_text("utf-8") == FAULTY.replace("في في", "في")
    assert (folder / "old" / "a.txt").read_text("utf-8") == FAULTY.replace("في في", "في")
    assert "with a fix that the configuration switches off: 4 findings (initial-hamza 2, space-before-punctuation 2)." in err
    assert "with a fix that needs review, made by --unsafe-fixes: 1 finding (initial-hamza)." in err
    (folder / ".arlint.yml").write_text("fix: {of: PUN, promote: [x-y]}\n", encoding="utf-8")
    code, _, err = said(capsys, "fix")
    assert code == 2
    assert ".arlint.yml:1:7: no setting 'of' in 'fix'; did you mean 'off'?" in err
    assert ".arlint.yml:1:26: no rule 'x-y'" in err


def test_large_files_of_lines_are_repaired_as_a_whole(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("arlint.stream.LARGE", 100)
    monkeypatch.setattr("arlint.stream.PIECE", 100)
    lines = ['{"body": "ذهب الى البيت ."}', '{"body": "سطر سليم."}', '{"body": "عاد في في المساء الى \\"المدينة\\"."}'] * 3
    (folder / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert said(capsys, "baseline", "a.jsonl", "--select", "PUN002")[0] == 0
    assert said(capsys, "check", "--fix", "a.jsonl", "--select", "PUN002,DUP004,ORT001")[0] == 0
    expected = "\n".join(lines).replace("الى", "إلى").replace("في في", "في")
    assert (folder / "a.jsonl").read_text("utf-8") == expected


@pytest.mark.parametrize("option", ["--unsafe-fixes", "--show-fixes", "--exit-non-zero-on-fix"])
def test_options_that_need_fix(capsys: pytest.CaptureFixture[str], option: str) -> None:
    assert said(capsys, "check", option) == (2, "", f"{option} needs --fix or --diff.\n")


def test_a_file_that_changed_meanwhile_is_left_alone(folder: Path) -> None:
    path = folder / "خبر.txt"
    with pytest.raises(UnwrittenError) as caught:
        write(str(path), b"new", was=b"something else")
    assert caught.value.message == CHANGED
    assert path.read_bytes() == FAULTY.encode()
    path.unlink()
    with pytest.raises(UnwrittenError):
        write(str(path), b"new", was=FAULTY.encode())
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everything")
def test_files_and_folders_that_may_not_be_written(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    for path, mode, reason in ((folder / "خبر.txt", 0o444, "is read-only"), (folder, 0o555, "no permission to write in the folder")):
        before = path.stat().st_mode
        path.chmod(mode)
        code, _, err = said(capsys, "check", "--fix")
        path.chmod(before)
        assert code == 2
        assert reason in err
        assert (folder / "خبر.txt").read_bytes() == FAULTY.encode()


def test_a_full_disk(folder: Path) -> None:
    (folder / "كبير.txt").write_bytes(FAULTY.encode() * 2000)

    def little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    command = [sys.executable, "-m", "arlint", "fix", "--lang", "en", "--select", "ORT001"]
    done = subprocess.run(command, check=False, capture_output=True, preexec_fn=little)
    assert done.returncode == 2
    assert "كبير.txt: The disk is full, or a limit was reached; the file was left as it is." in done.stdout.decode()
    assert (folder / "كبير.txt").read_bytes() == FAULTY.encode() * 2000
    assert "إلى" in (folder / "خبر.txt").read_text("utf-8")
    assert sorted(path.name for path in folder.iterdir()) == ["خبر.txt", "كبير.txt"]


def test_what_a_killed_run_left_is_cleared_away_later(folder: Path) -> None:
    old, young = folder / ".arlint-12-1f", folder / ".arlint-13-2f"
    for path in (old, young):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    assert main(["fix"]) == 0
    assert not old.exists()
    assert young.exists()
