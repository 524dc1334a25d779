"""arlint, the text-quality linter for Arabic newsrooms. These are the names that a plugin writer needs."""

from .document import Document, Paragraph, Piece, Quotation, Word
from .hookspecs import hookimpl
from .rules import (
    AnyRule,
    AuditRule,
    CorpusRule,
    Edit,
    Example,
    Finding,
    Level,
    Measured,
    Pattern,
    PatternRule,
    Related,
    Rule,
    Text,
    WordRule,
    option,
    rules_in,
)

__version__ = "0.1.0"

__all__ = [
    "AnyRule", "AuditRule", "CorpusRule", "Document", "Edit", "Example", "Finding", "Level", "Measured", "Paragraph", "Pattern",
    "PatternRule", "Piece", "Quotation", "Related", "Rule", "Text", "Word", "WordRule", "hookimpl", "option", "rules_in",
]  # fmt: skip
