"""Where reports go: to standard output in one format, and to files in any others."""

import os
import sys
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TextIO

from ..config import ConfigError, Mistake, Place
from ..config.place import meant
from ..discover import Found
from ..records import NamedTuple
from ..report import Fault, FileReport, Reporter, Style
from ..rules import Text
from .arguments import Options, UsageError
from .progress import Progress
from .style import style

if TYPE_CHECKING:
    from argparse import Namespace

    from ..plugins import Registry

OUTPUTS: Options = {
    "--format": (
        Text(
            "صيغة المخرجات: text أو concise أو json أو sarif أو github أو html أو غيرها مما في docs/output.md، أو صيغة من إضافة.",
            "output format: text, concise, json, sarif, github, html or another of docs/output.md, or one of a plugin's.",
        ),
        {"default": "text", "metavar": "NAME"},
    ),
    "--output": (
        Text(
            "كتابة التقرير بصيغة أخرى في ملف أيضا، مثل sarif=report.sarif؛ ويجوز تكراره.",
            "also write the report to a file in another format, as sarif=report.sarif; may be given several times.",
        ),
        {"action": "append", "default": [], "metavar": "FORMAT=FILE"},
    ),
    "--statistics": (
        Text("عدد ملاحظات كل قاعدة بدلا من الملاحظات نفسها (text أو json).", "the number of findings of each rule, not the findings."),
        {"action": "store_true"},
    ),
}
"""The options by which they are chosen."""

_NO_FORMAT = Text("لا صيغة مخرجات باسم «{name}»", "no output format {name!r}")
_NO_FILE = Text(
    "ينقص اسم الملف في «{said}»؛ يُكتب الخيار هكذا: --output sarif=report.sarif.",
    "no file is named in {said!r}; the option is written --output sarif=report.sarif.",
)
_TWICE = Text("الملف {path} مذكور لتقريرين؛ سمّ لكل منهما ملفا.", "two reports would go to {path}; name a file for each.")
_NO_STATISTICS = Text("الإحصاءات بصيغة text أو json فقط، لا بصيغة «{name}».", "statistics come as text or json, not as {name!r}.")


class Output(NamedTuple):
    """A report in one format, on standard output where `path` is empty; `appended` to what the file already holds, or in its place."""

    reporter: Reporter
    path: str = ""
    appended: bool = False


def outputs(args: "Namespace", registry: "Registry") -> list[Output]:
    """The reports that are asked for, that on standard output first. Raises ConfigError with all that is wrong with them."""
    mistakes: list[Mistake] = []
    chosen = [Output(_statistics(args.format, mistakes) if args.statistics else _reporter(args.format, "--format", registry, mistakes))]
    for said in args.output:
        name, equals, path = said.partition("=")
        if not (equals and path):
            mistakes.append(_mistake("--output", _NO_FILE, said=said))
            continue
        if any(path == one.path for one in chosen):
            mistakes.append(_mistake("--output", _TWICE, path=path))
        chosen.append(Output(_reporter(name, "--output", registry, mistakes), path))
    if mistakes:
        raise ConfigError(mistakes)
    return [*chosen, *_aside(chosen, os.environ)]


def _aside(chosen: Iterable[Output], environment: Mapping[str, str]) -> Iterator[Output]:
    """What the formats that are asked for also say in files that the environment names."""
    for variable, render in {name: render for one in chosen for name, render in one.reporter.aside.items()}.items():
        if environment.get(variable):
            yield Output(Reporter("", Text("", ""), render), environment[variable], appended=True)


def apart(files: Iterable[Found | Fault], written: Collection[str]) -> list[Found | Fault]:
    """The files without what arlint wrote itself at these paths: reports quote the faults that they speak of, and are no articles."""
    names = tuple({os.path.basename(path) for path in written})
    real = {os.path.realpath(path) for path in written}
    return [one for one in files if not one.path.endswith(names) or os.path.realpath(one.path) not in real]


def _mistake(option: str, message: Text, **args: str) -> Mistake:
    return Mistake(Place("command", option), Text(message.ar.format(**args), message.en.format(**args)))


_NONE = Reporter("", Text("", ""), lambda reports, style: iter(()))


def _reporter(name: str, option: str, registry: "Registry", mistakes: list[Mistake]) -> Reporter:
    found = registry.reporters.get(name)
    if found is None:
        known = Text("الصيغ: " + "، ".join(registry.reporters), "there are: " + ", ".join(registry.reporters))
        hint = meant(name, registry.reporters, known)
        said = Text(_NO_FORMAT.ar.format(name=name) + hint.ar, _NO_FORMAT.en.format(name=name) + hint.en)
        mistakes.append(Mistake(Place("command", option), said))
        return _NONE
    return found


def _statistics(name: str, mistakes: list[Mistake]) -> Reporter:
    from .statistics import REPORTERS

    if name not in REPORTERS:
        mistakes.append(_mistake("--statistics", _NO_STATISTICS, name=name))
        return _NONE
    return REPORTERS[name]


def printed(done: Iterator[FileReport], chosen: list[Output], progress: Progress, lang: str, stream: TextIO) -> None:
    """Take the reports where they go, `stream` in place of standard output. Raises UsageError for a file that cannot be written.

    With one output they are written as they come; several are each given all, since a reporter asks for the next when it likes.
    """
    reports: Iterable[FileReport] = done if len(chosen) == 1 else list(done)
    for output in chosen:
        if output.path:
            _to_file(output, reports, lang)
            continue
        for piece in output.reporter.render(reports, style(lang)):
            progress.clear()
            stream.write(piece)
    if not chosen:
        deque(done, 0)
    stream.flush()


def hand_back(data: bytes) -> None:
    """Write to standard output, byte for byte, what came on standard input."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _to_file(output: Output, reports: Iterable[FileReport], lang: str) -> None:
    from ..writing import UnwrittenError, write

    text = "".join(output.reporter.render(reports, Style(lang)))
    if output.appended:
        _append(output.path, text, lang)
        return
    try:
        os.makedirs(os.path.dirname(os.path.abspath(output.path)), exist_ok=True)
        write(output.path, text.encode("utf-8", "backslashreplace"))
    except UnwrittenError as error:
        said = error.message.in_(lang)
    except OSError as error:
        from ..refusals import arabic

        said = Text(f"تعذر إنشاء المجلد ({arabic(error)}).", f"its folder cannot be made ({error.strerror}).").in_(lang)
    else:
        return
    raise UsageError(f"--output {output.path}: {said}")


def _append(path: str, text: str, lang: str) -> None:
    try:
        with open(path, "ab") as file:
            file.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        from ..refusals import arabic

        said = Text(f"تعذرت الكتابة ({arabic(error)}).", f"it cannot be written ({error.strerror}).")
        raise UsageError(f"{path}: {said.in_(lang)}") from None
