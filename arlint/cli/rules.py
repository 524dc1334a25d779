"""`arlint rules`: the rules there are, in a table."""

import argparse
import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..config import ConfigError, Mistake
from ..config.selectors import checked, split
from ..plugins import Registry
from ..rules import AnyRule, Text
from .looking import at_rules, say

ABOUT = Text("عرض القواعد في جدول.", "List the rules in a table.")

_SELECT = Text("هذه القواعد وحدها: معرّف أو رمز أو فئة أو نمط مثل QUO*.", "only these rules: ids, codes, categories or globs like QUO*.")
_FORMAT = Text("صيغة المخرجات.", "output format.")

_COLUMNS = ("code", "id", "level", "default", "fix", "title")
"""The title comes last, since Arabic would move the columns after it. The others are words of the configuration, in both languages."""


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What `rules` takes."""
    parser.add_argument("--select", action="append", default=[], metavar="RULES", help=_SELECT.in_(lang))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_FORMAT.in_(lang))


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code."""
    registry, lang = at_rules(args, lang)
    facts = [described(rule, registry, lang) for rule in _selected(args.select, registry)]
    if args.format == "json":
        print(json.dumps({"version": 1, "rules": facts}, ensure_ascii=False, indent=2))
    else:
        say(table([_COLUMNS, *([one[column] for column in _COLUMNS] for one in facts)]), lang)
    return 0


def described(rule: type[AnyRule], registry: Registry, lang: str) -> dict[str, Any]:
    """The facts about a rule that stand in one line. `fix` is `safe`, `unsafe`, `safe/unsafe` or `none`."""
    return {
        "code": rule.code,
        "id": rule.id,
        "category": rule.category(),
        "level": rule.level,
        "default": "on" if rule.default else "off",
        "fix": "/".join(_fixes(rule)) or "none",
        "plugin": registry.owners[rule.id],
        "title": rule.title.in_(lang),
    }


def table(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The rows with their columns under one another, as wide as they must be."""
    rows = [tuple(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()


def _selected(selectors: Iterable[str], registry: Registry) -> list[type[AnyRule]]:
    """The rules that are named, all if none is. Raises ConfigError for a selector that names none."""
    if not selectors:
        return list(registry.rules.values())
    mistakes: list[Mistake] = []
    named = checked(split("--select", selectors), registry.rules, mistakes)
    if mistakes:
        raise ConfigError(mistakes)
    return [rule for rule in registry.rules.values() if any(one.names(rule) for one in named)]


def _fixes(rule: type[AnyRule]) -> list[str]:
    """The kinds of fix that the rule makes of its own examples."""
    if not rule.fixable():
        return []
    from ..testing import cases_of, diagnostics, unmarked

    examples = [case.example for case in cases_of(rule) if case.example.fixed is not None]
    if any(rule(**example.options).lacking() for example in examples):
        return ["unsafe"]  # they cannot be tried here, and only what was tried is called safe
    found = [one for example in examples for one in diagnostics(rule(**example.options), unmarked(example.text)[0], example.format)]
    safe = {one.fix.safe for one in found if one.fix}
    return [name for name, kind in (("safe", True), ("unsafe", False)) if kind in safe]
