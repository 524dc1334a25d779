"""`arlint explain`: the page of one rule."""

import argparse
import json
from typing import Any

from ..config import ConfigError, Mistake, Place
from ..config.selectors import no_rule, rules_named
from ..plugins import Registry
from ..rules import AnyRule, Text
from .looking import at_rules, say
from .rule_facts import facts_of
from .rule_text import precision, text_page

ABOUT = Text("شرح قاعدة: سببها وخياراتها وأمثلتها.", "Explain a rule: why, its options, its examples.")

_RULE = Text("معرّف القاعدة أو رمزها.", "the rule's id or code.")
_ALL = Text("كل القواعد.", "all rules.")
_WHICH = Text("اذكر اسم قاعدة، أو --all للقواعد كلها.", "name a rule, or --all for all of them.")
_FORMAT = Text("صيغة المخرجات.", "output format.")
_SEVERAL = Text("«{0}» عدة قواعد؛ لعرضها: arlint rules --select {0}", "{0!r} names several rules; for a list: arlint rules --select {0}")


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


def _print(every: list[dict[str, Any]], whole: dict[str, Any], format_name: str, lang: str) -> None:
    if format_name == "json":
        print(json.dumps(whole, ensure_ascii=False, indent=2))
    elif format_name == "markdown":
        from .rule_pages import markdown

        print("\n".join(markdown(facts, precision(facts, lang), lang) for facts in every), end="")
    else:
        for number, facts in enumerate(every):
            say(["", ""] if number else [], lang)
            say(text_page(facts, lang), lang)
