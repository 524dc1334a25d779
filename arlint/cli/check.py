"""`arlint check`: lint files, repair them if asked, and say what was found."""

import argparse
import gc
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from ..accept import Triage
from ..config import Given, Settings
from ..report import Fault, FileReport
from ..rules import Text
from ..rules.finding import LEVELS
from ..run import reports
from .annotating import COMMENTS, Annotating, told
from .baseline import BASELINE, opened
from .fixing import FIXES, Fixed, needed
from .narrowing import CHANGED, narrowed
from .outputs import OUTPUTS, apart, outputs, printed
from .progress import Progress
from .request import INPUTS, requested
from .work import WORK, work_of

ABOUT = Text("فحص الملفات والمجلدات وعرض الملاحظات.", "Lint files and folders, and say what was found.")

CHOICE: Mapping[str, tuple[Text, dict[str, Any]]] = {
    **INPUTS,
    "--select": (
        Text("هذه القواعد وحدها: معرّف أو رمز أو فئة أو نمط مثل QUO*.", "only these rules: ids, codes, categories or globs like QUO*."),
        {"action": "append", "default": [], "metavar": "RULES"},
    ),
    "--ignore": (Text("كل القواعد إلا هذه.", "all rules but these."), {"action": "append", "default": [], "metavar": "RULES"}),
    **CHANGED,
    **BASELINE,
}
"""The options by which files, rules and findings are chosen."""

_OPTIONS: Mapping[str, tuple[Text, dict[str, Any]]] = {
    **CHOICE,
    "--fix": (Text("إجراء الإصلاحات المأمونة.", "make the safe fixes."), {"action": "store_true"}),
    **FIXES,
    **COMMENTS,
    **OUTPUTS,
    **WORK,
    "--fail-on": (
        Text("أدنى مستوى يجعل رمز الخروج 1.", "the lowest level that makes the exit code 1."),
        {"choices": (*LEVELS, "never")},
    ),
    "--watch": (Text("إعادة الفحص كلما تغيّر ملف.", "check again whenever a file changes."), {"action": "store_true"}),
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
    needed(args, lang)
    told(args, lang)
    if args.watch:
        from .watching import watch

        return watch(args, lang, lambda: linted(args, lang))
    return linted(args, lang)


def linted(args: argparse.Namespace, lang: str, *, reported: bool = True) -> int:
    """Lint and repair as the arguments say, and give the exit code. Without `reported`, only repairs are spoken of."""
    asked = requested(args, lang, Given(args.select, args.ignore, args.lang, args.fail_on))
    force = asked.settings
    reported = reported and not args.diff
    chosen = [one for one in outputs(args, force.registry) if reported or one.path]
    files = apart(asked.files(), (*(one.path for one in chosen if one.path), args.baseline or force.baseline))
    tally = Tally(force.fail_on if reported and not args.exit_zero else "never")
    if not files and all(not one.path for one in chosen):
        return tally.code
    every = force.rules_for(force.root)
    files, source, changes, held = narrowed(args, asked, files, every)
    baseline = opened(args, force.baseline, files, source, asked.lang)
    triage = Triage(force, baseline, changes)
    whole = not asked.piped and not (args.select or args.ignore or changes) and _is_whole(asked.paths, force)
    writing: Fixed | Annotating | None = None
    if args.fix or args.diff:
        writing = Fixed(args, asked, source, held, reported=reported)
    elif args.add_suppressions:
        writing = Annotating(args, asked, source, held)
    if len(files) > 1 and not gc.isenabled():
        gc.freeze()
        gc.enable()
    progress = Progress(len(files), asked.lang)
    with work_of(args, len(files), asked.lang) as work:
        if writing:
            done = writing.reports(files, every, triage, work)
        else:
            found = reports(files, source, force.rules_for, every, work.jobs, work.cache, whole=bool(baseline or changes))
            done = triage.reports(found)
        passing = tally.watched(chain(progress.watched(done), triage.unused(whole=whole)))
        printed(passing, chosen, progress, asked.lang, sys.stderr if writing and asked.piped else sys.stdout)
    for fault in tally.bugs[:3]:
        print(f"\n{fault.path}:\n{fault.detail}" if fault.detail else "", file=sys.stderr, end="")
    return max(tally.code, writing.closed()) if writing else tally.code


def _is_whole(paths: Sequence[str], force: Settings) -> bool:
    """Whether the whole project is read, so that what accepts nothing now accepts nothing at all."""
    roots = [os.path.join(os.path.realpath(path), "") for path in paths]
    return any(os.path.join(os.path.realpath(force.root), "").startswith(root) for root in roots)


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
            self.faulty = self.faulty or any(fault.kind == "file" for fault in report.faults)
            self.bugs += [fault for fault in report.faults if fault.kind == "bug"]
            yield report

    @property
    def code(self) -> int:
        """The gravest of what was seen."""
        return 3 if self.bugs else 2 if self.faulty else 1 if self.failed else 0
