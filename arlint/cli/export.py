"""`arlint export`: a house list as a spreadsheet."""

import argparse

from ..rules import Text
from .import_ import written
from .looking import say

ABOUT = Text("تصدير قائمة الدار إلى جدول CSV.", "Export a house list as CSV, for a spreadsheet.")

_PATH = Text("ملف القائمة.", "the file of the list.")
_OUTPUT = Text("الملف الذي يُكتب؛ الافتراضي: المخرج القياسي.", "the file to write; standard output where none is given.")
_FORCE = Text("استبدال الملف إن وُجد.", "write over the file if there is one.")
_WROTE = Text("كُتب {file}.", "Wrote {file}.")


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What `export` takes."""
    parser.add_argument("what", choices=("csv",), metavar="{csv}", help="csv")
    parser.add_argument("path", metavar="PATH", help=_PATH.in_(lang))
    parser.add_argument("--output", "-o", metavar="FILE", help=_OUTPUT.in_(lang))
    parser.add_argument("--force", action="store_true", help=_FORCE.in_(lang))


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code."""
    from ..importing.csv_list import exported

    text = exported(args.path)
    if args.output:
        written(args.output, text, args.force)
        say([_WROTE.format(lang, {"file": args.output})], lang)
    else:
        print(text, end="")
    return 0
