"""Words: where they stand, and their bare form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.arabic import words
from arlint.testing import document

TABLE = [
    ("قال الوزير", ["قال", "الوزير"]),
    ("قَالَ الوَزِيرُ", ["قال", "الوزير"]),
    ("الأولـــى", ["الأولى"]),
    ("لـ «الأهرام»", ["ل", "الأهرام"]),
    ("مي\u200cخواهد", ["ميخواهد"]),
    ("كلمة\u200f، أخرى", ["كلمة", "أخرى"]),
    ("ﻻ ﷲ", ["لا", "الله"]),
    ("ـــ ً", []),
    ("#خبر_عاجل في @desk_ar اليوم", ["في", "اليوم"]),
    ("#خَبر عاجل", ["عاجل"]),
    ("٣أشخاص و5كتب", ["أشخاص", "و", "كتب"]),
    ("بـ«نعم»", ["ب", "نعم"]),
    ("أ.د. هـ.", ["أ", "د", "ه"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "forms"), TABLE)
def test_forms(text: str, forms: list[str]) -> None:
    assert words.forms(text) == forms


@pytest.mark.parametrize(("text", "forms"), TABLE)
def test_spans_are_those_of_the_forms(text: str, forms: list[str]) -> None:
    assert [words.form(text[start:end]) for start, end in words.spans(text)] == forms


ANY = st.text(alphabet="اببتةىو ـًٰ\u200c\u200f\u00ad#@_1٢.ﻻﷲa\n", max_size=40)


@given(ANY)
def test_both_readings_of_any_text_agree(text: str) -> None:
    assert [words.form(text[start:end]) for start, end in words.spans(text)] == words.forms(text)


@given(st.text(alphabet="ابب ت.\n", max_size=60))
def test_words_of_a_form_are_the_same_however_they_are_found(text: str) -> None:
    parsed = document(text)
    for form in parsed.vocabulary:
        assert list(parsed.words_of(form)) == [word for word in parsed.words if word.form == form]
