"""The work on one file before files are compared: what is noted of it."""

import marshal
from collections.abc import Callable, Sequence
from typing import cast

from .cache import plain
from .discover import Found
from .document import Document
from .engine import Counts, add, survey
from .kept import sealed
from .reading import Input, documents_of
from .records import NamedTuple
from .results import KEEP, ONCE, UNCONCERNED, print_of
from .rules import AnyRule, looks_across


class Surveying(NamedTuple):
    """The work on one file before files are compared: what is noted of it."""

    source: Input
    rules: Callable[[str], Sequence[AnyRule]]
    state: bytes | None = None

    def work(self, found: Found) -> bytes:
        """The notes. A rule that fails here fails again, and is reported, when the file is checked."""
        total: Counts = {}
        for document in documents_of(found, self.source):
            if isinstance(document, Document):
                add(total, survey(document, self.rules(found.path))[0])
        return KEEP + sealed(marshal.dumps(total))

    @property
    def joins(self) -> bool:
        """Notes are asked for file by file."""
        return False

    def joined(self, results: Sequence[bytes]) -> bytes | None:
        """Not asked for."""
        raise NotImplementedError

    def lost(self, found: Found) -> bytes:
        """Nothing is noted of a file that kills its process; when it is checked that is said."""
        return ONCE + sealed(marshal.dumps({}))

    def notes(self, found: Found, done: bytes) -> Counts:
        """The notes again."""
        noted = plain(done[1:])
        return cast(Counts, plain(self.work(found)[1:]) if noted is None else noted)

    def opening(self) -> None:
        """Nothing is remembered of words."""

    def closing(self) -> None:
        """As for `opening`."""

    def concern(self, found: Found) -> bytes:
        """Nothing: what is noted of a file depends on no other."""
        return UNCONCERNED

    def print_of(self, rules: Sequence[AnyRule]) -> bytes | None:
        """What the notes depend on besides the file."""
        own = print_of(_across(rules), self.source.names)
        return own and b"survey" + own


def _across(rules: Sequence[AnyRule]) -> Sequence[AnyRule]:
    """Those of the rules that look across files, always as the same object."""
    known = _ACROSS.get(id(rules))
    if known is None or known[0] is not rules:
        known = _ACROSS[id(rules)] = rules, tuple(filter(looks_across, rules))
    return known[1]


_ACROSS: dict[int, tuple[Sequence[AnyRule], Sequence[AnyRule]]] = {}
"""By identity, as prints are."""
