"""`arlint explain`: the page of one rule."""

import argparse
import json
from collections.abc import Iterator
from typing import Any

from ..config import ConfigError, Mistake, Place
from ..config.selectors import no_rule, rules_named
from ..document import PROSE
from ..plugins import Registry
from ..reporters.bidi import visible
from ..rules import AnyRule, Measured, Text
from ..rules.page import page
from .looking import as_yaml, at_rules, say
from .roles import named
from .rules import described

ABOUT = Text("شرح قاعدة: سببها وخياراتها وأمثلتها.", "Explain a rule: why, its options, its examples.")

_RULE = Text("معرّف القاعدة أو رمزها.", "the rule's id or code.")
_ALL = Text("كل القواعد.", "all rules.")
_WHICH = Text("اذكر اسم قاعدة، أو --all للقواعد كلها.", "name a rule, or --all for all of them.")
_FORMAT = Text("صيغة المخرجات.", "output format.")

_WIDTH = 100

_WORDS = {
    "on": Text("مفعّلة افتراضيا", "on by default"),
    "off": Text("معطّلة افتراضيا", "off by default"),
    "safe": Text("الإصلاح مأمون", "the fix is safe"),
    "unsafe": Text("الإصلاح يحتاج إلى مراجعة", "the fix needs a review"),
    "safe/unsafe": Text("بعض الإصلاحات مأمون وبعضها يحتاج إلى مراجعة", "some fixes are safe, others need a review"),
    "none": Text("بلا إصلاح", "no fix"),
    "reads": Text("تقرأ القاعدة:", "The rule reads"),
    "options": Text("الخيارات", "Options"),
    "configuration": Text("في ملف الإعدادات", "In the configuration"),
    "wrong": Text("مما يُبلَّغ عنه: موضعه بين ⟦ ⟧، وإصلاحه بعد ⇐", "Reported: the place between ⟦ ⟧, the repair after =>"),
    "right": Text("مما لا يُبلَّغ عنه", "Not reported"),
    "arrow": Text("⇐", "=>"),
    "measured": Text("الدقة في أخبار حقيقية", "Precision on real news"),
}
_SEVERAL = Text("«{0}» عدة قواعد؛ لعرضها: arlint rules --select {0}", "{0!r} names several rules; for a list: arlint rules --select {0}")
_PRECISION = Text(
    "قُرئت {read:findings-nominative} من {articles:articles} ({corpus})، والصحيح {right}: {share}% (بين {low}% و{high}% بثقة 95%).",
    "Of {articles:articles} ({corpus}), {read:findings} were read: {right} right, {share} % ({low} to {high} % at 95 % confidence).",
)
_UNSEEN = Text("لم توجد ملاحظات في {articles:articles} ({corpus}).", "Nothing was found in {articles:articles} ({corpus}).")


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What `explain` takes."""
    parser.add_argument("rule", metavar="RULE", nargs="?", help=_RULE.in_(lang))
    parser.add_argument("--all", action="store_true", help=_ALL.in_(lang))
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text", help=_FORMAT.in_(lang))


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code."""
    registry, lang = at_rules(args, lang)
    if not args.all:
        facts = facts_of(_asked(args.rule, registry), registry, lang)
        _print([facts], {"version": 1, **facts}, args.format, lang)
        return 0
    every = [facts_of(rule, registry, lang) for rule in registry.rules.values()]
    _print(every, {"version": 1, "rules": every}, args.format, lang)
    return 0


def _asked(name: str | None, registry: Registry) -> type[AnyRule]:
    """The rule that is meant. Raises ConfigError where that is not one."""
    rule = next((rule for rule in registry.rules.values() if name in (rule.id, rule.code)), None)
    if rule is not None:
        return rule
    if name is None:
        mistake = _WHICH
    elif rules_named(name, registry.rules):
        mistake = Text(*(said.format(name) for said in _SEVERAL))
    else:
        mistake = no_rule(name, registry.rules)
    raise ConfigError([Mistake(Place("command", "explain"), mistake)])


def facts_of(rule: type[AnyRule], registry: Registry, lang: str) -> dict[str, Any]:
    """All there is to say of a rule, as plain values."""
    return {**described(rule, registry, lang), **_details(rule, lang)}


def _print(every: list[dict[str, Any]], whole: dict[str, Any], format_name: str, lang: str) -> None:
    if format_name == "json":
        print(json.dumps(whole, ensure_ascii=False, indent=2))
    elif format_name == "markdown":
        from .rule_pages import markdown

        print("\n".join(markdown(facts, precision(facts, lang), lang) for facts in every), end="")
    else:
        for number, facts in enumerate(every):
            say(["", ""] if number else [], lang)
            say(_page(facts, lang), lang)


def precision(facts: dict[str, Any], lang: str) -> str:
    """What was measured of a rule on real articles, as a sentence; empty where nothing was."""
    measured = facts["measured"]
    if not measured:
        return ""
    template = _PRECISION if measured["read"] else _UNSEEN
    return f"{template.format(lang, measured)} {measured['note']}".strip()


def _details(rule: type[AnyRule], lang: str) -> dict[str, Any]:
    """What `arlint rules` does not say."""
    from ..config.options import hints
    from ..config.schema import schema_of, written
    from ..testing import cases_of

    types, measured = hints(rule), rule.measured
    return {
        "message": rule.message.in_(lang),
        "page": page(rule, lang),
        "reads": sorted(rule.reads),
        "options": [
            {"name": name, "about": option.about.in_(lang), "default": written(option.default), "schema": schema_of(types[name])}
            for name, option in rule.options.items()
        ],
        "examples": [case.example._asdict() | {"options": dict(case.example.options)} for case in cases_of(rule)],
        "measured": measured and {**measured._asdict(), "note": measured.note.in_(lang), **_shares(measured)},
    }


def _shares(measured: Measured) -> dict[str, int]:
    """The share that is right and its interval, in whole percent; nothing where nothing was read."""
    shares = (measured.right / measured.read, *measured.interval) if measured.read else ()
    return {name: round(100 * share) for name, share in zip(("share", "low", "high"), shares, strict=False)}


def _page(facts: dict[str, Any], lang: str) -> Iterator[str]:
    def said(name: str) -> str:
        return _WORDS[name].in_(lang)

    comma = Text("، ", ", ").in_(lang)
    yield f"{facts['code']} {facts['id']}"
    yield facts["title"]
    yield f"{facts['level']}{comma}{said(facts['default'])}{comma}{said(facts['fix'])}."
    if facts["reads"] != sorted(PROSE):
        yield f"{said('reads')} {named(facts['reads'], lang)}."
    for paragraph in facts["page"]:
        yield ""
        yield from _wrapped(paragraph)
    if facts["options"]:
        yield from ("", said("options"))
        for option in facts["options"]:
            yield f"  {option['name']}: {as_yaml(option['default'])}{_choice(option['schema'])}"
            yield from (f"    {line}" for line in _wrapped(option["about"]))
    for name, examples in (
        ("wrong", [one for one in facts["examples"] if "⟦" in one["text"]]),
        ("right", [one for one in facts["examples"] if "⟦" not in one["text"]]),
    ):
        yield from ("", said(name))
        for example in examples:
            yield from _example(example, said("arrow"))
    if facts["measured"]:
        yield from ("", said("measured"))
        yield from (f"  {line}" for line in _wrapped(precision(facts, lang)))
    yield from ("", said("configuration"), "  rules:")
    given = {"level": facts["level"], **{option["name"]: option["default"] for option in facts["options"]}}
    yield f"    {facts['id']}: {as_yaml(given)}"


def _example(example: dict[str, Any], arrow: str) -> Iterator[str]:
    if example["options"]:
        yield f"  {as_yaml(example['options'])}"
    yield from _lines("-", example["text"])
    if example["fixed"] is not None:
        yield from _lines(arrow, example["fixed"])


def _lines(mark: str, text: str) -> Iterator[str]:
    """The lines of an example after a mark; what cannot be seen in them is named."""
    first, *others = (visible(line, blanks=True) for line in text.split("\n"))
    yield f"  {mark} {first}"
    yield from (f"  {' ' * len(mark)} {line}".rstrip() for line in others)


def _choice(schema: dict[str, Any]) -> str:
    """The values to choose from, where there are some."""
    values = schema.get("enum") or schema.get("items", {}).get("enum")
    return f"  ({' | '.join(map(str, values))})" if values else ""


def _wrapped(paragraph: str) -> list[str]:
    from textwrap import wrap

    return wrap(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False)
