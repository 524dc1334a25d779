"""Brackets without a partner, and what only looks like one: list markers, faces, verses."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.testing import diagnostics
from arlint_punctuation.unbalanced_brackets import UnbalancedBrackets


def lonely(text: str, format_name: str = "text", **options: Any) -> str:
    """The text with `|` before every bracket that is reported."""
    parts = list(text)
    for one in reversed(diagnostics(UnbalancedBrackets(**options), text, format_name)):
        parts.insert(one.start, "|")
    return "".join(parts)


@pytest.mark.parametrize(
    "text",
    [
        "وصل (المدير) [أمس] إلى {القاعة}.",
        "أ) الأول ب) الثاني ج) الثالث",
        "الأسباب: 1- ) الوقت 2- ) المال",
        "(1) الوقت (2) المال 3) الجهد",
        "١) الوقت ٢) المال",
        "  • 7) بقية الأسباب",
        "a) first b) second",
        "ثانيًا) المال",
        "فزنا :) ثم خسرنا :(",
        "فزنا :-)) ثم خسرنا ;)",
        "قال:(نعم) ثم مضى",
        "(كتب لهم :))",
        "القاهرة (رويترز) - وصل الوفد.",
        'قال: "(نعم) و[لا]"',
        "«(نعم)»",
        "في المدى [0, 5) نعم",
        "﴾ و﴿ وحدهما",
        "كتب (هنا\nوهنا\nوهناك) ثم مضى",
        "كتب (هنا\r\nوهنا) ثم مضى",
    ],
)
def test_silent(text: str) -> None:
    if text.startswith("في المدى"):
        assert lonely(text) == "في المدى |[0, 5|) نعم"
    else:
        assert lonely(text) == text


@pytest.mark.parametrize(
    "expected",
    [
        "وصل |(المدير أمس.",
        "وصل المدير|) أمس.",
        "رقم 5|) وحده",
        "الدرجة ب|) وحدها",
        "عمره 33|) عاما|) ووزنه 70",
        "تحدث |] المدير |[ أمس",
        "قال |(نعم [لا] ثم",
        "كتب |(هنا\nوصل (المدير) أمس\nثم مضى.",
        "1) وصل |(المدير\n2) غادر",
        "قال :) وصل |(المدير أمس.",
        "قال ((نعم) ثم"[:4] + "|((نعم) ثم",
    ],
)
def test_reported(expected: str) -> None:
    assert lonely(expected.replace("|", "")) == expected


def test_paragraphs_between() -> None:
    text = "كتب (هنا\n" + "وهنا\n" * 8 + "وهناك) ثم"
    assert lonely(text).count("|") == 2
    assert lonely(text, max_paragraphs=9) == text
    assert lonely("كتب (هنا\nوهناك) ثم", max_paragraphs=0).count("|") == 2


def test_markdown_marks_are_no_brackets() -> None:
    text = "# عنوان (أول)\n\n- [x] راجع [الدليل](https://example.org/a_(b)) و`f(x`.\n"
    assert lonely(text, "markdown") == text


def test_reversed_brackets_say_so() -> None:
    found = diagnostics(UnbalancedBrackets(), "تحدث ) المدير ( أمس")
    assert [one.variant for one in found] == ["reversed", "reversed"]
    assert [one.variant for one in diagnostics(UnbalancedBrackets(), "تحدث ) المدير [ أمس")] == ["", ""]


@given(st.text(alphabet="()[]{}اب1 :\n", max_size=40))
def test_what_is_reported_is_a_bracket(text: str) -> None:
    for one in diagnostics(UnbalancedBrackets(), text):
        assert one.text in "()[]{}"


@given(st.recursive(st.sampled_from(["نعم", "لا ", "كلام كثير"]), lambda inner: st.builds(lambda a, b: f"({a} [{b}])", inner, inner)))
def test_balanced_text_is_silent(text: str) -> None:
    assert lonely(text) == text
