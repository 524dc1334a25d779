"""What a configuration says of rules one by one: on, off, a level, options."""

import os
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal

from ..records import NamedTuple
from ..rules import Level, Text
from ..rules.finding import LEVELS
from .context import Context
from .node import Node
from .options import hints, no_option, option
from .place import Mistake, Place, beside
from .selectors import no_rule, rules_named
from .styles import defines
from .typed import WRONG, typed

Switch = Literal["off", "on", "error", "warning", "suggestion"]


class RuleSetting(NamedTuple):
    """What is said of some rules: on or off (None: nothing), a level, options with their places."""

    ids: tuple[str, ...]
    place: Place
    on: bool | None = None
    level: Level | None = None
    options: Mapping[str, tuple[Any, Place]] = MappingProxyType({})


def rule_settings(node: Node, context: Context, some: bool) -> Iterator[RuleSetting]:
    """What is said of each rule, the widest selector first: `UNI: off` and `UNI001: on` in any order leave UNI001 on."""
    settings: list[RuleSetting] = []
    seen: dict[str, str] = {}
    for selector, entry in node.entries.items():
        if defines(entry.node) and some:
            where = Text(
                "تُعرَّف القاعدة تحت rules في أعلى الملف، لا داخل overrides.",
                "a rule is defined under the outer 'rules', not in overrides.",
            )
            context.mistakes.append(Mistake(entry.key, where))
            continue
        if defines(entry.node) and selector not in context.rules:
            continue  # it is too wrong to be a rule, and what is wrong was said
        ids = rules_named(selector, context.rules)
        if not ids:
            if context.minds(selector):
                context.mistakes.append(Mistake(entry.key, no_rule(selector, context.rules)))
            continue
        rule = context.rules[ids[0]]
        exact = selector in (rule.id, rule.code)
        if exact and seen.setdefault(rule.id, selector) != selector:
            other = seen[rule.id]
            twice = Text(f"القاعدة «{selector}» سبق ذكرها باسم «{other}»؛ اجمعهما.", f"rule {selector!r} is named twice, as {other!r} too.")
            context.mistakes.append(Mistake(entry.key, twice))
        if isinstance(entry.node.value, dict):
            if defines(entry.node):
                settings.append(RuleSetting(tuple(ids), entry.key, None))
            elif exact:
                settings.append(_with_options(rule.id, entry.key, entry.node, context))
            else:
                several = Text(
                    f"«{selector}» ليس اسم قاعدة واحدة، والخيارات لقاعدة واحدة؛ سمّها.",
                    f"{selector!r} does not name one rule, and options belong to one; name it.",
                )
                context.mistakes.append(Mistake(entry.key, several))
        else:
            what = Text(f"القاعدة «{selector}»", f"rule {selector!r}")
            settings.append(_switched(tuple(ids), entry.key, entry.node, what, context))
    return iter(sorted(settings, key=lambda setting: -len(setting.ids)))


def _switched(ids: tuple[str, ...], place: Place, node: Node, what: Text, context: Context) -> RuleSetting:
    if isinstance(node.value, bool):
        return RuleSetting(ids, place, node.value)
    said = typed(node, Switch, what, context.mistakes)
    return RuleSetting(ids, place, said != "off", said if said in LEVELS else None)


def _with_options(rule_id: str, place: Place, node: Node, context: Context) -> RuleSetting:
    rule = context.rules[rule_id]
    types = hints(rule)
    switch = RuleSetting((rule_id,), place, True)
    options: dict[str, tuple[Any, Place]] = {}
    for name, entry in node.entries.items():
        if name == "level":
            what = Text(f"مستوى القاعدة «{rule_id}»", f"the level of rule {rule_id!r}")
            switch = _switched((rule_id,), entry.key, entry.node, what, context)
        elif name not in rule.options:
            if context.strict:
                context.mistakes.append(no_option(rule, name, entry.key))
        else:
            value = option(rule, name, types[name], entry.node, context.mistakes)
            if value is not WRONG:
                is_path = rule.options[name].path and ("/" in value or os.sep in value)
                options[name] = beside(entry.node.place, value) if is_path else value, entry.key
    return switch._replace(options=options)
