"""What only a process can show: pipes, signals, standard input, locales, bytes that are no text, and the same output every time."""

import json
import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest

from arlint.cli import main

ARLINT = [sys.executable, "-m", "arlint"]
STRAY = 'قال الوزير: "وصل الوفد إلى العاصمة مساء أمس.\n'


def run(*arguments: str, cwd: Path, stdin: bytes = b"", **environment: str) -> "subprocess.CompletedProcess[bytes]":
    command = [*ARLINT, *arguments]
    return subprocess.run(command, check=False, cwd=cwd, input=stdin, capture_output=True, env={**os.environ, **environment})


def findings(done: "subprocess.CompletedProcess[bytes]") -> list[tuple[str, str]]:
    return [(one["path"], one["rule"]) for one in json.loads(done.stdout)["findings"]]


def test_standard_input(tmp_path: Path) -> None:
    for arguments in (["-"], ["--stdin-filename", "desk/خبر.md"], ["--stdin-filename", "desk/خبر.md", "-"]):
        done = run("check", "--format", "json", "--select", "QUO001", *arguments, cwd=tmp_path, stdin=STRAY.encode())
        assert findings(done) == [("stdin.txt" if arguments == ["-"] else "desk/خبر.md", "unclosed-quote")]
        assert done.returncode == 1
    done = run("check", "--lang", "en", "--stdin-filename", "a.jpg", cwd=tmp_path, stdin=b"")
    assert b"a.jpg: This file format is not supported" in done.stdout.replace("\u2068".encode(), b"")
    assert done.returncode == 2
    (tmp_path / ".arlint.yml").write_text("include: [desk/]\n", encoding="utf-8")
    for arguments, code in ((["-"], 1), (["--stdin-filename", "desk/a.md"], 1), (["--stdin-filename", "drafts/a.md"], 0)):
        assert run("check", "--select", "QUO001", *arguments, cwd=tmp_path, stdin=STRAY.encode()).returncode == code


LOCALES = [("ar_SA.UTF-8", False), ("C", False), ("C.UTF-8", False), ("en_US.UTF-8", True), ("fr_FR", True)]


@pytest.mark.parametrize(("locale", "english"), LOCALES)
def test_the_locale_chooses_the_language(tmp_path: Path, locale: str, english: bool) -> None:
    done = run("check", "--select", "none-such", cwd=tmp_path, LANG=locale)
    assert (b"no rule" in done.stderr) is english
    assert done.returncode == 2


def test_the_configuration_chooses_before_the_locale(tmp_path: Path) -> None:
    (tmp_path / ".arlint.yml").write_text("lang: en\n")
    (tmp_path / "a.txt").write_text(STRAY, encoding="utf-8")
    assert b"1 finding in" in run("check", cwd=tmp_path, LANG="ar_SA.UTF-8").stdout
    assert b"1 finding in" not in run("check", "--lang", "ar", "--format", "text", cwd=tmp_path, LANG="en_US.UTF-8").stdout


def test_a_reader_that_leaves_ends_the_run_quietly(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text(STRAY * 30, encoding="utf-8")
    with subprocess.Popen([*ARLINT, "check"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        process.wait()
    assert process.returncode == 141


def test_bytes_that_are_no_text_are_the_fault_of_one_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("قال الوزير إن الوفد وصل".encode("windows-1256"))
    (tmp_path / "b.txt").write_text(STRAY, encoding="utf-8")
    (tmp_path / "c.txt").write_text(STRAY, encoding="utf-16")
    (tmp_path / "d.txt").write_bytes(os.urandom(4096))
    done = run("check", "--format", "json", "--select", "QUO001", cwd=tmp_path)
    assert findings(done) == [("b.txt", "unclosed-quote"), ("c.txt", "unclosed-quote")]
    assert [error["path"] for error in json.loads(done.stdout)["errors"]] == ["a.txt", "d.txt"]
    assert (done.returncode, done.stderr) == (2, b"")


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    try:
        with open(os.path.join(os.fsencode(tmp_path), b"a\xff.txt"), "wb") as file:
            file.write(STRAY.encode())
    except OSError:
        pytest.skip("this file system takes no such name")
    for name in ("text", "concise", "json"):
        done = run("check", "--format", name, "--select", "QUO001", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (1, b"")


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("ب" * 50_000_000, encoding="utf-8")
    for lang, said in (("ar", "الملف أكبر من الحد"), ("en", "The file is larger than the limit (20 MB)")):
        done = run("check", "--lang", lang, cwd=tmp_path)
        assert said in done.stdout.decode()
        assert done.returncode == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STRAY, encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    done = run("check", "--lang", "en", cwd=tmp_path)
    assert b"no permission" in done.stdout
    assert done.returncode == 2


def test_nothing_depends_on_the_hash_seed_or_on_the_cache(tmp_path: Path) -> None:
    for number in range(5):
        text = f'{STRAY}وصلت ايران إلى النهائي. وقالت إيران في في البيان.\n{number} شخص قتلوا، وقال مصدر مطلع "نعم".\n'
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    outputs = {
        run("check", "--format", "json", cwd=tmp_path, PYTHONHASHSEED=seed, ARLINT_CACHE_DIR=str(tmp_path / cache)).stdout
        for seed in ("0", "1", "2")
        for cache in ("one", "two")
    }
    assert len(outputs) == 1


def test_isolates_and_colour_belong_to_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STRAY, encoding="utf-8")
    piped = run("check", cwd=tmp_path).stdout
    assert b"\x1b[" not in piped
    assert "\u2068".encode() not in piped
    forced = run("check", cwd=tmp_path, FORCE_COLOR="1").stdout
    assert b"\x1b[" in forced
    shown = on_terminal("check", cwd=tmp_path)
    assert "\u2068" in shown
    assert "\x1b[" in shown
    assert "\x1b[" not in on_terminal("check", cwd=tmp_path, NO_COLOR="1")
    for line in re.sub(r"\x1b\[[0-9;]*[mK]", "", shown).splitlines():
        assert line.count("\u2068") + line.count("\u2067") + line.count("\u2066") == line.count("\u2069")


def on_terminal(*arguments: str, cwd: Path, **environment: str) -> str:
    master, slave = pty.openpty()
    inherited = {**os.environ, "TERM": "xterm", **environment}
    with subprocess.Popen([*ARLINT, *arguments], cwd=cwd, stdout=slave, stderr=slave, env=inherited) as process:
        os.close(slave)
        seen = b""
        while select.select([master], [], [], 20)[0]:
            try:
                more = os.read(master, 65536)
            except OSError:  # the other end is closed
                break
            if not more:
                break
            seen += more
        process.wait()
    os.close(master)
    return seen.decode()


def test_numerals_of_messages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("وصل 25 وفدا ، ثم غادر.\n" * 3, encoding="utf-8")

    def said(*arguments: str) -> str:
        main(["check", "--select", "PUN002", *arguments])
        return capsys.readouterr().out

    assert said("--lang", "ar", "--numerals", "arabic").endswith("٣ ملاحظات في ملف واحد: ٣ أخطاء.\nما له إصلاح: ٣ ملاحظات.\n")
    assert "وصل 25 وفدا" in said("--lang", "ar", "--numerals", "arabic")
    (tmp_path / ".arlint.yml").write_text("lang: ar\nnumerals: arabic\n", encoding="utf-8")
    assert "٣ ملاحظات" in said()
    assert "3 ملاحظات" in said("--numerals", "western")
    assert "3 findings" in said("--lang", "en", "--numerals", "arabic")


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    for command in ("check", "rules", "init"):
        line = f'mkdir gone && cd gone && rmdir ../gone && LC_ALL=en_US.UTF-8 "{sys.executable}" -m arlint {command}'
        done = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
        assert (done.returncode, done.stderr) == (2, "The folder that you are in has been deleted; change to one that is there.\n")


@pytest.mark.parametrize(
    ("closed", "code", "said"),
    [
        ("check a.txt >&-", 2, "Standard output is closed; there is nowhere to report to.\n"),
        ("rules >&-", 2, "Standard output is closed; there is nowhere to report to.\n"),
        ("check - <&-", 2, "Standard input is closed; there is no text to read.\n"),
        ("check a.txt <&- 2>&-", 1, ""),
        ("check a.txt >&- 2>&-", 2, ""),
    ],
)
def test_a_stream_that_is_closed(tmp_path: Path, closed: str, code: int, said: str) -> None:
    (tmp_path / "a.txt").write_text("ذهب الى البيت.\n", encoding="utf-8")
    command = ["sh", "-c", f'LC_ALL=en_US.UTF-8 "{sys.executable}" -m arlint {closed}']
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (code, said)


@pytest.mark.parametrize("given", ["x", "0", "-1"])
def test_a_number_of_processes_is_asked_for_of_one_file_too(given: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("وصل الوفد أمس.\n", encoding="utf-8")
    assert main(["check", "--lang", "en", f"--jobs={given}", str(tmp_path / "a.txt")]) == 2
    assert capsys.readouterr().err == f"--jobs: {given!r} will not do; give a number from 1 up, or auto.\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full: that the output has no room cannot be tried here")
@pytest.mark.parametrize("command", [["check", "a.txt"], ["rules"]])
def test_an_output_without_room_is_said_in_one_line(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "a.txt").write_text("ذهب الى البيت.\n", encoding="utf-8")
    with open("/dev/full", "wb") as full:
        line = [sys.executable, "-m", "arlint", *command, "--lang", "en"]
        done = subprocess.run(line, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("The output cannot be written")
    assert done.stderr.count("\n") == 1


def test_an_interruption_while_arlint_is_imported_is_no_bug(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\n\n\ndef interrupted(event, args):\n"
        "    if event == 'open' and 'program' in str(args[0]):\n        raise KeyboardInterrupt\n\n\nsys.addaudithook(interrupted)\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "arlint", "rules"], capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(tmp_path)}
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
