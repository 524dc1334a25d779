"""Which configuration file a run reads, and what stands in it."""

import os
import re

from ..discover import shown, unreadable
from ..kept import kept
from ..records import NamedTuple
from ..rules import Text
from .node import BrokenError, Node, Packed, Problem, unpacked
from .place import ConfigError, Mistake, Place

NAMES = (".arlint.yml", ".arlint.yaml")
PYPROJECT = "pyproject.toml"

_FORM = 1
"""Raised when the readers of YAML and TOML give another tree or other mistakes for the same bytes."""

# Compiled when they are needed, which on most runs is never.
_TABLE = rb"""tool[\s."'\]]*arlint"""
_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]"


class ConfigFile(NamedTuple):
    """A file as it was read. `folder` is absolute; `mistakes` are those that do not hinder reading on."""

    path: str
    folder: str
    node: Node
    mistakes: tuple[Mistake, ...] = ()


def nearest(start: str) -> str | None:
    """The configuration file in the folder of `start` (or in it, if it is a folder) or in the nearest folder above.

    Raises ConfigError where a folder has two.
    """
    folder = os.path.abspath(start)
    while True:
        found = in_folder(folder)
        above = os.path.dirname(folder)
        if found or above == folder:
            return found
        folder = above


def in_folder(folder: str) -> str | None:
    """The configuration file in this folder. Raises ConfigError where it has two: one of them would have no effect."""
    # One that is there and cannot be read, be it a link that leads nowhere, is a mistake, not as good as none.
    found = [path for name in NAMES if os.path.lexists(path := os.path.join(folder, name))]
    project = os.path.join(folder, PYPROJECT)
    if os.path.isfile(project) and _has_table(project):
        found.append(project)
    if len(found) > 1:
        names = [shown(path) for path in found]
        raise ConfigError([Mistake(Place("file", names[1]), _two(names[0]))])
    return found[0] if found else None


def _two(other: str) -> Text:
    return Text(f"في المجلد ملف إعدادات آخر: {other}؛ اجمعهما في واحد.", f"the folder has another configuration, {other}; make them one.")


def _has_table(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return False  # a project file that we may not read has nothing to do with us
    try:
        return b"arlint" in data and bool(re.search(_TABLE, data)) and _tree(path, data)[0] is not None
    except BrokenError:
        return True  # what is wrong with it is said when it is read


def read(path: str, place: Place | None = None) -> ConfigFile:
    """What stands in a file. `place` is where it is named, for the message if it is not there. Raises ConfigError if it cannot be read."""
    name = shown(path)
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        if os.path.islink(path):
            nowhere = Text("هذا رابط إلى ملف غير موجود؛ صحّحه.", "this is a link to a file that is not there; correct it.")
            raise ConfigError([Mistake(Place("file", name), nowhere)]) from None
        missing = Text(f"لا يوجد ملف إعدادات باسم {name}؛ صحّح المسار.", f"there is no configuration file {name}; correct the path.")
        raise ConfigError([Mistake(place or Place("file", name), missing)]) from None
    except OSError as error:
        raise ConfigError([Mistake(Place("file", name), unreadable(name, error).message)]) from None
    try:
        tree, problems = _tree(path, data)
    except BrokenError as broken:
        raise ConfigError([_mistake(name, broken.problem)]) from None
    if tree is None:
        what = Text("لا جدول [tool.arlint] في الملف؛ أضفه.", "the file has no table [tool.arlint]; add it.")
        raise ConfigError([Mistake(Place("file", name), what)])
    folder = os.path.dirname(os.path.abspath(path))
    return ConfigFile(name, folder, unpacked(tree, name), tuple(_mistake(name, problem) for problem in problems))


def _mistake(name: str, problem: Problem) -> Mistake:
    line, column, arabic, english = problem
    return Mistake(Place("file", name, line, column), Text(arabic, english))


def _tree(path: str, data: bytes) -> tuple[Packed | None, list[Problem]]:
    """The file's tree, kept from the last run on the same bytes: neither YAML nor TOML is imported for what has been read before."""
    from zlib import crc32

    whole = os.path.abspath(path)
    digest = crc32(whole.encode("utf-8", "surrogateescape"))
    return kept(f"config-{digest:08x}", (_FORM, whole, data), lambda: parsed(path, data))


def parsed(path: str, data: bytes) -> tuple[Packed | None, list[Problem]]:
    """The tree of these bytes of a file, and what is wrong there. Raises BrokenError where nothing can be read."""
    text = _decoded(data)
    if path.endswith(".toml"):
        from .toml_file import parsed as toml

        return toml(text)
    from .yaml_file import parsed as yaml

    return yaml(text)


def _decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        place = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise BrokenError((*place, "الملف ليس بترميز UTF-8؛ احفظه به.", "the file is not in UTF-8; save it as UTF-8.")) from None
    if bad := re.search(_CONTROL, text):
        place = text.count("\n", 0, bad.start()) + 1, bad.start() - text.rfind("\n", 0, bad.start())
        code = f"U+{ord(bad.group()):04X}"
        raise BrokenError((*place, f"محرف تحكم {code} لا يُقبل هنا؛ احذفه.", f"the control character {code} is not allowed; delete it."))
    return text
