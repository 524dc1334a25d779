"""The work on many files: what is done with each of them."""

from collections.abc import Sequence
from typing import Protocol

from .discover import Found
from .reading import Input
from .rules import AnyRule


class Task(Protocol):
    """What is done with each file."""

    @property
    def source(self) -> Input:
        """How files are read. Those that something stands for are not looked up."""

    def work(self, found: Found, /) -> bytes:
        """The result: `KEEP` or `ONCE`, and whatever the task reads. Must not raise."""

    def lost(self, found: Found, /) -> bytes:
        """The result for a file that killed the process which worked on it."""

    @property
    def state(self) -> bytes | None:
        """A digest of all that is known of all files; None where each file has a result, so that silent ones are not noted."""

    def concern(self, found: Found, /) -> bytes:
        """Eight bytes of a digest of the part that concerns this file."""

    @property
    def joins(self) -> bool:
        """Whether results of files that follow one another may come as one, with the first of these files."""

    def joined(self, results: Sequence[bytes], /) -> bytes | None:
        """One result that says what these say; None where that cannot be made."""

    def rules(self, path: str, /) -> Sequence[AnyRule]:
        """The rules for a path."""

    def print_of(self, rules: Sequence[AnyRule], /) -> bytes | None:
        """What results under these rules depend on besides the file; None where that cannot be said."""

    def opening(self) -> None:
        """Called before many files are worked on, by one process or several."""

    def closing(self) -> None:
        """Called in each process that has worked on them."""
