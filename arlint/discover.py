"""From the paths a user names to the files to read: each once, in a fixed order."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from .records import NamedTuple
from .report import Fault
from .rules import Text

if TYPE_CHECKING:
    from .formats.field import Fields

_SKIPPED = frozenset(("node_modules", "__pycache__", "venv", "site-packages"))
"""Folders nobody keeps articles in. What is hidden is passed over as well: settings, and what systems leave beside files (`._a.txt`)."""


def shown(path: str) -> str:
    """The path as users see it: relative to the working folder where that is shorter."""
    whole = os.path.abspath(path)
    try:
        return min(os.path.relpath(whole), whole, key=len)
    except ValueError:  # another drive of Windows
        return whole


class Part(NamedTuple):
    """A part of a large file of lines: where it begins, in bytes, and its size; how many code points and lines stand before it."""

    at: int
    size: int
    start: int
    lines: int


class Found(NamedTuple):
    """A file to read, the name of its format, and the fields that are prose in it where the configuration names them."""

    path: str
    format: str
    fields: "Fields" = ()
    others: tuple[str, ...] = ()
    """Formats of the same suffix, which its content may tell it to be."""
    named: bool = True
    """Whether the user named it, and not only a folder above it."""
    part: Part | None = None
    """The part of the file that is to be read, where it is not all of it."""


Choose = Callable[[str, bool], Found | None]
"""How a file is read, by its path and whether the user named it; None where no format is known for it."""


def discover(paths: Iterable[str], choose: Choose, known: Collection[str], excluded: Callable[[str], bool]) -> Iterator[Found | Fault]:
    """The files under `paths`, by name, folders where their own names stand, however the paths come; what cannot be read is a Fault.

    `choose` says how a file is read; `known` are all suffixes, for the message. A file that is named itself and has no format is a fault;
    in a folder it is passed over, and so are hidden ones. Excluded files are passed over even if named, since pre-commit names every file
    that changed.
    """
    seen: set[str] = set()
    for path in sorted(map(os.path.normpath, paths), key=lambda path: path.split(os.sep)):
        for found, real in _under(path, choose, known, excluded):
            if real not in seen:
                seen.add(real)
                yield found


_Placed = tuple[Found | Fault, str]
"""What was found, and its path without symbolic links: a file that two names lead to is read once."""


def _under(path: str, choose: Choose, known: Collection[str], excluded: Callable[[str], bool]) -> Iterator[_Placed]:
    real = os.path.realpath(path)
    if os.path.isdir(path):
        yield from _in_folder(path, real, choose, excluded)
    elif not os.path.lexists(path):
        missing = Text("لا يوجد ملف ولا مجلد بهذا الاسم؛ تحقق من المسار.", "There is no such file or folder; check the path.")
        yield Fault(path, "file", missing), real
    elif not excluded(path):
        yield choose(path, True) or unsupported(path, known), real


def _in_folder(folder: str, real: str, choose: Choose, excluded: Callable[[str], bool]) -> Iterator[_Placed]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield unreadable(folder, error), real
        return
    inside = "" if folder == os.curdir else os.path.join(folder, "")
    real = os.path.join(real, "")
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = inside + entry.name
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in _SKIPPED and not excluded(path + "/"):
                yield from _in_folder(path, real + entry.name, choose, excluded)
        elif (found := choose(path, False)) and not excluded(path):
            # A pipe, which nobody may ever write to, is no article. A link that leads nowhere, or to itself, is a fault when it is read.
            if not entry.is_symlink():
                if entry.is_file():
                    yield found, real + entry.name
            elif os.path.isfile(path) or not os.path.exists(path):
                yield found, os.path.realpath(path)


def unsupported(path: str, known: Collection[str]) -> Fault:
    """The fault of a file that is of no format. `known` are the suffixes there are, or the formats that its suffix may stand for."""
    names = " ".join(sorted(known))
    what = Text(f"صيغة الملف غير مدعومة؛ الصيغ المدعومة: {names}.", f"This file format is not supported; supported are: {names}.")
    return Fault(path, "file", what)


def unreadable(path: str, error: OSError) -> Fault:
    """The fault of a file or folder that the system does not let us read."""
    from .refusals import arabic

    reasons = {
        "PermissionError": Text("لا إذن بقراءة الملف؛ غيّر أذوناته.", "no permission to read it; change its permissions."),
        "FileNotFoundError": Text("لا يوجد ملف بهذا الاسم؛ تحقق من المسار.", "it does not exist; check the path."),
        "IsADirectoryError": Text("هذا مجلد لا ملف.", "it is a folder."),
    }
    reason = reasons.get(type(error).__name__, Text(f"{arabic(error)}.", f"{error.strerror}."))
    return Fault(path, "file", Text(f"تعذرت القراءة: {reason.ar}", f"It cannot be read: {reason.en}"))
