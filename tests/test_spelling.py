"""The spelling rules over the whole of their tables: what differs is found and mended, what only looks alike is left alone."""

import re
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arlint.arabic.lexicon import lexicon
from arlint.arabic.words import forms
from arlint.config.house_style import fed
from arlint.config.place import DEFAULT
from arlint.document import Source
from arlint.engine import examine, lint
from arlint.fix import fixed
from arlint.formats.plain import parse
from arlint.plugins import load
from arlint.report import Diagnostic, Fix, SourceEdit
from arlint.rules import AnyRule
from arlint.testing import diagnostics
from arlint_spelling import _choice, _hamza, _hamza_forms, _variant_groups
from arlint_spelling.common_misspelling import CommonMisspelling
from arlint_spelling.house_spelling import HouseSpelling
from arlint_spelling.inconsistent_month_names import InconsistentMonthNames
from arlint_spelling.inconsistent_spelling import InconsistentSpelling
from arlint_spelling.inconsistent_tanwin import InconsistentTanwin
from arlint_spelling.project_inconsistent_spelling import ProjectInconsistentSpelling

RULES = tuple(cls() for cls in load().rules.values() if cls.category() == "SPL")
GROUPS = [group for group in _variant_groups.groups().values() if group.default and group.kind != "synonym"]
PAIRS = [
    (group, stems[0], group.variants[wrong][0])
    for group in GROUPS
    for right, stems in enumerate(group.variants)
    for wrong in range(len(group.variants))
    if wrong != right and right not in group.wrong
]


def said(rule: AnyRule, text: str) -> list[str]:
    return [one.text for one in diagnostics(rule, text)]


def mended(rule: AnyRule, text: str) -> str:
    return fixed(text, lambda text: diagnostics(rule, text), unsafe=True)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.id)
def test_every_spelling_of_a_word_is_mended_to_every_other(group: _variant_groups.Group) -> None:
    rule = InconsistentSpelling()
    for _, right, wrong in (pair for pair in PAIRS if pair[0] is group):
        text = f"رأينا {right} ثم {right} ثم {wrong} هنا"
        assert said(rule, text) == [wrong]
        assert mended(rule, text) == f"رأينا {right} ثم {right} ثم {right} هنا"


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.id)
def test_the_house_spells_every_word_as_it_likes(group: _variant_groups.Group) -> None:
    for index, stems in enumerate(group.variants):
        rule = HouseSpelling(variants={group.id: stems[0]})
        for other, wrong in enumerate(group.variants):
            assert said(rule, f"رأينا {wrong[0]} هنا") == ([] if other == index else [wrong[0]])


def test_a_table_that_has_forgotten_speaks_of_no_form_that_others_do_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    consistent, house = InconsistentSpelling(), HouseSpelling(variants={"addis-ababa": "اديس ابابا"})
    assert said(consistent, "زرنا أديس") == said(house, "عاد الوفد") == []
    with monkeypatch.context() as patch:
        patch.setattr("arlint.arabic.met.Forms._LIMIT", 0)  # forms after which all is forgotten
        said(consistent, "وصلت الطائرة متأخرة")
    assert said(consistent, "زرنا اديس") == []
    assert said(house, "زرنا أديس أبابا") == ["أديس أبابا"]


@settings(deadline=None)
@given(st.sampled_from(PAIRS), st.sampled_from(("و", "ف", "ب", "ك", "وب", "")))
def test_what_is_attached_stays(pair: tuple[_variant_groups.Group, str, str], prefix: str) -> None:
    _, right, wrong = pair
    if right.startswith("ال") or wrong.startswith("ال") or wrong.startswith("ا"):
        return
    text = f"رأينا {right} و{right} ثم {prefix}{wrong} هنا"
    assert mended(InconsistentSpelling(), text) == f"رأينا {right} و{right} ثم {prefix}{right} هنا"


def guards() -> list[list[str]]:
    return lexicon(_hamza.__file__, "hamza", _guards)


def _guards(table: dict[str, list[list[str]]]) -> list[list[str]]:
    return table["guards"]


@pytest.mark.parametrize("pair", guards(), ids=" ".join)
def test_two_words_that_look_alike_are_not_compared(pair: list[str]) -> None:
    for suffix in ("", "ه", "ها"):
        one, other = (f"{word}{suffix}" for word in pair)
        if _hamza_forms.residual(one) and _hamza_forms.residual(other):
            assert said(InconsistentSpelling(classes=["hamza"]), f"كان {one} ثم {other} هنا") == []


LOOKALIKES = [
    "قال علي إن الأمر على ما يرام.",
    "وفى بوعده في الموعد، وولى هاربا ومعه لي.",
    "بنى المبنى المبني من الحجر.",
    "التقى التقي صديقه.",
    "كان ذلك إعلام ثم الاعلام.",
    "رجل اطلع على الأمر فأطلعوا عليه غيره ثم اطلعوا على سواه.",
    "واحد أحد، والد وألد، كان أن.",
    "عاد من الآستانة إلى أستانا.",
    "بين الاثنين خلاف يوم الإثنين.",
    "تحدث عبد الله في الحفل.",
]


@pytest.mark.parametrize("text", LOOKALIKES)
def test_lookalikes_are_left_alone(text: str) -> None:
    assert said(InconsistentSpelling(), text) == []


SPELLED = [
    (("إيران/0",), None),
    (("iran/0", "iran/1"), "iran/0"),
    (("iran/1", "iran/0"), "iran/0"),
    (("اجتماع", "إجتماع"), "اجتماع"),
    (("إدارة", "ادارة"), "إدارة"),
    (("أراء", "آراء"), "آراء"),
    (("إعلام", "أعلام"), None),
    (("استخدم", "أستخدم"), None),
    (("نادى~", "نادي~"), "نادي~"),
]


@pytest.mark.parametrize(("spelled", "kept"), SPELLED)
def test_what_is_right_is_kept_however_rare(spelled: tuple[str, ...], kept: str | None) -> None:
    counts = {value: 1 if value == kept else 9 for value in spelled}
    if len(counts) > 1:
        assert _choice.kept(counts, {}) == kept


def test_the_majority_is_counted_outside_quotations() -> None:
    text = "زارت غوغل المعرض. وقالت: «جوجل وجوجل وجوجل»."
    assert said(InconsistentSpelling(), text) == ["جوجل", "وجوجل", "وجوجل"]
    assert all(one.fix and not one.fix.safe for one in diagnostics(InconsistentSpelling(), text))


def test_only_what_sounds_the_same_is_mended_unasked() -> None:
    (one,) = diagnostics(InconsistentSpelling(), "إيران ثم ايران")
    (two,) = diagnostics(InconsistentSpelling(), "غوغل ثم جوجل")
    assert one.fix == Fix(True, (SourceEdit(9, 10, "إ"),))
    assert two.fix == Fix(False, (SourceEdit(8, 11, "غوغ"),))


def across(rule: AnyRule, *texts: str) -> list[tuple[str, str]]:
    documents = [parse(Source(f"{number}.txt", text)) for number, text in enumerate(texts)]
    reports = list(lint(documents, [rule]))
    assert not any(report.faults for report in reports)
    return [(report.path, one.text) for report in reports for one in report.diagnostics]


def test_a_project_is_compared_as_a_whole() -> None:
    rule = InconsistentSpelling(scope="project")
    assert across(rule, "وصلت غوغل", "وصلت غوغل", "وصلت جوجل وغوغل", "وصلت ايران", "وصلت إيران") == [
        ("2.txt", "جوجل"), ("3.txt", "ايران"),
    ]  # fmt: skip
    assert across(rule, "إعلام", "أعلام", "كان هنا", "اعلام") == []


def test_files_are_counted_not_places() -> None:
    many, few = "وصلت غوغل", "وصلت جوجل وجوجل وجوجل وجوجل وجوجل"
    assert across(ProjectInconsistentSpelling(), *[many] * 4, few) == [("4.txt", "جوجل")]
    assert across(ProjectInconsistentSpelling(), *[many] * 3, few) == []
    assert across(ProjectInconsistentSpelling(), *[many] * 3, few, few) == []
    assert across(ProjectInconsistentSpelling(min_share=0.5), *[many] * 3, few, few) == [("3.txt", "جوجل"), ("4.txt", "جوجل")]


def test_what_the_house_has_is_said_whatever_most_files_have() -> None:
    texts = ["وصلت غوغل"] * 6 + ["وصلت جوجل"]
    documents = [parse(Source(f"{number}.txt", text)) for number, text in enumerate(texts)]
    for rule, wrong, said in (
        (ProjectInconsistentSpelling(), 1, "«جوجل» in this file and «غوغل» in 85% of the project's files that have it; use one spelling."),
        (
            ProjectInconsistentSpelling(desks=["*"]), 1,
            "«جوجل» in this file and «غوغل» in 85% of this desk's files that have it; use one spelling.",
        ),
        (ProjectInconsistentSpelling(g_letter="ج"), 6, "«غوغل» in this file, whereas the house style has «جوجل»; use one spelling."),
    ):
        assert [one.sentence("en") for report in lint(documents, [rule]) for one in report.diagnostics] == [said] * wrong


@pytest.mark.parametrize(
    ("variants", "said"),
    [
        ({"gogle": "غوغل"}, "did you mean 'google'"),
        ({"iran": "يران"}, "it has"),
        ({"iran": "إيران"}, None),
    ],
)
def test_a_word_that_the_table_does_not_know_is_a_mistake_of_the_configuration(variants: dict[str, str], said: str | None) -> None:
    lack = HouseSpelling(variants=variants).lacking()
    assert (lack is None) if said is None else (lack is not None and said in lack.en)



@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"تويتر": "تويتر"}, "come back to themselves: «تويتر», then «تويتر»"),
        ({"أحمر": "أزرق", "أزرق": "أصفر", "أصفر": "أحمر"}, "«أحمر», then «أزرق», then «أصفر», then «أحمر»; remove one"),
        ({"تويتر": ""}, "lacks its other half: 'تويتر: '"),
        ({" ": "إكس"}, "lacks its other half"),
        ({"أحمر": "أزرق", "أزرق": "أصفر"}, None),
        ({"كوفيد": "كوفيد-19"}, None),
    ],
)
def test_words_that_replace_each_other_are_a_mistake_of_the_configuration(words: dict[str, str], said: str | None) -> None:
    lacking = HouseSpelling(words=words).lacking()
    assert lacking is None if said is None else lacking is not None and said in lacking.en


def test_the_house_style_feeds_the_rules() -> None:
    style = {
        "variants.america": ("أميركا", DEFAULT), "words.تويتر": ("إكس", DEFAULT), "hamza_medial": ("waw", DEFAULT),
        "g_letter": ("غ", DEFAULT), "tanwin.position": ("after", DEFAULT), "tanwin.presence": ("any", DEFAULT),
        "months.system": ("gregorian", DEFAULT), "months.glyph": ("slash", DEFAULT), "egyptian_yeh": ("ignore", DEFAULT),
    }  # fmt: skip
    given = {rule.id: {name: value for name, (value, _) in fed(type(rule), style).items()} for rule in RULES}
    assert said(HouseSpelling(**given["house-spelling"]), "أمريكا وتويتر ومسئول وجوجل") == ["أمريكا", "وتويتر", "ومسئول", "وجوجل"]
    assert said(InconsistentSpelling(**given["inconsistent-spelling"]), "مسئول ومسئول ومسؤول") == ["مسئول", "ومسئول"]
    assert said(InconsistentTanwin(**given["inconsistent-tanwin"]), "جدًا وكثيرا وكثيراً") == ["جدًا"]
    assert said(InconsistentMonthNames(**given["inconsistent-month-names"]), "في 3 تموز") == ["3 تموز"]
    assert said(CommonMisspelling(**given["common-misspelling"]), "شىء وشئ") == ["وشئ"]


MISSPELT = {
    "وبمسؤلية": "وبمسؤولية", "للطوارىء": "للطوارئ", "ولايزال": "ولا يزال", "إنشاءالله": "إن شاء الله", "بشئ": "بشيء", "مساءا": "مساء",
    "فذالك": "فذلك", "وإعتبرت": "واعتبرت", "بإسم": "باسم",
}  # fmt: skip


@pytest.mark.parametrize("wrong", MISSPELT)
def test_misspellings_are_mended_with_what_is_attached(wrong: str) -> None:
    assert mended(CommonMisspelling(), f"كان ذلك {wrong} كل يوم") == f"كان ذلك {MISSPELT[wrong]} كل يوم"


def test_no_misspelling_is_right_by_the_same_table() -> None:
    rule = CommonMisspelling(strict=True)
    for wrong, entry in rule.table().items():
        for right in entry.right:
            assert said(rule, f"كان {right} هنا") == [], wrong


@settings(deadline=None)
@given(st.lists(st.sampled_from(["جداً", "جدًا", "أيضا", "جدّاً", "جدًّا", "مساءً", "كتاب", "\n", "«", "»"]), max_size=12))
def test_tanwin_is_moved_and_no_word_is_changed(words: list[str]) -> None:
    text = " ".join(words)
    after = mended(InconsistentTanwin(), text)
    assert forms(after) == forms(text)
    assert sorted(after) == sorted(text)
    assert not ("جداً" in after and "جدًا" in after)


NAMED = [
    ("بين 3 و5 يوليو ثم 4 آب", ["4 آب"]),
    ("من 3-5 تموز إلى 7 من يونيو", ["7 من يونيو"]),
    ("في يوليو المقبل وآب الماضي", ["وآب"]),
    ("في 1 يوليو وصل ثم آب إلى بيته", []),
    ("في 1 يوليو وصلت ماي ثم جوان", []),
    ("في 1 يوليو وُلدت ثورة 14 تموز", []),
    ("في 1 يوليو صدرت «17 تشرين»", []),
    ("في 3 كانون الأول ثم في 5 ديسمبر ثم في 8 كانون الثاني", ["5 ديسمبر"]),
    ("في 3 يناير ثم في 5 غشت", []),
    ("في 3 شباط ثم في 5 غشت", ["5 غشت"]),
    ("في 3 محرم ثم في 5 مايو", []),
]


@pytest.mark.parametrize(("text", "found"), NAMED)
def test_months(text: str, found: list[str]) -> None:
    assert said(InconsistentMonthNames(), text) == found


@pytest.mark.parametrize(
    ("system", "text", "name"),
    [
        ("gregorian", "وصل في 5 كانون الثاني 2019.", "يناير"),
        ("levantine", "وصل في 5 يناير 2019.", "كانون الثاني"),
        ("maghreb", "وصل في 5 كانون الثاني 2019.", "جانفي"),
        ("maghreb", "وصل في 5 آذار 2019.", "مارس"),
    ],
)
def test_the_house_names_the_same_month(system: Literal["gregorian", "levantine", "maghreb"], text: str, name: str) -> None:
    (found,) = diagnostics(InconsistentMonthNames(system=system), text)
    assert found.args["other"] == name


HOSTILE = [
    "ايران إيران ", "عبد الله عبدالله ", "جداً جدًا ", "3 تموز 4 يوليو/تموز ", "بوركينا ", "شئ ", "اعادة إعادة اعاده ", "«غوغل جوجل", "ى",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_text_of_one_piece_is_read_to_its_end(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    report = examine(parse(Source("a.txt", text)), RULES)
    assert not report.faults, report.faults[0].detail
    assert len(report.diagnostics) <= len(re.findall(r"\S+", text))


def all_of(text: str) -> tuple[Diagnostic, ...]:
    report = examine(parse(Source("a.txt", text)), RULES)
    assert not report.faults, report.faults[0].detail
    return report.diagnostics


WORDS = [
    "إيران", "ايران", "وايران", "الإجتماع", "اجتماع", "عبد", "الله", "عبدالله", "جداً", "جدًا", "فى", "في", "شئ", "3 تموز", "«", "»", "،",
    "\n",
]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_the_fixes_of_all_rules_settle(words: list[str]) -> None:
    text = fixed(" ".join(words), all_of, unsafe=True)
    assert not [one for one in all_of(text) if one.fix]


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (InconsistentSpelling(groups={"gogle": "off"}), "no group 'gogle', named under groups; did you mean 'google'?"),
        (InconsistentSpelling(groups={"google": "جوغل"}), "no spelling 'جوغل' in the group 'google'"),
        (InconsistentSpelling(groups={"iran": "off", "google": "جوجل", "journalist": "on"}), ""),
        (InconsistentSpelling(variants={"google": "جوغل"}), "no spelling 'جوغل' in the group 'google'"),
        (ProjectInconsistentSpelling(variants={"gogle": "جوجل"}), "no group 'gogle', named under variants; did you mean 'google'?"),
        (HouseSpelling(variants={"gogle": "جوجل"}), "no group 'gogle', named under variants; did you mean 'google'?"),
    ],
)
def test_a_word_that_the_table_lacks_is_told(rule: AnyRule, told: str) -> None:
    lack = rule.lacking()
    assert (lack is None) if not told else (lack is not None and told in lack.en)
