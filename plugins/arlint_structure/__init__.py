"""The structure of a news story: dateline, headline, leftovers of the newsroom's work."""

from collections.abc import Iterable

from arlint import AnyRule, hookimpl, rules_in


@hookimpl
def arlint_rules() -> Iterable[type[AnyRule]]:
    """All rules of this package: a module each."""
    return rules_in(__name__)
