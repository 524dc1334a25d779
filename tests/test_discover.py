"""Which files a run reads: each once, in a fixed order, and a clear word about those that cannot be read."""

import os
from pathlib import Path

import pytest

from arlint.discover import Found, discover
from arlint.report import Fault

SUFFIXES = {".txt": "text", ".md": "markdown"}


def under(*paths: str, excluded: tuple[str, ...] = ()) -> list[str]:
    def choose(path: str, named: bool) -> Found | None:
        name = SUFFIXES.get(os.path.splitext(path)[1].lower())
        return Found(path, name, named=named) if name else None

    found = discover(paths, choose, SUFFIXES, lambda path: path in excluded)
    return [one.path if isinstance(one, Found) else f"! {one.path}: {one.message.en}" for one in found]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.txt", "a.md", "A.TXT", "خبر عاجل.txt", "photo.jpg", ".hidden.txt", "desk/one.txt", ".git/x.txt", "node_modules/x.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("نص\n", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "desk" / "self.txt").symlink_to("self.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "again.txt").symlink_to(tmp_path / "b.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_in_the_order_of_names(tree: Path) -> None:
    assert under(".") == ["A.TXT", "a.md", "again.txt", "desk/one.txt", "desk/self.txt", "خبر عاجل.txt"]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (("b.txt", "a.md"), ["a.md", "b.txt"]),
        (("b.txt", "desk", "a.md"), ["a.md", "b.txt", "desk/one.txt", "desk/self.txt"]),
        (("b.txt", "./b.txt", "b.txt"), ["b.txt"]),
        (("desk", "desk/one.txt"), ["desk/one.txt", "desk/self.txt"]),
        (("./desk/../a.md",), ["a.md"]),
        ((".hidden.txt",), [".hidden.txt"]),
        (("photo.jpg",), ["! photo.jpg: This file format is not supported; supported are: .md .txt."]),
        (("none.txt",), ["! none.txt: There is no such file or folder; check the path."]),
    ],
)
def test_named_paths(tree: Path, paths: tuple[str, ...], expected: list[str]) -> None:
    assert under(*paths) == expected


def test_what_is_excluded_is_passed_over_even_when_named(tree: Path) -> None:
    assert under("b.txt", "a.md", excluded=("b.txt",)) == ["a.md"]
    assert "desk/one.txt" not in under(".", excluded=("desk/",))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_that_may_not_be_read(tree: Path) -> None:
    (tree / "desk").chmod(0)
    try:
        assert any(one.startswith("! desk: It cannot be read: no permission") for one in under("."))
    finally:
        (tree / "desk").chmod(0o755)


def test_faults_speak_both_languages(tree: Path) -> None:
    (fault,) = discover(["none.txt"], lambda name: "text", SUFFIXES, lambda path: False)
    assert isinstance(fault, Fault)
    assert fault.message.ar != fault.message.en
