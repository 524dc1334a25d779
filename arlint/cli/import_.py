"""`arlint import`: what other tools are configured with, as arlint's configuration, rules or house lists."""

import argparse
import os
from collections.abc import Callable, Mapping

from ..config import ConfigError, Mistake, Place
from ..records import NamedTuple
from ..refusals import arabic
from ..rules import Text
from .looking import say

ABOUT = Text("استيراد إعدادات Vale وقواميس prh وجداول قوائم الدار.", "Import a configuration of Vale, dictionaries of prh, lists in CSV.")

_WHAT = Text("ما يُستورد: vale أو prh أو csv.", "what to import: vale, prh or csv.")
_PATH = Text("الملف أو المجلد.", "the file or folder.")
_OUTPUT = Text("الملف الذي يُكتب؛ الافتراضي: المخرج القياسي.", "the file to write; standard output where none is given.")
_FORCE = Text("استبدال الملف إن وُجد.", "write over the file if there is one.")
_THERE = Text("الملف موجود؛ لاستبداله: --force.", "the file exists; to write over it: --force.")
_WROTE = Text("كُتب {file}.", "Wrote {file}.")


class Imported(NamedTuple):
    """The text that was made, and what could not be taken over, a line each."""

    text: str
    left: tuple[Text, ...] = ()


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What `import` takes."""
    parser.add_argument("what", choices=("vale", "prh", "csv"), metavar="{vale,prh,csv}", help=_WHAT.in_(lang))
    parser.add_argument("path", metavar="PATH", help=_PATH.in_(lang))
    parser.add_argument("--output", "-o", metavar="FILE", help=_OUTPUT.in_(lang))
    parser.add_argument("--force", action="store_true", help=_FORCE.in_(lang))


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code."""
    from ..importing import csv_list, prh, vale

    readers: Mapping[str, Callable[[str, str], tuple[str, tuple[Text, ...]]]] = {
        "vale": vale.imported,
        "prh": prh.imported,
        "csv": csv_list.imported,
    }
    output = args.output or ""
    folder = os.path.dirname(os.path.abspath(output)) if output else os.getcwd()
    made = Imported(*readers[args.what](args.path, folder))
    if output:
        written(output, made.text, args.force)
        say([_WROTE.format(lang, {"file": output})], lang)
    else:
        print(made.text, end="")
    if made.left:
        import sys

        print("\n".join(one.in_(lang) for one in made.left), file=sys.stderr)
    return 0


def written(path: str, text: str, force: bool) -> None:
    """Write a file that is not there yet, or one that may be replaced. Raises ConfigError."""
    try:
        with open(path, "w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise ConfigError([Mistake(Place("file", path), _THERE)]) from None
    except OSError as error:
        said = Text(f"تعذرت الكتابة: {arabic(error)}.", f"it cannot be written: {error.strerror}.")
        raise ConfigError([Mistake(Place("file", path), said)]) from None
