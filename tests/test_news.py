"""Datelines, bylines, list items, headings and boilerplate."""


import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.arabic import news
from arlint.arabic.dateline import dateline_end

# The prose begins at the bar; a text without one has no dateline.
DATELINES = [
    "دبي – (العربية نت): |أعلنت البلدية خطتها.",
    "عمان - رويترز: |بدأ المؤتمر أعماله.",
    "سامي ناصر- متابعة- جدة: |ناقش المجلس الأمر.",
    "رويترز - صلالة (عمان): |عادت السفن إلى الميناء.",
    "سامي ناصر- (تصوير: هند رائد)- جدة: |ناقش المجلس الأمر.",
    "واشنطن (رويترز) - |قال مسؤول إن الاتفاق قريب.",
    "واشنطن – (رويترز) – |قال مسؤول إن الاتفاق قريب.",
    "دبي، الإمارات العربية المتحدة (CNN)— |توقعت دراسة جديدة أن يزيد الطلب.",
    "القاهرة (أ ف ب) |بدأت المحاكمة صباح الأحد.",
    "واس: |صدر اليوم أمر جديد.",
    "الرياض - |ناقش المجلس البلدي أمس خطة الطرق الجديدة.",
    "الرِّياض – |ناقش المجلس البلدي أمس خطة الطرق الجديدة.",
    "جدة 3 شوال 1436 هـ الموافق 19 يوليو 2015 م واس |افتتح الأمير المعرض.",
    "قال الوزير: إن الخطة جاهزة.",
    "وقال الوزير - أمس - للصحفيين: الخطة جاهزة.",
    "كأس الخليج: المنتخب يستعد للنهائي.",
    "الرياض: ناقش المجلس البلدي الخطة.",
    "صدر أمس بيان مشترك (إعلان المدينة) عن اللقاء.",
    "التقى الرئيس (الأربعاء)، وفدا من المجلس.",
    "تونس - كما يقول أهلها - بلد الزيتون والبحر.",
    "الاتحاد - الهلال",
    "الاتحاد 2 - الهلال 1: فوز في الدقيقة الأخيرة من المباراة.",
    "في مدينة أبو-ظبي عقد اللقاء الأول بين الجانبين أمس.",
    "ناقش المجلس البلدي في جلسته الأخيرة أمور المدينة - وهي كثيرة جدا كما هو معروف للجميع.",
    "(رويترز) - قال مسؤول إن الاتفاق قريب من التوقيع.",
    "- بند أول من القائمة الطويلة التي أعدت أمس",
    "وصل الوفد عند الساعة 8:30 صباحا.",
    "",
    "-",
    ":",
]


@pytest.mark.parametrize("case", DATELINES)
def test_dateline(case: str) -> None:
    dateline, bar, _ = case.partition("|")
    assert dateline_end(case.replace("|", "")) == (len(dateline) if bar else 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اقرأ أيضا: خبر آخر من القسم نفسه", True),
        ("اقرأ أيضاً: خبر آخر", True),
        ("اقـرأ أيضاً: خبر آخر", True),
        ("المزيد: أخبار اليوم", True),
        ("تابعونا على تويتر", True),
        ("المزيد من القوات وصل إلى المدينة أمس بعد أن أغلقت الطرق كلها في الجنوب", False),
        ("السعر: عشرون ريالا للفرد الواحد", True),
        ("السعر الجديد يبدأ غدا.", False),
        ("المدينة تستعد للعيد.", False),
        ("إنا لله وإنا إليه راجعون.", True),
        ("***", True),
        ("-- --", True),
        ("وصل الوفد إلى العاصمة.", False),
        ("ثانيا: على الجهات المختصة اعتماد أمرنا هذا وتنفيذه.", True),
        ("نفذوا أمرنا هذا الأسبوع.", False),
    ],
)
def test_boilerplate(text: str, expected: bool) -> None:
    assert news.is_boilerplate(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("كتب: سامي ناصر", True),
        ("كتبت - هند رائد", True),
        ("ترجمة: سامي ناصر", True),
        ("إعداد – قسم الأخبار", True),
        ("كتب الوزير رسالة إلى المجلس.", False),
        ("تقرير جديد يكشف الأسباب", False),
        ("كتب:", False),
    ],
)
def test_byline(text: str, expected: bool) -> None:
    assert news.is_byline(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- بند", True),
        ("• بند", True),
        ("1. بند", True),
        ("١٢) بند", True),
        ("(20) بند", True),
        ("(٢٠) بند", True),
        ("١. بند", True),
        ("(2015) كان عاما حافلا", False),
        ("أ. بند", True),
        ("أ) بند", True),
        ("2015 عام حافل", False),
        ("-5 درجات", False),
        ("وصل الوفد", False),
    ],
)
def test_list_item(text: str, expected: bool) -> None:
    assert news.is_list_item(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("آخر أخبار المدينة", True),
        ("هل ينجح الاتفاق؟", False),
        ("انتهى الاجتماع.", False),
        ("انتهى الاجتماع.» ", False),
        ('"سنعود"', True),
        ("كلمة " * 14, True),
        ("كلمة " * 15, False),
    ],
)
def test_heading(text: str, expected: bool) -> None:
    assert news.is_heading_like(text) is expected


@given(st.text(alphabet=st.one_of(st.sampled_from("قالدبيو -–—:()\"\u200f\u064b\u064015 \n"), st.characters()), max_size=150))
def test_no_paragraph_is_too_strange(text: str) -> None:
    assert 0 <= dateline_end(text) <= len(text)
    for predicate in (news.is_boilerplate, news.is_byline, news.is_heading_like, news.is_list_item, news.is_separator):
        assert predicate(text) in (True, False)
