"""A text as rules see it: clean prose with blocks and views, and a map from every place in it to the source file."""

from typing import TYPE_CHECKING, Any

from .pieces import PROSE, ROLES, Block, Paragraph, Piece, Quotation, Word
from .source import Source, UnreadableError, decode

if TYPE_CHECKING:
    from .document import Document
    from .gaps import Gap
    from .sourcemap import SourceMap

__all__ = [
    "PROSE", "ROLES", "Block", "Document", "Gap", "Paragraph", "Piece", "Quotation", "Source", "SourceMap", "UnreadableError", "Word",
    "decode",
]  # fmt: skip

_HOMES = {"Document": "document", "Gap": "gaps", "SourceMap": "sourcemap"}


def __getattr__(name: str) -> Any:
    """What is only needed where a text is looked at comes in when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found = globals()[name] = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    return found
