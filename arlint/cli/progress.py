"""How far a long run has come, on stderr: only on a terminal, only after a second, and gone when the run is over."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, TypeVar

from ..rules import Text

T = TypeVar("T")

_PATIENCE = 1.0  # seconds before anything is shown
_PAUSE = 0.2  # seconds between two changes, so that showing costs nothing


class Progress:
    """Counts what passes through `watched`. Call `clear` before anything else is written to the terminal."""

    def __init__(self, total: int, lang: str, stream: TextIO | None = None) -> None:
        self._total = total
        self._label = Text("فحص الملفات", "checking files").in_(lang)
        self._stream = sys.stderr if stream is None else stream
        self._shown = False

    def watched(self, things: Iterable[T], files: Callable[[T], int] = lambda thing: 1) -> Iterator[T]:
        """The things, one by one, with the count of `files` that each stands for kept up to date on the terminal."""
        if not self._stream.isatty():
            yield from things
            return
        due = time.monotonic() + _PATIENCE
        number = 0
        for thing in things:
            number += files(thing)
            now = time.monotonic()
            if now >= due:
                due = now + _PAUSE
                self._stream.write(f"\r{self._label}: {number}/{self._total}\x1b[K")
                self._stream.flush()
                self._shown = True
            yield thing
        self.clear()

    def clear(self) -> None:
        """Take the count away."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._shown = False
