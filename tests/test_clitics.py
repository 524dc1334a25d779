"""Clitics: what is attached to a word comes off only where a table knows the rest, and goes on again as Arabic writes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.arabic.clitics import NOUN_PREFIXES, NOUN_SUFFIXES, StemTable, attached, carried, long_enough, nisba
from arlint.arabic.respelling import respelling
from arlint.arabic.words import form

ATTACHED = [
    ("", "إيران", "", "إيران"),
    ("و", "إيران", "", "وإيران"),
    ("ب", "الناتو", "", "بالناتو"),
    ("ل", "الناتو", "", "للناتو"),
    ("ول", "الليل", "", "ولليل"),
    ("ال", "الكتروني", "", "الالكتروني"),
    ("", "مدينة", "ه", "مدينته"),
    ("و", "مستوى", "ها", "ومستواها"),
    ("لل", "مدينة", "", "للمدينة"),
    ("ل", "إيران", "", "لإيران"),
]


@pytest.mark.parametrize(("prefix", "stem", "suffix", "written"), ATTACHED)
def test_attached(prefix: str, stem: str, suffix: str, written: str) -> None:
    assert attached(prefix, stem, suffix) == written


STEMS = dict.fromkeys(["ايران", "إيران", "مدينة", "مستوى", "الناتو", "المانيا", "الليل", "واحد", "شأن", "اسم"], 1)
READINGS = [
    ("وايران", [("و", "ايران", "")]),
    ("لايران", [("ل", "ايران", "")]),
    ("بالمدينة", [("بال", "مدينة", "")]),
    ("للمدينة", [("لل", "مدينة", "")]),
    ("ومدينتهم", [("و", "مدينة", "هم")]),
    ("مستواها", [("", "مستوى", "ها")]),
    ("للناتو", [("ل", "الناتو", "")]),
    ("لليل", [("ل", "الليل", "")]),
    ("بالمانيا", [("ب", "المانيا", "")]),
    ("ناتو", []),
    ("مانيا", []),
    # A whole word of the table is never taken apart, and a short bare alif never loses a letter.
    ("واحد", [("", "واحد", "")]),
    ("واسم", []),
    ("مستوىها", []),
    ("", []),
]


@pytest.mark.parametrize(
    ("prefix", "phrase", "written"),
    [
        ("", "إكس", "إكس"), ("وب", "إكس", "وبإكس"), ("ال", "فيسبوك", "الفيسبوك"), ("بال", "حلف شمال الأطلسي", "بحلف شمال الأطلسي"),
        ("ولل", "حلف شمال الأطلسي", "ولحلف شمال الأطلسي"), ("لل", "الحلف", "للحلف"), ("وال", "الحلف", "والحلف"), ("ل", "الحلف", "للحلف"),
        ("بال", "التزام", "بالالتزام"), ("ال", "بيت أبيض", "البيت أبيض"), ("ال", "", "ال"), ("س", "يبدأ", "سيبدأ"),
    ],
)  # fmt: skip
def test_carried(prefix: str, phrase: str, written: str) -> None:
    assert carried(prefix, phrase) == written


@pytest.mark.parametrize(("written", "readings"), READINGS)
def test_readings(written: str, readings: list[tuple[str, str, str]]) -> None:
    table = StemTable(STEMS, NOUN_PREFIXES, NOUN_SUFFIXES)
    assert [(reading.prefix, reading.stem, reading.suffix) for reading in table[written]] == readings
    assert table.readings(written) == table[written]


@given(
    st.sampled_from(NOUN_PREFIXES), st.text("ابتمنوةىل", min_size=2, max_size=6), st.sampled_from(("", *NOUN_SUFFIXES))
)
def test_what_was_attached_is_read_again(prefix: str, stem: str, suffix: str) -> None:
    written = attached(prefix, stem, suffix)
    if not long_enough(prefix, stem) or stem in NOUN_SUFFIXES or (suffix and written == f"{prefix}{stem}{suffix}" and stem[-1] in "ةى"):
        return
    readings = StemTable({stem: 1}, NOUN_PREFIXES, NOUN_SUFFIXES)[written]
    assert all(reading.respelled(stem) == written for reading in readings)
    # What begins with ال may have been written with one alif or ل less, and is then read by its whole stem only.
    assert readings or (stem.startswith("ا") and prefix) or prefix.endswith("ل")


def test_nisba() -> None:
    assert list(nisba("إيراني"))[:4] == ["إيراني", "إيرانية", "إيرانيا", "إيرانيون"]
    assert list(nisba("إيران")) == ["إيران"]


RESPELLED = [
    ("وَايْرَانُ", "وإيران", "وَإيْرَانُ"),
    ("وايـــران", "وإيران", "وإيـــران"),
    ("عبد  الله", "عبدالله", "عبدالله"),
    ("عَبْدُاللهِ", "عبد الله", "عَبْدُ اللهِ"),
    ("مساءا", "مساء", "مساء"),
    ("ﻻيران", "لإيران", "لإيران"),
]


@pytest.mark.parametrize(("written", "bare", "respelled"), RESPELLED)
def test_respelling(written: str, bare: str, respelled: str) -> None:
    change = respelling(written, bare, 10)
    assert written[: change.start - 10] + change.text + written[change.end - 10 :] == respelled


@given(st.text("ابتإةى\u064e\u0651\u0640ﻻ", min_size=1, max_size=12), st.text("ابتإةى", min_size=1, max_size=8))
def test_a_respelled_word_has_the_form_asked_for(written: str, bare: str) -> None:
    change = respelling(written, bare)
    assert form(written[: change.start] + change.text + written[change.end :]) == bare
