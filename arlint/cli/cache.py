"""`arlint cache`: how much is kept of former runs, and an end to it."""

import argparse
import os

from ..refusals import arabic
from ..rules import Text
from .arguments import UsageError

ABOUT = Text("نتائج المرات السابقة: حجمها وحذفها.", "The results of former runs: how much they are, and deleting them.")

_ACTIONS = {
    "info": Text(
        "{path}: {size} كيلوبايت، وما فيه: {results:results-nominative}. ملفات لن تُقرأ ثانية ما لم تتغير: {files}.",
        "{path}: {size} kB, {results:results}. Not read again unless they change: {files:files}.",
    ),
    "clear": Text("حُذف {path} ({size} كيلوبايت).", "Deleted {path} ({size} kB)."),
}
_NOTHING = Text("{path}: لا نتائج محفوظة.", "{path}: nothing is kept.")


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What `cache` takes."""
    about = Text("info يعرض الحجم، وclear يحذف.", "info says how much is kept, clear deletes it.")
    parser.add_argument("action", choices=tuple(_ACTIONS), metavar="{info,clear}", help=about.in_(lang))


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code."""
    from ..cache import clear, info
    from ..database import path
    from ..recent import forget

    if not os.path.exists(path()):
        forget()
        print(_NOTHING.format(lang, {"path": path()}))
        return 0
    held = info()
    if args.action == "clear":
        try:
            clear()
        except OSError as error:
            no = Text(f"تعذر حذف {path()} ({arabic(error)}).", f"{path()} cannot be deleted ({error.strerror}).")
            raise UsageError(no.in_(lang)) from None
        forget()
    print(_ACTIONS[args.action].format(lang, held._asdict() | {"size": held.size // 1000}))
    return 0
