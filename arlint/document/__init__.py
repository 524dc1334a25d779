"""A text as rules see it: clean prose with blocks and views, and a map from every place in it to the source file."""

from .document import Document
from .gaps import Gap
from .pieces import PROSE, ROLES, Block, Paragraph, Piece, Quotation, Word
from .source import Source, UnreadableError, decode
from .sourcemap import SourceMap

__all__ = [
    "PROSE", "ROLES", "Block", "Document", "Gap", "Paragraph", "Piece", "Quotation", "Source", "SourceMap", "UnreadableError", "Word",
    "decode",
]  # fmt: skip
