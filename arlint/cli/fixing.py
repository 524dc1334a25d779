"""What `check --fix` and `fix` share: options, the diff, and the summary of what was repaired and what was left, and why."""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from ..accept import Triage
from ..discover import Found
from ..mend import Look, Mended, Wanted, Work, mended
from ..report import Diagnostic, Fault, FileReport, Style
from ..reporters._head import failure, path_of, rule_of
from ..reporters._repair import repair
from ..rules import AnyRule, Text
from ..run import Input
from .arguments import UsageError
from .outputs import hand_back
from .request import Request
from .style import style
from .work import Work as Processes

_NEEDS_FIX = Text("الخيار {option} لا يعمل إلا مع --fix أو --diff.", "{option} needs --fix or --diff.")
_MADE = Text("أُصلحت {n:findings-nominative} في {files:files}{rules}", "Repaired {n:findings} in {files:files}{rules}")
_TO_MAKE = Text("ستُصلح {n:findings-nominative} في {files:files}{rules}", "Would repair {n:findings} in {files:files}{rules}")
_NONE = Text("لم يُصلح شيء.", "Nothing was repaired.")
_LEFT = Text("بقيت {n:findings-nominative}:", "Left: {n:findings}.")
_WHY = Text("  {why}: {n:findings-nominative}{rules}", "  {why}: {n:findings}{rules}")
_RULES = Text(" ({listed}).", " ({listed}).")
_COUNTED = Text("{name} {n}", "{name} {n}")
_UNFIXABLE = Text("بلا إصلاح آلي", "without an automatic fix")
_UNSAFE = Text("بإصلاح يحتاج إلى مراجعة، ويجريه --unsafe-fixes", "with a fix that needs review, made by --unsafe-fixes")
_QUOTED = Text("في كلام مقتبس لا يُغيَّر دون مراجعة، ويجريه --unsafe-fixes", "in quoted words, which need review; made by --unsafe-fixes")
_OFF = Text("بإصلاح معطّل في الإعدادات", "with a fix that the configuration switches off")
_UNSETTLED = Text("بإصلاح لا يستقر", "with a fix that does not settle")
_UNWRITTEN = Text("في ملفات لم تُكتب", "in files that were not written")
_WAITING = Text("بإصلاح لم يحن دوره", "with a fix that gave way to others")
_LISTED = 6  # rules named in a line


def needed(args: argparse.Namespace, lang: str) -> None:
    """Raise UsageError where an option says how to fix and nothing is to be fixed."""
    options = ("unsafe_fixes", "show_fixes", "exit_non_zero_on_fix")
    for name in () if args.fix or args.diff else options:
        if getattr(args, name):
            raise UsageError(_NEEDS_FIX.format(lang, {"option": "--" + name.replace("_", "-")}))


class Fixed:
    """A run that repairs. What it has to say besides reports goes to standard error, or, where there are none, to standard output."""

    def __init__(
        self, args: argparse.Namespace, asked: Request, source: Input, held: Callable[[str], Text | None], *, reported: bool
    ) -> None:
        self._args = args
        self._asked = asked
        self._source = source
        self._held = held
        self._reported = reported
        self._sums = Summing(unsafe=args.unsafe_fixes, off=asked.settings.fixing_for)
        self._notes: list[str] = []

    def reports(self, files: Sequence[Found | Fault], compare: Sequence[AnyRule], triage: Triage, by: Processes) -> Iterator[FileReport]:
        """Repair the files, and give the reports of what is left. Prints the diff, or what came on standard input, repaired."""
        wanted = Wanted(self._args.unsafe_fixes, writes=not (self._args.diff or self._asked.piped), held=self._held)
        look = Look(triage.first, triage.again)
        work = Work(files, self._source, self._asked.settings.rules_for, compare, look, wanted, by.jobs, by.cache)
        with _ended_cleanly():
            for one in self._sums.watched(mended(work)):
                if self._args.diff:
                    sys.stdout.write(diff(one))
                elif self._asked.piped:
                    # What cannot be read comes back as it was.
                    hand_back(one.new.data if one.new else self._source.contents.get(one.report.path, b""))
                if self._args.show_fixes:
                    self._notes += shown(one, style(self._asked.lang))
                if not self._reported:
                    self._notes += (failure(fault, style(self._asked.lang)) for fault in one.report.faults)
                yield from triage.concerned([one.report])

    def closed(self) -> int:
        """Say what was done, and give the exit code of it."""
        quiet = self._reported or self._args.diff or self._asked.piped
        written = not self._args.diff
        for line in (*self._notes, *self._sums.lines(self._asked.lang, written=written)):
            print(line, file=sys.stderr if quiet else sys.stdout)
        fails = self._args.diff or self._args.exit_non_zero_on_fix
        return 1 if fails and self._sums.made and not self._args.exit_zero else 0


@contextmanager
def _ended_cleanly() -> Iterator[None]:
    """For as long as this lasts, a request to end leaves no half-written file behind."""

    def end(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    import signal
    import threading

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def diff(one: Mended) -> str:
    """What was changed in a file, as a unified diff; empty where nothing was."""
    if one.old is None or one.new is None or not one.changed:
        return ""
    from difflib import unified_diff

    path = one.report.path
    lines = unified_diff(_lines(one.old.text), _lines(one.new.text), path, path)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Lines as `diff` and `patch` count them: they end in LF and in nothing else. A byte-order mark belongs to the first."""
    return [f"{line}\n" for line in text.split("\n")[:-1]] + ([text.rpartition("\n")[2]] if not text.endswith("\n") and text else [])


class Summing:
    """Counts what was repaired and what was left while files pass by. `off` names the rules whose fixes are switched off at a path."""

    def __init__(self, *, unsafe: bool, off: Callable[[str], Mapping[str, str]]) -> None:
        self._unsafe = unsafe
        self._off = off
        self.made: Counter[str] = Counter()
        self.files = 0
        self._left: dict[Text, Counter[str]] = {}

    def watched(self, mended: Iterable[Mended]) -> Iterator[Mended]:
        """The files, one by one."""
        for one in mended:
            self.made.update(made.diagnostic.rule.id for made in one.made)
            self.files += one.changed
            for diagnostic in one.report.diagnostics:
                self._left.setdefault(self._reason(diagnostic, one), Counter())[diagnostic.rule.id] += 1
            yield one

    def _reason(self, diagnostic: Diagnostic, one: Mended) -> Text:
        """Why a finding is still there."""
        fix, path, rule_id = diagnostic.fix, one.report.path, diagnostic.rule.id
        if fix is None:
            return _OFF if self._off(path).get(rule_id) == "off" and diagnostic.rule.fixable() else _UNFIXABLE
        if not (fix.safe or self._unsafe):
            return _QUOTED if fix.quoted else _UNSAFE
        if rule_id in one.unsettled:
            return _UNSETTLED
        refused = next((reason for other, reason in one.refused if other is diagnostic), None)
        return refused or (_UNWRITTEN if one.report.faults else _WAITING)

    def lines(self, lang: str, *, written: bool) -> Iterator[str]:
        """What there is to say in the end."""
        if self.made:
            said = _MADE if written else _TO_MAKE
            yield said.format(lang, {"n": self.made.total(), "files": self.files, "rules": _rules(self.made, lang)})
        else:
            yield _NONE.in_(lang)
        left = sum(counter.total() for counter in self._left.values())
        if left:
            yield _LEFT.format(lang, {"n": left})
        for why, counter in sorted(self._left.items(), key=lambda item: (-item[1].total(), item[0].en)):
            yield _WHY.format(lang, {"why": why.in_(lang), "n": counter.total(), "rules": _rules(counter, lang)})


def _rules(counter: Counter[str], lang: str) -> str:
    ranked = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
    shown = [_COUNTED.format(lang, {"name": name, "n": number}) for name, number in ranked[:_LISTED]]
    named = shown if len(ranked) > 1 else [name for name, _ in ranked]
    return _RULES.format(lang, {"listed": Text("، ", ", ").in_(lang).join((*named, *(["…"] if len(ranked) > _LISTED else ())))})


def shown(one: Mended, look: Style) -> Iterator[str]:
    """A line for every fix that was made in a file."""
    for diagnostic, source in one.made:
        if diagnostic.fix:
            place = f"{path_of(diagnostic.path, look)}:{diagnostic.line}:{diagnostic.column}:"
            yield f"{place} {rule_of(diagnostic, look)} {repair(source, diagnostic.fix._replace(safe=True), look)}"
