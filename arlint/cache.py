"""What was found in files before, kept by content: a file that is the same, under the same rules, is not read again.

One SQLite file for all projects of a user. A result is kept under a digest of the file's bytes, of how it is read, and of all that may
change what is found: the rules with their options, and every file of arlint and of the plugins that made them. Beside it stands which
bytes a path had when last seen, with size, time and inode, so that an unchanged file is not even opened. Nothing in it can run, and all
of it can be made again: a file that is damaged, foreign or locked is as good as none, and a full disk only makes things slower.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from .discover import Found
from .kept import folder, stamp
from .rules import AnyRule

_LAYOUT = 1
_NAME = f"results-{_LAYOUT}.sqlite"
_WAIT = 2.0  # seconds for another process to finish writing
_FRESH = 2_000_000_000  # nanoseconds: a file that changed so shortly ago may change again within one tick of the clock
_MOST = 1_000_000_000  # bytes; a larger cache is begun anew
_BATCH = 500  # results that are written together
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, size INTEGER, time INTEGER, inode INTEGER, digest BLOB) WITHOUT ROWID",
)

Seen = tuple[int, int, int]
"""Size, time of change in nanoseconds, inode: what tells that a file is the one that was seen before."""


class Info(NamedTuple):
    """How large the cache is: bytes on disk, results, files seen."""

    path: str
    size: int
    results: int
    files: int


def path() -> str:
    """The file of the cache."""
    return os.path.join(folder(), _NAME)


def digest(data: bytes) -> bytes:
    """What stands for the bytes of a file."""
    from hashlib import blake2b  # only where there are many files: it takes as long as linting two articles

    return blake2b(data, digest_size=20).digest()


def fingerprint(rules: Sequence[AnyRule]) -> bytes | None:
    """What stands for all that decides what these rules find; None where a rule's findings depend on more than that."""
    if not all(rule.cacheable for rule in rules):
        return None
    said = sorted((type(rule).__module__, rule.id, rule.level, repr(rule.given), rule.made_of) for rule in rules)
    modules = {type(rule).__module__ for rule in rules} | {"arlint.cache"}
    folders = {os.path.dirname(os.path.abspath(file)) for name in modules if (file := getattr(sys.modules.get(name), "__file__", None))}
    paths = [stamp(str(value)) for rule in rules for name, option in rule.options.items() if option.path and (value := getattr(rule, name))]
    return digest(repr((_LAYOUT, sys.version_info[:2], said, paths, sorted(_stamps(folders)))).encode("utf-8", "surrogatepass"))


def _stamps(folders: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    for top in folders:
        for where, _, names in os.walk(top):
            if not where.endswith("__pycache__"):
                yield from (stamp(os.path.join(where, name)) for name in names)


def seen(file: str) -> tuple[str, Seen] | None:
    """The full path of a file and what tells one state of it from another; None where it is none."""
    try:
        status = os.stat(file)
    except OSError:
        return None
    return os.path.join(os.getcwd(), file), (status.st_size, status.st_mtime_ns, status.st_ino)


def key(content: bytes, found: Found, print_: bytes) -> bytes:
    """What a result is kept under: the digest of the bytes, how they are read, and the fingerprint of the rules.

    The path counts: reports name it, and rules may.
    """
    read = repr((found.path, found.format, found.fields, found.others, found.named, found.part))
    return digest(content + print_ + read.encode("utf-8", "surrogatepass"))


class Cache:
    """The results of former runs. Every method works, whatever happens to the file: then nothing is known and nothing kept."""

    def __init__(self) -> None:
        self._results: list[tuple[bytes, bytes]] = []
        self._files: list[tuple[str, int, int, int, bytes]] = []
        self._base: Any = _opened()
        self._digests: dict[str, tuple[Seen, bytes]] = {}

    def expect(self, files: Sequence[Found]) -> None:
        """Look up at once which bytes many files had when last seen."""
        if len(files) < _BATCH:
            return
        top = os.path.commonpath([os.path.abspath(file.path) for file in (files[0], files[-1])])
        rows = self._asked("SELECT path, size, time, inode, digest FROM files WHERE path >= ? AND path < ?", (top, f"{top}0"))
        self._digests = {name: ((size, time, inode), held) for name, size, time, inode, held in rows}

    def digest_of(self, file: str, now: Seen) -> bytes | None:
        """The digest of the bytes of a file that is as it was when last seen."""
        if file not in self._digests:
            rows = self._asked("SELECT path, size, time, inode, digest FROM files WHERE path = ?", (file,))
            self._digests.update({name: ((size, time, inode), held) for name, size, time, inode, held in rows})
        known = self._digests.get(file)
        return known[1] if known and known[0] == now else None

    def result(self, key: bytes) -> bytes | None:
        """What was kept under a key."""
        return next((value for (value,) in self._asked("SELECT value FROM results WHERE key = ?", (key,))), None)

    def keep(self, key: bytes, value: bytes) -> None:
        """Keep a result."""
        self._results.append((key, value))
        if len(self._results) >= _BATCH:
            self.write()

    def saw(self, file: str, now: Seen, content: bytes) -> None:
        """Remember which bytes a file has."""
        from time import time_ns

        if time_ns() - now[1] > _FRESH:
            self._files.append((file, *now, content))

    def write(self) -> None:
        """Write what is to be kept."""
        results, self._results = self._results, []
        files, self._files = self._files, []
        if self._base is None or not (results or files):
            return
        try:
            with self._base:
                self._base.executemany("INSERT OR REPLACE INTO results VALUES (?, ?)", results)
                self._base.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", files)
        except self._errors:
            self._let_go()

    def close(self) -> None:
        """Write what is to be kept, and let go of the file."""
        self.write()
        self._let_go()

    def _let_go(self) -> None:
        if self._base is not None:
            self._base.close()
            self._base = None

    def info(self) -> Info:
        """How large it is."""
        counts = [next((count for (count,) in self._asked(f"SELECT count(*) FROM {table}", ())), 0) for table in ("results", "files")]
        return Info(path(), sum(stamp(file)[1] for file in _pieces() if os.path.exists(file)), *counts)

    @property
    def _errors(self) -> type[Exception]:
        import sqlite3

        return sqlite3.Error

    def _asked(self, question: str, values: tuple[object, ...]) -> list[Any]:
        if self._base is None:
            return []
        try:
            return list(self._base.execute(question, values))
        except self._errors:
            self._let_go()
            return []


def clear() -> Info:
    """Delete the cache; what it was."""
    held = Cache()
    was = held.info()
    held.close()
    for piece in _pieces():
        if os.path.exists(piece):
            os.unlink(piece)
    return was


def _pieces() -> tuple[str, str, str]:
    return path(), f"{path()}-wal", f"{path()}-shm"


def _opened() -> Any:
    """The database; None where there can be none. One that is damaged or has grown too large is begun anew."""
    import sqlite3

    for again in (False, True):
        base = None
        try:
            os.makedirs(folder(), exist_ok=True)
            if again or (os.path.exists(path()) and os.path.getsize(path()) > _MOST):
                for piece in _pieces():
                    if os.path.exists(piece):
                        os.unlink(piece)
            base = sqlite3.connect(path(), timeout=_WAIT)
            base.execute("PRAGMA journal_mode=WAL")
            base.execute("PRAGMA synchronous=OFF")
            for statement in _SCHEMA:
                base.execute(statement)
        except (sqlite3.Error, OSError) as error:
            if base is not None:
                base.close()
            # One that is locked, or in a folder that cannot be written, is left alone; one that is no database is begun anew.
            if isinstance(error, (sqlite3.OperationalError, OSError)):
                return None
            continue
        return base
    return None
