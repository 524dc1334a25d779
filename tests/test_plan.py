"""A rule that a plan passes over has nothing to say: the plan only makes things faster."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from arlint import AnyRule, AuditRule, Document, Finding, Rule
from arlint.arabic.gaps import between, gap, gaps
from arlint.arabic.noticed import these
from arlint.arabic.page import ORDINARY, apart, page, signs
from arlint.arabic.words import forms as forms_read
from arlint.engine import examine
from arlint.engine.plan import planned
from arlint.engine.views import Views, reading
from arlint.plugins import load
from arlint.testing import cases_of, document

RULES: tuple[AnyRule, ...] = tuple(rule for rule in (cls() for cls in load().rules.values()) if not rule.lacking())
CASES = [case for cls in load().rules.values() for case in cases_of(cls) if case.example.format == "text"]
PIECES = [piece for case in CASES for piece in case.example.text.split()]
SIGNS = st.text(' "«»“”()[]…-–،؛؟:.,!%/\n\u00a0\u200f\u064bـ12٣A#🚀ﻻپ', min_size=1, max_size=3)
BLANKS = st.lists(st.sampled_from(["", " ", "\n"]), min_size=30, max_size=30)


def _passed_over(text: str) -> list[str]:
    parsed = document(text)
    concerned, views = [one.rule for one in planned(RULES).concerned(parsed)], Views(parsed)
    return [rule.id for rule in RULES if rule not in concerned and list(rule.findings(views.of(reading(rule))))]


def test_no_example_is_passed_over() -> None:
    for case in CASES:
        rule, parsed = case.rule(**case.example.options), document(case.example.text.replace("⟦", "").replace("⟧", ""))
        if not isinstance(rule, AuditRule) and not rule.lacking():
            assert planned((rule,)).concerned(parsed) or not list(rule.findings(Views(parsed).of(reading(rule)))), parsed.text


@given(st.lists(st.one_of(st.sampled_from(PIECES), SIGNS), max_size=30), BLANKS)
def test_nothing_is_lost_in_any_text(pieces: list[str], between: list[str]) -> None:
    text = "".join(part for pair in zip(pieces, between, strict=False) for part in pair)
    assert not _passed_over(text.replace("⟦", "").replace("⟧", ""))


CHOOSY = sorted({
    word for case in CASES if case.rule.cue_matters is not AnyRule.cue_matters
    for word in case.example.text.replace("⟦", "").replace("⟧", "").split()
})  # fmt: skip


@given(st.lists(st.sampled_from(CHOOSY), max_size=12), st.sampled_from([" ", " ", "  ", "، ", "\u00a0", "\n", " \u200f"]))
def test_nothing_is_lost_where_words_are_looked_at_beside_others(words: list[str], between: str) -> None:
    assert not _passed_over(between.join(words))


class _Failing(Rule):
    """A rule that fails on a cue."""

    id = "failing"
    code = "TST001"
    cues = these(frozenset(("قال",)))

    def cue_matters(self, forms: Sequence[str], number: int) -> bool:
        raise ValueError(forms[number])

    def check(self, document: Document) -> Iterator[Finding]:
        raise ValueError(document.text)


def test_a_rule_that_fails_on_a_cue_is_asked_and_reported() -> None:
    assert [fault.kind for fault in examine(document("قال نعم"), (_Failing(),)).faults] == ["bug"]
    assert not examine(document("مضى"), (_Failing(),)).faults


ANY = st.text(st.one_of(st.sampled_from("اأبتةىي ،.\n\t\x00\x05\x1aأ1٣aZپ\u064b\u0640\u200f#ﻻ«»🚀"), st.characters()), max_size=60)


@given(ANY)
def test_a_page_says_what_the_text_says(text: str) -> None:
    data = page(text)
    assert len(data) == len(text)
    assert signs(text, data) == frozenset(text) - ORDINARY
    if (found := apart(data)) is not None:
        assert found.split() == forms_read(text)


@given(st.lists(st.text("ابت", min_size=1, max_size=4), min_size=1, max_size=6), st.text(" ،.:\n\t1«»A", max_size=4))
def test_gaps_are_what_stands_between_words(words: list[str], inside: str) -> None:
    text = inside.join(words)
    normal = inside.replace("1", "0")
    expected = {"\n"} | ({normal} if inside and len(words) > 1 else set())
    assert {gap(one) for one in gaps(between(page(text)))} == expected


def test_a_gap_ends_where_the_text_ends() -> None:
    assert {gap(one) for one in gaps(between(page("«نعم»، قال.")))} == {"\n«", "»، ", ".\n"}


def _same_by_all_ways(parsed: Document) -> None:
    """What the words of a document are, however they are asked for."""
    words = parsed.words
    for word in words:
        assert parsed.word_at(word.start) == word
        assert parsed.words_of(word.form) == [one for one in words if one.form == word.form]
    for number in range(len(words)):
        wanted = {word.form for word in words[:: number + 1]}
        assert document(parsed.text).words_among(wanted) == [word for word in words if word.form in wanted]
    for one, other in pairwise(words):
        adjacent = not parsed.text[one.end : other.start].strip(" \u00a0")
        assert parsed.after(one) == (other if adjacent else None)
        assert parsed.before(other) == (one if adjacent else None)
    for start in range(len(parsed.text)):
        assert parsed.words_in(start, start + 5) == [word for word in words if start <= word.start < start + 5]
        holding = [word for word in words if word.start <= start < word.end]
        assert parsed.word_at(start) == (holding[0] if holding else None)


@given(st.text("ابتة ـًٰ\u200c\u200f\u00a0#1.\n", max_size=24))
def test_words_are_the_same_however_they_are_asked_for(text: str) -> None:
    _same_by_all_ways(document(text))
    _same_by_all_ways(document(text).bare)
