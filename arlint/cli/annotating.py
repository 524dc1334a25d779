"""`check --add-suppressions`: comments that accept the findings there are, and what is said of it."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from ..accept import Triage
from ..discover import Found
from ..mend import Look, Wanted, Work
from ..report import Diagnostic, Fault, FileReport
from ..rules import AnyRule, Text
from ..run import Input, compares, conclusions, reports
from .arguments import UsageError
from .outputs import hand_back
from .request import Request
from .work import Work as Processes

if TYPE_CHECKING:
    from ..annotate import Annotated

_NEEDS = Text("الخيار {option} لا يعمل إلا مع --add-suppressions.", "{option} needs --add-suppressions.")
_APART = Text(
    "لا يجتمع --add-suppressions مع --fix أو --diff؛ اختر أحدهما.",
    "--add-suppressions cannot go together with --fix or --diff; choose one.",
)
_NO_DAY = Text(
    "لا يوم بهذا التاريخ: «{day}»؛ يُكتب هكذا: --until 2027-01-31.", "there is no such day: {day!r}; write it as --until 2027-01-31."
)
_NO_SIGNS = Text("لا يكون في السبب «-->» ولا سطر جديد ولا «*/» ولا «#}}».", "a reason must not hold -->, */, #}} or a line break.")
_DONE = Text(
    "أُضيف {comments:comments-nominative} في {files:files}، وأُسكت بذلك: {n:findings-nominative}.",
    "Added {comments:comments} in {files:files}, silencing {n:findings}.",
)
_NONE = Text("لم يُضف تعليق.", "No comment was added.")
_LEFT = Text("لم تُسكت {n:findings-nominative} {why}.", "Not silenced: {n:findings} {why}.")


def told(args: argparse.Namespace, lang: str) -> None:
    """Raise UsageError where the options of adding comments do not go together."""
    if not args.add_suppressions:
        for name in ("reason", "until"):
            if getattr(args, name) is not None:
                raise UsageError(_NEEDS.format(lang, {"option": f"--{name}"}))
        return
    from ..directives import day

    if args.fix or args.diff:
        raise UsageError(_APART.in_(lang))
    if args.until is not None and day(args.until) is None:
        raise UsageError(_NO_DAY.format(lang, {"day": args.until}))
    if args.reason and any(sign in args.reason for sign in ("-->", "*/", "#}", "\n", "\r")):
        raise UsageError(_NO_SIGNS.format(lang, {}))


class Annotating:
    """A run that adds comments. What it has to say besides reports goes to standard error."""

    def __init__(self, args: argparse.Namespace, asked: Request, source: Input, held: Callable[[str], Text | None]) -> None:
        from ..annotate import Wish
        from ..directives import day

        until = day(args.until) if args.until else None
        self._wish = Wish((args.reason or "").strip(), until.isoformat() if until else "")
        self._asked = asked
        self._source = source
        self._held = held
        self._done: list[Annotated] = []

    def reports(self, files: Sequence[Found | Fault], compare: Sequence[AnyRule], triage: Triage, by: Processes) -> Iterator[FileReport]:
        """Add the comments, and give the reports of what is left."""
        from ..annotate import annotated

        rules = self._asked.settings.rules_for
        wanted = Wanted(writes=not self._asked.piped, held=self._held)
        work = Work(files, self._source, rules, compare, Look(triage.first, triage.again), wanted, by.jobs, by.cache)
        known, faults = conclusions(files, self._source, rules, compare) if compares(compare) else ({}, [])
        yield from (FileReport(fault.path, None, (), (fault,)) for fault in faults)
        for found, raw in zip(files, reports(files, self._source, rules, compare, work.jobs, work.cache, known, whole=True), strict=True):
            left, window = triage.first(raw)
            if isinstance(found, Found) and left.diagnostics and not self._held(found.path):
                one = annotated(found, left, window, work, known, self._wish)
                self._done.append(one._replace(old=None, new=None))
                left = one.report
                if self._asked.piped:
                    hand_back(one.new.data if one.new else self._source.contents[found.path])
            elif self._asked.piped and isinstance(found, Found):
                hand_back(self._source.contents[found.path])
            yield from triage.concerned([left])

    def closed(self) -> int:
        """Say what was done; nothing fails because of it."""
        from ..annotate import lines_of

        lang = self._asked.lang
        silenced = [one for one in self._done if one.silenced]
        args = {"comments": sum(one.comments for one in silenced), "files": len(silenced), "n": sum(len(one.silenced) for one in silenced)}
        print(_DONE.format(lang, args) if silenced else _NONE.in_(lang), file=sys.stderr)
        left: list[tuple[Diagnostic, Text]] = [pair for one in self._done for pair in one.left]
        for reason, number in lines_of(left):
            print(_LEFT.format(lang, {"n": number, "why": reason.in_(lang)}), file=sys.stderr)
        return 0
