"""`check --watch`: it checks again when a file changes, waits out a wrong configuration, and ends when it is told to."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from arlint.cli import main

COMMAND = [sys.executable, "-u", "-m", "arlint", "check", "--watch", "--format", "concise", "--lang", "en", "--select", "ORT001"]


def until(lines: Iterator[str], what: str) -> list[str]:
    """The lines up to one that holds this."""
    seen: list[str] = []
    for line in lines:
        seen.append(line)
        if what in line:
            return seen
    raise AssertionError(seen)


def test_it_checks_again_after_every_change(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("ذهب الى البيت.\n", encoding="utf-8")
    with subprocess.Popen(COMMAND, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8") as process:
        assert process.stdout
        lines = iter(process.stdout.readline, "")
        assert "a.txt:1:5: error ORT001" in until(lines, "waiting for changes")[0]
        (tmp_path / "b.txt").write_text("عاد الى البيت.\n", encoding="utf-8")
        assert "b.txt:1:5: error ORT001" in until(lines, "waiting for changes")[1]
        (tmp_path / ".arlint.yml").write_text("lng: en\n", encoding="utf-8")
        assert "no setting 'lng'" in until(lines, "waiting for changes")[0]
        (tmp_path / "a.txt").unlink()
        os.replace(tmp_path / "b.txt", tmp_path / "c.txt")
        (tmp_path / ".arlint.yml").write_text("lang: en\n", encoding="utf-8")
        assert "c.txt:1:5: error ORT001" in until(lines, "waiting for changes")[0]
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130


def test_standard_input_cannot_be_watched(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--watch", "--lang", "en", "-"]) == 2
    assert "cannot be watched" in capsys.readouterr().err
