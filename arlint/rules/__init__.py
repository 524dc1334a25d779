"""What a rule is: a value with an id, messages in two languages, options, examples, and a way to find its fault in a document."""

from .corpus import CorpusRule, Noted, counts, looks_across
from .error import RuleError
from .examples import Example, Measured
from .finding import Edit, Elsewhere, Finding, Level, Related
from .kinds import AuditRule, Pattern, PatternRule, WordRule
from .option import Option, option
from .rule import AnyRule, Rule
from .suppression import Suppression, names_rule
from .text import Text

__all__ = [
    "AnyRule", "AuditRule", "CorpusRule", "Edit", "Elsewhere", "Example", "Finding", "Level", "Measured", "Noted", "Option", "Pattern",
    "PatternRule", "Related", "Rule", "RuleError", "Suppression", "Text", "WordRule", "counts", "looks_across", "names_rule", "option",
]  # fmt: skip
