"""Options of a rule: declared once, in the class body, and from there validated, documented and shown in the JSON Schema."""

from typing import Any, TypeVar, cast

from ..records import NamedTuple
from .text import Text

T = TypeVar("T")


class Option(NamedTuple):
    """The default of an option and what it is for.

    `path` says that a value with a slash in it is the path of a file, relative to the file of the configuration that gives it.
    """

    default: Any
    about: Text
    path: bool = False

    @property
    def most(self) -> float | None:
        """1 for a share, which has a default between 0 and 1."""
        return 1 if type(self.default) is float and 0 < self.default < 1 else None

    @property
    def least(self) -> float | None:
        """0 for a share, and for a count, whose default is none below 0: -1 paragraphs are a slip, not a wish."""
        is_count = type(self.default) is int and self.default >= 0
        return 0 if is_count or self.most else None


def option(default: T, *, ar: str, en: str, path: bool = False) -> T:
    """Declare an option in the body of a rule class: `min_words: int = option(8, ar="…", en="…")`.

    The annotation is its type (bool, int, float, str, Literal, list[…], dict[str, …]). The default must be hashable or a tuple, dict
    or list that nobody changes. `path` is for options of type str (see Option). A whole number is taken for a count, which is 0 or
    more, and a number whose default lies between 0 and 1 for a share, which does so too.
    """
    return cast("T", Option(default, Text(ar, en), path))
