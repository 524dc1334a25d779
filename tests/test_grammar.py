"""The grammar rules: which words are neighbours, which لم asks why, and that their tables and fixes settle."""


import pytest

from arlint.document import Document, Source
from arlint.engine import examine
from arlint.fix import fixed
from arlint.formats.plain import parse
from arlint.plugins import load
from arlint.report import Diagnostic
from arlint_grammar import _jussive, demonstrative_gender, nasb_nun, qal_anna
from arlint_grammar._pairs import LAM, asks_why, pairs

RULES = tuple(cls() for cls in load().rules.values() if cls.category() == "GRM")


def document(text: str) -> Document:
    return parse(Source("a.txt", text))


def findings(text: str) -> tuple[Diagnostic, ...]:
    report = examine(document(text), RULES)
    assert not report.faults, report.faults[0].detail
    return report.diagnostics


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("لم يأت لم  يذهب", [("لم", "يأت"), ("لم", "يذهب")]),
        ("لم، يأت", []),
        ("لم\nيأت", []),
        ("لم\u00a0يأت", [("لم", "يأت")]),
        ("ولم يأت لم", [("ولم", "يأت")]),
        ("لم (يأت) لم يأت", [("لم", "يأت")]),
        ("يأت لم", []),
        ("", []),
    ],
)
def test_pairs_are_neighbours(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.text, other.text) for one, other in pairs(document(text), LAM, {"يأت", "يذهب"})] == found


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("لم يسعى الفريق إلى اللقب؟", True),
        ("انتهى الموسم. لم يسعى الفريق إلى اللقب؟", True),
        ("«لم يسعى الفريق؟»", True),
        ("سأله: لم يسعى الفريق؟", True),
        ("لم يسعى الفريق إلى اللقب.", False),
        ("لم يسعى الفريق. هل تعب؟", False),
        ("الفريق لم يسعى إلى اللقب؟", False),
        ("ولم يسعى الفريق؟", False),
    ],
)
def test_a_lam_that_asks_why(text: str, asks: bool) -> None:
    parsed = document(text)
    lam = next(word for word in parsed.words if word.form in LAM)
    assert asks_why(parsed, lam) is asks


@pytest.mark.parametrize("kind", ["weak", "hollow"])
def test_jussives_lose_one_letter_and_are_right(kind: str) -> None:
    for verb, right in _jussive.forms(kind).items():
        assert len(right) == len(verb) - 1
        assert right not in _jussive.forms(kind)
        assert fixed(f"قال إن الأمر لم {verb} أمس", findings) == f"قال إن الأمر لم {right} أمس"
        assert not findings(f"قال إن الأمر لن {verb} أمس")


def test_singular_verbs_feminine_plurals_and_names_keep_their_noon() -> None:
    for form in nasb_nun._others():
        assert not findings(f"أكد أن {form} أمر معروف")


def test_masculine_nouns_in_teh_take_hadha() -> None:
    for noun in demonstrative_gender._facts()["masculine_in_teh"]:
        assert not findings(f"رأى هذا {noun} أمس")
    for noun in demonstrative_gender._facts()["masculine"]:
        assert not findings(f"رأى هذا {noun} أمس")
        assert [one.text for one in findings(f"رأى هذه {noun} أمس")] == [f"هذه {noun}"]


def test_what_follows_qal_is_mended_in_all_persons() -> None:
    for verb in qal_anna._facts()["verbs"]:
        for wrong, right in qal_anna._facts()["particles"].items():
            assert fixed(f"ثم {verb} {wrong} الأمر انتهى", findings) == f"ثم {verb} {right} الأمر انتهى"


@pytest.mark.parametrize(
    "text",
    [
        "أكد أن الوفد وصل، وإن المحادثات بدأت",
        "وأشار إلى أن الطريق مغلق وإنه سيفتح قريبا",
    ],
)
def test_a_chain_in_a_quotation_is_somebody_elses(text: str) -> None:
    assert [one.rule.code for one in findings(f"{text}.")] == ["GRM002"]
    assert not findings(f"كتب في بيانه: «{text}».")


def test_a_chain_ends_with_its_sentence() -> None:
    assert not findings("أكد أن الوفد وصل. وإن المحادثات بدأت.")
    assert not findings("أكد أن الوفد وصل.\nوإنه سيغادر غدا.")
