"""`arlint check`: lint files, repair them if asked, and say what was found."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from ..accept import Triage
from ..config import Given, Settings
from ..discover import Found
from ..report import Fault, FileReport, is_silent, summary
from ..rules import Text
from ..rules.finding import LEVELS
from ..run import Input, comparing, reports
from .arguments import Options, is_given
from .options import BASELINE, CHANGED, COMMENTS, FIXES
from .outputs import OUTPUTS, Output, apart, outputs, printed
from .progress import Progress
from .request import INPUTS, Request, requested
from .style import style
from .work import WORK, work_of

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from ..baseline import Baseline
    from ..run import Speaking
    from .annotating import Annotating
    from .fixing import Fixed

ABOUT = Text("فحص الملفات والمجلدات وعرض الملاحظات.", "Lint files and folders, and say what was found.")

CHOICE: Options = {
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

OPTIONS: Options = {
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


def add_arguments(parser: "ArgumentParser", lang: str) -> None:
    """What `check` takes."""
    for name, about in OPTIONS.items():
        parser.add_argument(name, help=about[0].in_(lang), **about[1])


def run(args: "Namespace", lang: str) -> int:
    """The exit code."""
    if is_given(args, FIXES):
        from .fixing import needed

        needed(args, lang)
    if is_given(args, COMMENTS):
        from .annotating import told

        told(args, lang)
    if args.watch:
        from .watching import watch

        return watch(args, lang, lambda: linted(args, lang))
    return linted(args, lang)


def linted(args: "Namespace", lang: str, *, reported: bool = True) -> int:
    """Lint and repair as the arguments say, and give the exit code. Without `reported`, only repairs are spoken of."""
    asked = requested(args, lang, Given(args.select, args.ignore, args.lang, args.fail_on))
    force = asked.settings
    reported = reported and not args.diff
    chosen = [one for one in outputs(args, force.registry) if reported or one.path]
    files = apart(asked.files(), (*(one.path for one in chosen if one.path), args.baseline or force.baseline))
    tally = Tally(force.fail_on if reported and not args.exit_zero else "never")
    if not files and all(not one.path for one in chosen):
        return tally.code
    every = comparing(files, force.rules_for)
    if is_given(args, CHANGED):
        from .narrowing import narrowed

        files, source, changes, held = narrowed(args, asked, files, every)
    else:
        source, changes, held = asked.source(), None, free
    baseline = _baseline(args, asked, files, source)
    triage = Triage(force, baseline, changes)
    whole = not asked.piped and not (args.select or args.ignore or changes) and _is_whole(asked.paths, force)
    writing = _writing(args, asked, source, held, reported=reported)
    progress = Progress(len(files), asked.lang)
    with work_of(args, files, asked.lang) as work:
        if writing:
            done = writing.reports(files, every, triage, work)
        else:
            speaking = _speaking(chosen, asked.lang) if triage.idle and (len(files) > 1 or work.recent) else None
            parted = not (baseline or changes)
            found = reports(
                files, source, force.rules_for, every, work.jobs, work.cache, whole=not parted, speaking=speaking, recent=work.recent
            )
            done = triage.reports(found)
        passing = tally.watched(chain(progress.watched(done, _files), triage.unused(whole=whole)))
        printed(passing, chosen, progress, asked.lang, sys.stderr if writing and asked.piped else sys.stdout)
    tally.tell_bugs()
    return max(tally.code, writing.closed()) if writing else tally.code


def _baseline(args: "Namespace", asked: Request, files: Sequence[Found | Fault], source: Input) -> "Baseline | None":
    """The baseline that is in force, if there is one."""
    path = args.baseline or asked.settings.baseline
    if args.no_baseline or not (args.baseline or os.path.exists(path)):
        return None
    from .baseline import opened

    return opened(path, files, source, asked.lang)


def _writing(
    args: "Namespace", asked: Request, source: Input, held: Callable[[str], Text | None], *, reported: bool
) -> "Fixed | Annotating | None":
    """The run that repairs or adds comments; None for one that writes nothing."""
    if args.fix or args.diff:
        from .fixing import Fixed

        return Fixed(args, asked, source, held, reported=reported)
    if args.add_suppressions:
        from .annotating import Annotating

        return Annotating(args, asked, source, held)
    return None


def _speaking(chosen: Sequence[Output], lang: str) -> "Speaking | None":
    """How what is printed may be said file by file; None where that is not how it is said."""
    from ..reporters import voice
    from ..run import Speaking

    said = voice(chosen[0].reporter) if len(chosen) == 1 and not chosen[0].path else None
    return said and Speaking(said, style(lang), chosen[0].reporter.name)


def _files(report: FileReport) -> int:
    """How many files a report stands for."""
    return report.told.summary.files if report.told else 1


def free(path: str) -> Text | None:
    """Why the file at this path must not be written: nothing hinders it."""
    return None


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
            if is_silent(report):
                yield report
                continue
            if not self.failed:
                counts = report.told.summary if report.told else summary([report])
                self.failed = any(getattr(counts, f"{level}s") for level in self.failing)
            self.faulty = self.faulty or any(fault.kind != "bug" for fault in report.faults)
            self.bugs += [fault for fault in report.faults if fault.kind == "bug"]
            yield report

    def tell_bugs(self) -> None:
        """Print the details of the first faults that are ours, ready to be pasted into a report."""
        for fault in self.bugs[:3]:
            print(f"\n{fault.path}:\n{fault.detail}" if fault.detail else "", file=sys.stderr, end="")

    @property
    def code(self) -> int:
        """The gravest of what was seen."""
        return 3 if self.bugs else 2 if self.faulty else 1 if self.failed else 0
