"""arlint, the text-quality linter for Arabic newsrooms. These are the names that a plugin writer needs."""

from typing import TYPE_CHECKING, Any

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
    RuleError,
    Suppression,
    Text,
    WordRule,
    names_rule,
    option,
    rules_in,
)

if TYPE_CHECKING:
    from .metrics import metrics as figures

__version__ = "0.1.0"

__all__ = [
    "AnyRule", "AuditRule", "CorpusRule", "Document", "Edit", "Elsewhere", "Example", "Finding", "Level", "Measured", "Paragraph",
    "Pattern", "PatternRule", "Piece", "Quotation", "Related", "Rule", "RuleError", "Suppression", "Text", "Word", "WordRule", "figures",
    "hookimpl", "names_rule", "option", "rules_in",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """`figures`, which most runs do not need, comes in when it is first asked for."""
    if name != "figures":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .metrics import metrics

    return metrics
