"""arlint, the text-quality linter for Arabic newsrooms. These are the names that a plugin writer needs."""

from .document import Document, Paragraph, Piece, Quotation, Word
from .hookspecs import hookimpl
from .rules import (
    AnyRule,
    AuditRule,
    CorpusRule,
    Edit,
    Elsewhere,
    Example,
    Finding,
    Level,
    Measured,
    Pattern,
    PatternRule,
    Related,
    Rule,
    Suppression,
    Text,
    WordRule,
    names_rule,
    option,
    rules_in,
)

__version__ = "0.1.0"

__all__ = [
    "AnyRule", "AuditRule", "CorpusRule", "Document", "Edit", "Elsewhere", "Example", "Finding", "Level", "Measured", "Paragraph",
    "Pattern", "PatternRule", "Piece", "Quotation", "Related", "Rule", "Suppression", "Text", "Word", "WordRule", "hookimpl", "names_rule",
    "option", "rules_in",
]  # fmt: skip
