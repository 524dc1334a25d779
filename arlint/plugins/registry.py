"""What plugins answer when they are asked, checked and put into one table each."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..formats import Format
from ..records import NamedTuple
from ..report import Reporter
from ..rules import AnyRule, Text
from ..rules.asleep import Sleepers, known
from ..rules.finding import LEVELS


class Registry(NamedTuple):
    """All that plugins brought, by name. `owners` names the plugin of each rule id."""

    rules: Mapping[str, type[AnyRule]]
    formats: Mapping[str, Format]
    reporters: Mapping[str, Reporter]
    presets: Mapping[str, Mapping[str, Any]]
    owners: Mapping[str, str]


def line(error: BaseException) -> str:
    """What an exception says, on one line."""
    return " ".join(str(error).split())


def told(error: BaseException) -> str:
    """The kind of an exception and what it says, if anything, on one line."""
    return f"{type(error).__name__}: {line(error)}".removesuffix(": ")


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
                    faults.append(_clash(hook, name, owner, plugin))
                table[name] = thing
    rules: dict[str, type[AnyRule]] = tables["arlint_rules"]
    codes: dict[str, str] = {}
    for rule_id, rule in rules.items():
        other = codes.setdefault(rule.code, rule_id)
        if other != rule_id:
            faults.append(_clash("code", rule.code, owners[f"arlint_rules:{other}"], owners[f"arlint_rules:{rule_id}"]))
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
        faults.append(_wrong(hook, plugin, told(error)))
        return []
    named: list[tuple[str, Any]] = []
    for thing in things:
        problem = _PROBLEMS[hook](thing)
        if problem:
            faults.append(_wrong(hook, plugin, problem))
        else:
            named.append(_NAMES[hook](thing))
    return named


def _rule_problem(thing: Any) -> str:
    if not (isinstance(thing, type) and issubclass(thing, AnyRule)):
        return f"{thing!r} is no rule class"
    missing = [name for name in ("id", "code", "title", "message") if not getattr(thing, name, None)]
    if missing:
        return f"rule {thing.__name__} has no {', '.join(missing)}"
    if problem := next((problem for wrong, problem in _WRONG_VALUES if wrong(thing)), ""):
        return problem.format(rule=thing)
    if thing.without_code:
        return ""
    if not (thing.good or any(case.text and "⟦" not in case.text for case in thing.cases)) or not (thing.bad or thing.cases):
        return f"rule {thing.id} has no examples; give it both `good` and `bad`"
    return ""


_WRONG_VALUES: Sequence[tuple[Callable[[Any], bool], str]] = (
    (
        lambda rule: not set(rule.id).isdisjoint(" ,=*?[]\t\n"),  # they separate ids where these are named, or stand for others
        "rule {rule.__name__} has the id {rule.id!r}; an id is words joined by hyphens, as unclosed-quote",
    ),
    (
        lambda rule: not (rule.code.rstrip("0123456789").isalpha() and rule.code[-1].isdigit()),
        "rule {rule.id} has the code {rule.code!r}; a code is letters and a number, as QUO001",
    ),
    (
        lambda rule: not (isinstance(rule.title, Text) and isinstance(rule.message, Text)),
        "title and message of rule {rule.id} must each be a Text, as Text(ar='…', en='…')",
    ),
    (lambda rule: rule.level not in LEVELS, f"rule {{rule.id}} has the level {{rule.level!r}}; levels are {', '.join(LEVELS)}"),
)
"""Whether something about a rule class is wrong, and what is said of it."""


_PROBLEMS: Mapping[str, Callable[[Any], str]] = {
    "arlint_rules": _rule_problem,
    "arlint_formats": lambda thing: "" if isinstance(thing, Format) else f"{thing!r} is no arlint.formats.Format",
    "arlint_reporters": lambda thing: "" if isinstance(thing, Reporter) else f"{thing!r} is no arlint.report.Reporter",
    "arlint_presets": lambda thing: "" if isinstance(thing[1], Mapping) else f"preset {thing[0]!r} is no mapping",
}
_NAMES: Mapping[str, Callable[[Any], tuple[str, Any]]] = {
    "arlint_rules": lambda thing: (thing.id, thing),
    "arlint_formats": lambda thing: (thing.name, thing),
    "arlint_reporters": lambda thing: (thing.name, thing),
    "arlint_presets": lambda thing: thing,
}


def _wrong(hook: str, plugin: str, what: str) -> Text:
    return Text(
        f"الإضافة «{plugin}»: الخطاف {hook} لم يُعد جدولا صالحا: {what}؛ أصلحها أو اذكرها في plugins.block.",
        f"plugin {plugin!r}: {hook} did not return what it should: {what}; mend it or name the plugin under plugins.block.",
    )


def _clash(hook: str, name: str, one: str, other: str) -> Text:
    if one == other:
        return Text(
            f"الاسم «{name}» ({hook}) تعرّفه الإضافة «{one}» مرتين؛ غيّره في إحداهما.",
            f"{name!r} ({hook}) is defined twice by plugin {one!r}; rename one of the two.",
        )
    return Text(
        f"الاسم «{name}» ({hook}) تعرّفه إضافتان: «{one}» و«{other}»؛ غيّره في إحداهما أو اذكر إحداهما في plugins.block.",
        f"{name!r} ({hook}) is defined by two plugins, {one!r} and {other!r}; rename one or name a plugin under plugins.block.",
    )
