"""Values that are dear to make and cheap to keep: a small cache on disk, shared by all runs of one user.

Word tables, entry points and checked configurations are made once and read back in a millisecond. What is kept is
always remade from its sources when they change, so the folder may be deleted at any time and nobody misses it.
"""

import marshal
import os
import sys
import zlib
from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeVar, cast

T = TypeVar("T")

FORMAT = 2
"""Raised when the shape of what is kept changes."""

_HERE = os.path.dirname(os.path.abspath(__file__))
_VERSION = 4  # of marshal: a later one that a later Python writes is not read by those before, and what is built is for all
_HEAD = 4  # bytes of checksum before the payload


def folder() -> str:
    """The folder of kept values: `$ARLINT_CACHE_DIR`, else the user's cache folder as the system names it."""
    named = os.environ.get("ARLINT_CACHE_DIR")
    if named:
        return named
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "arlint")


Stamp = tuple[str, int, int, int]


def stamp(path: str) -> Stamp:
    """What tells one state of a file from another: its path, size in bytes, time of change in nanoseconds, and when that was `written`."""
    try:
        status = os.stat(path)
    except OSError:
        return path, -1, -1, -1
    return path, status.st_size, status.st_mtime_ns, written(status)


def written(status: os.stat_result) -> int:
    """When the system wrote down the state of a file, in nanoseconds: the time of change can be set to what it was, this one cannot.

    0 for a file of several names, as installers make them: each new name of it would be a change.
    """
    return status.st_ctime_ns if status.st_nlink == 1 else 0


def states_of(folders: Collection[str], seen: Mapping[str, Sequence[Stamp]] = MappingProxyType({})) -> dict[str, bytes]:
    """Of each of these folders what stands for all files in it, and for those of arlint: another after any of them has changed.

    The states of the files in a folder are taken as `seen`, where they were.
    """
    own, *others = (sorted(seen[one] if one in seen else stamps_in(one)[1]) if one else [] for one in (_HERE, *folders))
    first = digest_of(_plainly(own))  # once for all folders: there are three hundred files
    return {one: digest_of(first + _plainly(files)) for one, files in zip(folders, others, strict=True)}


def _plainly(files: Sequence[Stamp]) -> bytes:
    return repr(files).encode("utf-8", "surrogatepass")


def stamps_in(folder: str) -> tuple[list[Stamp], list[Stamp]]:
    """The states of a folder and all folders in it, which change when a file comes or goes, and of the files; less compiled modules."""
    within: list[Stamp] = []
    found: list[Stamp] = []
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        within.append(stamp(where))
        found += [stamp(os.path.join(where, name)) for name in names]
    return within, found


def digest_of(data: bytes) -> bytes:
    """Twenty bytes that stand for these."""
    try:
        from _blake2 import blake2b
    except ImportError:  # a Python that is built in another way; to import hashlib takes as long as linting two articles
        from hashlib import blake2b

    return blake2b(data, digest_size=20).digest()


def short_digest(text: str) -> str:
    """A short name for a text."""
    return f"{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}"


def kept(name: str, key: object, make: Callable[[], T]) -> T:
    """`make()`, or what it gave when it was last asked under this name with an equal key.

    The value and the key must be of marshal's plain types (str, int, float, bool, None, tuple, list, dict, set, frozenset).
    A file that is missing, foreign, cut off or unreadable is as good as none; a folder that cannot be written is no error.
    """
    return cast("T", kept_dumped(name, key, lambda: dumped(make())))


def kept_dumped(name: str, key: object, make: Callable[[], bytes]) -> object:
    """As `kept`, where `make` gives what `dumped` makes of a value."""
    data = _recalled(name, key)
    if data is None:
        data = make()
        _write(_path(name), dumped((repr(key), data)))
    return marshal.loads(data)


def recall(name: str, key: object, otherwise: object = None) -> object:
    """What was kept under this name with an equal key."""
    data = _recalled(name, key)
    return otherwise if data is None else marshal.loads(data)


def keep(name: str, key: object, value: object) -> None:
    """Keep a value under a name, in the place of what was kept there."""
    _write(_path(name), dumped((repr(key), dumped(value))))


def dumped(value: object) -> bytes:
    """A plain value as bytes, that every Python reads. Of a set that takes ten times as long as the way back."""
    return marshal.dumps(cast("Any", value), _VERSION)


def _recalled(name: str, key: object) -> bytes | None:
    try:
        with open(_path(name), "rb") as file:
            data = file.read()
        found = cast("tuple[str, bytes]", marshal.loads(opened(data)))
        return found[1] if found[0] == repr(key) and isinstance(found[1], bytes) else None
    except (OSError, ValueError, EOFError, TypeError, IndexError):
        return None


BUILT = os.path.join(_HERE, "tables")
"""The folder of what was made when arlint was built; `$ARLINT_BUILD_TABLES` is where it is written then."""


def built(name: str, key: object) -> bytes | None:
    """What was made under this name, with an equal key, when arlint was built, `dumped`; None where nothing was."""
    try:
        with open(os.path.join(BUILT, f"{name}.bin"), "rb") as file:
            found = cast("tuple[Any, bytes]", marshal.loads(opened(file.read())))
        return found[1] if found[0] == key and isinstance(found[1], bytes) else None
    except (OSError, ValueError, EOFError, TypeError, IndexError):
        return None


def build(name: str, key: object, value: object) -> bytes:
    """The value `dumped`; while arlint is built it is written for those who will ask for what was `built`."""
    data = dumped(value)
    if folder := os.environ.get("ARLINT_BUILD_TABLES"):
        with open(os.path.join(folder, f"{name}.bin"), "wb") as file:
            file.write(sealed(dumped((key, data))))
    return data


def sealed(data: bytes) -> bytes:
    """The bytes with a checksum before them."""
    return zlib.crc32(data).to_bytes(_HEAD, "big") + data


def opened(data: bytes) -> bytes:
    """What was `sealed`. Raises ValueError where it has been damaged."""
    if zlib.crc32(data[_HEAD:]).to_bytes(_HEAD, "big") != data[:_HEAD]:
        raise ValueError("damaged")
    return data[_HEAD:]


def _path(name: str) -> str:
    return os.path.join(folder(), f"{name}.{FORMAT}-{sys.version_info[0]}{sys.version_info[1]}.bin")


def _write(path: str, payload: bytes) -> None:
    # Written beside and renamed: of two runs at once each reads a whole file, whoever wins.
    beside = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(beside, "wb") as file:
            file.write(sealed(payload))
        os.replace(beside, path)
    except OSError:
        try:
            os.unlink(beside)
        except OSError:
            return
