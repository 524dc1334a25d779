"""The SQLite file of the cache: whatever happens to it, every question has an answer, then an empty one.

A file that is damaged or foreign is begun anew; one that is locked, or in a folder that cannot be written, is left alone.
"""

import os
from collections.abc import Mapping, Sequence
from typing import Any

from .kept import folder

_NAME = "results-2.sqlite"
_WAIT = 2.0  # seconds for another process to finish writing
_MOST = 1_000_000_000  # bytes; a larger cache is begun anew
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS sums (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS folders (path TEXT PRIMARY KEY, files INTEGER, value BLOB) WITHOUT ROWID",
)
_SHAPE = "SELECT results.key, results.value, sums.key, sums.value, path, files, folders.value FROM results, sums, folders LIMIT 0"

Rows = Sequence[tuple[object, ...]]


def path() -> str:
    """The file of the cache."""
    return os.path.join(folder(), _NAME)


def pieces() -> tuple[str, str, str]:
    """The files that SQLite makes of it."""
    return path(), f"{path()}-wal", f"{path()}-shm"


class Database:
    """The tables of the cache, opened. After the first error it is closed, and as good as empty."""

    def __init__(self) -> None:
        self._base: Any = _opened()

    def asked(self, question: str, values: tuple[object, ...] = ()) -> list[Any]:
        """The rows that answer a question."""
        if self._base is None:
            return []
        try:
            return list(self._base.execute(question, values))
        except self._errors:
            self.close()
            return []

    def put(self, tables: Mapping[str, Rows]) -> None:
        """Write rows into these tables, in the place of those that have their keys: all of them, or none."""
        if self._base is None or not any(tables.values()):
            return
        try:
            with self._base:
                for table, rows in tables.items():
                    if rows:
                        self._base.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
        except self._errors:
            self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._base is not None:
            self._base.close()
            self._base = None

    @property
    def _errors(self) -> type[Exception]:
        import sqlite3

        return sqlite3.Error


def _opened() -> Any:
    """The database; None where there can be none. One that has grown too large is begun anew."""
    import sqlite3

    for again in (False, True):
        base = None
        try:
            os.makedirs(folder(), exist_ok=True)
            if again or (os.path.exists(path()) and os.path.getsize(path()) > _MOST):
                for piece in pieces():
                    if os.path.exists(piece):
                        os.unlink(piece)
            base = sqlite3.connect(path(), timeout=_WAIT)
            base.execute("PRAGMA journal_mode=WAL")
            base.execute("PRAGMA synchronous=OFF")
            for statement in _SCHEMA:
                base.execute(statement)
            if not again and not _is_ours(base):
                base.close()
                continue
        except (sqlite3.Error, OSError) as error:
            if base is not None:
                base.close()
            # One that is locked, or in a folder that cannot be written, is left alone; one that is no database is begun anew.
            if isinstance(error, (sqlite3.OperationalError, OSError)):
                return None
            continue
        return base
    return None


def _is_ours(base: Any) -> bool:
    """Whether the tables are those of the schema: others of their names may have been there."""
    import sqlite3

    try:
        base.execute(_SHAPE)
    except sqlite3.OperationalError as error:
        return "no such column" not in str(error)
    return True
