"""The latest results of runs over few files, for which opening a database takes longer than linting an article.

They are kept in one small file, each under what a result is kept under in `cache`, and are as safe to delete.
"""

from typing import cast

from .kept import keep, recall

_NAME, _FORM = "recent", 1
_MOST = 100  # results
_LARGEST = 20_000  # bytes of a result


class Recent:
    """The results that were made last."""

    def __init__(self) -> None:
        found = recall(_NAME, _FORM)
        self._results = cast("dict[bytes, bytes]", found) if isinstance(found, dict) else {}
        self._new = False

    def result(self, key: bytes) -> bytes | None:
        """What was kept under a key."""
        return self._results.get(key)

    def keep(self, key: bytes, value: bytes) -> None:
        """Keep a result."""
        if len(value) <= _LARGEST:
            self._results[key] = value
            self._new = True

    def close(self) -> None:
        """Write what is to be kept."""
        if self._new:
            keep(_NAME, _FORM, dict(list(self._results.items())[-_MOST:]))


def forget() -> None:
    """Delete the latest results."""
    keep(_NAME, _FORM, {})
