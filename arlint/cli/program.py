"""A run of the command line, from arguments to the exit code. A command is a module of this package.

Each command offers `ABOUT` (one line for the help), `add_arguments(parser, lang)` and `run(args, lang)`, which gives the exit code; with a
table of its `OPTIONS` it starts without argparse.
"""

import errno
import os
import sys
from importlib import import_module
from keyword import kwlist
from typing import TYPE_CHECKING, Any

from . import INTERRUPTED
from .arguments import COMMON, UsageError, plain
from .language import asked, from_environment

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping

    from ..rules import Text

COMMANDS = (
    "check", "fix", "baseline", "test", "import", "export", "stats", "rules", "formats", "explain", "config", "schema", "init", "new",
    "inspect", "cache",
)  # fmt: skip

CLEAN, FINDINGS, USER, BUG = 0, 1, 2, 3
"""Exit codes: nothing found; findings at or above `fail-on`; the command, configuration, a plugin or a file is wrong; a bug."""

CLOSED_PIPE = 141
"""As shells report what SIGPIPE ended."""


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""Of standard output: what it is written to is full."""


def run(arguments: list[str]) -> int:
    """Run arlint with these arguments, and give the exit code."""
    lang = asked(arguments) or from_environment(os.environ)
    if _is_deaf():
        en, ar = "Standard output is closed; there is nowhere to report to.", "المخرج القياسي مغلق، فلا مكان يُكتب فيه التقرير."
        print(en if lang == "en" else ar, file=sys.stderr)
        return USER
    _speak_utf8()
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
        _silence()
        return CLOSED_PIPE
    except OSError as error:
        what = _outside(error)
        if not what:
            return _bug(lang)
        print(what[lang], file=sys.stderr)
        return USER
    except Exception:  # noqa: BLE001  (the outermost place: a traceback ready to paste, and an exit code of its own)
        return _bug(lang)
    return code


def _outside(error: OSError) -> "Mapping[str, str]":
    """What to say, by language, of an error that is neither ours nor of one file; empty for others."""
    if error.errno == errno.ENOENT and _is_nowhere():
        return {
            "ar": "حُذف المجلد الذي تعمل فيه؛ انتقل إلى مجلد موجود.",
            "en": "The folder that you are in has been deleted; change to one that is there.",
        }
    if error.filename is None and error.errno in _FULL:
        from ..refusals import arabic

        _silence()
        return {
            "ar": f"تعذرت كتابة المخرجات ({arabic(error)})؛ أفسح لها مكانا.",
            "en": f"The output cannot be written ({error.strerror}); make room for it.",
        }
    return {}


def _is_nowhere() -> bool:
    """Whether the working folder is gone, as when it was deleted from another terminal."""
    try:
        os.getcwd()
    except FileNotFoundError:
        return True
    return False


def _is_deaf() -> bool:
    """Whether standard output is closed. The numbers of closed streams are taken, or the next file to be opened would be written to as
    one of them.
    """
    deaf = sys.stdout is None
    if deaf or sys.stdin is None or sys.stderr is None:
        number = os.open(os.devnull, os.O_RDWR)
        while number <= _LAST_STREAM:
            number = os.dup(number)
        os.close(number)
        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  (for as long as the process lives)
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    return deaf


_LAST_STREAM = 2


def _silence() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
    return import_module(f".{name}_" if name in kwlist else f".{name}", __package__)


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
