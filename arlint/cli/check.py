"""`arlint check`: lint files and say what was found."""

import argparse
import gc
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..accept import accepted
from ..config import ConfigError, Given, Mistake, Place, Settings
from ..config.place import meant
from ..discover import Found
from ..report import Fault, FileReport, Reporter
from ..rules import Text
from ..rules.finding import LEVELS
from ..run import Input, reports
from .progress import Progress
from .request import INPUTS, requested
from .style import style

if TYPE_CHECKING:
    from ..plugins import Registry

ABOUT = Text("فحص الملفات والمجلدات وعرض الملاحظات.", "Lint files and folders, and say what was found.")

_OPTIONS: Mapping[str, tuple[Text, dict[str, Any]]] = {
    **INPUTS,
    "--select": (
        Text("هذه القواعد وحدها: معرّف أو رمز أو فئة أو نمط مثل QUO*.", "only these rules: ids, codes, categories or globs like QUO*."),
        {"action": "append", "default": [], "metavar": "RULES"},
    ),
    "--ignore": (Text("كل القواعد إلا هذه.", "all rules but these."), {"action": "append", "default": [], "metavar": "RULES"}),
    "--format": (
        Text("صيغة المخرجات: text أو concise أو json أو صيغة من إضافة.", "output format: text, concise, json, or one of a plugin's."),
        {"default": "text", "metavar": "NAME"},
    ),
    "--fail-on": (
        Text("أدنى مستوى يجعل رمز الخروج 1.", "the lowest level that makes the exit code 1."),
        {"choices": (*LEVELS, "never")},
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
    reporter = _reporter(args.format, force.registry)
    files = asked.files()
    if not files:
        return 0
    whole = not asked.piped and not (args.select or args.ignore) and _is_whole(asked.paths, force)
    return _reported(_checked(files, force, asked.source(), whole), reporter, force, asked.lang, len(files))


def _reporter(name: str, registry: "Registry") -> Reporter:
    if name not in registry.reporters:
        known = Text("الصيغ: " + "، ".join(registry.reporters), "there are: " + ", ".join(registry.reporters))
        hint = meant(name, registry.reporters, known)
        unknown = Text(f"لا صيغة مخرجات باسم «{name}»{hint.ar}", f"no output format {name!r}{hint.en}")
        raise ConfigError([Mistake(Place("command", "--format"), unknown)])
    return registry.reporters[name]


def _is_whole(paths: Sequence[str], force: Settings) -> bool:
    """Whether the whole project is read, so that what accepts nothing now accepts nothing at all."""
    roots = [os.path.join(os.path.realpath(path), "") for path in paths]
    return any(os.path.join(os.path.realpath(force.root), "").startswith(root) for root in roots)


def _checked(files: Sequence[Found | Fault], force: Settings, source: Input, whole: bool) -> Iterator[FileReport]:
    every = force.rules_for(force.root)
    return accepted(reports(files, source, force.rules_for, every), force, whole=whole)


class _Tally:
    """What passes on its way to the reporter, for the exit code."""

    def __init__(self, fail_on: str) -> None:
        self.failing = LEVELS[: LEVELS.index(fail_on) + 1] if fail_on in LEVELS else ()
        self.failed = self.faulty = False
        self.bugs: list[Fault] = []

    def watched(self, done: Iterable[FileReport]) -> Iterator[FileReport]:
        for report in done:
            self.failed = self.failed or any(one.level in self.failing for one in report.diagnostics)
            self.faulty = self.faulty or any(fault.kind == "file" for fault in report.faults)
            self.bugs += [fault for fault in report.faults if fault.kind == "bug"]
            yield report

    @property
    def code(self) -> int:
        """The gravest of what was seen."""
        return 3 if self.bugs else 2 if self.faulty else 1 if self.failed else 0


def _reported(done: Iterator[FileReport], reporter: Reporter, force: Settings, lang: str, total: int) -> int:
    if total > 1 and not gc.isenabled():
        gc.freeze()
        gc.enable()
    progress, tally = Progress(total, lang), _Tally(force.fail_on)
    for piece in reporter.render(tally.watched(progress.watched(done)), style(lang)):
        progress.clear()
        sys.stdout.write(piece)
    sys.stdout.flush()
    for fault in tally.bugs[:3]:
        print(f"\n{fault.path}:\n{fault.detail}", file=sys.stderr, end="")
    return tally.code
