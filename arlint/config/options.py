"""Options of rules: checked against the annotations of the rule's class."""

from math import inf
from typing import Any, get_type_hints

from ..rules import AnyRule, Text
from .mismatch import out_of_bounds
from .node import Node
from .place import Mistake, Place, listed, meant
from .typed import WRONG, typed


def hints(rule: type[AnyRule]) -> dict[str, Any]:
    """The type of each option of a rule."""
    try:
        known = get_type_hints(rule)
    except NameError:  # a name imported for the type checker only; the defaults say as much
        known = {}
    return {name: known.get(name, type(option.default)) for name, option in rule.options.items()}


def option(rule: type[AnyRule], name: str, hint: Any, node: Node, mistakes: list[Mistake]) -> Any:
    """The value of an option of this type, or WRONG."""
    what = Text(f"الخيار «{name}» في القاعدة «{rule.id}»", f"option {name!r} of rule {rule.id!r}")
    return bounded(rule, name, typed(node, hint, what, mistakes), node, what, mistakes)


def bounded(rule: type[AnyRule], name: str, value: Any, node: Node, what: Text, mistakes: list[Mistake]) -> Any:
    """The value, or WRONG for a number that is less or more than the option may be."""
    known = rule.options[name]
    if type(value) not in (int, float) or known.least is None or known.least <= value <= (known.most or inf):
        return value
    mistakes.append(out_of_bounds(node, known.most, what))
    return WRONG


def no_option(rule: type[AnyRule], name: str, place: Place) -> Mistake:
    """The mistake of an option that the rule does not have."""
    names = listed(tuple(rule.options))
    there = Text(f"خياراتها: {names.ar}", f"its options: {names.en}") if rule.options else Text("لا خيارات لها", "it has no options")
    hint = meant(name, (*rule.options, "level"), there)
    arabic, english = f"لا خيار باسم «{name}» في القاعدة «{rule.id}»{hint.ar}", f"no option {name!r} in rule {rule.id!r}{hint.en}"
    return Mistake(place, Text(arabic, english))
