"""What shows that a rule does what it says: examples, and findings that were read in real articles."""

import math
from collections.abc import Mapping

from ..records import NamedTuple
from .finding import Level
from .text import Text


class Measured(NamedTuple):
    """Precision read by eye: of `read` findings in `articles` real articles, `right` were ones that an editor would thank for."""

    right: int
    read: int
    articles: int
    corpus: str
    note: Text = Text("", "")

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval of the share that is right (JASA 1927): honest for small counts, where the usual one is not."""
        if not self.read:
            return 0.0, 1.0
        z, share = 1.96, self.right / self.read
        middle = share + z * z / (2 * self.read)
        spread = z * math.sqrt(share * (1 - share) / self.read + z * z / (4 * self.read * self.read))
        whole = 1 + z * z / self.read
        return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)


class Example(NamedTuple):
    """A text with the expected spans between ⟦ and ⟧, for what `good` and `bad` cannot say: options, a format, several files.

    `fixed` is the text after the rule's fix, None where that is not compared. `level` is asserted when given.
    """

    text: str
    fixed: str | None = None
    options: Mapping[str, object] = {}
    format: str = "text"
    level: Level | None = None
