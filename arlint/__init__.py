"""arlint, the text-quality linter for Arabic newsrooms. These are the names that a plugin writer needs."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .document import Document, Gap, Paragraph, Piece, Quotation, Word
    from .hookspecs import hookimpl
    from .metrics import metrics as figures
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
        Noted,
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
    )
    from .rules.package import rules_in

__version__ = "0.1.0"

__all__ = [
    "AnyRule", "AuditRule", "CorpusRule", "Document", "Edit", "Elsewhere", "Example", "Finding", "Gap", "Level", "Measured", "Noted",
    "Paragraph",
    "Pattern", "PatternRule", "Piece", "Quotation", "Related", "Rule", "RuleError", "Suppression", "Text", "Word", "WordRule", "figures",
    "hookimpl", "names_rule", "option", "rules_in",
]  # fmt: skip

_HOMES = {
    **dict.fromkeys(("Document", "Gap", "Paragraph", "Piece", "Quotation", "Word"), "document"),
    "hookimpl": "markers",
    "rules_in": "rules.package",
    "figures": "metrics",
}
"""Where a name comes from, if not from `arlint.rules`."""


def __getattr__(name: str) -> Any:
    """Each name comes in when it is first asked for: the command line needs few of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    home = import_module(f".{_HOMES.get(name, 'rules')}", __name__)
    found = globals()[name] = getattr(home, "metrics" if name == "figures" else name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
