"""What the levels are called in sentences and tables for people."""

from collections.abc import Mapping

from ..rules import Level, Text

LEVEL_NAMES: Mapping[Level, Text] = {
    "error": Text("خطأ", "error"),
    "warning": Text("تحذير", "warning"),
    "suggestion": Text("اقتراح", "suggestion"),
}
"""One of a level."""
