"""`arlint check`: lint files and say what was found."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..accept import accepted
from ..config import ConfigError, Given, Mistake, Place, Settings, read, settings
from ..config.place import meant
from ..discover import Found, discover, unsupported
from ..plugins import load
from ..report import Fault, FileReport, Reporter, Style
from ..rules import Text
from ..rules.finding import LEVELS
from ..run import Input, reports
from .arguments import UsageError
from .language import language
from .progress import Progress

if TYPE_CHECKING:
    from ..plugins import Registry

ABOUT = Text("فحص الملفات والمجلدات وعرض الملاحظات.", "Lint files and folders, and say what was found.")

STDIN = "-"

_OPTIONS: Mapping[str, tuple[Text, dict[str, Any]]] = {
    "paths": (
        Text("ملفات أو مجلدات؛ «-» يعني المدخل القياسي. الافتراضي: المجلد الحالي.", "files or folders; - is standard input. Default: ."),
        {"nargs": "*", "metavar": "PATH"},
    ),
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
    "--stdin-filename": (
        Text("اسم النص الآتي من المدخل القياسي؛ منه تُعرف صيغته.", "name of the text on standard input; its suffix tells the format."),
        {"metavar": "NAME"},
    ),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What `check` takes."""
    for name, about in _OPTIONS.items():
        parser.add_argument(name, help=about[0].in_(lang), **about[1])


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code."""
    piped = args.stdin_filename is not None or STDIN in args.paths
    if piped and any(path != STDIN for path in args.paths):
        raise UsageError(Text("لا يُفحص المدخل القياسي مع ملفات أخرى.", "Standard input cannot be checked together with files.").in_(lang))
    name = args.stdin_filename or "stdin.txt"
    asked = read([name] if piped else args.paths, args.config, args.project_root)
    registry = load(asked.wanted)
    force = settings(asked, registry, Given(args.select, args.ignore, args.lang, args.fail_on))
    lang = language(args.lang, force, lang)
    reporter = _reporter(args.format, registry)
    files = list(_files([name] if piped else args.paths or ["."], force, piped=piped))
    if not files:
        return _nothing(args.paths or ["."], registry, lang, piped=piped)
    stdin = sys.stdin.buffer.read(force.max_bytes + 1) if piped else None
    return _reported(_checked(files, force, stdin, _is_whole(args.paths or ["."], force, args)), reporter, force, lang, len(files))


def _reporter(name: str, registry: "Registry") -> Reporter:
    if name not in registry.reporters:
        known = Text("الصيغ: " + "، ".join(registry.reporters), "there are: " + ", ".join(registry.reporters))
        hint = meant(name, registry.reporters, known)
        unknown = Text(f"لا صيغة مخرجات باسم «{name}»{hint.ar}", f"no output format {name!r}{hint.en}")
        raise ConfigError([Mistake(Place("command", "--format"), unknown)])
    return registry.reporters[name]


def _files(paths: Sequence[str], force: Settings, *, piped: bool) -> Iterator[Found | Fault]:
    """What is to be checked. A name for standard input need not exist."""
    by_suffix = {suffix: fmt.name for fmt in force.registry.formats.values() for suffix in fmt.suffixes}

    def format_of(path: str) -> str | None:
        return by_suffix.get(os.path.splitext(path)[1].lower())

    if not piped:
        return discover(paths, format_of, by_suffix, force.excluded)
    if force.excluded(paths[0]):
        return iter(())
    found = format_of(paths[0])
    return iter([Found(paths[0], found) if found else unsupported(paths[0], by_suffix)])


def _nothing(paths: Sequence[str], registry: "Registry", lang: str, *, piped: bool) -> int:
    """Silence where every file that was named is excluded, as pre-commit wants it; a word where a folder holds no article."""
    folders = [] if piped else [path for path in paths if os.path.isdir(path)]
    if not folders:
        return 0
    known = " ".join(sorted(suffix for fmt in registry.formats.values() for suffix in fmt.suffixes))
    names = ", ".join(folders)
    said = Text(
        f"لا شيء يُفحص في {names}؛ يفحص arlint الملفات: {known}. راجع المسار و include و exclude في الإعدادات.",
        f"nothing to check in {names}; arlint reads: {known}. Check the path, and include and exclude in the configuration.",
    )
    raise UsageError(said.in_(lang))


def _is_whole(paths: Sequence[str], force: Settings, args: argparse.Namespace) -> bool:
    """Whether all rules run over the whole project, so that what accepts nothing now accepts nothing at all."""
    roots = [os.path.join(os.path.realpath(path), "") for path in paths]
    return not (args.select or args.ignore) and any(os.path.join(os.path.realpath(force.root), "").startswith(root) for root in roots)


def _checked(files: Sequence[Found | Fault], force: Settings, stdin: bytes | None, whole: bool) -> Iterator[FileReport]:
    registry = force.registry
    names = frozenset((rule.id, rule.code) for rule in registry.rules.values())
    source = Input(registry.formats, force.max_bytes, stdin, names)
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
    progress, tally = Progress(total, lang), _Tally(force.fail_on)
    for piece in reporter.render(tally.watched(progress.watched(done)), _style(lang)):
        progress.clear()
        sys.stdout.write(piece)
    sys.stdout.flush()
    for fault in tally.bugs[:3]:
        print(f"\n{fault.path}:\n{fault.detail}", file=sys.stderr, end="")
    return tally.code


def _style(lang: str) -> Style:
    terminal = sys.stdout.isatty()
    forced = os.environ.get("FORCE_COLOR", "0") not in ("", "0")
    color = not os.environ.get("NO_COLOR") and (forced or (terminal and os.environ.get("TERM") != "dumb"))
    return Style(lang, color, terminal)
