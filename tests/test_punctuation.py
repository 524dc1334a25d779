"""The rules about punctuation together: that fixes settle, keep the words, and leave good text alone."""


import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint import rules_in
from arlint.arabic.words import forms
from arlint.engine import examine
from arlint.fix import fixed
from arlint.report import Diagnostic
from arlint.testing import document

RULES = tuple(cls() for cls in rules_in("arlint_punctuation"))
ALL = (*RULES, *(cls() for package in ("arlint_quotes", "arlint_unicode") for cls in rules_in(package)))
ALPHABET = "ابتكلم وةى 12Ab.،؛؟!?,;:…()[]\"«»-/\n\r\u00a0ـ\u064e|*"
TEXT = st.text(alphabet=st.sampled_from(ALPHABET), max_size=60)


def lint(text: str, rules: tuple = RULES, format_name: str = "text") -> tuple[Diagnostic, ...]:  # type: ignore[type-arg]
    report = examine(document(text, format_name), rules)
    assert not report.faults, report.faults[0].detail
    return report.diagnostics


@given(TEXT)
def test_safe_fixes_settle(text: str) -> None:
    repaired = fixed(text, lint)
    assert fixed(repaired, lint) == repaired
    assert not [one for one in lint(repaired) if one.fix and one.fix.safe]


@given(TEXT)
def test_safe_fixes_settle_together_with_those_of_quotes_and_characters(text: str) -> None:
    repaired = fixed(text, lambda text: lint(text, ALL))
    assert fixed(repaired, lambda text: lint(text, ALL)) == repaired


@given(TEXT)
def test_fixes_keep_the_letters(text: str) -> None:
    repaired = fixed(text, lint, unsafe=True)
    assert [one for one in repaired if one.isalnum()] == [one for one in text if one.isalnum()]


@given(TEXT)
def test_safe_fixes_only_part_words_and_never_join_them(text: str) -> None:
    assert len(forms(fixed(text, lint))) >= len(forms(text))


@pytest.mark.parametrize(
    "text",
    [
        "وصل الوفد (أمس)، ثم غادر؛ لأن العمل انتهى. هل يعود؟ لا أحد يعرف!",
        "بلغ السعر 1,250.5 دولار، أي 3.5% من الميزانية (2015/2016).",
        "قالت: «سنعود... قريبا»، وأضافت: \"لا شك\".",
        "انتهت المباراة 2:1 عند الساعة 21:30.",
        "نقلت وكالة أ.ف.ب. عن د. سامي أنه غادر.",
        "راجع www.example.org، أو اكتب إلى news@example.org؛ نرد سريعا.",
        "1) الميزانية.\n2) الخطة.\nأ- التنفيذ.",
        "# عنوان\n\nوصل **الوفد**، ثم [غادر](https://example.org/a,b?c=1).\n\n- بند أول\n- بند ثان",
        "| الاسم  | العدد |\n|---|---|\n| سامي  | 3 |",
        "دبي – (العربية نت): وصل الوفد إلى المدينة.",
        "استعمل الأمر f(x, y) في برنامج Node.js وملف .env لديك.",
    ],
)
def test_good_text_is_left_alone(text: str) -> None:
    format_name = "markdown" if text.startswith(("#", "|")) else "text"
    assert [(one.rule.id, one.text) for one in lint(text, tuple(rule for rule in RULES if rule.default), format_name)] == []


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("وصل الوفد ,ثم غادر  .", "وصل الوفد، ثم غادر."),
        ("هل وصل ؟؟نعم", "هل وصل؟ نعم"),
        ("قال المدير :نعم( اليوم )فقط.", "قال المدير: نعم (اليوم) فقط."),
        ("وصل الوفد ، ،ثم غادر", "وصل الوفد، ثم غادر"),
        ("وصل الوفد\u00a0 ،\r\nثم  غادر !!", "وصل الوفد،\r\nثم غادر!"),
        ("وصل **الوفد** ،ثم *غادر* .", "وصل **الوفد**، ثم *غادر*."),
    ],
)
def test_several_faults_in_one_place(text: str, repaired: str) -> None:
    format_name = "markdown" if "**" in text else "text"
    assert fixed(text, lambda text: lint(text, format_name=format_name)) == repaired


def test_one_blank_is_reported_by_one_rule() -> None:
    found = [(one.rule.id, one.text) for one in lint("وصل  ( أمس  ) الوفد  ، ثم  غادر.") if one.rule.id == "multiple-spaces"]
    assert found == [("multiple-spaces", "  "), ("multiple-spaces", "  ")]
