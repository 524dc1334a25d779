"""Texts of one unit without end, on which a rule once took quadratic time: minutes for what takes a second."""

from time import process_time

import pytest

from arlint.engine import examine
from arlint.plugins import load
from arlint.testing import document

RULES = tuple(rule() for rule in load().rules.values() if rule.default)


@pytest.mark.parametrize("unit", ["  ", "اـ", "قيل إن ", "قال مصدر ", 'قال مصدر "نعم" ثم د. '])
def test_time_grows_as_the_text_does(unit: str) -> None:
    parsed = document(f"إن ﻻ{unit * (200_000 // len(unit.encode()))}")
    start = process_time()
    assert not examine(parsed, RULES).faults
    assert process_time() - start < 8


PARSED = [("{/*", "mdx"), ("{`", "mdx"), ("<A b={", "mdx"), ("{{", "markdown"), ("[a](", "markdown"), ("  ``|", "rst")]


@pytest.mark.parametrize(("unit", "format_name"), PARSED)
def test_parsing_takes_time_as_the_text_grows(unit: str, format_name: str) -> None:
    start = process_time()
    document(unit * (100_000 // len(unit)), format_name)
    assert process_time() - start < 8
