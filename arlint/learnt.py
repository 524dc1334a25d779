"""What is known of words, from one run to the next: most words of a newsroom's articles were in those of the day before.

To learn what a form is to sixty rules takes 8 us, to read back what was learnt a tenth of a microsecond.
"""

from collections.abc import Sequence
from typing import cast

from .arabic.noticed import Learnt, learnt, recall_learnt
from .kept import keep, recall
from .rules import AnyRule
from .work import print_of

_NAME = "forms"
_MOST = 250_000  # forms that are kept; to read them back takes a tenth of a second


class Vocabulary:
    """What is known of words under these rules."""

    def __init__(self, rules: Sequence[AnyRule]) -> None:
        self._key = print_of(rules, ())

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
