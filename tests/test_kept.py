"""Kept values: made once, remade when their key changes, and never trusted when the file is not what we wrote."""

import os
import sys
import time
from pathlib import Path

import pytest

from arlint.kept import folder, kept, stamp


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ARLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def counting(value: object) -> tuple[list[int], object]:
    calls: list[int] = []

    def make() -> object:
        calls.append(1)
        return value

    return calls, make


def test_made_once_for_equal_keys(cache: Path) -> None:
    calls, make = counting({"أ": (1, "ب"), "set": frozenset("ج")})
    first, second = kept("table", ("key", 1), make), kept("table", ("key", 1), make)  # type: ignore[arg-type]
    assert first == second == make()  # type: ignore[operator]
    assert len(calls) == 2
    kept("table", ("key", 2), make)  # type: ignore[arg-type]
    assert len(calls) == 3


@pytest.mark.parametrize("foreign", [b"", b"abc", b"\x00" * 64, b"{}" * 1000])
def test_a_foreign_file_is_as_good_as_none(cache: Path, foreign: bytes) -> None:
    _, make = counting("قيمة")
    kept("table", 1, make)  # type: ignore[arg-type]
    (file,) = cache.iterdir()
    file.write_bytes(foreign)
    assert kept("table", 1, make) == "قيمة"  # type: ignore[arg-type]
    file.write_bytes(file.read_bytes()[:-3])
    assert kept("table", 1, make) == "قيمة"  # type: ignore[arg-type]


def test_a_folder_that_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ARLINT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert kept("table", 1, lambda: 7) == 7
    assert folder() == str(tmp_path / "file" / "cache")


def test_a_stamp_tells_states_of_a_file_apart(tmp_path: Path) -> None:
    file = tmp_path / "a"
    assert stamp(str(file)) == (str(file), -1, -1, -1)
    file.write_text("1")
    before = stamp(str(file))
    file.write_text("22")
    assert stamp(str(file)) != before


@pytest.mark.skipif(sys.platform == "win32", reason="the system keeps no other time")
def test_a_file_that_is_changed_and_set_back_to_its_time_and_size_is_another(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("1")
    os.utime(file, ns=(0, 1_600_000_000_000_000_000))
    before = stamp(str(file))
    time.sleep(0.02)  # some ticks of the system's clock
    file.write_text("2")
    os.utime(file, ns=(0, before[2]))
    assert stamp(str(file))[:3] == before[:3]
    assert stamp(str(file)) != before
    os.link(file, tmp_path / "b")
    linked = stamp(str(file))
    time.sleep(0.02)
    os.link(file, tmp_path / "c")
    assert stamp(str(file)) == linked
