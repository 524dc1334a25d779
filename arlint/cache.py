"""What was found in files before, kept by content: a file that is the same, under the same rules, is not read again.

One SQLite file for all projects of a user. A result is kept under a digest of the file's bytes, of how it is read, and of all that may
change what is found: the rules with their options, and every file of arlint and of the plugins that made them. For each folder one row says
which bytes its files had when last seen, with size, times and inode, so that an unchanged file is not even opened; another, for each set of
rules, of which of them nothing is to be said. Nothing in it can run, and all of it can be made again.
"""

import marshal
import os
from collections.abc import Collection, Iterator
from typing import Any

from .database import Database, path, pieces
from .kept import opened, sealed, stamp
from .prints import FRESH, Seen, digest, seen
from .records import NamedTuple

_BATCH = 500  # results that are written, or asked for, together


class Info(NamedTuple):
    """How large the cache is: bytes on disk, results, files seen."""

    path: str
    size: int
    results: int
    files: int


class Shelf:
    """What is known of the files of one folder under one set of rules, by name, where `state` was what is known of all files.

    An entry says of which bytes, read how, with what known of other files (see `held`), and whether nothing is to be said of the file.
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
        self._base = Database()
        self._folders: dict[str, dict[str, tuple[int, int, int, int, bytes]]] = {}
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
        if known is not None and known[:-1] == state:
            return state, known[-1]
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

    def _names(self, where: str) -> dict[str, tuple[int, int, int, int, bytes]]:
        rows = self._base.asked("SELECT value FROM folders WHERE path = ?", (_full(where),))
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
            yield from self._base.asked(f"SELECT key, value FROM results WHERE key IN ({','.join('?' * len(some))})", tuple(some))

    def keep(self, key: bytes, value: bytes) -> None:
        """Keep a result."""
        self._results.append((key, value))
        if len(self._results) >= _BATCH:
            self._write()

    def recall(self, key: bytes) -> Any:
        """The plain values that were stored under a key; None where there are none, or they have been damaged."""
        rows = self._base.asked("SELECT value FROM sums WHERE key = ?", (key,))
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
        self._base.close()

    def _write(self, folders: Collection[tuple[str, int, bytes]] = ()) -> None:
        self._base.put({"results": self._results, "sums": list(self._sums.items()), "folders": list(folders)})
        self._results, self._sums = [], {}

    def info(self) -> Info:
        """How large it is."""
        asked = ("SELECT count(*) FROM results", "SELECT coalesce(sum(files), 0) FROM folders")
        counts = [next((count for (count,) in self._base.asked(question)), 0) for question in asked]
        return Info(path(), sum(stamp(file)[1] for file in pieces() if os.path.exists(file)), *counts)


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


def info() -> Info:
    """How large the cache is."""
    held = Cache()
    try:
        return held.info()
    finally:
        held.close()


def clear() -> None:
    """Delete the cache. Raises OSError where it cannot be deleted."""
    for piece in pieces():
        if os.path.exists(piece):
            os.unlink(piece)
