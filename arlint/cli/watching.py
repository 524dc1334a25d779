"""`arlint check --watch`: check again whenever a file, or the configuration, has changed."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable

from ..config import ConfigError, Given, files
from ..discover import Found
from ..kept import Stamp, stamp
from ..plugins import PluginError
from ..rules import Text
from .arguments import UsageError
from .request import requested

_EVERY = 0.5
"""Seconds between two looks at the files."""

_WAITING = Text("{time} · في انتظار التغييرات؛ للإنهاء: Ctrl+C.", "{time} · waiting for changes; to end: Ctrl+C.")
_PIPED = Text("لا يُراقب المدخل القياسي؛ سمّ ملفات.", "Standard input cannot be watched; name files.")


def watch(args: argparse.Namespace, lang: str, check: Callable[[], int]) -> int:
    """Check, and again after every change, until the user ends it. Mistakes in the configuration are said, and waited out."""
    if args.stdin_filename is not None or "-" in args.paths:
        raise UsageError(_PIPED.in_(lang))
    while True:
        watched = _watched(args, lang)
        before = _state(watched())
        try:
            check()
        except UsageError as error:
            print(error, file=sys.stderr)
        except ConfigError as error:
            print("\n".join(error.lines(lang)), file=sys.stderr)
        except PluginError as error:
            print("\n".join(message.in_(lang) for message in error.messages), file=sys.stderr)
        sys.stdout.flush()
        print(_WAITING.format(lang, {"time": time.strftime("%H:%M:%S")}), file=sys.stderr, flush=True)
        while _state(watched()) == before:
            time.sleep(_EVERY)


def _watched(args: argparse.Namespace, lang: str) -> Callable[[], list[str]]:
    """The files to watch: all that are checked, whichever they will be, the configuration and the baseline."""
    folder = args.project_root or "."
    names = [args.config] if args.config else [os.path.join(folder, name) for name in (*files.NAMES, "pyproject.toml")]
    try:
        asked = requested(args, lang, Given())
    except (ConfigError, PluginError, UsageError):
        return lambda: names
    names += [path for path in (asked.settings.file, args.baseline or asked.settings.baseline) if path]
    return lambda: [*names, *(one.path for one in asked.found() if isinstance(one, Found))]


def _state(paths: Iterable[str]) -> frozenset[Stamp]:
    """What tells this state of the files from another."""
    return frozenset(map(stamp, paths))
