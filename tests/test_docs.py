"""The documentation does what it says: every block of code that can be run is run, top to bottom, in a folder of the page's own.

- A block that names a file (`title="a/b.txt"` after the language, or a comment `# a/b.yml` as its first line) is written there.
- `console`: commands after `$ ` are run, and their output compared; a line `…` stands for any lines. `pytest --rewrite` writes it anew.
- YAML and TOML that is configuration is checked by arlint; JSON is parsed; Python is compiled, and rules in it keep their promises.
- `sh` is what only makes sense on the reader's machine: installing, committing.
"""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from arlint.cli import main
from arlint.config import ConfigError, read, settings
from arlint.config.schema import schema
from arlint.config.shape import SETTINGS
from arlint.plugins import Wanted, load
from arlint.testing.promises import broken

DOCS = Path(__file__).parents[1] / "docs"
LANGUAGES = ("ar", "en")
PAGES = sorted(path for lang in LANGUAGES for path in (DOCS / lang).glob("*.md"))
BLOCK = re.compile(r"^(?P<fence>```+)(?P<language>\w+)(?P<more>[^\n]*)\n(?P<body>.*?)^(?P=fence)$", re.DOTALL | re.MULTILINE)
TITLE = re.compile(r'title="([^"]+)"')
NAMED = re.compile(r"(?:#|//) ([\w./-]+\.\w+)\n")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)\s]*)?\)")
NAMES = {setting.name for setting in SETTINGS.settings}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_block_that_can_be_run_is_right(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8" if path.parent.name == "en" else "ar_EG.UTF-8")
    text = path.read_text(encoding="utf-8")

    def run(match: "re.Match[str]") -> str:
        language, body = match["language"], match["body"]
        name = TITLE.search(match["more"]) or NAMED.match(body)
        if name and language not in ("console", "sh"):
            file = folder / name[1]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(body if TITLE.search(match["more"]) else body.split("\n", 1)[1], encoding="utf-8")
        if language == "console":
            body = "".join(console(body, capsys))
        elif language in CHECKS:
            CHECKS[language](body, folder / name[1] if name else None)
        return f"{match['fence']}{language}{match['more']}\n{body}{match['fence']}"

    done = BLOCK.sub(run, text)
    if request.config.getoption("--rewrite") and done != text:
        path.write_text(done, encoding="utf-8")
    else:
        assert done == text


def console(body: str, capsys: pytest.CaptureFixture[str]) -> Iterator[str]:
    """The block with what the commands really print; what is left out with `…` stays so where it fits."""
    for part in re.split(r"^(?=\$ )", body, flags=re.MULTILINE):
        command, _, expected = part.partition("\n")
        printed = output(command.removeprefix("$ "), capsys) if command else ""
        pattern = "\n".join(r"(?:.*\n)*.*" if line == "…" else re.escape(line) for line in expected.split("\n"))
        yield f"{command}\n" if command else ""
        yield expected if "…\n" in expected and re.fullmatch(pattern, printed) else printed


def output(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    words = shlex.split(command)
    if words[0] == "cd":
        os.chdir(words[1])
        return ""
    if words[0] == "arlint":
        capsys.readouterr()
        code = main(words[1:])
        out, err = capsys.readouterr()
        assert code < 2, err
        return out + err
    environment = {
        **os.environ,
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
        "PYTHONPATH": os.pathsep.join(filter(None, (os.getcwd(), os.environ.get("PYTHONPATH")))),
    }
    done = subprocess.run(command, shell=True, check=False, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return re.sub(r"in \d+\.\d+s", "in 1s", done.stdout + done.stderr)


def yaml_block(body: str, file: Path | None) -> None:
    value = yaml.safe_load(body)
    if (file is None or file.name == ".arlint.yml") and isinstance(value, dict) and set(value) <= NAMES:
        accepted(".arlint.yml", body, file)


def toml_block(body: str, file: Path | None) -> None:
    if "[tool.arlint" in body:
        accepted("pyproject.toml", body, file)


def accepted(name: str, body: str, file: Path | None) -> None:
    """The configuration is one that arlint accepts: where it was written, or by itself."""
    where = file or Path("by-itself") / name
    where.parent.mkdir(parents=True, exist_ok=True)
    where.write_text(body, encoding="utf-8")
    for folder in ("rules", "style"):
        (where.parent / folder).mkdir(exist_ok=True)
    try:
        asked = read(config=str(where))
        settings(asked, load(asked.wanted))
    except ConfigError as error:
        # A page speaks of rules and word lists of the reader's own, which are not here.
        wrong = [one.message.en for one in error.mistakes if not one.message.en.startswith(("no rule ", "there is no vocabulary"))]
        assert wrong == []


def python_block(body: str, file: Path | None) -> None:
    compile(body, str(file), "exec")
    if "(PatternRule)" in body or "Rule):" in body:
        named = file or Path("by_itself.py")
        named.write_text(body, encoding="utf-8")
        rules = [rule for rule in load(Wanted(paths=(str(named),))).rules.values() if rule.__module__.endswith(f"_{named.stem}")]
        assert rules
        assert [str(one) for one in broken(*rules)] == []


CHECKS = {"yaml": yaml_block, "toml": toml_block, "python": python_block, "json": lambda body, _: json.loads(body)}


def test_both_languages_have_the_same_pages() -> None:
    arabic, english = ({path.name for path in PAGES if path.parent.name == lang} for lang in LANGUAGES)
    assert arabic == english


@pytest.mark.parametrize("path", [*PAGES, *sorted(DOCS.glob("*.md")), *sorted(DOCS.glob("design/*.md"))], ids=lambda path: path.stem)
def test_links_lead_somewhere(path: Path) -> None:
    links = LINK.findall(BLOCK.sub("", path.read_text(encoding="utf-8")))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_reference_names_every_setting(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--format", "markdown", "--lang", lang]) == 0
    reference = capsys.readouterr().out
    assert re.findall(r"^### `(.*)`$", reference, re.MULTILINE) == [setting.name for setting in SETTINGS.settings]
    for name, one in schema(load(), lang)["properties"].items():
        assert f"### `{name}`\n\n{one['description']}\n" in reference
    assert "<!-- arlint schema --format markdown -->\n" in (DOCS / lang / "configuration.md").read_text(encoding="utf-8")
