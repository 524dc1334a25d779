"""Every rule keeps its promises: its own examples, pages in both languages, and never an exception."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.document import ROLES
from arlint.engine import examine
from arlint.plugins import load
from arlint.testing import document, promises

RULES = tuple(load().rules.values())
LIKELY = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي ةىءآأإؤئ" + ' ".،؛:؟!«»“”()[]…-–\n\t1234٠١٢٣/%#@ـًُّ\u200f\u200c\u00a0'
TEXT = st.text(alphabet=st.one_of(st.sampled_from(LIKELY), st.characters()), max_size=200)


@pytest.mark.parametrize("promise", promises(*RULES), ids=str)
def test_promise(promise: Any) -> None:
    if hasattr(promise, "built") and (lack := promise.built().lacking()):
        pytest.skip(lack.en)
    promise.check()


@given(TEXT, st.sampled_from(["text", "markdown"]))
def test_no_text_makes_a_rule_fail(text: str, format_name: str) -> None:
    parsed = document(text, format_name)
    report = examine(parsed, [rule() for rule in RULES if not rule().lacking()])
    assert not report.faults, report.faults[0].detail
    for one in report.diagnostics:
        assert one.text == parsed.source.text[one.start : one.end]
        assert one.sentence("ar")
        assert one.sentence("en")


def test_rules_name_roles_that_exist() -> None:
    assert all(rule.reads <= frozenset(ROLES) for rule in RULES)


def test_a_rule_speaks_only_of_the_blocks_it_reads() -> None:
    doubled = load().rules["doubled-word"]
    only = type("OnlyHeadlines", (doubled,), {"reads": frozenset(("headline",))})
    text = "# غاب في في\n\nوصل في في.\n"
    assert [one.start for one in examine(document(text, "markdown"), [only()]).diagnostics] == [6]
    assert len(examine(document(text, "markdown"), [doubled()]).diagnostics) == 2
