"""The promises that every rule keeps, for the rules of this plugin. `pip install arlint-desk pytest`, then `pytest`."""

import pytest
from arlint_desk import arlint_rules

from arlint.testing import Case, cases_of, check_page

RULES = tuple(arlint_rules())


@pytest.mark.parametrize("case", [case for rule in RULES for case in cases_of(rule)], ids=str)
def test_example(case: Case) -> None:
    case.check()


@pytest.mark.parametrize("rule", RULES)
def test_page(rule: type) -> None:
    check_page(rule)
