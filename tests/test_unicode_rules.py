"""The rules about characters together: what is broken and what it was, what a fix may change, and that fixes settle."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint import rules_in
from arlint.arabic.mojibake import SIGNS, broken
from arlint.arabic.script import is_foreign, is_persian
from arlint.arabic.words import WORD, forms
from arlint.engine import examine
from arlint.fix import fixed
from arlint.report import Diagnostic
from arlint.testing import document
from arlint_unicode import foreign_arabic_letters, presentation_forms, tatweel
from arlint_unicode._words import words_with

RULES = tuple(cls() for cls in rules_in("arlint_unicode"))
ALPHABET = (
    "ابتكلمهويىةأإءد 12Aa.\n\r،«»&;#ـ\u064b\u064e\u0651\u0654\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202e\u2066\u2069"
    "\ufeffکیھەپگﻻﺍﻟﻌﺮﺑﻴﺔØ§Ù„â€\ufffd\x07"
)
TEXT = st.text(alphabet=st.sampled_from(ALPHABET), max_size=60)
PIECES = ["&nbsp;", "&amp;", "&amp;nbsp;", "&#1575;", "&quot;", "ا\u0654", "ا\u064e\u0653"]
ENTITIES = st.lists(st.one_of(TEXT, st.sampled_from(PIECES))).map("".join)


def lint(text: str, format_name: str = "text") -> tuple[Diagnostic, ...]:
    report = examine(document(text, format_name), RULES)
    assert not report.faults, report.faults[0].detail
    return report.diagnostics


@given(ENTITIES)
def test_safe_fixes_settle(text: str) -> None:
    repaired = fixed(text, lint)
    assert fixed(repaired, lint) == repaired


@given(ENTITIES)
def test_a_fixed_text_has_nothing_more_to_fix(text: str) -> None:
    assert not [one for one in lint(fixed(text, lint)) if one.fix and one.fix.safe]


@given(st.text(alphabet=st.sampled_from("بتكلم مـ\u200f\u200c\u200e\u202b\u202c\u064e\u0651ﻻﺍﻟ\ufeff.،\n"), max_size=60))
def test_safe_fixes_keep_the_words(text: str) -> None:
    assert "".join(forms(fixed(text, lint))) == "".join(forms(text))


@pytest.mark.parametrize("encoding", ["cp1252", "cp1256"])
@pytest.mark.parametrize("text", ["السلام", "قالت الوزيرة إن الأمر انتهى", "هذا نص عربي"])
def test_utf8_read_in_another_encoding_is_recovered(text: str, encoding: str) -> None:
    wrong = "".join(bytes([byte]).decode(encoding, "replace").replace("\ufffd", chr(byte)) for byte in text.encode())
    assert [one.was for one in broken(wrong, 0, len(wrong))] == [text]


def test_windows_1256_read_as_windows_1252_is_recovered() -> None:
    text = "قالت الوزيرة"
    wrong = text.encode("cp1256").decode("cp1252")
    assert [(wrong[a:b], was) for a, b, was in broken(wrong, 0, len(wrong))] == [(wrong, text)]


@given(st.text(max_size=40))
def test_what_is_broken_holds_one_of_the_signs(text: str) -> None:
    for start, end, _ in broken(text, 0, len(text)):
        assert set(text[start:end]) & set(SIGNS)


@pytest.mark.parametrize("text", ["Ångström, café, naïve", "São Paulo, Ñandú, Łódź", "İstanbul Çankaya Müdürlüğü", "Đà Nẵng, Ưu điểm"])
def test_latin_words_are_not_broken(text: str) -> None:
    assert not list(broken(text, 0, len(text)))


@pytest.mark.parametrize(
    ("paragraph", "persian"),
    [
        ("رئیس جمهوری ایران", True),
        ("این کتاب ایرانی را می\u200cخریم", True),
        ("مساعدات للاجئین السوریین المقیمین في المخیمات", False),
        ("قال الوزیر إن الحکومة السوریة جاهزة", False),
        ("هذا نص عربي", False),
        ("شرکت گاز ایران و بین\u200cالمللی", True),
        ("این باغ قدیمی در کنار رود است و صاحب آن مردی از شهر بود.", True),
        ("قال صاحب البستان (باغ آن است که در این) إن الغرس قديم.", False),
    ],
)
def test_persian_and_arabic_typed_on_a_persian_keyboard(paragraph: str, persian: bool) -> None:
    assert is_persian(paragraph) is persian
    assert is_foreign(paragraph) is persian


def test_a_bom_at_the_head_of_a_file_is_no_fault_and_stays() -> None:
    text = "\ufeffحضرت الوزير\u200bة.\r\n"
    assert [one.start for one in lint(text)] == [12]
    assert fixed(text, lint) == "\ufeffحضرت الوزيرة.\r\n"


def test_a_control_in_broken_text_is_said_once() -> None:
    assert [one.rule.id for one in lint("قال Ø§Ù\u0084Ø³Ù\u0084Ø§Ù\u0085 ثم غادر")] == ["mojibake"]


def test_markup_is_not_touched() -> None:
    text = "زار **المدينة\u200b** و`ک\u200bت` و[رابط\u202c](https://example.org/\u200b).\n"
    assert fixed(text, lambda text: lint(text, "markdown")) == "زار **المدينة** و`ک\u200bت` و[رابط](https://example.org/\u200b).\n"


@given(st.text(alphabet=st.sampled_from("ﺍﻟﻌﺮﺑﻴﺔﻻﻷﻓﻲ "), max_size=20))
def test_letters_take_the_place_of_all_shapes(text: str) -> None:
    repaired = fixed(text, lint, unsafe=True)
    assert sorted(repaired) == sorted(normalize("NFKC", text))


@given(st.text("ابـ\u064bکی ﺍﻻ\n\u00a0\u200f.«\ufeff", max_size=40))
def test_words_and_runs_are_found_without_looking_at_the_others(text: str) -> None:
    parsed = document(text)
    text = parsed.text  # less a mark of byte order
    for pattern in (tatweel._STRETCH, foreign_arabic_letters._FOREIGN):
        every = [
            [word.span() for word in WORD.finditer(text, block.start, block.end) if pattern.search(word.group())]
            for block in parsed.blocks
            if pattern.search(text, block.start, block.end)
        ]
        assert [[word.span() for word in words] for words in words_with(parsed, pattern)] == list(filter(None, every))
    runs = [run for block in parsed.blocks for run in presentation_forms._RUN.finditer(text, block.start, block.end)]
    assert [run.span() for run in presentation_forms._runs(parsed)] == [run.span() for run in runs]
