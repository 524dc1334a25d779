"""Harakat do not change what is found: the vowelled twin of every example gives the same findings at the same words."""

import re

import pytest

from arlint.plugins import load
from arlint.rules import AnyRule
from arlint.testing import diagnostics, unmarked

ABOUT_MARKS = {
    "inconsistent-tanwin": "speaks of tanwin",
    "invalid-tanwin": "speaks of tanwin",
    "stray-diacritic": "speaks of harakat",
    "not-nfc": "speaks of how marks are encoded",
    "presentation-forms": "speaks of how letters are encoded",
    "stretched-letters": "counts equal letters side by side",
}
WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{3,}")
FATHA = "\u064e"
OWN_MARKS = re.compile("[\u0640\u064b-\u0652]")
RULES = [rule for rule in load().rules.values() if rule.id not in ABOUT_MARKS]


def vowelled(text: str) -> tuple[str, list[int]]:
    """The text with a fatha after the second letter of every word of three letters or more, and for each offset the one in it."""
    marked = {match.start() + 2 for match in WORD.finditer(text)}
    places = [offset + sum(at <= offset for at in marked) for offset in range(len(text) + 1)]
    return "".join(FATHA * (offset in marked) + character for offset, character in enumerate(text)), places


def examples(rule: type[AnyRule]) -> list[tuple[str, AnyRule, str]]:
    texts = [(text, {}, "text") for text in (*rule.good, *rule.bad)]
    texts += [(case.text, dict(case.options), case.format) for case in rule.cases]
    return [(unmarked(text)[0], rule(**options), format_name) for text, options, format_name in texts]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_vowelled_twin_gives_the_same_findings(rule: type[AnyRule]) -> None:
    for text, built, format_name in examples(rule):
        if lack := built.lacking():
            pytest.skip(lack.en)
        if OWN_MARKS.search(text) or "arlint:" in text or len(text) > 2000:
            continue  # its own marks are what the example is about
        twin, places = vowelled(text)
        expected = [(places[one.start], places[one.end]) for one in diagnostics(built, text, format_name)]
        found = [(one.start, one.end) for one in diagnostics(built, twin, format_name)]
        assert found == expected, (text, twin)
