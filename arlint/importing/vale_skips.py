"""What a configuration of Vale has its rules pass over: scopes, classes, and stretches that match a pattern."""

import re
from collections.abc import Iterator, Sequence

from ..styles.selector import reads_source
from .reading import quoted, sequence
from .vale_ini import Section

_SCOPES = ("SkippedScopes", "IgnoredScopes")
_CLASSES = "IgnoredClasses"
PATTERNS = ("TokenIgnores", "BlockIgnores")

_NEVER_READ = ("script", "style", "pre", "raw", "textarea", "video", "audio", "code", "tt", "samp", "kbd")
"""What arlint reads in no text anyway."""

_NAMES = {
    **{name: name for name in ("blockquote", "table", "figure", "caption", "link", "strong", "emphasis", "alt", "heading", "list")},
    **{f"h{level}": f"h{level}" for level in range(1, 7)},
    "th": "table.header", "td": "table.cell", "figcaption": "caption", "li": "list", "ul": "list", "ol": "list", "p": "paragraph",
    "a": "link", "b": "strong", "i": "emphasis", "em": "emphasis", "img": "alt",
}  # fmt: skip
"""Scopes of arlint by the tags and scopes that Vale names."""


def listed(value: str) -> list[str]:
    """The parts of a value between commas; a comma after a backslash parts nothing."""
    parts = (one.strip().replace("\\,", ",") for one in re.split(r"(?<!\\),", value))
    return [one for one in parts if one]


def passed_over(sections: Sequence[Section]) -> tuple[list[str], list[str]]:
    """The names of what no rule reads, for selectors; and those of Vale that have no counterpart."""
    scopes = [one for section in sections for name in _SCOPES for one in listed(section.get(name))]
    classes = [one for section in sections for one in listed(section.get(_CLASSES))]
    known = [name.removeprefix("text.") for name in scopes if name not in _NEVER_READ]
    names = dict.fromkeys(_NAMES[name] for name in known if name in _NAMES)
    return [*names, *(f"class.{name}" for name in classes)], [name for name in known if name not in _NAMES]


def scope_without(scope: str | Sequence[str], names: Sequence[str]) -> str:
    """The scope of a rule, as YAML on one line, less what these names say; empty where that changes nothing."""
    selectors = [scope] if isinstance(scope, str) else list(scope)
    less = [one if reads_source(one) else " & ".join((one, *(f"~{name}" for name in names if name not in one))) for one in selectors]
    if less == selectors:
        return ""
    return quoted(less[0]) if len(less) == 1 else sequence(less)


def accepted(paths: Sequence[str], patterns: Sequence[str], name: str) -> Iterator[str]:
    """The lines under `suppress` that pass over what matches these patterns; `name` is the key of Vale that says so."""
    globs = sequence(paths)
    for pattern in patterns:
        yield f"  - {{paths: {globs}, rules: {sequence(['*'])}, text: {quoted(pattern)}, reason: {name}}}"
