"""What is known of words, from one run to the next: most words of a newsroom's articles were in those of the day before.

To learn what a form is to sixty rules takes 8 us, to read back what was learnt a tenth of a microsecond.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from .arabic.met import MET, Learnt
from .kept import keep, recall
from .rules import AnyRule

_SETS = 8  # sets of rules of which what was learnt is kept: a desk may have some, a machine several desks
_MOST = 250_000  # forms that are kept; to read them back takes a tenth of a second


class Vocabulary:
    """What is known of words under the rules of a run."""

    def __init__(self, sets: Callable[[], Iterable[Sequence[AnyRule]]]) -> None:
        """`sets` are those of the files, one for each."""
        self._sets = sets

    @cached_property
    def _key(self) -> bytes | None:
        from .prints import fingerprint

        sets = {id(rules): rules for rules in self._sets()}
        return fingerprint([rule for rules in sets.values() for rule in rules])

    def recall(self) -> None:
        """Begin with what other runs, or other processes of this one, have learnt; without effect where this process has learnt more."""
        found = recall(_place(self._key), self._key) if self._key else None
        if isinstance(found, tuple):
            MET.recall(_unpacked(*found))

    def keep(self) -> None:
        """Keep what was learnt, where it is worth that."""
        new = MET.learnt() if self._key else None
        if self._key and new and len(new[0]) <= _MOST:
            keep(_place(self._key), self._key, _packed(*new))


def _place(key: bytes) -> str:
    """The name under which it is kept what was learnt for these rules: there is room for a few sets of them."""
    return f"forms{key[0] % _SETS}"


def _packed(plain: set[str], told: dict[str, int], tables: dict[str, tuple[int, object]]) -> tuple[object, ...]:
    # Many words are written, and read, as one text: of a set of them that takes ten times as long.
    return "\n".join(plain), "\n".join(told), list(told.values()), tables


def _unpacked(plain: str, told: str, bits: list[int], tables: dict[str, tuple[int, object]]) -> Learnt:
    return set(plain.split()), dict(zip(told.split(), bits, strict=True)), tables
