"""Layers: what one piece of configuration says of the rules, at all paths or at some, checked against the rules there are."""

import os
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal

from ..document import ROLES
from ..formats.field import KINDS, Field, Fields
from ..records import NamedTuple
from ..rules import Level, Text
from ..rules.finding import LEVELS
from .effective import Fixing, Rules
from .globs import PathFilter, glob_problem
from .house_style import Styles, styles
from .node import Node
from .options import hints, no_option, option
from .place import DEFAULT, Mistake, Place, beside, listed, meant
from .selectors import Selector, checked, no_rule, rules_named
from .setting import Setting, named, says, strings
from .shape import DEMOTE, FIELDS, FIX, FIX_OFF, HOUSE, IGNORE, LOCKED, PATHS, PROMOTE, SELECT, VOCABULARY
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


class Layer(NamedTuple):
    """`select` (None: not given) replaces the rules that are on, then `rules` are set one by one, then `ignore` takes away.

    `paths` is None for all paths.
    """

    place: Place
    paths: PathFilter | None = None
    select: tuple[Selector, ...] | None = None
    rules: tuple[RuleSetting, ...] = ()
    ignore: tuple[Selector, ...] = ()
    house: Styles = MappingProxyType({})
    fields: Fields = ()
    fields_place: Place = DEFAULT
    fixing: tuple[tuple[tuple[str, ...], Fixing, Place], ...] = ()
    locked: tuple[Selector, ...] = ()


class Context(NamedTuple):
    """What is needed to check a piece: the rules there are, the folder that patterns are relative to, whether an unknown name is wrong, and
    whether some rules of styles could not be read.
    """

    rules: Rules
    root: str
    strict: bool
    mistakes: list[Mistake]
    unread: bool = False

    def minds(self, name: str) -> bool:
        """Whether it is a mistake that no rule has this name: not of one that may be among those that were not read, which was said."""
        return self.strict and not (self.unread and "." in name)


def layer(node: Node, context: Context, *, some: bool = False) -> Layer:
    """The layer of a mapping; for `some` paths only, which it names."""
    entries = node.entries
    paths = path_filter(node, PATHS, context) if some else None
    select = _selectors(node, SELECT, context) if says(node, SELECT) else None
    ignore = _selectors(node, IGNORE, context)
    rules = tuple(_rule_settings(entries["rules"].node, context, some)) if "rules" in entries else ()
    house = styles(entries[HOUSE.name].node, named(HOUSE.name), []) if says(node, HOUSE) else {}
    if says(node, VOCABULARY):
        from .vocabulary import vocabulary

        house = {**vocabulary(node, context.mistakes), **house}
    place = entries["select"].key if "select" in entries else node.place
    fields_place = entries[FIELDS.name].key if says(node, FIELDS) else DEFAULT
    fixing = tuple(_fixing(entries[FIX.name].node, context)) if says(node, FIX) else ()
    locked = _selectors(node, LOCKED, context)
    return Layer(place, paths, select, rules, ignore, house, _fields(node, context), fields_place, fixing, locked)


def _fields(node: Node, context: Context) -> Fields:
    """The fields of data that are prose: names, or names with what is written there, its role, or both."""
    items = node.entries[FIELDS.name].node.items if says(node, FIELDS) else []
    return tuple(field for item in items for field in _fields_in(item, context))


def _fields_in(item: Node, context: Context) -> Iterator[Field]:
    if isinstance(item.value, str):
        yield Field(item.value)
    for name, entry in item.entries.items():
        yield _field(name, entry.node.items, context)


def _field(name: str, words: Sequence[Node], context: Context) -> Field:
    field, known = Field(name), (*KINDS, *ROLES)
    for word in words:
        if word.value in KINDS:
            field = field._replace(kind=word.value)
        elif word.value in ROLES:
            field = field._replace(role=str(word.value))
        elif isinstance(word.value, str):
            hint = meant(word.value, known, Text(f"الموجود: {listed(known).ar}", f"there are: {listed(known).en}"))
            ar = f"الحقل «{name}»: لا معنى للكلمة «{word.value}»{hint.ar}"
            context.mistakes.append(Mistake(word.place, Text(ar, f"field {name!r}: {word.value!r} is no kind or role{hint.en}")))
    return field


def _fixing(node: Node, context: Context) -> list[tuple[tuple[str, ...], Fixing, Place]]:
    """What is said of fixes, the widest selector first; of two that are as wide, the more careful one is the last and holds."""
    said: list[tuple[tuple[str, ...], Fixing, Place]] = []
    careful: tuple[tuple[Fixing, Setting], ...] = (("promote", PROMOTE), ("demote", DEMOTE), ("off", FIX_OFF))
    for fixing, setting in careful if isinstance(node.value, dict) else ():
        said += ((tuple(rules_named(one.text, context.rules)), fixing, one.place) for one in _selectors(node, setting, context))
    return sorted(said, key=lambda one: -len(one[0]))


def path_filter(node: Node, setting: Setting, context: Context) -> PathFilter:
    """The filter of a list of patterns. Patterns that are wrong are mistakes."""
    patterns = []
    for pattern, place in strings(node, setting):
        problem = glob_problem(pattern)
        if problem:
            context.mistakes.append(Mistake(place, problem))
        else:
            patterns.append(pattern)
    entry = node.entries.get(setting.name)
    return PathFilter(context.root, tuple(patterns), entry.key if entry else node.place)


def _selectors(node: Node, setting: Setting, context: Context) -> tuple[Selector, ...]:
    return checked(strings(node, setting), context.rules, context.mistakes, context.minds)


def _rule_settings(node: Node, context: Context, some: bool) -> Iterator[RuleSetting]:
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
