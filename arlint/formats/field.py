"""A field of data that is prose, as `.arlint.yml` names it: `title`, `body: html`, `standfirst: [text, summary]`."""

from typing import Literal

from ..records import NamedTuple

Kind = Literal["auto", "text", "html", "markdown"]
KINDS: tuple[Kind, ...] = ("auto", "text", "html", "markdown")
"""What is written in a field; `auto` is HTML where tags are seen, else plain text."""


class Field(NamedTuple):
    """A key, or a key with the keys around it (`title`, `body.value`; lists have no name of their own), and how its value is read."""

    name: str
    kind: Kind = "auto"
    role: str = ""
    """Empty where the name tells the role: a `title` is a headline, a `description` a summary."""


Fields = tuple[Field, ...]
