"""How far arlint agrees with the acceptance suite of Vale: its rule folders and inputs, run here, against the lines that it expects.

    python benchmarks/vale_suite.py PATH            # a copy of Vale's repository, or of its testdata
    python benchmarks/vale_suite.py PATH --show     # with what differs, line by line
    python benchmarks/vale_suite.py PATH scopes     # some files of the suite: checks, scopes, misc …

Read are the cases of `e2e/*.yaml`: their files or the folder they name, the arguments, the lines or JSON expected, `absent`, and the
exit code, as far as it says that an error was found or that the configuration was refused. Nothing of the suite is kept in this repository.
A case about Vale's own command, or whose every line is of a format that arlint does not read, is left out, with its reason; so are such
lines of other cases. Everything else counts. A column is not compared where Vale names none (it says 1 where it measures a text or does
not find its match again), or one at which its match does not stand, while it does at arlint's. `Vale.Spelling` looks into the Hunspell
dictionary en_US where the machine has one, and parts of speech need the extra `arlint[tags]`.
"""

import argparse
import json
import os
import re
import shlex
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
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

SUFFIXES = {suffix: fmt.name for fmt in arlint_formats() for suffix in fmt.suffixes if suffix != ".xml"}
"""The formats that are read by suffix. Of XML arlint reads the vocabularies of news, and Vale what a stylesheet makes HTML of."""
FORMATS = {fmt.name: fmt for fmt in arlint_formats()}
LINE = re.compile(r"^(?P<path>[^:\n]+):(?P<line>\d+):(?P<column>\d+):(?P<rule>[\w.-]+):(?P<said>.*)$")

RULES = ("checks", "scopes")
"""The files of the suite about checks and scopes, for which the bar of 90 % is set."""

ELSEWHERE = {
    "cli": "about Vale's command",
    "cli-filter": "about Vale's command",
    "config-flags": "about Vale's command",
    "pkg": "about Vale's packages",
    "test-cmd": "about Vale's command",
    "views": "about Vale's views",
    "notebook": "notebooks are no format of arlint",
    "notebook-view": "notebooks are no format of arlint",
}
"""Files of the suite that speak of no rule, scope or format, each with what it speaks of."""

HARMLESS = ("--output=line", "--output=JSON", "--no-exit", "--sort", "--normalize", "--relative", "--no-global")


class LeftOutError(Exception):
    """Why a case cannot be tried."""


class Case(NamedTuple):
    """What is run, and what Vale says of it."""

    name: str
    folder: Path
    files: dict[str, str]
    args: tuple[str, ...]
    want: str | None
    contains: str
    absent: tuple[str, ...]
    exit: int


class Outcome(NamedTuple):
    """The lines that arlint lacks and those that it has beyond them; how many expected lines the case was freed of, and in how many the
    place was not compared."""

    missing: tuple[str, ...]
    more: tuple[str, ...]
    freed: int = 0
    placeless: int = 0


class Said(NamedTuple):
    """What arlint says: the line as Vale would write it, and the text that it speaks of."""

    line: str
    text: str


def main() -> int:
    """Print each case and the sums; exit with 1 under 90 % of those about checks and scopes, with 2 where there is no suite."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("suites", nargs="*", metavar="FILE", help="the files of the suite to run, by their names without the suffix")
    parser.add_argument("--show", action="store_true", help="show what differs")
    args = parser.parse_args()
    root = next((one.resolve() for one in (args.path / "testdata", args.path) if (one / "e2e").is_dir()), None)
    if root is None:
        print(f"no suite (a folder e2e) under {args.path}", file=sys.stderr)
        return 2
    sums: dict[str, Counter[str]] = {}
    for file in sorted((root / "e2e").glob("*.yaml")):
        if not args.suites or file.stem in args.suites:
            sums[file.stem] = counted(file, root, args.show)
    width = max(map(len, sums), default=0)
    for name, sum_ in sums.items():
        print(f"{name:{width}}  {sum_['agrees']:3} agree  {sum_['differs']:3} differ  {sum_['left out']:3} left out")
    agreed = sum(sums[name]["agrees"] for name in RULES if name in sums)
    tried = agreed + sum(sums[name]["differs"] for name in RULES if name in sums)
    print(f"{agreed} of {tried} cases about checks and scopes agree ({agreed / tried if tried else 1:.1%})")
    return 0 if agreed >= 0.9 * tried else 1


def counted(file: Path, root: Path, show: bool) -> "Counter[str]":
    """The cases of one file, tried and told, as numbers by outcome."""
    numbers: Counter[str] = Counter()
    for case in cases(file, root):
        try:
            if file.stem in ELSEWHERE:
                raise LeftOutError(ELSEWHERE[file.stem])
            outcome = tried(case, root)
        except LeftOutError as reason:
            numbers["left out"] += 1
            print(f"  -    {file.stem}: {case.name}: {reason}")
            continue
        differs = bool(outcome.missing or outcome.more)
        numbers["differs" if differs else "agrees"] += 1
        freed = f" (without {outcome.freed} lines of formats that are not read)" if outcome.freed else ""
        freed += f" ({outcome.placeless} columns not compared)" if outcome.placeless else ""
        print(f"  {'NOT' if differs else 'ok '}  {file.stem}: {case.name}{freed}")
        if show and differs:
            print("".join(f"         - {line}\n" for line in outcome.missing), end="")
            print("".join(f"         + {line}\n" for line in outcome.more), end="", flush=True)
    return numbers


def cases(file: Path, root: Path) -> Iterator[Case]:
    """The cases of one file of the suite."""
    import yaml

    suite: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    base, _, star = suite.get("dir", "").partition("/*") if suite.get("dir", "").endswith("/*") else (suite.get("dir", ""), "", None)
    for one in suite["cases"]:
        folder = root / base / one.get("dir", "" if star is None else one["name"])
        args = one.get("args", [])
        words = tuple(args) if isinstance(args, list) else tuple(shlex.split(args))
        files = {**suite.get("files", {}), **one.get("files", {})}
        yield Case(
            one["name"], folder, files, words, one.get("want"), one.get("contains", ""), tuple(one.get("absent", ())), one.get("exit", 0)
        )


def tried(case: Case, root: Path) -> Outcome:
    """What differs between arlint and Vale in one case. Raises LeftOutError."""
    names = [word for word in case.args if not word.startswith("-")]
    flags = [word for word in case.args if word.startswith("-") and word not in HARMLESS]
    if flags or not names or names[0] in ("fix", "test", "sync", "compile", "transform") or names[0].startswith("ls-"):
        raise LeftOutError(f"about Vale's command: {' '.join(case.args)}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = laid_out(case, Path(temporary), root)
        wanted = expected(case)
        readable = [line for line in wanted if Path(line.partition(":")[0]).suffix in SUFFIXES]
        if wanted and not readable:
            raise LeftOutError(f"{', '.join(sorted({Path(line.partition(':')[0]).name for line in wanted}))}: a format that is not read")
        if not wanted and not any(articles(folder, names)):
            raise LeftOutError("no file of a format that is read")
        try:
            got, failed = lines_of(folder, names, Path(temporary, "arlint.yml"))
            sources = {
                path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8", errors="replace").splitlines()
                for path in articles(folder, names)
            }
        except ConfigError as error:
            return Outcome((), ()) if case.exit == 2 else Outcome(tuple(readable), tuple(error.lines("en")))
    if case.exit == 2:
        return Outcome((f"refuses: {case.contains or case.want}",), ())
    if case.want is None and not case.absent:
        raise LeftOutError("its output is told in part, and not as lines")
    lines = [one.line for one in got]
    missing = list((Counter(readable) - Counter(lines)).elements()) if case.want is not None else []
    more = list((Counter(lines) - Counter(readable)).elements()) if case.want is not None else []
    pairs = [(one, other) for one in missing for other in more if placeless(one) == placeless(other) and vague(one, other, got, sources)]
    for one, other in pairs:
        if one in missing and other in more:
            missing.remove(one)
            more.remove(other)
    more += [line for line in lines for text in case.absent if text in line]
    if readable == wanted and failed != (case.exit == 1) and "--no-exit" not in case.args:
        missing.append(f"exit {case.exit}")
    return Outcome(tuple(missing), tuple(more), len(wanted) - len(readable), len(pairs))


def placeless(line: str) -> str:
    """A line without its column."""
    return re.sub(r"^([^:]+:\d+):\d+:", r"\1:", line)


def vague(line: str, other: str, got: list[Said], sources: dict[str, list[str]]) -> bool:
    """Whether the place that Vale names is none: column 1, as it says where it measures or does not find its match again, or one at
    which the text that arlint's line speaks of does not stand, while it stands at arlint's."""
    ours, text = LINE.match(other), next(one.text for one in got if one.line == other)
    match = LINE.match(line)
    assert match
    assert ours
    source = sources[match["path"]][int(match["line"]) - 1]
    stands = [source.startswith(text, int(one["column"]) - 1) for one in (match, ours)]
    return match["column"] == "1" or (bool(text) and stands == [False, True])


def laid_out(case: Case, temporary: Path, root: Path) -> Path:
    """The folder of a case: the one of the suite, or a new one with its files, from which the suite's styles are as far as from that."""
    if not case.files:
        if not case.folder.is_dir():
            raise LeftOutError(f"there is no {case.folder}")
        return case.folder
    for name in ("styles", "fixtures"):
        (temporary / name).symlink_to(root / name)
    folder = temporary / "tmp" / "case"
    for name, text in case.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return folder


def expected(case: Case) -> list[str]:
    """The lines that Vale writes, those of its JSON among them."""
    if "--output=JSON" not in case.args:
        return [line for line in (case.want or "").replace("\u00a0", " ").splitlines() if LINE.match(line)]
    try:
        said = json.loads(case.want or "{}")
    except ValueError:
        raise LeftOutError("its output is no JSON of findings") from None
    return [f"{path}:{one['Line']}:{one['Span'][0]}:{one['Check']}:{one['Message']}" for path, many in said.items() for one in many]


def lines_of(folder: Path, names: list[str], config: Path) -> tuple[list[Said], bool]:
    """What arlint says of these files of a folder under its configuration for Vale; and whether any of it is an error."""
    text, _ = vale.imported(str(folder), str(config.parent))
    config.write_text(text, encoding="utf-8")
    asked = read((), str(config), str(folder))
    force = settings(asked, load(asked.wanted))
    source, triage = Input(FORMATS), Triage(force)
    lines: list[Said] = []
    failed = False
    for path in articles(folder, names):
        rules: list[AnyRule] = [rule for rule in force.rules_for(str(path)) if rule.without_code]
        report = triage.again(report_of(Found(str(path), SUFFIXES[path.suffix]), source, rules, {}))
        for one in report.diagnostics:
            sentence = one.sentence("en").replace("\n", " ").replace("\u00a0", " ")
            place = f"{path.relative_to(folder).as_posix()}:{one.line}:{one.column}"
            lines.append(Said(f"{place}:{one.rule.id}:{sentence}", one.text))
            failed |= one.level == "error"
    return lines, failed


def articles(folder: Path, names: list[str]) -> Iterator[Path]:
    """The files that are named, or lie in a folder that is named, of a format that is read."""
    for name in names:
        whole = folder / name
        for path in sorted(whole.rglob("*")) if whole.is_dir() else (whole,):
            hidden = any(part.startswith(".") or part in ("styles", "node_modules") for part in path.relative_to(folder).parts)
            if path.is_file() and path.suffix in SUFFIXES and not hidden:
                yield path


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUTF8", "1")
    sys.exit(main())
