"""Verbs of saying: forms, what is attached to them, and paragraphs that go on reporting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.arabic.speech import introduces, resumes_reporting, saying, verb_forms


@pytest.mark.parametrize(
    ("form", "lemma", "part", "prefix"),
    [
        ("قال", "قال", "past", ""),
        ("وأضافت", "أضاف", "past", "و"),
        ("سيقول", "قال", "present", "س"),
        ("وليؤكد", "أكد", "present", "ول"),
        ("مؤكدا", "أكد", "participle", ""),
        ("بقوله", "قال", "noun", "ب"),
        ("وتصريحاتهم", "صرح", "noun", "و"),
        ("أخبرهم", "أخبر", "past", ""),
        ("قالوه", "قال", "past", ""),
        ("ماقاله", "قال", "past", "ما"),
        ("اكد", "أكد", "past", ""),
        ("واعلنت", "أعلن", "past", "و"),
    ],
)
def test_forms_of_verbs_of_saying(form: str, lemma: str, part: str, prefix: str) -> None:
    one = saying(form)
    assert one is not None
    assert (one.lemma, one.part, one.prefix, one.weak) == (lemma, part, prefix, False)


@pytest.mark.parametrize("form", ["بين", "مدينة", "طالب", "كتب", "يبلغ", "بينهم", "والمدينة"])
def test_forms_that_are_more_often_another_word(form: str) -> None:
    one = saying(form)
    assert one is None or one.weak


@pytest.mark.parametrize("form", ["كتاب", "يذكر", "ويذكر", "دون", "لقال", "ببقول", "الجسر", "و", "ا"])
def test_words_that_say_nothing(form: str) -> None:
    assert saying(form) is None


def test_classes_and_what_verbs_govern() -> None:
    facts = {form: (one.manner, one.governs) for form in ("قال", "أكد", "صرح", "شدد", "أشار", "زعم", "سمى") if (one := saying(form))}
    assert facts == {
        "قال": ("neutral", "inna"),
        "أكد": ("assertive", "anna"),
        "صرح": ("neutral", "bianna"),
        "شدد": ("assertive", "ala-anna"),
        "أشار": ("neutral", "ila-anna"),
        "زعم": ("loaded", "anna"),
        "سمى": ("naming", "object"),
    }


def test_forms_of_one_verb() -> None:
    forms = verb_forms(frozenset(("زعم",)))
    assert {"زعم", "وزعمت", "يزعمون", "وسيزعم", "فزعموا"} <= forms
    assert forms.isdisjoint(("مزاعم", "زعمه", "زاعما", "قال"))


@pytest.mark.parametrize(
    ("paragraph", "resumes"),
    [
        ("وأضاف أن الطريق مغلق.", True),
        ("  فقالت المديرة إنها ستعود.", True),
        ("وأضافَ المدير", True),
        ("«وأوضح أن الطريق مغلق", True),
        ("وتابع المدير: سنعود.", True),
        ("وتابع الجمهور المباراة حتى آخرها وهو واقف على المدرجات تحت المطر الغزير.", False),
        ("قال المدير إن الطريق مغلق.", False),
        ("وقول المدير هذا غريب.", False),
        ("ووصل الوفد إلى المدينة.", False),
        ("12", False),
        ("", False),
    ],
)
def test_paragraphs_that_go_on_reporting(paragraph: str, resumes: bool) -> None:
    assert resumes_reporting(paragraph) is resumes


def test_what_is_said_follows_closely() -> None:
    text = "كتب المدير على الباب أن الجسر مغلق"
    assert introduces(text, len("كتب"))
    assert introduces("كتب: الجسر مغلق", len("كتب"))
    assert not introduces("كتب كثيرة عن الجسور", len("كتب"))
    assert not introduces("كتب " + "كلمة " * 9 + "أن", len("كتب"))


@given(st.text(alphabet="اأبتثدرسعفقكلمنهوي", min_size=1, max_size=9))
def test_a_conjunction_before_a_past_form_changes_nothing_but_the_prefix(form: str) -> None:
    one, other = saying(form), saying(f"و{form}")
    if one and not one.prefix and one.part == "past" and other and other.prefix == "و" and other.part == "past":
        assert (one.lemma, one.manner, one.weak) == (other.lemma, other.manner, other.weak)
