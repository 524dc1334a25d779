"""`arlint check`: lint files and say what was found."""

import argparse
import gc
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..accept import accepted
from ..config import Given, Settings
from ..discover import Found
from ..report import Fault, FileReport
from ..rules import Text
from ..rules.finding import LEVELS
from ..run import Input, reports
from .outputs import OUTPUTS, Output, apart, outputs, printed
from .progress import Progress
from .request import INPUTS, requested
from .work import WORK, Work, work_of

ABOUT = Text("فحص الملفات والمجلدات وعرض الملاحظات.", "Lint files and folders, and say what was found.")

_OPTIONS: Mapping[str, tuple[Text, dict[str, Any]]] = {
    **INPUTS,
    "--select": (
        Text("هذه القواعد وحدها: معرّف أو رمز أو فئة أو نمط مثل QUO*.", "only these rules: ids, codes, categories or globs like QUO*."),
        {"action": "append", "default": [], "metavar": "RULES"},
    ),
    "--ignore": (Text("كل القواعد إلا هذه.", "all rules but these."), {"action": "append", "default": [], "metavar": "RULES"}),
    **OUTPUTS,
    **WORK,
    "--fail-on": (
        Text("أدنى مستوى يجعل رمز الخروج 1.", "the lowest level that makes the exit code 1."),
        {"choices": (*LEVELS, "never")},
    ),
    "--exit-zero": (
        Text("رمز الخروج 0 ولو وُجدت ملاحظات.", "exit with 0 even if there are findings."),
        {"action": "store_true"},
    ),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What `check` takes."""
    for name, about in _OPTIONS.items():
        parser.add_argument(name, help=about[0].in_(lang), **about[1])


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code."""
    asked = requested(args, lang, Given(args.select, args.ignore, args.lang, args.fail_on))
    force = asked.settings
    chosen = outputs(args, force.registry)
    files = apart(asked.files(), chosen)
    if not files and len(chosen) == 1:
        return 0
    whole = not asked.piped and not (args.select or args.ignore) and _is_whole(asked.paths, force)
    tally = Tally("never" if args.exit_zero else force.fail_on)
    with work_of(args, len(files), asked.lang) as work:
        _reported(tally.watched(_checked(files, force, asked.source(), work, whole)), chosen, asked.lang, len(files))
    for fault in tally.bugs[:3]:
        print(f"\n{fault.path}:\n{fault.detail}", file=sys.stderr, end="")
    return tally.code


def _is_whole(paths: Sequence[str], force: Settings) -> bool:
    """Whether the whole project is read, so that what accepts nothing now accepts nothing at all."""
    roots = [os.path.join(os.path.realpath(path), "") for path in paths]
    return any(os.path.join(os.path.realpath(force.root), "").startswith(root) for root in roots)


def _checked(files: Sequence[Found | Fault], force: Settings, source: Input, work: Work, whole: bool) -> Iterator[FileReport]:
    every = force.rules_for(force.root)
    return accepted(reports(files, source, force.rules_for, every, work.jobs, work.cache), force, whole=whole)


class Tally:
    """What passes on its way to the reporters, for the exit code."""

    def __init__(self, fail_on: str) -> None:
        self.failing = LEVELS[: LEVELS.index(fail_on) + 1] if fail_on in LEVELS else ()
        self.failed = self.faulty = False
        self.bugs: list[Fault] = []

    def watched(self, done: Iterable[FileReport]) -> Iterator[FileReport]:
        """The reports, one by one."""
        for report in done:
            self.failed = self.failed or any(one.level in self.failing for one in report.diagnostics)
            self.faulty = self.faulty or any(fault.kind in ("file", "rule") for fault in report.faults)
            self.bugs += [fault for fault in report.faults if fault.kind == "bug"]
            yield report

    @property
    def code(self) -> int:
        """The gravest of what was seen."""
        return 3 if self.bugs else 2 if self.faulty else 1 if self.failed else 0


def _reported(done: Iterator[FileReport], chosen: list[Output], lang: str, total: int) -> None:
    if total > 1 and not gc.isenabled():
        gc.freeze()
        gc.enable()
    progress = Progress(total, lang)
    printed(progress.watched(done), chosen, progress, lang)
