"""How far arlint agrees with the acceptance suite of Vale: its rule folders and inputs, run here, against the lines that it expects.

    python benchmarks/vale_suite.py PATH            # a copy of Vale's repository, or of its testdata
    python benchmarks/vale_suite.py PATH --show     # with what differs, line by line

Read are `features/*.feature` (scenarios that test a folder of `fixtures/`) and `e2e/*.yaml` (cases with their own files). Nothing of
the suite is kept in this repository. Lines of formats that arlint does not read, and of files and rules that the copy lacks, are
left out of a scenario; a scenario of such lines alone is not counted. `Vale.Spelling` looks into the Hunspell dictionary en_US where the
machine has one, and parts of speech need the extra `arlint[tags]`.
"""

import argparse
import os
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from arlint.accept import Triage
from arlint.config import ConfigError, read, settings
from arlint.discover import Found
from arlint.formats import arlint_formats
from arlint.importing import vale
from arlint.plugins import load
from arlint.rules import AnyRule
from arlint.run import Input, report_of

SUFFIXES = {suffix: fmt.name for fmt in arlint_formats() for suffix in fmt.suffixes}
FORMATS = {fmt.name: fmt for fmt in arlint_formats()}
LINE = re.compile(r"^(?P<path>[^:\n]+):(?P<line>\d+):(?P<column>\d+):(?P<rule>[\w.-]+):(?P<said>.*)$")


class Scenario(NamedTuple):
    """A folder to check, and the lines that Vale writes of it."""

    name: str
    folder: Path
    expected: tuple[str, ...]
    files: dict[str, str] | None = None


def main() -> int:
    """Print each scenario and the sum; exit with 1 under 90 %, with 2 where there is no suite."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--show", action="store_true", help="show what differs")
    args = parser.parse_args()
    scenarios = list(found(args.path))
    if not scenarios:
        print(f"no scenarios under {args.path}", file=sys.stderr)
        return 2
    counted: Counter[str] = Counter()
    agreed: Counter[str] = Counter()
    for scenario in scenarios:
        outcome, missing, more = tried(scenario)
        if outcome == "skipped":
            print(f"  -    {scenario.name}: {missing[0]}")
            continue
        about = scenario.name.partition(":")[0]
        counted[about] += 1
        agreed[about] += outcome == "agrees"
        print(f"  {'ok ' if outcome == 'agrees' else 'NOT'}  {scenario.name}")
        if args.show and outcome != "agrees":
            print("".join(f"         - {line}\n" for line in missing) + "".join(f"         + {line}\n" for line in more), end="")
    for about, number in counted.items():
        print(f"{about}: {agreed[about]} of {number} scenarios agree")
    share = agreed.total() / counted.total() if counted else 0
    print(f"{agreed.total()} of {counted.total()} scenarios agree ({share:.0%})")
    return 0 if share >= 0.9 else 1


def found(path: Path) -> Iterator[Scenario]:
    """The scenarios under a path."""
    root = next((one for one in (path / "testdata", path) if (one / "features").is_dir() or (one / "e2e").is_dir()), path)
    for file in sorted((root / "features").glob("*.feature")):
        text = file.read_text(encoding="utf-8")
        for match in re.finditer(
            r'Scenario: ([^\n]+)\n\s+When I test (scope )?"([\w/-]+)"\n\s+Then the output should contain exactly:\n\s+"""\n(.*?)"""',
            text,
            re.S,
        ):
            folder = root / "fixtures" / ("scopes/" if match[2] else "") / match[3]
            if folder.is_dir():
                yield Scenario(f"{file.stem}: {match[1]}", folder, tuple(line.strip() for line in match[4].splitlines() if line.strip()))
    for file in sorted((root / "e2e").glob("*.yaml")):
        yield from of_yaml(file, root)


def of_yaml(file: Path, root: Path) -> Iterator[Scenario]:
    """The cases of one file that say which lines are expected."""
    import yaml

    suite: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    for case in suite["cases"]:
        if "want" not in case or "output=JSON" in case.get("args", "") or case.get("args", "").startswith(("test ", "fix ")):
            continue
        own = {**suite.get("files", {}), **case.get("files", {})}
        folder = root / suite.get("dir", "") / case.get("dir", "")
        if own or folder.is_dir():
            wanted = case.get("args", ".").split()
            names = [name for name in wanted if not name.startswith("-")]
            lines = tuple(line for line in case["want"].splitlines() if LINE.match(line))
            own = (
                {name: text for name, text in own.items() if "." in names or name in names or name.startswith((".vale", "styles/"))}
                if own
                else own
            )
            yield Scenario(f"{file.stem}: {case['name']}", folder, lines, own or None)


def tried(scenario: Scenario) -> tuple[str, list[str], list[str]]:
    """Whether arlint agrees, the lines that it lacks, and those that it has beyond them."""
    with tempfile.TemporaryDirectory() as folder:
        place = scenario.folder
        if scenario.files is not None:
            place = Path(folder, "case")
            for name, text in scenario.files.items():
                (place / name).parent.mkdir(parents=True, exist_ok=True)
                (place / name).write_text(text, encoding="utf-8")
        names = [Path(line.split(":")[0]) for line in scenario.expected]
        pairs = zip(scenario.expected, names, strict=True)
        expected = [line for line, name in pairs if name.suffix in SUFFIXES and (place / name).is_file()]
        try:
            got, rules = lines_of(place, Path(folder, "arlint.yml"))
        except ConfigError as error:
            return "differs", [*expected], error.lines("en")
        expected = [
            line for line in expected if (match := LINE.match(line)) and (match["rule"].startswith("Vale.") or match["rule"] in rules)
        ]
        if scenario.expected and not expected:
            return "skipped", ["its files or rules are not here, or of formats that are not read"], []
    missing, more = sorted(set(expected) - set(got)), sorted(set(got) - set(expected))
    for line in [one for one in missing if (match := LINE.match(one)) and match["column"] == "1"]:
        # Where Vale does not find its match again in the source it says column 1; arlint knows the place.
        same = next((one for one in more if placeless(one) == placeless(line)), None)
        if same:
            missing.remove(line)
            more.remove(same)
    return "differs" if missing or more else "agrees", missing, more


def placeless(line: str) -> str:
    """A line without its column."""
    return re.sub(r"^([^:]+:\d+):\d+:", r"\1:", line)


def lines_of(folder: Path, config: Path) -> tuple[list[str], Collection[str]]:
    """What arlint says of the files of a folder under its configuration for Vale, in Vale's form of a line; and the rules there are."""
    text, _ = vale.imported(str(folder), str(config.parent))
    config.write_text(text, encoding="utf-8")
    asked = read((), str(config), str(folder))
    force = settings(asked, load(asked.wanted))
    source, triage = Input(FORMATS), Triage(force)
    lines = [
        line
        for path in articles(folder)
        for line in said(path, folder, [rule for rule in force.rules_for(str(path)) if rule.without_code], source, triage)
    ]
    return lines, force.registry.rules.keys()


def articles(folder: Path) -> Iterator[Path]:
    """The files to be checked."""
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder).parts
        if path.is_file() and path.suffix in SUFFIXES and inner[0] != "styles" and path.suffix not in (".yml", ".yaml"):
            yield path


def said(path: Path, folder: Path, rules: list[AnyRule], source: Input, triage: Triage) -> Iterator[str]:
    """The lines of one file."""
    report = triage.again(report_of(Found(str(path), SUFFIXES[path.suffix]), source, rules, {}))
    for one in report.diagnostics:
        sentence = one.sentence("en").replace("\n", " ").replace("\u00a0", " ")
        yield f"{path.relative_to(folder).as_posix()}:{one.line}:{one.column}:{one.rule.id}:{sentence}"


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUTF8", "1")
    sys.exit(main())
