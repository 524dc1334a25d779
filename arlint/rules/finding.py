"""What a rule says of a document: where, with which arguments, and how it would be repaired. All offsets are those of the prose."""

from collections.abc import Mapping
from typing import Literal

from ..records import NamedTuple
from .text import Text

Level = Literal["error", "warning", "suggestion"]
LEVELS: tuple[Level, ...] = ("error", "warning", "suggestion")
"""From the gravest down."""


class Edit(NamedTuple):
    """Put `text` in place of the half-open span `start:end`."""

    start: int
    end: int
    text: str


class Related(NamedTuple):
    """Another place of the document that explains a finding, such as the first of two copies."""

    start: int
    end: int
    message: Text


class Elsewhere(NamedTuple):
    """A place in another file that explains a finding: its path, and the lines and columns that `Document.stretch` gave for it there."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    message: Text


class Finding(NamedTuple):
    """One fault at one place. It stores arguments, not a sentence: reporters fill in the rule's message.

    `variant` names one of the rule's further messages, "" the main one. `level` overrides the rule's. `safe` says whether the edits
    may be made without asking; whatever it says, the engine never lets a safe fix change words inside a quotation.
    """

    start: int
    end: int
    args: Mapping[str, object]
    edits: tuple[Edit, ...] = ()
    safe: bool = True
    level: Level | None = None
    variant: str = ""
    related: tuple[Related | Elsewhere, ...] = ()
