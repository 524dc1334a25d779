"""Spelling against a dictionary: opt-in, and with the extra `arlint[spell]`."""

from collections.abc import Iterable

from arlint import AnyRule, hookimpl, rules_in


@hookimpl
def arlint_rules() -> Iterable[type[AnyRule]]:
    """All rules of this package: a module each."""
    return rules_in(__name__)
