"""The hooks of arlint. Each is called once, at start, and returns a table; nothing is called in the loop over documents.

What a hook returns must follow from the plugin's files: for as long as none of them changes it is not asked again for its rules.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from .markers import hookimpl, hookspec

if TYPE_CHECKING:
    from .formats import Format
    from .report import Reporter
    from .rules import AnyRule

__all__ = ["arlint_formats", "arlint_presets", "arlint_reporters", "arlint_rules", "hookimpl", "hookspec"]

@hookspec
def arlint_rules() -> "Iterable[type[AnyRule]]":  # type: ignore[empty-body]
    """The rule classes of this plugin. `return rules_in(__name__)` gives those of all modules of a package."""


@hookspec
def arlint_formats() -> "Iterable[Format]":  # type: ignore[empty-body]
    """The file formats that this plugin reads."""


@hookspec
def arlint_reporters() -> "Iterable[Reporter]":  # type: ignore[empty-body]
    """The output formats that this plugin writes."""


@hookspec
def arlint_presets() -> "Mapping[str, Mapping[str, Any]]":  # type: ignore[empty-body]
    """Named pieces of configuration, in the shape of `.arlint.yml`, for `extends`."""
