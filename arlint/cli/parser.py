"""Arguments by argparse, which helps and says what is wrong, in both languages. Most runs need neither, and do without it."""

import argparse
import os
import re
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from ..rules import Text
from .arguments import COMMON, UsageError

_ABOUT = Text("arlint: مدقق جودة النصوص لغرف الأخبار العربية.", "arlint: the text-quality linter for Arabic newsrooms.")
_HINT = Text("للمساعدة: {prog} --help", "For help: {prog} --help")
_TITLES = {"ar": ("الاستعمال: ", "وسائط", "خيارات"), "en": ("usage: ", "arguments", "options")}

_MISTAKES = (
    (r"unrecognized arguments: (.*)", "وسيط غير معروف: {}"),
    (r"the following arguments are required: (.*)", "لم يُذكر ما يلزم: {}"),
    (r"argument (.*?): expected one argument", "الخيار {} يحتاج إلى قيمة"),
    (r"argument (.*?): expected at least one argument", "الخيار {} يحتاج إلى قيمة أو أكثر"),
    (r"argument (.*?): invalid choice: '(.*?)' \(choose from (.*)\)", "قيمة {0} غير مقبولة: «{1}» (المقبول: {2})"),
    (r"argument (.*?): invalid \w+ value: (.*)", "قيمة {} غير مقبولة: {}"),
    (r"argument (.*?): not allowed with argument (.*)", "لا يجتمع {} مع {}"),
    (r"argument (.*?): ignored explicit argument '(.*)'", "الخيار {} لا يأخذ قيمة: «{}»"),
    (r"ambiguous option: (.*?) could match (.*)", "الخيار {} ملتبس؛ قد يعني: {}"),
)
"""What argparse says, in English, and how we say it in Arabic. Unknown sentences stay as they are."""


def _formatter(prog: str) -> argparse.HelpFormatter:
    """As the default one, which imports `shutil` for the width of the terminal on every run, whether help is asked for or not."""
    try:
        width = os.get_terminal_size().columns
    except (OSError, ValueError):  # no terminal
        width = 100
    return argparse.HelpFormatter(prog, width=width - 2)


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that speaks the user's language and raises UsageError."""

    def __init__(self, prog: str, description: str, lang: str) -> None:
        super().__init__(prog, description=description, add_help=False, allow_abbrev=False, formatter_class=_formatter)
        self.lang = lang
        self._positionals.title, self._optionals.title = _TITLES[lang][1:]
        about = Text("عرض هذه المساعدة.", "Show this help.")
        self.add_argument("-h", "--help", action="help", help=about.in_(lang))

    def format_help(self) -> str:
        """The help, under headings in the user's language."""
        return re.sub(r"^usage: ", lambda _: _TITLES[self.lang][0], super().format_help())

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with the message in the user's language."""
        # Since Python 3.12 the choices are listed without quotation marks.
        message = re.sub(r"\(choose from (.*)\)$", lambda match: f"(choose from {match[1].replace(chr(39), '')})", message)
        said = (_arabic(message) if self.lang == "ar" else message) + self._meant(message)
        raise UsageError(f"{self.prog}: {said}\n{_HINT.in_(self.lang).format(prog=self.prog)}")


    def _meant(self, message: str) -> str:
        """A question after the option that was probably meant, or after the value."""
        from difflib import get_close_matches

        if match := re.match(r"unrecognized arguments: (--?[^\s=]+)", message):
            known: Sequence[str] = [option for option in self._option_string_actions if option.startswith("--")]
        elif match := re.fullmatch(r"argument .*?: invalid choice: '(.*?)' \(choose from (.*)\)", message, re.DOTALL):
            known = match[2].split(", ")
        near = get_close_matches(match[1], known, 1) if match else ()
        return Text(f"؛ هل تقصد «{near[0]}»؟", f"; did you mean {near[0]!r}?").in_(self.lang) if near else ""


def _arabic(message: str) -> str:
    for pattern, arabic in _MISTAKES:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return arabic.format(*(one.replace(", ", "، ") for one in match.groups()))
    return message


def parsed(arguments: Sequence[str], names: Sequence[str], command: Callable[[str], Any], lang: str) -> argparse.Namespace | None:
    """The arguments of one command, its name under `command`; None where help or the version was asked for and given.

    Only the module of the command that is called is imported. Raises UsageError.
    """
    first = arguments[0] if arguments else None
    if first is not None and first in names:
        parser = Parser(f"arlint {first}", command(first).ABOUT.in_(lang), lang)
        for name, about in COMMON.items():
            parser.add_argument(name, help=about[0].in_(lang), **about[1])
        command(first).add_arguments(parser, lang)
        parser.set_defaults(command=first)
        try:
            return parser.parse_args(arguments[1:])
        except SystemExit:  # after --help
            return None
    if first in ("-V", "--version"):
        from .. import __version__

        print(f"arlint {__version__}")
        return None
    if first == "help" and arguments[1:2] and arguments[1] in names:
        return parsed([arguments[1], "--help"], names, command, lang)
    if first in ("-h", "--help", "help"):
        print(_overview(names, command, lang))
        return None
    if first is not None and first.startswith("--lang"):
        count = 1 if "=" in first else 2
        if arguments[count:] and not arguments[count].startswith("--lang"):
            return parsed([*arguments[count:], *arguments[:count]], names, command, lang)
        first = None
    if first is None:
        raise UsageError(_overview(names, command, lang))
    raise UsageError(_unknown(first, names, lang))


def _overview(names: Sequence[str], command: Callable[[str], Any], lang: str) -> str:
    usage = Text("الاستعمال: arlint الأمر [الخيارات]", "usage: arlint COMMAND [OPTIONS]")
    width = max(map(len, names))
    lines = [f"  {name:<{width}}  {command(name).ABOUT.in_(lang)}" for name in names]
    more = Text("لتفصيل أمر: arlint الأمر --help", "For more on a command: arlint COMMAND --help")
    return "\n".join((usage.in_(lang), "", _ABOUT.in_(lang), "", *lines, "", more.in_(lang)))


def _unknown(name: str, names: Sequence[str], lang: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, names, 1)
    if name.startswith("-"):
        hint = Text("اذكر الأمر أولا: arlint check …", "the command comes first: arlint check …")
    elif "/" in name or "." in name or os.path.exists(name):
        hint = Text(f"هل تقصد: arlint check {name}؟", f"did you mean: arlint check {name}?")
    elif near:
        hint = Text(f"هل تقصد «{near[0]}»؟", f"did you mean {near[0]!r}?")
    else:
        hint = Text(f"الأوامر: {'، '.join(names)}.", f"commands are {', '.join(names)}.")
    return Text(f"arlint: لا أمر باسم «{name}»؛ {hint.ar}", f"arlint: no command {name!r}; {hint.en}").in_(lang)
