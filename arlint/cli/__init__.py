"""The command line: the only place that reads arguments, prints and exits. A command is a module of this package.

Each command offers `ABOUT` (one line for the help), `add_arguments(parser, lang)` and `run(args, lang)`, which gives the exit code; with a
table of its `OPTIONS` it starts without argparse.
"""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import kwlist
from typing import TYPE_CHECKING, Any

from .arguments import COMMON, UsageError, plain
from .language import asked, from_environment

if TYPE_CHECKING:
    from argparse import Namespace

    from ..rules import Text

COMMANDS = (
    "check", "fix", "baseline", "test", "import", "export", "stats", "rules", "formats", "explain", "config", "schema", "init", "new",
    "inspect", "cache",
)  # fmt: skip

CLEAN, FINDINGS, USER, BUG = 0, 1, 2, 3
"""Exit codes: nothing found; findings at or above `fail-on`; the command, configuration, a plugin or a file is wrong; a bug."""

INTERRUPTED, CLOSED_PIPE = 130, 141
"""As shells report what a signal ended: SIGINT, SIGPIPE."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run arlint with these arguments (those of the process if None), and give the exit code."""
    if argv is None:
        # What start-up makes lives as long as the process: looking for garbage in it is time lost.
        gc.disable()
        return _left(main(sys.argv[1:]))
    arguments = list(argv)
    _speak_utf8()
    lang = asked(arguments) or from_environment(os.environ)
    try:
        code = _run(arguments, lang)
        sys.stdout.flush()
    except UsageError as error:
        print(error, file=sys.stderr)
        return error.code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # `arlint check | head`: the reader has gone. Nothing more may be written, not even when Python flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE
    except Exception:  # noqa: BLE001  (the outermost place: a traceback ready to paste, and an exit code of its own)
        return _bug(lang)
    return code


def _left(code: int) -> int:
    """Leave the process with this exit code, unless there is more to wait for than what is registered for its end.

    Taking a hundred modules apart, object by object, takes longer than linting an article.
    """
    if "threading" in sys.modules or sys.gettrace() or sys.getprofile():
        return code
    import atexit

    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return code
    os._exit(code)


def _run(arguments: list[str], lang: str) -> int:
    args = _parsed(arguments, lang)
    if args is None:
        return CLEAN
    from ..config import ConfigError
    from ..plugins import PluginError

    try:
        code: int = command(args.command).run(args, lang)
    except ConfigError as error:
        # The configuration's language is not known when the configuration is what is wrong.
        raise UsageError("\n".join(error.lines(lang))) from None
    except PluginError as error:
        raise UsageError("\n".join(_line(message, lang) for message in error.messages)) from None
    return code


def _parsed(arguments: list[str], lang: str) -> "Namespace | None":
    """The arguments of one command, its name under `command`; None where help or the version was asked for and given."""
    name = arguments[0] if arguments else ""
    options = getattr(command(name), "OPTIONS", None) if name in COMMANDS else None
    args = plain(arguments[1:], {**COMMON, **options}) if options else None
    if args is None:
        from .parser import parsed

        return parsed(arguments, COMMANDS, command, lang)
    args.command = name
    return args


def command(name: str) -> Any:
    """The module of a command."""
    return import_module(f"{__name__}.{name}_" if name in kwlist else f"{__name__}.{name}")


def _line(message: "Text", lang: str) -> str:
    return message.in_(lang)


def _speak_utf8() -> None:
    """Arabic must come out whatever the locale says; what no UTF-8 can say (half a surrogate pair) is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _bug(lang: str) -> int:
    import traceback

    traceback.print_exc()
    said = {
        "ar": "هذا خطأ في arlint نفسه لا في نصك. نرجو إبلاغنا بالأسطر التي أعلاه وبالأمر الذي كتبته.",
        "en": "This is a bug of arlint, not of your text. Please report it with the lines above and the command you gave.",
    }
    print(said[lang], file=sys.stderr)
    return BUG
