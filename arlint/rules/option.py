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


def option(default: T, *, ar: str, en: str, path: bool = False) -> T:
    """Declare an option in the body of a rule class: `min_words: int = option(8, ar="…", en="…")`.

    The annotation is its type (bool, int, float, str, Literal, list[…], dict[str, …]). The default must be hashable or a tuple, dict
    or list that nobody changes. `path` is for options of type str (see Option).
    """
    return cast("T", Option(default, Text(ar, en), path))
