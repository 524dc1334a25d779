"""Rules without code: what a style file in YAML says, as rule classes of the ordinary kind.

The extension points and their options are those of Vale (existence, substitution, …), so that an existing style folder runs as it is,
and those that news in Arabic needs. Here are the kinds; `arlint.config.styles` reads the files.
"""

from .build import KINDS, Spec, built
from .rule import StyleRule

__all__ = ["KINDS", "Spec", "StyleRule", "built"]
