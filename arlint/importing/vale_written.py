"""A configuration of Vale, read and understood, written as one of arlint."""

import os
from collections.abc import Iterator, Mapping, Sequence

from ..rules import AnyRule
from .reading import quoted, relative, sequence
from .vale_ini import LEVELS, Section
from .vale_skips import PATTERNS, accepted, listed, passed_over, scope_without
from .vale_switches import BUILT_IN, switched


def _formats(sections: Sequence[Section]) -> Iterator[tuple[str, str]]:
    """Which files are read as which format, where the configuration says so and arlint reads it."""
    from ..formats import arlint_formats

    names = {suffix: fmt.name for fmt in reversed([*arlint_formats()]) for suffix in fmt.suffixes}
    for section in sections:
        for key, value, _ in section.keys if section.glob.lower() == "formats" else ():
            if f".{value}" in names and names.get(f".{key}") != names[f".{value}"]:
                yield f"*.{key}", names[f".{value}"]


def lines(
    sections: Sequence[Section],
    styles: Sequence[str],
    folder: str,
    words: Mapping[str, Sequence[str]],
    rules: Mapping[str, type[AnyRule]],
    file: str,
) -> Iterator[str]:
    """The lines of the configuration, as it stands in a folder; its first line says what it was made of."""
    yield f"# {relative(os.path.abspath(file), folder)}"
    if styles:
        yield f"styles: {sequence(_relative(one, folder) for one in styles)}"
    for kind, paths in words.items():
        if paths:
            yield f"{kind}: {sequence(relative(path, folder) for path in paths)}"
    formats = dict(_formats(sections))
    if formats:
        yield f"formats: {{{', '.join(f'{quoted(glob)}: {name}' for glob, name in formats.items())}}}"
    yield "fail-on: error"
    uses = _used_built_in(sections, rules)
    styles_of_rules = sorted({rule_id.partition(".")[0] for rule_id in rules})
    off = list(dict.fromkeys(f"{style}.*" for style in (*styles_of_rules, *(("Vale",) if uses else ()))))
    if off:
        yield f"ignore: {sequence(off)}"
    if uses:
        yield "rules:"
    for name in uses:
        yield f"  {name}:"
        yield from (f"    {line}" for line in BUILT_IN[name])
    overrides = list(_overrides(sections, rules, uses))
    yield from ("overrides:", *overrides) if overrides else ()
    passed = [line for section in sections if section.is_of_files for line in _passed(section)]
    yield from ("suppress:", *passed) if passed else ()


def _used_built_in(sections: Sequence[Section], rules: Mapping[str, type[AnyRule]]) -> list[str]:
    """The rules of Vale's own that any section switches on."""
    said_of_all = [switched(section, rules) for section in sections]
    return [one for one in BUILT_IN if any(said.get(one, "off") != "off" for said in said_of_all)]


def _overrides(sections: Sequence[Section], rules: Mapping[str, type[AnyRule]], uses: Sequence[str]) -> Iterator[str]:
    """The lines for what each section says of rules that there are."""
    least = sections[0].get("MinAlertLevel").lower()
    least = least if least in LEVELS else "suggestion"
    skipped = passed_over(sections)[0]
    of_files = ((Section("*", ()), sections[0]), *((section, section) for section in sections[1:] if section.is_of_files))
    for place, section in of_files:
        said = {name: value for name, value in switched(section, rules, least).items() if name in rules or name in uses}
        if said:
            yield f"  - paths: {sequence(place.globs())}"
            yield "    rules:"
            yield from (f"      {name}: {_setting(value, rules.get(name), skipped)}" for name, value in said.items())


def _relative(path: str, folder: str) -> str:
    """The path of a style as a file in that folder names it, the part of the folder of all styles kept apart."""
    root, part, inner = path.partition("/./")
    return relative(root, folder) + part + inner


def _setting(said: str, rule: type[AnyRule] | None, skipped: Sequence[str]) -> str:
    """What is said of a rule: on, off, a level; and its scope, where something is not to be read."""
    scope = scope_without(getattr(rule, "scope", "text"), skipped) if skipped and said != "off" else ""
    if not scope:
        return said
    return f"{{level: {said}, scope: {scope}}}" if said in LEVELS else f"{{scope: {scope}}}"


def _passed(section: Section) -> Iterator[str]:
    """The lines for what a section passes over by patterns."""
    for name in PATTERNS:
        yield from accepted(section.globs(), listed(section.get(name)), name)
