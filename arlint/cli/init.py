"""`arlint init`: a commented `.arlint.yml` to begin with."""

import argparse
import os
from collections.abc import Iterable, Iterator

from ..config import ConfigError, Mistake, Place, files
from ..config.setting import Fields, Setting
from ..config.shape import SETTINGS
from ..discover import shown
from ..refusals import arabic
from ..rules import Text

ABOUT = Text("كتابة ملف .arlint.yml مشروح، للبدء منه.", "Write a commented .arlint.yml to begin with.")

_FORCE = Text("استبدال الملف إن وُجد.", "overwrite the file if there is one.")
_DONE = Text("كُتب {file}؛ كل ما فيه معطّل حتى تزيل علامة # من أول السطر.", "Wrote {file}; nothing in it is in force until you remove a #.")
_THERE = Text("الملف موجود؛ لاستبداله: --force.", "the file exists; to write over it: --force.")
_OTHER = Text("إعدادات المجلد في هذا الملف؛ عدّله أو احذفه أولا.", "the folder is configured here; change this, or delete it first.")

_HEAD = """\
# إعدادات arlint. ما يأتي أمثلة معطّلة: أزل علامة # من أول السطر لتفعيل ما فيه.
# Configuration of arlint. What follows are examples, switched off: remove the # at the start of a line to switch it on.
#
# arlint rules · arlint explain RULE · arlint config · arlint schema
"""


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What `init` takes."""
    parser.add_argument("--force", action="store_true", help=_FORCE.in_(lang))


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code."""
    folder = args.project_root or "."
    path = args.config or os.path.join(folder, files.NAMES[0])
    file_name = shown(path)
    other = files.in_folder(folder) if args.config is None else None
    if other is not None and other != path:
        raise ConfigError([Mistake(Place("file", shown(other)), _OTHER)])
    try:
        with open(path, "w" if args.force else "x", encoding="utf-8", newline="\n") as file:
            file.write(template())
    except FileExistsError:
        raise ConfigError([Mistake(Place("file", file_name), _THERE)]) from None
    except OSError as error:
        said = Text(f"تعذرت الكتابة: {arabic(error)}.", f"it cannot be written: {error.strerror}.")
        raise ConfigError([Mistake(Place("file", file_name), said)]) from None
    print(_DONE.format(lang, {"file": file_name}))
    return 0


def template() -> str:
    """The file: every setting with what it is for, in both languages, and an example."""
    return _HEAD + "\n".join(_commented(SETTINGS.settings, "")) + "\n"


def _commented(settings: Iterable[Setting], indent: str) -> Iterator[str]:
    """Explanations begin with `# `; what is switched off begins with `#` in the first column, so that its indentation stays."""
    for setting in settings:
        if not indent:
            yield ""
        yield f"{indent}# {setting.about.ar}"
        yield f"{indent}# {setting.about.en}"
        if isinstance(setting.hint, Fields) and not setting.hint.many:
            yield f"#{indent}{setting.name}:"
            yield from _commented(setting.hint.settings, f"{indent}  ")
        elif "\n" in setting.example or setting.example.startswith("- "):
            yield f"#{indent}{setting.name}:"
            yield from (f"#{indent}  {line}" for line in setting.example.split("\n"))
        else:
            yield f"#{indent}{setting.name}: {setting.example}"
