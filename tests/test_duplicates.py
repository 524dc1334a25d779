"""Repetition: what the examples of the rules cannot say. Places, fixes, shadows, several formats, hostile texts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint import rules_in
from arlint.engine import examine
from arlint.fix import fixed
from arlint.report import Diagnostic
from arlint.rules import AnyRule
from arlint.testing import diagnostics, document

RULES = {rule.code: rule for rule in rules_in("arlint_duplicates")}
SEED = Path(__file__).resolve().parents[2] / "shared" / "seed" / "article.txt"

A = "أغلقت البلدية الجسر القديم أمام الشاحنات الكبيرة حتى نهاية الشهر المقبل."
B = "وقال مهندس الموقع إن الأعمدة تحتاج إلى تدعيم عاجل قبل الشتاء."
C = "وتشارك في الأعمال ثلاث شركات محلية اختيرت بعد مناقصة عامة."
SHORT = "وغاب الوزير."


def together(text: str, format_name: str = "text") -> tuple[Diagnostic, ...]:
    """What all rules of the family find."""
    report = examine(document(text, format_name), [rule() for rule in RULES.values()])
    assert not report.faults, report.faults[0].detail
    return report.diagnostics


def lines(found: Diagnostic) -> tuple[object, ...]:
    """The lines that a block's message names."""
    return tuple(found.args[name] for name in ("line", "end_line", "first_line", "first_end_line"))


@pytest.mark.skipif(not SEED.exists(), reason=f"the seed article is not here: {SEED.name}")
def test_the_seed_article_has_one_repeated_block() -> None:
    text = SEED.read_text(encoding="utf-8")
    (found,) = together(text)
    assert (found.rule.code, found.level) == ("DUP001", "error")
    assert lines(found) == (12, 21, 2, 11)
    assert (found.line, found.end_line, found.end) == (12, 21, len(text))
    assert [(place.line, place.end_line) for place in found.related] == [(2, 11)]
    assert found.fix
    assert not found.fix.safe
    assert all(number in found.sentence(lang) for lang in ("ar", "en") for number in ("12", "21", "2", "11"))
    assert fixed(text, together, unsafe=True) == text[: text.index("\n", found.start - 2)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", "\r\n\r\n", "\n \n"])
@pytest.mark.parametrize("last", ["", "\n"])
def test_the_fix_leaves_no_blank_line_behind(end: str, last: str) -> None:
    text = end.join((A, SHORT, B, A, SHORT, B, C)) + last
    (found,) = together(text)
    assert found.text == end.join((A, SHORT, B))
    assert fixed(text, together, unsafe=True) == end.join((A, SHORT, B, C)) + last
    assert fixed(text, together) == text


@pytest.mark.parametrize(
    ("paragraphs", "blocks"),
    [
        ((A, B, C), []),
        ((A, B, A, B), [(3, 4, 1, 2)]),
        ((A, B, C, A, B), [(4, 5, 1, 2)]),
        ((A, B, A, B, A, B), [(3, 4, 1, 2), (5, 6, 1, 2)]),
        ((A, A, A), [(2, 2, 1, 1), (3, 3, 1, 1)]),
        ((A, A, A, A, A), [(2, 2, 1, 1), (3, 3, 1, 1), (4, 4, 1, 1), (5, 5, 1, 1)]),
        ((A, SHORT, B, C, A, SHORT, B), [(5, 7, 1, 3)]),
        ((A, SHORT, B, C, A, B), [(5, 5, 1, 1), (6, 6, 3, 3)]),
        ((A, "***", B, C, A, "***", B), [(5, 7, 1, 3)]),
        ((A, B, C, B, A), [(4, 4, 2, 2), (5, 5, 1, 1)]),
        ((A, "دبي – (العربية نت): " + B, A), [(3, 3, 1, 1)]),
        (("دبي – (العربية نت): " + A, B, C, "دبي – (العربية نت): " + A, B), [(4, 5, 1, 2)]),
        (("دبي – (العربية نت): " + A, B, C, A, B), [(4, 5, 1, 2)]),
    ],
)
def test_blocks(paragraphs: tuple[str, ...], blocks: list[tuple[int, ...]]) -> None:
    assert [lines(found) for found in diagnostics(RULES["DUP001"](), "\n".join(paragraphs))] == blocks


def test_of_an_article_in_one_line_the_line_is_named_once() -> None:
    (found,) = together('{"title": "عاد الميناء", "body": "' + f"{A}\\n{A}" + '"}', "json")
    assert found.sentence("en") == "What stands here (1 paragraph) repeats what stands before it in line 1; delete the second copy."
    assert found.sentence("ar") == "النص هنا (فقرة واحدة) يكرر ما قبله في السطر 1 نفسه؛ احذف النسخة الثانية."


def test_a_paragraph_in_another_language_is_never_deleted_with_a_copy() -> None:
    english = "The bridge stays closed to lorries until the end of the month."
    text = "\n".join((A, english, A))
    assert fixed(text, together, unsafe=True) == "\n".join((A, english))
    apart = "\n".join((A, B, C, A, english, B))
    assert [lines(found) for found in together(apart)] == [(4, 4, 1, 1), (6, 6, 2, 2)]
    assert fixed(apart, together, unsafe=True) == "\n".join((A, B, C, english))


def test_offsets_are_those_of_the_file() -> None:
    text = f"\ufeff{A}\n{B}\n{A}\n"
    (found,) = together(text)
    assert text[found.start : found.end] == A
    assert fixed(text, together, unsafe=True) == f"\ufeff{A}\n{B}\n"


def test_markdown() -> None:
    text = f"# {A}\n\n{A}\n\n{B}\n\n> {C}\n\n{B}\n"
    (found,) = together(text, "markdown")
    assert found.text == B
    assert (found.line, found.args["first_line"]) == (9, 5)


def test_the_other_rules_do_not_speak_of_a_copy() -> None:
    doubled = B.replace("إلى", "إلى إلى")
    text = "\n".join((A, doubled, C, A, doubled))
    assert [(found.rule.code, found.line) for found in together(text)] == [("DUP004", 2), ("DUP001", 4)]


def test_a_near_copy_is_one_finding() -> None:
    twice = f"{A} {B} {C}"
    found = together(f"{twice}\n{SHORT}\n{twice.replace('ثلاث شركات', 'أربع شركات')}")
    assert [(one.rule.code, one.line, one.args["first_line"]) for one in found] == [("DUP002", 3, 1)]
    assert 60 <= int(str(found[0].args["percent"])) <= 99


def test_the_nearest_of_several_versions_is_named() -> None:
    other = f"{A} {B} وتكلف الأعمال سبعة ملايين دينار تدفعها الوزارة على دفعتين."
    found = diagnostics(RULES["DUP002"](), "\n".join((f"{A} {C}", other, SHORT, other.replace("سبعة", "ثمانية"))))
    assert [one.args["first_line"] for one in found] == [2]


@pytest.mark.parametrize(
    ("quotation", "safe"), [("{}", True), ('قال: "{}".', False), ("قال: «{}».", False), ('"شعار" {}', True)]
)
def test_words_of_a_quotation_are_not_deleted_unasked(quotation: str, safe: bool) -> None:
    text = quotation.format("نعمل في في المدينة القديمة")
    (found,) = together(text)
    assert found.text == "في في"
    assert found.fix
    assert found.fix.safe is safe


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وعدت الحكومة الحكومة بذلك.", ["الحكومة الحكومة"]),
        ("وعدت الحُكومة الحُكومة بذلك.", ["الحُكومة الحُكومة"]),
        ("وعدت الحكومــة الحكومة بذلك.", ["الحكومــة الحكومة"]),
        ("وعدت الحكومة\u00a0 الحكومة بذلك.", ["الحكومة\u00a0 الحكومة"]),
        ("وعدت الحكومة، الحكومة بذلك.", []),
        ("وعدت الحكومة\tالحكومة بذلك.", []),
        ("وعدت الحكومة\nالحكومة بذلك.", []),
        ("وعدت الحكومة https://example.com الحكومة بذلك.", []),
        ("وعدت الحكومة الحكومة الحكومة بذلك.", []),
        ("وعدت الحكومة #الحكومة بذلك.", []),
        ("وعدت الحكومة والحكومة بذلك.", []),
        ('وعدت "الحكومة الحكومة" بذلك.', []),
        ("وعد وزير وزير الصحة بذلك.", ["وزير وزير"]),
        ("وصل الممثل (Gigi) جيجي جيجي (Gigi) أمس.", []),
        ("مُن من حضر أخذ الكتاب.", []),
        ("قال عن من من حضر كلاما.", []),
        ("ما بعد بعد المدينة أرض.", []),
        ("التقى الوزير في يوم يوم الجمعة الوفد.", ["يوم يوم"]),
        ("كان العمل يوم يوم شاقا.", []),
        ("كان اللقاء بين بين.", []),
        ("كان اللقاء بين بين 5 أشخاص.", ["بين بين"]),
        ("لسي إن إن مكتب هنا.", []),
        ("تعمل في قناة تي في في المدينة.", []),
    ],
)
def test_doubled_words(text: str, expected: list[str]) -> None:
    assert [found.text for found in diagnostics(RULES["DUP004"](), text)] == expected


WORDS = ("بحر", "مدينة", "في", "من", "الحكومة", "نهر", "و", "شارع", "12", "،", ".", "؟", "\n", '"', "BBC", "سي", "إن", "أنّ", "أن")


@given(st.lists(st.sampled_from(WORDS), max_size=80), st.sampled_from(sorted(RULES)))
def test_a_fix_leaves_nothing_to_fix(words: list[str], code: str) -> None:
    rule: AnyRule = RULES[code](**({"phrase": True} if code == "DUP004" else {}))
    text = " ".join(words)
    repaired = fixed(text, lambda text: diagnostics(rule, text), unsafe=True)
    assert not [one for one in diagnostics(rule, repaired) if one.fix]


@given(st.lists(st.sampled_from((A, B, C, SHORT, f"{A} {B}", "***", "- بند من القائمة", "نعم")), max_size=14))
def test_without_its_copies_a_text_repeats_no_paragraph(paragraphs: list[str]) -> None:
    rule = RULES["DUP001"]()
    text = "\n".join(paragraphs)
    repaired = fixed(text, lambda text: diagnostics(rule, text), unsafe=True)
    assert set(repaired.split("\n")) == set(paragraphs or [""])
    assert not diagnostics(rule, repaired)


def test_the_earlier_of_two_equally_near_versions_is_named() -> None:
    """Trigrams are kept in sets, whose order changes from run to run; what is found does not."""
    text = "\n".join(f"{A} {B} {C} {tail}" for tail in ("وبدأ العمل.", "وانتهى العمل.", "وتأجل العمل."))
    assert [(found.line, found.args["first_line"]) for found in diagnostics(RULES["DUP002"](), text)] == [(2, 1), (3, 1)]
