"""`arlint test`: the tests that stand in rule files and house lists, and what the project's rules in Python promise."""

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

from ..config import ConfigError, Mistake, Place, read, settings
from ..config.selectors import no_rule, rules_named
from ..plugins import Registry, load
from ..rules import AnyRule, Text
from .language import language
from .looking import say

ABOUT = Text("تشغيل الاختبارات المكتوبة في ملفات القواعد.", "Run the tests that stand in rule files.")

_RULES = Text("قواعد؛ الافتراضي: قواعد المشروع نفسه.", "rules; those of the project itself where none is named.")
_PASSED = Text("نجحت الاختبارات كلها: {n} في {rules:rules}.", "All tests passed: {n} in {rules:rules}.")
_FAILED = Text("اختبارات فشلت: {n} من أصل {all}، في {rules:rules}.", "{n} of {all} tests failed, in {rules:rules}.")
_LISTS = Text("قوائم الدار: نجحت اختباراتها كلها ({n}).", "House lists: all tests passed ({n}).")
_BARE = Text("بلا اختبارات: {names}", "without tests: {names}")
_NONE = Text(
    "لا قواعد للمشروع هنا؛ ضع قواعد YAML في rules/ أو سمّ مجلدها في styles، أو اكتب قاعدة: arlint new rule NAME.",
    "the project has no rules of its own; put rules in YAML into rules/, or name their folder under 'styles', or arlint new rule NAME.",
)


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What `test` takes."""
    parser.add_argument("rules", metavar="RULE", nargs="*", help=_RULES.in_(lang))


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code: 1 where a test fails."""
    asked = read((), args.config, args.project_root)
    registry = load(asked.wanted)
    force = settings(asked, registry)
    lang = language(args, force, lang)
    rules = list(_asked(args.rules, registry))
    listed = 0 if args.rules else sum(key.startswith("tests.") for key in force.house_for())
    if not rules and not listed:
        raise ConfigError([Mistake(Place("command", "test"), _NONE)])
    checks = _checks(rules)
    failures = list(_failures(checks, lang))
    for rule, said in failures:
        where = getattr(rule, "where", "")
        say((f"{where or rule.code}: {rule.id}", *(f"    {line}" for line in said)), lang)
    count, tried = len(checks), {rule.id for rule, _ in checks}
    bare = [rule.id for rule in rules if rule.id not in tried]
    if bare:
        say([_BARE.format(lang, {"names": ", ".join(bare[:20]) + ("…" if len(bare) > 20 else "")})], lang)
    result = _FAILED if failures else _PASSED
    if rules:
        say([result.format(lang, {"n": len(failures) or count, "all": count, "rules": len(rules)})], lang)
    if listed:
        force.rules_for(force.root)  # a list that fails its tests is a mistake of the configuration
        say([_LISTS.format(lang, {"n": listed})], lang)
    return 1 if failures else 0


def _asked(names: Sequence[str], registry: Registry) -> Iterator[type[AnyRule]]:
    if not names:
        installed = load().rules
        yield from (rule for rule_id, rule in registry.rules.items() if rule.without_code or rule_id not in installed)
        return
    wrong = [Mistake(Place("command", "test"), no_rule(name, registry.rules)) for name in names if not rules_named(name, registry.rules)]
    if wrong:
        raise ConfigError(wrong)
    named = {found for name in names for found in rules_named(name, registry.rules)}
    yield from (rule for rule_id, rule in registry.rules.items() if rule_id in named)


def _checks(rules: Sequence[type[AnyRule]]) -> list[tuple[type[AnyRule], Any]]:
    """What is tried of the rules: their examples, and of those in Python all that every rule promises."""
    from ..testing import cases_of, promises

    coded = [rule for rule in rules if not rule.without_code]
    checks: list[tuple[type[AnyRule], Any]] = [(rule, case) for rule in rules if rule.without_code for case in cases_of(rule)]
    return checks + [(getattr(one, "rule", coded[0]), one) for one in (promises(*coded) if coded else ())]


def _failures(checks: Sequence[tuple[type[AnyRule], Any]], lang: str) -> Iterator[tuple[type[AnyRule], Sequence[str]]]:
    from ..testing import BrokenPromise

    for rule, one in checks:
        try:
            one.check()
        except BrokenPromise as error:
            yield rule, error.lines(lang)
