"""What stands for a file, for how it is read, and for the rules that it is read under: what results are kept by."""

import os
import sys
from collections.abc import Sequence

from .discover import Found
from .kept import digest_of, stamp, states_of
from .rules import AnyRule

_LAYOUT = 2  # of what results are kept as
FRESH = 2_000_000_000
"""Nanoseconds: a file that changed so shortly ago may change again within one tick of the clock."""

Seen = tuple[int, int, int, int]
"""Size, time of change in nanoseconds, when the system wrote that down, inode: what tells that a file is the one that was seen before.

The time of change can be set to what it was, the other cannot (where the system keeps it: elsewhere it is that of the file's making).
"""


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
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


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
