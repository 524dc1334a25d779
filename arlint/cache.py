"""What was found in files before, kept by content: a file that is the same, under the same rules, is not read again.

One SQLite file for all projects of a user. A result is kept under a digest of the file's bytes, of how it is read, and of all that may
change what is found: the rules with their options, and every file of arlint and of the plugins that made them. For each folder one row says
which bytes its files had when last seen, with size, time and inode, so that an unchanged file is not even opened; another, for each set of
rules, of which of them nothing is to be said. Nothing in it can run, and all of it can be made again: a file that is damaged, foreign or
locked is as good as none, and a full disk only makes things slower.
"""

import marshal
import os
import sys
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from .discover import Found
from .kept import digest_of, folder, opened, sealed, stamp, states_of
from .records import NamedTuple
from .rules import AnyRule

_LAYOUT = 2
_NAME = f"results-{_LAYOUT}.sqlite"
_WAIT = 2.0  # seconds for another process to finish writing
FRESH = 2_000_000_000
"""Nanoseconds: a file that changed so shortly ago may change again within one tick of the clock."""
_MOST = 1_000_000_000  # bytes; a larger cache is begun anew
_BATCH = 500  # results that are written, or asked for, together
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS sums (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS folders (path TEXT PRIMARY KEY, files INTEGER, value BLOB) WITHOUT ROWID",
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
    return digest_of(data)


def fingerprint(rules: Sequence[AnyRule]) -> bytes | None:
    """What stands for all that decides what these rules find; None where a rule's findings depend on more than that."""
    if not all(rule.cacheable for rule in rules):
        return None
    said = sorted((rule.home[0], rule.id, rule.level, repr(rule.given), rule.made_of) for rule in rules)
    paths = [stamp(file) for rule in rules for file in rule.files]
    return digest(repr((_LAYOUT, sys.version_info[:2], said, paths, _state(rules))).encode("utf-8", "surrogatepass"))


def _state(rules: Sequence[AnyRule]) -> object:
    """The state of all files of arlint and of the plugins that made these rules: the same whether they are asleep or awake."""
    awake = {rule.home[1] for rule in rules if not rule.state}
    return sorted({rule.state for rule in rules if rule.state} | set((states_of(awake) if awake or not rules else {}).values()))


def seen(file: str) -> Seen | None:
    """What tells one state of a file from another; None where there is no such file."""
    try:
        status = os.stat(file)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino


def reading(found: Found) -> bytes:
    """Eight bytes that stand for how a file is read."""
    how = found[1:]
    if how not in _READINGS:
        _READINGS[how] = digest(repr(how).encode("utf-8", "surrogatepass"))[:8]
    return _READINGS[how]


_READINGS: dict[tuple[object, ...], bytes] = {}
"""A run reads its files in few ways."""


def key(content: bytes, read: bytes, path: str, print_: bytes) -> bytes:
    """What a result is kept under: the digest of the bytes, how they are read, the path, and what else decides upon the result.

    The path counts: reports name it, and rules may.
    """
    return digest(content + print_ + read + path.encode("utf-8", "surrogatepass"))


class Shelf:
    """What is known of the files of one folder under one set of rules, by name, where `state` was what is known of all files.

    An entry says of which bytes, read how, with what known of other files (see `work`), and whether nothing is to be said of the file.
    """

    def __init__(self, state: bytes, entries: dict[str, bytes]) -> None:
        self.state = state
        self.entries = entries
        self.before: dict[str, bytes] = {}
        """Entries that were made in another state, and hold where what was known of other files was the same."""
        self.changed = False

    def come_to(self, state: bytes) -> None:
        """From now on something else is known of all files."""
        self.before, self.entries, self.state, self.changed = self.entries, {}, state, True

    def put(self, name: str, entry: bytes) -> None:
        """Make an entry."""
        if self.entries.get(name) != entry:
            self.entries[name] = entry
            self.changed = True


class Cache:
    """The results of former runs. Every method works, whatever happens to the file: then nothing is known and nothing kept."""

    def __init__(self) -> None:
        self._results: list[tuple[bytes, bytes]] = []
        self._sums: dict[bytes, bytes] = {}
        self._base: Any = _opened()
        self._folders: dict[str, dict[str, tuple[int, int, int, bytes]]] = {}
        self._seen_anew: set[str] = set()
        self._shelves: dict[tuple[str, bytes], Shelf] = {}
        self._contents: dict[str, tuple[Seen, bytes] | None] = {}
        self._states: dict[str, Seen] = {}
        self.remembers = False
        """Whether what a file holds is asked for several times in a run, and is not to be looked for again."""

    def state(self, path: str) -> Seen | None:
        """What tells one state of a file from another, as it is now and will be taken to be when `content` is asked for next."""
        if (known := self._contents.get(path)) is not None:
            return known[0]
        found = seen(path)
        if found is not None:
            self._states[path] = found
        return found

    def content(self, path: str, limit: int) -> tuple[Seen, bytes] | None:
        """The state of a file and the digest of its bytes; None where it cannot be read, or is above the limit."""
        if path in self._contents:
            return self._contents[path]
        found = self._content(path, limit)
        if self.remembers:
            self._contents[path] = found
        return found

    def _content(self, path: str, limit: int) -> tuple[Seen, bytes] | None:
        state = self._states.pop(path, None) or seen(path)
        if state is None or state[0] > limit:
            return None
        where, slash, name = path.rpartition(os.sep)
        where = where or slash
        names = self._folders.get(where)
        if names is None:
            names = self._folders[where] = self._names(where)
        known = names.get(name)
        if known is not None and known[:3] == state:
            return state, known[3]
        try:
            with open(path, "rb") as file:
                content = digest(file.read(limit + 1))
        except OSError:
            return None
        from time import time_ns

        if time_ns() - state[1] > FRESH:
            names[name] = (*state, content)
            self._seen_anew.add(where)
        return state, content

    def _names(self, where: str) -> dict[str, tuple[int, int, int, bytes]]:
        rows = self._asked("SELECT value FROM folders WHERE path = ?", (_full(where),))
        found = plain(rows[0][0]) if rows else None
        return found if isinstance(found, dict) else {}

    def shelf(self, where: str, print_: bytes) -> Shelf:
        """What is known of the files of a folder, as it is named, under a set of rules."""
        found = self._shelves.get((where, print_))
        if found is None:
            state, entries = self.recall(_under(where, print_)) or (b"", {})
            found = self._shelves[where, print_] = Shelf(state, entries)
        return found

    def results(self, keys: Collection[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """What was kept under each of these keys, if anything."""
        wanted = list(keys)
        for at in range(0, len(wanted), _BATCH):
            some = wanted[at : at + _BATCH]
            yield from self._asked(f"SELECT key, value FROM results WHERE key IN ({','.join('?' * len(some))})", tuple(some))

    def keep(self, key: bytes, value: bytes) -> None:
        """Keep a result."""
        self._results.append((key, value))
        if len(self._results) >= _BATCH:
            self._write()

    def recall(self, key: bytes) -> Any:
        """The plain values that were stored under a key; None where there are none, or they have been damaged."""
        rows = self._asked("SELECT value FROM sums WHERE key = ?", (key,))
        return plain(rows[0][0]) if rows else None

    def store(self, key: bytes, value: Any) -> None:
        """Keep plain values, of marshal's types."""
        self._sums[key] = sealed(marshal.dumps(value))

    def close(self) -> None:
        """Write what is to be kept, and let go of the file."""
        for (where, print_), shelf in self._shelves.items():
            if shelf.changed:
                self.store(_under(where, print_), (shelf.state, shelf.entries))
        folders = [(_full(where), len(names := self._folders[where]), sealed(marshal.dumps(names))) for where in sorted(self._seen_anew)]
        self._write(folders)
        self._let_go()

    def _write(self, folders: Collection[tuple[str, int, bytes]] = ()) -> None:
        results, self._results = self._results, []
        sums, self._sums = self._sums, {}
        if self._base is None or not (results or sums or folders):
            return
        try:
            with self._base:
                self._base.executemany("INSERT OR REPLACE INTO results VALUES (?, ?)", results)
                self._base.executemany("INSERT OR REPLACE INTO sums VALUES (?, ?)", sums.items())
                self._base.executemany("INSERT OR REPLACE INTO folders VALUES (?, ?, ?)", folders)
        except self._errors:
            self._let_go()

    def _let_go(self) -> None:
        if self._base is not None:
            self._base.close()
            self._base = None

    def info(self) -> Info:
        """How large it is."""
        asked = ("SELECT count(*) FROM results", "SELECT coalesce(sum(files), 0) FROM folders")
        counts = [next((count for (count,) in self._asked(question, ())), 0) for question in asked]
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


def _under(where: str, print_: bytes) -> bytes:
    """What a shelf is kept under: the folder as it is named counts, as the path does for a result."""
    return digest(b"shelf" + print_ + f"{where}\n{_full(where)}".encode("utf-8", "surrogatepass"))


def _full(where: str) -> str:
    """The full path of a folder."""
    return os.path.abspath(where)


def plain(data: bytes) -> Any:
    """The plain values that were sealed as these bytes; None where they have been damaged."""
    try:
        return marshal.loads(opened(data))
    except (ValueError, TypeError, EOFError):
        return None


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
