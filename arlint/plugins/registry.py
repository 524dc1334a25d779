"""What plugins answer when they are asked, checked and put into one table each."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..formats import Format
from ..records import NamedTuple
from ..report import Reporter
from ..rules import AnyRule, Text
from ..rules.asleep import Sleepers, known
from .problems import place_of, rule_problem, told, where


class Registry(NamedTuple):
    """All that plugins brought, by name. `owners` names the plugin of each rule id."""

    rules: Mapping[str, type[AnyRule]]
    formats: Mapping[str, Format]
    reporters: Mapping[str, Reporter]
    presets: Mapping[str, Mapping[str, Any]]
    owners: Mapping[str, str]


Answers = Mapping[str, Sequence[tuple[str, Callable[[], Any]]]]
"""By hook, the plugins that answer it and the functions that do, in order."""

HOOKS = "arlint_rules", "arlint_formats", "arlint_reporters", "arlint_presets"


def collected(answers: Answers, faults: list[Text]) -> Registry:
    """The tables of all plugins. What is wrong with an answer is added to the faults."""
    tables: dict[str, dict[str, Any]] = {hook: {} for hook in HOOKS}
    owners: dict[str, str] = {}
    for hook, table in tables.items():
        for plugin, function in answers.get(hook, ()):
            for name, thing in _answer(hook, plugin, function, faults):
                owner = owners.setdefault(f"{hook}:{name}", plugin)
                if name in table and table[name] is not thing:
                    places = (place_of(one) if isinstance(one, type) else "" for one in (table[name], thing))
                    faults.append(_clash(hook, name, owner, plugin, *places))
                table[name] = thing
    rules: dict[str, type[AnyRule]] = tables["arlint_rules"]
    codes: dict[str, str] = {}
    for rule_id, rule in rules.items():
        other = codes.setdefault(rule.code, rule_id)
        if other != rule_id:
            both = other, rule_id
            plugins, where_ = (owners[f"arlint_rules:{one}"] for one in both), (place_of(rules[one]) for one in both)
            faults.append(_clash("code", rule.code, *plugins, *where_))
    rules = {rule.id: rule for rule in sorted(rules.values(), key=lambda rule: (rule.category(), rule.code))}
    return Registry(
        rules,
        tables["arlint_formats"],
        tables["arlint_reporters"],
        tables["arlint_presets"],
        {rule_id: owners[f"arlint_rules:{rule_id}"] for rule_id in rules},
    )


def joined(one: Registry, other: Registry) -> Registry | None:
    """What both brought; None where both brought something of one name, or two rules of one code."""
    facts, own = known(one.rules), known(other.rules)
    taken = {fact.code for fact in facts.values()}
    named = (facts, own), (one.formats, other.formats), (one.reporters, other.reporters), (one.presets, other.presets)
    if any(not first.keys().isdisjoint(second) for first, second in named) or any(fact.code in taken for fact in own.values()):
        return None
    return Registry(
        Sleepers(facts.values(), other.rules),
        {**one.formats, **other.formats},
        {**one.reporters, **other.reporters},
        {**one.presets, **other.presets},
        {**one.owners, **other.owners},
    )


def _answer(hook: str, plugin: str, function: Callable[[], Any], faults: list[Text]) -> list[tuple[str, Any]]:
    try:
        answer = function()
        if isinstance(answer, str):
            raise TypeError(f"{answer!r} is no list")
        things = list(answer.items()) if hook == "arlint_presets" else list(answer)
    except Exception as error:  # noqa: BLE001  (as above)
        faults.append(_wrong(hook, plugin, Text(where(error) + told(error), where(error) + told(error))))
        return []
    named: list[tuple[str, Any]] = []
    for thing in things:
        problem = _PROBLEMS[hook](thing)
        if problem:
            faults.append(_wrong(hook, plugin, problem))
        else:
            named.append(_NAMES[hook](thing))
    return named


def _unless(is_right: bool, thing: object, kind: str) -> Text | None:
    return None if is_right else Text(f"{thing!r} ليس {kind}", f"{thing!r} is no {kind}")


_PROBLEMS: Mapping[str, Callable[[Any], Text | None]] = {
    "arlint_rules": rule_problem,
    "arlint_formats": lambda thing: _unless(isinstance(thing, Format), thing, "arlint.formats.Format"),
    "arlint_reporters": lambda thing: _unless(isinstance(thing, Reporter), thing, "arlint.report.Reporter"),
    "arlint_presets": lambda thing: (
        None
        if isinstance(thing[1], Mapping)
        else Text(f"الإعداد الجاهز {thing[0]!r} ليس جدولا من أزواج", f"preset {thing[0]!r} is no mapping")
    ),
}
_NAMES: Mapping[str, Callable[[Any], tuple[str, Any]]] = {
    "arlint_rules": lambda thing: (thing.id, thing),
    "arlint_formats": lambda thing: (thing.name, thing),
    "arlint_reporters": lambda thing: (thing.name, thing),
    "arlint_presets": lambda thing: thing,
}


def _wrong(hook: str, plugin: str, what: Text) -> Text:
    return Text(
        f"الإضافة «{plugin}»، الخطاف {hook}: {what.ar}؛ أصلحها أو اذكرها في plugins.block.",
        f"plugin {plugin!r}, hook {hook}: {what.en}; mend it or name the plugin under plugins.block.",
    )


def _clash(hook: str, name: str, one: str, other: str, place: str = "", other_place: str = "") -> Text:
    if one == other:
        return Text(
            f"الاسم «{name}» ({hook}) تعرّفه الإضافة «{one}» مرتين{place}{other_place}؛ غيّره في إحداهما.",
            f"{name!r} ({hook}) is defined twice by plugin {one!r}{place}{other_place}; rename one of the two.",
        )
    return Text(
        f"الاسم «{name}» ({hook}) تعرّفه إضافتان: «{one}»{place} و«{other}»{other_place}؛ غيّره في إحداهما أو اذكر إحداهما في plugins.block.",
        f"{name!r} ({hook}) is defined by two plugins, {one!r}{place} and {other!r}{other_place}; rename one or name a plugin under "
        "plugins.block.",
    )
