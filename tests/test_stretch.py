"""Many files that are as they were are told in one piece: with the same bytes as one by one, and no longer than that is true."""

import os
import time
from pathlib import Path

import pytest

from arlint import checking, stretch
from arlint.cli import main

TEXTS = (
    "قال مدير الميناء إن السفينة وصلت ثم غادرت.",
    "تشارك إيران في البطولة.\nوفازت ايران في في الدورة.",
    'وقال: "لن نعود.\nثم مضى ,وغاب . ',
    "كلمة\n\nثم عاد الى الى القرية. <!-- arlint: disable-line -->",
)
LONG_AGO = 1_600_000_000


def write(path: Path, text: str, when: float = LONG_AGO) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (when, when))


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ARLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr("arlint.work._WINDOW", 2 * stretch.LEAST)
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(5 * stretch.LEAST + 3):
        write(folder / f"{number:04}.txt", f"{TEXTS[number % len(TEXTS)]}\nالفقرة {number} من المقال.")
    monkeypatch.chdir(folder)
    return folder


class Read:
    """What a run says, and of how many results it made a report."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self.results = 0
        report = checking.Checking.report

        def counted(task: object, *given: object) -> object:
            self.results += 1
            return report(task, *given)  # type: ignore[arg-type]

        monkeypatch.setattr(checking.Checking, "report", counted)

    def said(self, *options: str) -> tuple[str, int]:
        self.results = 0
        code = main(["check", "--lang", "en", *options, "."])
        assert code in (0, 1)
        return self._capsys.readouterr().out, self.results


@pytest.fixture
def read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Read:
    return Read(capsys, monkeypatch)


@pytest.mark.parametrize(
    "options",
    [
        *(("--format", name) for name in ("text", "concise", "jsonl", "rdjsonl", "csv", "github", "azure")),
        ("--select", "DUP004,DUP005,SPL005", "--jobs", "1"),
    ],
)
def test_the_same_bytes_and_one_piece_for_many_files(archive: Path, read: Read, options: tuple[str, ...]) -> None:
    files = len(list(archive.iterdir()))
    plain, _ = read.said(*options, "--no-cache")
    assert "DUP004" in plain or "doubled-word" in plain
    assert read.said(*options) == (plain, files)
    left = files % (2 * stretch.LEAST)
    assert read.said(*options) == (plain, files // (2 * stretch.LEAST) + (1 if left >= stretch.LEAST else left))


def test_a_change_is_seen(archive: Path, read: Read) -> None:
    def checked() -> str:
        expected, _ = read.said("--no-cache")
        assert [read.said()[0] for _ in range(3)] == [expected] * 3
        return expected

    before = checked()
    write(archive / "0007.txt", "سافر الى الى القرية.", LONG_AGO + 1)
    changed = checked()
    assert changed != before
    (archive / "0100.txt").unlink()
    write(archive / "0000b.txt", "سافر سافر الوفد.")
    assert checked() not in (before, changed)
    write(archive / ".arlint.yml", "rules:\n  doubled-word: false\n")
    assert "DUP004" not in checked()


def test_a_file_that_has_just_changed_is_not_trusted(archive: Path, read: Read) -> None:
    first, second = "سافر سافر الوفد.", "سافر وعاد الوفد."
    path = archive / "0001.txt"
    now = time.time_ns() + 60 * 10**9  # however slow the machine, both are written within one tick of this clock
    path.write_text(first, encoding="utf-8")
    os.utime(path, ns=(now, now))
    said, _ = read.said()
    path.write_text(second, encoding="utf-8")
    os.utime(path, ns=(now, now))
    assert len(first) == len(second)
    assert read.said()[0] == read.said("--no-cache")[0] != said


def test_what_rules_know_of_other_files_counts(archive: Path, read: Read) -> None:
    article = " ".join(f"وقال المتحدث رقم {number} إن الأمر {number} قيد الدرس." for number in range(60))
    write(archive / "0003.txt", article)
    options = ("--select", "DUP005", "--format", "concise")
    assert "DUP005" not in read.said(*options)[0]
    assert "DUP005" not in read.said(*options)[0]
    write(archive / "0200.txt", article)
    for _ in range(3):
        assert read.said(*options)[0].count("DUP005") == 1
    (archive / "0003.txt").unlink()
    for _ in range(3):
        assert "DUP005" not in read.said(*options)[0]
