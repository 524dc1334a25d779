"""`arlint fix`: repair files, and say nothing of what cannot be repaired but how much it is and why."""

import argparse

from ..rules import Text
from .check import CHOICE, linted
from .options import FIXES
from .work import WORK

ABOUT = Text("إصلاح ما يُصلح آليا في الملفات والمجلدات.", "Repair what can be repaired in files and folders.")


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What `fix` takes."""
    for name, about in (*CHOICE.items(), *FIXES.items(), *WORK.items()):
        parser.add_argument(name, help=about[0].in_(lang), **about[1])
    parser.set_defaults(fix=True, format="text", output=[], statistics=False, fail_on=None, exit_zero=False, add_suppressions=False)


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code: 0 whatever was found, as long as all files could be read and written."""
    return linted(args, lang, reported=False)
