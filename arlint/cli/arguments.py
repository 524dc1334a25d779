"""What a command was given. Plain arguments are read by the command's table of options; all others, and help, are left to argparse.

Importing argparse and telling it of forty options takes longer than linting an article.
"""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from ..rules import Text

if TYPE_CHECKING:
    from argparse import Namespace

Options = Mapping[str, tuple[Text, Mapping[str, Any]]]
"""By name: what an option is for, and how argparse is told of it."""

COMMON: Options = {
    "--config": (
        Text("ملف الإعدادات، بدلا من أقرب ملف .arlint.yml.", "configuration file, instead of the nearest .arlint.yml."),
        {"metavar": "FILE"},
    ),
    "--project-root": (
        Text("مجلد المشروع الذي تُحسب الأنماط نسبة إليه.", "folder of the project, to which patterns are relative."),
        {"metavar": "DIR"},
    ),
    "--lang": (Text("لغة الرسائل.", "language of messages."), {"choices": ("ar", "en")}),
    "--numerals": (
        Text("الأرقام في الرسائل العربية: 123 أو ١٢٣.", "digits of Arabic messages: 123 or ١٢٣."),
        {"choices": ("western", "arabic")},
    ),
}
"""The options of all commands."""

_PATHS = "paths"


class UsageError(Exception):
    """The user's command cannot be run: what is wrong, in one or more lines, and the exit code."""

    def __init__(self, message: str, code: int = 2) -> None:
        super().__init__(message)
        self.code = code


def plain(arguments: Sequence[str], options: Options) -> "Namespace | None":
    """The arguments as argparse reads them by this table; None where they are not plain, and argparse is to be asked.

    Plain are paths, all of them together, and options of the table, each with a value that it may have, if it takes one.
    """
    values = {_name(option): _default(about) for option, (_, about) in options.items()}
    paths: list[str] | None = None
    rest = list(reversed(arguments))
    was_path = False
    while rest:
        argument = rest.pop()
        if not argument.startswith("-") or argument == "-":
            if paths is not None and not was_path:
                return None
            paths = [*(paths or ()), argument]
            was_path = True
            continue
        was_path = False
        option, equals, value = argument.partition("=")
        about = options[option][1] if option in options else None
        action = about.get("action") if about is not None else None
        if about is None or (equals and (action == "store_true" or not value)):
            return None
        if action == "store_true":
            values[_name(option)] = True
            continue
        if not equals:
            value = rest.pop() if rest else ""
        if not value or (value.startswith("-") and not equals) or value not in about.get("choices", (value,)):
            return None
        values[_name(option)] = [*values[_name(option)], value] if action == "append" else value
    if paths is not None:
        if _PATHS not in options:
            return None
        values[_PATHS] = paths
    plain: Namespace = SimpleNamespace(**values)  # type: ignore[assignment]
    return plain


def is_given(args: "Namespace", options: Options) -> bool:
    """Whether one of these options was given."""
    return any(getattr(args, _name(option)) for option in options)


def _name(option: str) -> str:
    return option.lstrip("-").replace("-", "_")


def _default(about: Mapping[str, Any]) -> Any:
    if about.get("action") == "store_true":
        return False
    return about.get("default", [] if about.get("nargs") == "*" else None)
