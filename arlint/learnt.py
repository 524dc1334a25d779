"""What is known of words, from one run to the next: most words of a newsroom's articles were in those of the day before.

To learn what a form is to sixty rules takes 8 us, to read back what was learnt a tenth of a microsecond.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import cast

from .arabic.noticed import Learnt, learnt, recall_learnt
from .kept import keep, recall
from .rules import AnyRule

_NAME = "forms"
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
        found = recall(_NAME, self._key) if self._key else None
        if isinstance(found, tuple):
            recall_learnt(cast("Learnt", found))

    def keep(self) -> None:
        """Keep what was learnt, where it is worth that."""
        new = learnt() if self._key else None
        if new and len(new[0]) <= _MOST:
            keep(_NAME, self._key, new)
