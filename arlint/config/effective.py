"""From layers to rules: what is in force for each rule at a path, where each value comes from, and the rules built from it."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from ..records import NamedTuple
from ..rules import AnyRule
from ..rules.asleep import Facts, built, is_asleep, known
from .place import DEFAULT, ConfigError, Mistake, Place

if TYPE_CHECKING:
    from .house_style import Styles
    from .layers import Layer
    from .selectors import Selector

Rules = Mapping[str, type[AnyRule]]
"""Every rule there is, by id."""

Value = tuple[Any, Place]
"""A value, and where it comes from."""


Fixing = Literal["promote", "demote", "off"]
"""What may be said of the fixes of a rule: they are safe, they are to be reviewed, they are not made."""


class Choice(NamedTuple):
    """What is in force for one rule. `options` are those that were given; `fix` is a Fixing, or None."""

    on: bool
    origin: Place
    level: Value
    options: Mapping[str, Value]
    fix: Value = (None, DEFAULT)
    locked: Value = (False, DEFAULT)


def choices(rules: Rules, layers: "Iterable[Layer]") -> dict[str, Choice]:
    """What is in force after these layers, each applied to what those before it left."""
    facts = known(rules)
    chosen = {
        rule_id: Choice(rule.default, DEFAULT, (rule.level, DEFAULT), {}, locked=(rule.locked, DEFAULT)) for rule_id, rule in facts.items()
    }
    layers = tuple(layers)
    for layer in layers:
        _apply(layer, chosen, facts)
    written = house(layers)
    return _housed(chosen, rules, written) if written else chosen


def house(layers: "Iterable[Layer]") -> dict[str, Value]:
    """The house style after these layers, each key with its place."""
    return {key: value for layer in layers for key, value in layer.house.items()}


def _apply(layer: "Layer", chosen: dict[str, Choice], rules: Mapping[str, Facts]) -> None:
    if layer.select is not None:
        for rule_id, choice in chosen.items():
            by = _naming(layer.select, rules[rule_id])
            chosen[rule_id] = choice._replace(on=by is not None, origin=by.place if by else layer.place)
    for setting in layer.rules:
        for rule_id in setting.ids:
            choice = chosen[rule_id]
            chosen[rule_id] = choice._replace(
                on=choice.on if setting.on is None else setting.on,
                origin=choice.origin if setting.on is None else setting.place,
                level=(setting.level, setting.place) if setting.level else choice.level,
                options={**choice.options, **setting.options},
            )
    for rule_id, choice in chosen.items() if layer.ignore else ():
        by = _naming(layer.ignore, rules[rule_id])
        if by:
            chosen[rule_id] = choice._replace(on=False, origin=by.place)


    for ids, fixing, place in layer.fixing:
        chosen.update({rule_id: chosen[rule_id]._replace(fix=(fixing, place)) for rule_id in ids})
    for rule_id, choice in chosen.items() if layer.locked else ():
        by = _naming(layer.locked, rules[rule_id])
        if by:
            chosen[rule_id] = choice._replace(locked=(True, by.place))


def _naming(selectors: "Iterable[Selector]", rule: Facts) -> "Selector | None":
    """The selector that names the rule."""
    return next((one for one in selectors if one.names(rule)), None)


def _housed(chosen: dict[str, Choice], rules: Rules, written: "Styles") -> dict[str, Choice]:
    from .house_style import fed, grouped

    groups, facts = grouped(written), known(rules)
    return {
        rule_id: choice._replace(options={**fed(rules[rule_id], written, groups), **choice.options})
        if facts[rule_id].house_style
        else choice
        for rule_id, choice in chosen.items()
    }


class Built(NamedTuple):
    """Rules built once for equal options, at whatever paths: what a rule has computed of its tables is shared."""

    made: dict[tuple[str, str], AnyRule]
    at: dict[tuple[int, ...], tuple[AnyRule, ...]]
    """The rules for each combination of layers that has occurred."""
    fixing: dict[tuple[int, ...], Mapping[str, Fixing]]
    """What is said of their fixes, likewise."""
    everywhere: list[tuple[AnyRule, ...]]
    """The rules for any path, where nothing depends on paths."""

    def rules(self, rules: Rules, chosen: Mapping[str, Choice]) -> tuple[AnyRule, ...]:
        """The rules that are on."""
        return tuple(self.rule(rules, rule_id, choice) for rule_id, choice in chosen.items() if choice.on)

    def rule(self, rules: Rules, rule_id: str, choice: Choice) -> AnyRule:
        """The rule with these options, and the level where one was given. Raises ConfigError where it lacks something to run."""
        level, origin = choice.level
        given = {name: value for name, (value, _) in choice.options.items()}
        if origin is not DEFAULT:
            given["level"] = level
        if choice.locked[0]:
            given["locked"] = True
        key = rule_id, repr(sorted(given.items()))
        if key not in self.made:
            made = built(rules, rule_id, given)
            if not is_asleep(made) and (lack := made.lacking()):
                # Of a rule that is on by itself the options tell who asked for what it lacks.
                places = (place for place in (choice.origin, *(place for _, place in choice.options.values())) if place is not DEFAULT)
                raise ConfigError([Mistake(next(places, choice.origin), lack)])
            self.made[key] = made
        return self.made[key]
