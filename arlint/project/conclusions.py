"""What is known after all files of a project were compared, and the work that it takes."""

from collections.abc import Callable, Sequence
from typing import Protocol

from ..discover import Found
from ..engine import Counts, Known
from ..records import NamedTuple
from ..report import Fault
from ..results import UNCONCERNED
from ..task import Task


class Surveys(Task, Protocol):
    """The work of noting what rules compare."""

    def notes(self, found: Found, done: bytes, /) -> Counts:
        """What a result says."""


class Concluded(NamedTuple):
    """What is known of all files, a digest of it as `state`, and one of the part that concerns a file (see `task`)."""

    known: Known
    faults: Sequence[Fault] = ()
    state: bytes = b""
    concern: Callable[[Found], bytes] = lambda found: UNCONCERNED
