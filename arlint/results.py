"""Results of the work on a file, as they are kept: what they begin with, and what they depend on besides the file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .prints import digest, fingerprint
from .rules import AnyRule

if TYPE_CHECKING:
    from .directives import Names

KEEP, ONCE = b"1", b"0"
"""What a result begins with: whether it may be kept. One that says nothing is `KEEP` and no more."""

UNCONCERNED = bytes(8)
"""The digest of what is known of other files, where nothing of that concerns a file."""


def print_of(rules: Sequence[AnyRule], names: "Names") -> bytes | None:
    """A digest of these rules, and of the names that comments may speak of; None where results depend on more than that."""
    known = _PRINTS.get(id(rules))
    if known is None or known[0] is not rules:
        own = fingerprint(rules)
        known = _PRINTS[id(rules)] = rules, own and digest(own + repr(sorted(names)).encode())
    return known[1]


_PRINTS: dict[int, tuple[Sequence[AnyRule], bytes | None]] = {}
"""By identity, as plans are: a project has a few sets of rules, and a fingerprint looks at hundreds of files."""
