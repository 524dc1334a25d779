"""Whole runs, as readable files: some files, a command, and exactly what it prints. `pytest --rewrite` writes what is printed now.

A case is cut by lines that begin with `=== `: `=== name` a file, `=== $ command` a command with its output, `=== stderr`, `=== exit N`.
A file whose name ends in ` (escaped)` has what cannot be seen written as `\\n`, `\\uXXXX`.
"""

import re
import shlex
from pathlib import Path

import pytest

from arlint.cli import main

CASES = sorted((Path(__file__).parent / "cases").glob("*.case"))
PART = re.compile(r"^=== (.*)\n", re.MULTILINE)
ESCAPED = " (escaped)"


def parts(text: str) -> list[tuple[str, str]]:
    cut = PART.split(text)[1:]
    return list(zip(cut[::2], cut[1::2], strict=True))


def content(name: str, body: str) -> str:
    return body.strip("\n").encode("ascii", "backslashreplace").decode("unicode_escape") if name.endswith(ESCAPED) else body


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    expected = path.read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    printed = [expected[: expected.index("=== ")]]
    for name, body in parts(expected):
        if name.startswith("$ arlint"):
            code = main(shlex.split(name)[2:])
            out, err = capsys.readouterr()
            printed += (f"=== {name}\n", whole(out), f"=== stderr\n{whole(err)}" if err else "", f"=== exit {code}\n" if code else "")
        elif name != "stderr" and not name.startswith("exit "):
            file = tmp_path / name.removesuffix(ESCAPED)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content(name, body), encoding="utf-8", newline="")
            printed.append(f"=== {name}\n{body}")
    if request.config.getoption("--rewrite"):
        path.write_text("".join(printed), encoding="utf-8")
    assert "".join(printed) == expected


def whole(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"
