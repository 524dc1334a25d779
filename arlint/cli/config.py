"""`arlint config`: what is in force, and where each value comes from."""

import argparse
import json
import os
from collections.abc import Iterable, Iterator
from typing import Any

from ..config import DEFAULT, Given, Place, Read, Settings, read, settings
from ..discover import shown
from ..plugins import load
from ..records import NamedTuple
from ..rules import Text
from ..rules.finding import LEVELS
from .language import language
from .looking import as_yaml, say
from .rules import table

ABOUT = Text("عرض القيم النافذة ومصدر كل منها.", "Show the values in force, and where each comes from.")

_OPTIONS: tuple[tuple[str, Text, dict[str, Any]], ...] = (
    ("path", Text("ملف تُعرض الإعدادات النافذة فيه.", "a file, to show what is in force for it."), {"nargs": "?", "metavar": "PATH"}),
    ("--select", Text("كما في check.", "as in check."), {"action": "append", "default": [], "metavar": "RULES"}),
    ("--ignore", Text("كما في check.", "as in check."), {"action": "append", "default": [], "metavar": "RULES"}),
    ("--fail-on", Text("كما في check.", "as in check."), {"choices": (*LEVELS, "never")}),
    ("--format", Text("صيغة المخرجات.", "output format."), {"choices": ("text", "json"), "default": "text"}),
)
_FILE = Text("الإعدادات: {file}", "configuration: {file}")
_NO_FILE = Text("الإعدادات: لا ملف، فالقيم افتراضية", "configuration: no file, so that defaults are in force")
_ROOT = Text("المشروع: {root}", "project: {root}")
_PATH = Text("الملف: {path}", "file: {path}")
_EXCLUDED = Text("الملف: {path} (مستبعد، فلا يُفحص)", "file: {path} (excluded: it is not checked)")


class Row(NamedTuple):
    """A value in force, under its dotted name, with where it comes from."""

    name: str
    value: Any
    place: Place


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What `config` takes."""
    for name, about, more in _OPTIONS:
        parser.add_argument(name, help=about.in_(lang), **more)


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code."""
    asked = read([args.path] if args.path else (), args.config, args.project_root)
    force = settings(asked, load(asked.wanted), Given(args.select, args.ignore, args.lang, args.fail_on, args.numerals))
    lang = language(args, force, lang)
    excluded = args.path is not None and force.excluded(args.path)
    rows = list(_rows(asked, force, args.path))
    if args.format == "json":
        file = force.file and os.path.abspath(force.file)
        head = {"version": 1, "file": file, "root": force.root, "path": args.path, "excluded": excluded}
        values = [{"name": row.name, "value": row.value, "origin": row.place._asdict()} for row in rows]
        print(json.dumps({**head, "settings": values}, ensure_ascii=False, indent=2))
        return 0
    head_lines = [_FILE if force.file else _NO_FILE, _ROOT, *([_EXCLUDED if excluded else _PATH] if args.path else [])]
    names = {"file": shown(force.file or ""), "root": force.root, "path": args.path}
    say((line.format(lang, names) for line in head_lines), lang)
    print()
    # The value comes last, since Arabic in it would move the columns after it.
    say(table((row.name, row.place.origin, as_yaml(row.value)) for row in rows), lang)
    return 0


def _rows(asked: Read, force: Settings, path: str | None) -> Iterator[Row]:
    yield from _named(asked)
    yield from (Row(name, value, place) for name, (value, place) in force.values.items())
    for name, filters in (("include", force.include), ("exclude", force.exclude)):
        yield from (Row(name, list(one.patterns), one.place) for one in filters)
    yield from (Row("formats", {paths.patterns[0]: name}, paths.place) for paths, name in force.formats)
    fields, place = force.fields_value(path)
    if fields:
        yield Row("fields", {one.name: f"{one.kind} {one.role}".rstrip() for one in fields}, place)
    for layer in force.layers:
        if layer.paths and (path is None or layer.paths.matches(path)):
            yield Row("overrides", list(layer.paths.patterns), layer.paths.place)
    for one in force.suppress:
        if path is None or one.paths.matches(path):
            value = {"paths": list(one.paths.patterns), "rules": [rule.text for rule in one.rules], "text": one.text, "reason": one.reason}
            yield Row("suppress", {name: said for name, said in value.items() if said or name != "text"}, one.place)
    yield from (Row(f"house_style.{key}", value, place) for key, (value, place) in force.house_for(path).items())
    yield from _rules(force, path)


def _named(asked: Read) -> Iterator[Row]:
    """What presets, files and plugins the configuration names."""
    from ..config.node import Node, plain

    for node in (part.node or Node(None, part.place) for part in asked.parts):
        named = {name: entry for name, entry in node.entries.items() if name in ("extends", "vocabulary")}
        if "plugins" in node.entries:
            named |= {f"plugins.{name}": entry for name, entry in node.entries["plugins"].node.entries.items()}
        yield from (Row(name, plain(entry.node), entry.key) for name, entry in named.items())


def _rules(force: Settings, path: str | None) -> Iterator[Row]:
    """Each rule; where it is on, also its level and its options."""
    from ..config.schema import written

    for rule_id, choice in force.choices_for(path).items():
        name = f"rules.{rule_id}"
        yield Row(name, "on" if choice.on else "off", choice.origin)
        if choice.on:
            yield Row(f"{name}.level", *choice.level)
            yield from (Row(f"{name}.{said}", *value) for said, value in (("fix", choice.fix), ("locked", choice.locked)) if value[0])
            options: Iterable[tuple[str, Any]] = force.registry.rules[rule_id].options.items()
            for option, declared in options:
                value, place = choice.options.get(option, (declared.default, DEFAULT))
                yield Row(f"{name}.{option}", written(value), place)
