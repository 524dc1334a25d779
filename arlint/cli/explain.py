"""`arlint explain`: the page of one rule."""

import argparse
import json
from collections.abc import Iterator
from typing import Any

from ..config import ConfigError, Mistake, Place
from ..config.selectors import no_rule, rules_named
from ..reporters.bidi import visible
from ..rules import AnyRule, Text
from ..rules.page import page
from .looking import as_yaml, at_rules, say
from .rules import described

ABOUT = Text("شرح قاعدة: لماذا، وخياراتها، وأمثلتها.", "Explain a rule: why, its options, its examples.")

_RULE = Text("معرّف القاعدة أو رمزها.", "the rule's id or code.")
_FORMAT = Text("صيغة المخرجات.", "output format.")

_WIDTH = 100

_WORDS = {
    "on": Text("مفعّلة أصلا", "on by default"),
    "off": Text("معطّلة أصلا", "off by default"),
    "safe": Text("الإصلاح مأمون", "the fix is safe"),
    "unsafe": Text("الإصلاح يحتاج إلى مراجعة", "the fix wants a look"),
    "safe/unsafe": Text("بعض الإصلاح مأمون وبعضه يحتاج إلى مراجعة", "some fixes are safe, others want a look"),
    "none": Text("لا إصلاح", "no fix"),
    "options": Text("الخيارات", "Options"),
    "configuration": Text("في ملف الإعدادات", "In the configuration"),
    "wrong": Text("مما يُبلَّغ عنه، بين ⟦ ⟧ موضعه، وبعد ⇐ إصلاحه", "Reported, between ⟦ ⟧, and repaired, after =>"),
    "right": Text("مما لا يُبلَّغ عنه", "Not reported"),
    "arrow": Text("⇐", "=>"),
    "measured": Text("الدقة على أخبار حقيقية", "Precision on real news"),
}
_SEVERAL = Text("«{0}» قواعد لا قاعدة؛ لعرضها: arlint rules --select {0}", "{0!r} is several rules; for a list: arlint rules --select {0}")
_PRECISION = Text(
    "{right} من {read:findings} قُرئت كانت في محلها، في {articles:articles} ({corpus}).",
    "{right} of {read:findings} that were read were right, in {articles:articles} ({corpus}).",
)
_UNSEEN = Text("لم تظهر في {articles:articles} ({corpus}).", "Nothing was found in {articles:articles} ({corpus}).")


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What `explain` takes."""
    parser.add_argument("rule", metavar="RULE", help=_RULE.in_(lang))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_FORMAT.in_(lang))


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code."""
    registry, lang = at_rules(args, lang)
    rule = next((rule for rule in registry.rules.values() if args.rule in (rule.id, rule.code)), None)
    if rule is None:
        several = Text(*(said.format(args.rule) for said in _SEVERAL))
        mistake = several if rules_named(args.rule, registry.rules) else no_rule(args.rule, registry.rules)
        raise ConfigError([Mistake(Place("command", "explain"), mistake)])
    facts = {**described(rule, registry, lang), **_details(rule, lang)}
    if args.format == "json":
        print(json.dumps({"version": 1, **facts}, ensure_ascii=False, indent=2))
    else:
        say(_page(facts, lang), lang)
    return 0


def _details(rule: type[AnyRule], lang: str) -> dict[str, Any]:
    """What `arlint rules` does not say."""
    from ..config.options import hints
    from ..config.schema import schema_of, written
    from ..testing import cases_of

    types, measured = hints(rule), rule.measured
    return {
        "message": rule.message.in_(lang),
        "page": page(rule, lang),
        "options": [
            {"name": name, "about": option.about.in_(lang), "default": written(option.default), "schema": schema_of(types[name])}
            for name, option in rule.options.items()
        ],
        "examples": [case.example._asdict() | {"options": dict(case.example.options)} for case in cases_of(rule)],
        "measured": measured and {**measured._asdict(), "note": measured.note.in_(lang)},
    }


def _page(facts: dict[str, Any], lang: str) -> Iterator[str]:
    def said(name: str) -> str:
        return _WORDS[name].in_(lang)

    comma = Text("، ", ", ").in_(lang)
    yield f"{facts['code']} {facts['id']}"
    yield facts["title"]
    yield f"{facts['level']}{comma}{said(facts['default'])}{comma}{said(facts['fix'])}."
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
        template = _PRECISION if facts["measured"]["read"] else _UNSEEN
        yield from ("", said("measured"))
        yield from (f"  {line}" for line in _wrapped(f"{template.format(lang, facts['measured'])} {facts['measured']['note']}"))
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
