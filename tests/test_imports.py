"""Modules imported straight from their compiled files are those that Python would import."""

import os
import py_compile
import subprocess
import sys
from importlib.machinery import PathFinder
from pathlib import Path
from types import CodeType

import pytest

from arlint.imports import Finder


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package `arlint_desk` with a module, a package and a folder in it."""
    top = tmp_path / "arlint_desk"
    for name in ("one.py", "inner/__init__.py", "both.py", "both/__init__.py", "folder/two.py"):
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(f"VALUE = {name!r}\n")
    return top


def code(package: Path, name: str) -> CodeType:
    spec = Finder("arlint_").find_spec(f"arlint_desk.{name}", [str(package)])
    assert spec is not None
    found: CodeType = spec.loader.get_code(spec.name)  # type: ignore[union-attr]
    return found


def value(code: CodeType) -> object:
    scope: dict[str, object] = {}
    exec(code, scope)
    return scope["VALUE"]


@pytest.mark.parametrize("name", ["one", "inner"])
def test_it_finds_what_python_finds(package: Path, name: str) -> None:
    ours = Finder("arlint_").find_spec(f"arlint_desk.{name}", [str(package)])
    theirs = PathFinder.find_spec(f"arlint_desk.{name}", [str(package)])
    assert ours is not None
    assert theirs is not None
    for attribute in ("name", "origin", "cached", "has_location", "parent", "submodule_search_locations"):
        assert getattr(ours, attribute) == getattr(theirs, attribute), attribute


@pytest.mark.parametrize("name", ["arlint_desk.absent", "arlint_desk.folder", "other.one"])
def test_the_rest_is_left_to_python(package: Path, name: str) -> None:
    assert Finder("arlint_").find_spec(name, [str(package)]) is None
    assert Finder("arlint_").find_spec("arlint_desk", None) is None
    assert Finder("arlint_").find_spec("arlint_desk.one", [str(package / "absent")]) is None


def test_a_compiled_file_that_is_not_in_order_is_not_believed(package: Path) -> None:
    source = package / "one.py"
    assert value(code(package, "one")) == "one.py"
    compiled = Path(py_compile.compile(str(source), doraise=True) or "")
    assert value(code(package, "one")) == "one.py"
    stamp = source.stat().st_mtime
    for data in (b"", b"\x00" * 40, b"\x00\x00" + compiled.read_bytes()[2:]):
        compiled.write_bytes(data)
        assert value(code(package, "one")) == "one.py"
    py_compile.compile(str(source), doraise=True)
    source.write_text("VALUE = 'longer than before'\n")
    os.utime(source, (stamp, stamp))
    assert value(code(package, "one")) == "longer than before"
    py_compile.compile(str(source), doraise=True)
    source.write_text("VALUE = 'longer than behind'\n")
    os.utime(source, (stamp + 5, stamp + 5))
    assert value(code(package, "one")) == "longer than behind"
    py_compile.compile(str(source), dfile="elsewhere/one.py", doraise=True)
    assert code(package, "one").co_filename == str(source)


HEAVY = (
    "_strptime", "argparse", "asyncio", "ast", "base64", "csv", "ctypes", "dataclasses", "datetime", "decimal", "difflib", "email",
    "gettext", "hashlib", "html", "inspect", "json", "locale", "logging", "msgspec", "multiprocessing", "pathlib", "pathspec", "pickle",
    "pluggy", "random", "regex", "shutil", "signal", "sqlite3", "subprocess", "tempfile", "textwrap", "threading", "tomli", "traceback",
    "typing_extensions", "unittest", "urllib", "xml", "yaml", "zipfile",
)  # fmt: skip
"""What a run over one article has no need of once everything is kept. Each takes as long to import as it takes to lint."""

RUN = (
    "import sys; before = set(sys.modules); from arlint.cli import main; main(['check', sys.argv[1]]); "
    f"print(*sorted({set(HEAVY)!r} & (set(sys.modules) - before)), file=sys.stderr)"
)


def test_a_warm_run_imports_nothing_heavy(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text('قال الوزير: "وصل الوفد .\nوأضاف في في البيان أن ايران وإيران وقعتا الاتفاق.\n', encoding="utf-8")
    env = {**os.environ, "ARLINT_CACHE_DIR": str(tmp_path / "cache"), "PYTHONIOENCODING": "utf-8"}
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", RUN, str(article)], check=True, env=env, capture_output=True, encoding="utf-8")
    assert "QUO001" in done.stdout
    assert done.stderr.strip() == ""
