"""What is needed to check a piece of configuration that speaks of rules."""

from ..records import NamedTuple
from .effective import Rules
from .place import Mistake


class Context(NamedTuple):
    """What is needed to check a piece: the rules there are, the folder that patterns are relative to, whether an unknown name is wrong, and
    whether some rules of styles could not be read.
    """

    rules: Rules
    root: str
    strict: bool
    mistakes: list[Mistake]
    unread: bool = False

    def minds(self, name: str) -> bool:
        """Whether it is a mistake that no rule has this name: not of one that may be among those that were not read, which was said."""
        return self.strict and not (self.unread and "." in name)
