"""`arlint baseline`: accept the findings there are, so that only new ones are spoken of."""

import argparse
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from ..accept import Triage
from ..baseline import Baseline, BaselineError, Entry, entries, read, relative, written
from ..config import Given
from ..discover import Found
from ..report import Fault, FileReport
from ..reporters._head import failure
from ..rules import Text
from ..run import Input, articles_of, comparing, reports
from .arguments import Options, UsageError
from .options import BASELINE
from .outputs import apart
from .progress import Progress
from .request import INPUTS, requested
from .style import style
from .work import WORK, work_of

ABOUT = Text("قبول الملاحظات الحالية، فلا يُبلَّغ بعدها إلا عن الجديد.", "Accept the findings there are, so that only new ones are reported.")

_OPTIONS: Options = {
    "paths": INPUTS["paths"],
    "--select": (Text("كما في check.", "as in check."), {"action": "append", "default": [], "metavar": "RULES"}),
    "--ignore": (Text("كما في check.", "as in check."), {"action": "append", "default": [], "metavar": "RULES"}),
    "--baseline": BASELINE["--baseline"],
    **WORK,
    "--grow": (
        Text("قبول الملاحظات الجديدة أيضا؛ وبدونه لا يُحذف إلا ما زال.", "accept new findings too; without it, entries are only taken out."),
        {"action": "store_true"},
    ),
}
_MADE = Text("كُتب {file}، وفيه {n:findings-nominative} في {files:files}.", "Wrote {file}, with {n:findings} in {files:files}.")
_EMPTY = Text("كُتب {file}، وليس فيه ملاحظات.", "Wrote {file}, which holds no findings.")
_TAKEN = Text("حُذف ما لم يعد موجودا: {n:findings-nominative}.", "Taken out, since they are gone: {n:findings}.")
_NEW = Text(
    "وُجد جديد لم يُقبل: {n:findings-nominative}؛ لقبوله: --grow.", "Not accepted, since they are new: {n:findings}; to accept them: --grow."
)
_NO_FILE = Text("لا ملف باسم {file}؛ يكتبه الأمر arlint baseline.", "there is no file {file}; arlint baseline writes it.")


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What `baseline` takes."""
    for name, about in _OPTIONS.items():
        parser.add_argument(name, help=about[0].in_(lang), **about[1])
    parser.set_defaults(stdin_filename=None)


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code: 2 where a file could not be read."""
    asked = requested(args, lang, Given(args.select, args.ignore, args.lang))
    force, lang, source = asked.settings, asked.lang, asked.source()
    path = args.baseline or force.baseline
    files = apart(asked.files(), [path])
    folder = os.path.dirname(os.path.abspath(path))
    old = held(path, lang) if os.path.exists(path) else None
    formats = _Formats(files, source)
    found: Counter[Entry] = Counter()
    ran: dict[str, set[str]] = {}
    faults: list[Fault] = []
    triage, progress, every = Triage(force), Progress(len(files), lang), comparing(files, force.rules_for)
    with work_of(args, files, lang) as work:
        seen = reports(files, source, force.rules_for, every, work.jobs, work.cache, whole=True)
        for report in progress.watched(triage.reports(seen)):
            faults += report.faults
            if report.source is not None and not any(fault.kind == "file" for fault in report.faults):
                name = relative(report.path, folder)
                ran[name] = {rule.id for rule in force.rules_for(report.path)}
                found.update(entry for _, entry in entries(report, name, formats.articles(report)))
    for fault in faults:
        print(failure(fault, style(lang)))
    kept = found if old is None else _shrunk(old, found, ran, folder)
    new = kept | found if args.grow else kept
    _write(path, written(new), lang)
    shown = os.path.relpath(path)
    made = _MADE if new else _EMPTY
    print(made.format(lang, {"file": shown, "n": new.total(), "files": len({entry.path for entry in new})}))
    if old is not None:
        for said, number in ((_TAKEN, old.total() - kept.total()), (_NEW, (found - new).total())):
            if number:
                print(said.format(lang, {"n": number}))
    return 3 if any(fault.kind == "bug" for fault in faults) else 2 if faults else 0


def _shrunk(old: Counter[Entry], found: Counter[Entry], ran: Mapping[str, set[str]], folder: str) -> Counter[Entry]:
    """The old entries that are found again, under their new path where the file has another name, or that were not looked for."""
    unseen = Counter({one: n for one, n in old.items() if _is(folder, one.path) and one.rule not in ran.get(one.path, ())})
    left = old & found
    moved = Counter[Entry]()
    for entry, number in ((one, n) for one, n in old.items() if not _is(folder, one.path)):
        moved[entry._replace(path="")] += number
    for entry, number in sorted((found - left).items()):
        taken = min(number, moved[entry._replace(path="")])
        moved[entry._replace(path="")] -= taken
        left[entry] += taken
    return left | unseen


def _is(folder: str, path: str) -> bool:
    return os.path.lexists(os.path.join(folder, path))


class _Formats:
    """The articles of files that were reported on, by the format they were found to have."""

    def __init__(self, files: Sequence[Found | Fault], source: Input) -> None:
        self._found = {one.path: one for one in files if isinstance(one, Found)}
        self._source = source

    def articles(self, report: FileReport) -> list[Any]:
        """The articles of a file."""
        found = self._found.get(report.path)
        return list(articles_of(found, report.source, self._source)) if found and report.source and report.diagnostics else []


def opened(path: str, files: Sequence[Found | Fault], source: Input, lang: str) -> Baseline:
    """The baseline at this path. Raises UsageError where it cannot be read."""
    return Baseline(os.path.relpath(path), held(path, lang), _Formats(files, source).articles)


def held(path: str, lang: str) -> Counter[Entry]:
    """The entries of a baseline. Raises UsageError."""
    try:
        with open(path, "rb") as file:
            return read(file.read())
    except FileNotFoundError:
        raise UsageError(_NO_FILE.format(lang, {"file": os.path.relpath(path)})) from None
    except OSError as error:
        from ..discover import unreadable

        raise UsageError(f"{os.path.relpath(path)}: {unreadable(path, error).message.in_(lang)}") from None
    except BaselineError as error:
        raise UsageError(f"{os.path.relpath(path)}: {error.message.in_(lang)}") from None


def _write(path: str, text: str, lang: str) -> None:
    from ..writing import UnwrittenError, write

    try:
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        write(path, text.encode("utf-8", "surrogatepass"))
    except UnwrittenError as error:
        raise UsageError(f"{os.path.relpath(path)}: {error.message.in_(lang)}") from None
    except OSError as error:
        from ..refusals import arabic

        said = Text(f"تعذرت الكتابة ({arabic(error)}).", f"it cannot be written ({error.strerror}).")
        raise UsageError(f"{os.path.relpath(path)}: {said.in_(lang)}") from None
