"""Words: where they stand, and their bare form."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.arabic import words
from arlint.arabic.letters import BLANK
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
    ("﴿وقل﴾ ﵀ ﹰ", ["وقل"]),
    ("ك\ufe77ت\ufe76ب \ufc60", ["كتب"]),
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


ANY = st.text(alphabet="اببتةىو ـًٰ\u200c\u200f\u00ad#@_1٢.ﻻﷲﹰ\ufe77\ufc60﴿a\n", max_size=40)


@given(ANY)
def test_both_readings_of_any_text_agree(text: str) -> None:
    assert [words.form(text[start:end]) for start, end in words.spans(text)] == words.forms(text)


@given(st.one_of(st.text(alphabet="ابب ت.\n", max_size=60), st.text(alphabet="اب ـًﻻﷲﹰ\ufe77\u200c\u200f.\n", max_size=30)))
def test_words_are_the_same_however_they_are_found(text: str) -> None:
    parsed, other = document(text), document(text)
    known = list(other.words)
    for form in parsed.vocabulary:
        assert list(parsed.words_of(form)) == [word for word in known if word.form == form]
    for offset in range(len(text)):
        assert parsed.word_at(offset) == next((word for word in known if word.start <= offset < word.end), None)
        assert parsed.words_in(offset, offset + 9) == [word for word in known if offset <= word.start < offset + 9]
    for one, two in pairwise(known):
        beside = not text[one.end : two.start].strip(BLANK)
        assert parsed.after(one) == (two if beside else None)
        assert parsed.before(two) == (one if beside else None)
