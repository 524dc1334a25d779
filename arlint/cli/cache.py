"""`arlint cache`: how much is kept of former runs, and an end to it."""

import argparse

from ..rules import Text

ABOUT = Text("نتائج المرات السابقة: حجمها وحذفها.", "The results of former runs: how much they are, and deleting them.")

_ACTIONS = {
    "info": Text(
        "{path}: {size} كيلوبايت، وما فيه: {results:results}، عن {files:files}.", "{path}: {size} kB, {results:results}, for {files:files}."
    ),
    "clear": Text("حُذفت {path} ({size} كيلوبايت).", "Deleted {path} ({size} kB)."),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What `cache` takes."""
    about = Text("info يعرض الحجم، وclear يحذف.", "info says how much is kept, clear deletes it.")
    parser.add_argument("action", choices=tuple(_ACTIONS), help=about.in_(lang))


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code."""
    from ..cache import Cache, clear
    from ..recent import forget

    if args.action == "clear":
        held = clear()
        forget()
    else:
        cache = Cache()
        held = cache.info()
        cache.close()
    values = {"path": held.path, "size": held.size // 1000, "results": held.results, "files": held.files}
    print(_ACTIONS[args.action].format(lang, values))
    return 0
