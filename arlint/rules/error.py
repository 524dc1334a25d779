"""What hinders a rule on one document and is its author's, or the user's, to mend."""

from .text import Text


class RuleError(Exception):
    """Raised by a rule that cannot go on, as one whose pattern takes too long: told in one line, no bug. What it found stands."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message

    def __reduce__(self) -> "tuple[type[RuleError], tuple[Text]]":
        return type(self), (self.message,)
