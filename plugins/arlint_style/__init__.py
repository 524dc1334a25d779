"""Style: sentences that are too long, words that judge, words that say nothing."""

from collections.abc import Iterable

from arlint import AnyRule, hookimpl, rules_in


@hookimpl
def arlint_rules() -> Iterable[type[AnyRule]]:
    """All rules of this package: a module each."""
    return rules_in(__name__)
