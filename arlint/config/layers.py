"""Layers: what one piece of configuration says of the rules, at all paths or at some, checked against the rules there are."""

from types import MappingProxyType

from ..formats.field import Fields
from ..records import NamedTuple
from .context import Context
from .data_fields import data_fields
from .effective import Fixing
from .globs import PathFilter, glob_problem
from .house_style import Styles, styles
from .node import Node
from .place import DEFAULT, Mistake, Place
from .rule_settings import RuleSetting, rule_settings
from .selectors import Selector, checked, rules_named
from .setting import Setting, named, says, strings
from .shape import DEMOTE, FIELDS, FIX, FIX_OFF, HOUSE, IGNORE, LOCKED, PATHS, PROMOTE, SELECT, VOCABULARY


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


def layer(node: Node, context: Context, *, some: bool = False) -> Layer:
    """The layer of a mapping; for `some` paths only, which it names."""
    entries = node.entries
    paths = path_filter(node, PATHS, context) if some else None
    select = _selectors(node, SELECT, context) if says(node, SELECT) else None
    ignore = _selectors(node, IGNORE, context)
    rules = tuple(rule_settings(entries["rules"].node, context, some)) if "rules" in entries else ()
    house = styles(entries[HOUSE.name].node, named(HOUSE.name), []) if says(node, HOUSE) else {}
    if says(node, VOCABULARY):
        from .vocabulary import vocabulary

        house = {**vocabulary(node, context.mistakes), **house}
    place = entries["select"].key if "select" in entries else node.place
    fields_place = entries[FIELDS.name].key if says(node, FIELDS) else DEFAULT
    fixing = tuple(_fixing(entries[FIX.name].node, context)) if says(node, FIX) else ()
    locked = _selectors(node, LOCKED, context)
    return Layer(place, paths, select, rules, ignore, house, data_fields(node, context), fields_place, fixing, locked)


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
