"""Writing a file so that, whenever it is cut short, what stands there is the old file or the new one and nothing between."""

import os
import stat
import time
from contextlib import suppress
from errno import EDQUOT, EFBIG, ENOSPC
from functools import cache

from .rules import Text

_MARK = ".arlint-"
_STALE = 3600.0
"""Seconds after which what a killed run left behind is taken away."""


class UnwrittenError(Exception):
    """A file was left as it is. Holds why, and what to do, in both languages."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


def write(path: str, data: bytes, was: bytes | None = None) -> None:
    """Put `data` in the file at `path`, which keeps its permissions, owner and extended attributes. Links are followed to their target.

    If `was` is given, that is what the file must hold now. Raises UnwrittenError; then nothing has changed.
    """
    target = os.path.realpath(path)
    try:
        old = os.stat(path)
    except FileNotFoundError:
        old = None
    except OSError as error:
        raise UnwrittenError(_reason(error, target)) from None
    try:
        if old is not None and not stat.S_ISREG(old.st_mode):
            _onto_device(path, data, was)
        elif old is not None and not os.access(target, os.W_OK):
            raise UnwrittenError(_READ_ONLY)
        else:
            _replace(target, data, was, old)
    except OSError as error:
        raise UnwrittenError(_reason(error, target)) from None


_READ_ONLY = Text("الملف للقراءة فقط، فلم يُكتب؛ غيّر أذوناته.", "The file is read-only and was left as it is; change its permissions.")
CHANGED = Text(
    "تغيّر الملف أثناء العمل عليه، فلم يُكتب؛ أعد الأمر.", "The file changed while it was being worked on and was left as it is; run again."
)
"""Why a file is not written that somebody else has written meanwhile."""
_NO_FILE = Text("ليس هذا ملفا عاديا، فلم يُكتب.", "This is no ordinary file and was left as it is.")


def _onto_device(path: str, data: bytes, was: bytes | None) -> None:
    """`/dev/stdout` and the like take what they are given; they cannot be replaced, and a repair has no business there."""
    if was is not None:
        raise UnwrittenError(_NO_FILE)
    with open(path, "wb") as device:
        device.write(data)


def _replace(target: str, data: bytes, was: bytes | None, old: os.stat_result | None) -> None:
    folder = os.path.dirname(target)
    _clear(folder)
    beside = os.path.join(folder, f"{_MARK}{os.getpid()}-{time.monotonic_ns():x}")
    mode = stat.S_IMODE(old.st_mode) if old else 0o666
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode & 0o777 | stat.S_IWUSR)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if old:
            _like(beside, target, old)
        if was is not None and _content(target) != was:
            raise UnwrittenError(CHANGED)
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise


def _like(path: str, other: str, status: os.stat_result) -> None:
    """Give the new file what the old one had. An owner or an attribute that we may not set is no reason to leave the text unrepaired."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(path, -1, status.st_gid)
            os.chown(path, status.st_uid, -1)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(other):
                os.setxattr(path, name, os.getxattr(other, name))
    os.chmod(path, stat.S_IMODE(status.st_mode))


def _content(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


@cache
def _clear(folder: str) -> None:
    """Take away what runs that were killed left in a folder; once is enough."""
    before = time.time() - _STALE
    for entry in os.scandir(folder or "."):
        if entry.name.startswith(_MARK) and entry.name[len(_MARK) :].replace("-", "").isalnum() and entry.name[len(_MARK)].isdigit():
            with suppress(OSError):
                if entry.stat(follow_symlinks=False).st_mtime < before:
                    os.unlink(entry.path)


def _reason(error: OSError, target: str) -> Text:
    folder = os.path.dirname(target)
    if isinstance(error, PermissionError) or not os.access(folder, os.W_OK):
        return Text(
            f"لا إذن بالكتابة في المجلد {folder}، فبقي الملف كما هو؛ غيّر أذوناته.",
            f"There is no permission to write in the folder {folder}; the file was left as it is. Change its permissions.",
        )
    if error.errno in (ENOSPC, EDQUOT, EFBIG):
        return Text(
            "امتلأ القرص أو بلغ الملف حده، فبقي الملف كما هو؛ أفرغ مساحة ثم أعد الأمر.",
            "The disk is full, or a limit was reached; the file was left as it is. Make room and run again.",
        )
    if isinstance(error, FileNotFoundError):
        return Text(f"لا مجلد باسم {folder}؛ تحقق من المسار.", f"There is no folder {folder}; check the path.")
    from .refusals import arabic

    return Text(f"تعذرت الكتابة ({arabic(error)})، فبقي الملف كما هو.", f"It cannot be written ({error.strerror}) and was left as it is.")
