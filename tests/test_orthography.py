"""The orthography rules among themselves: their tables agree, their fixes settle, and what they call right they never report."""


import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.arabic.skeletons import hamza
from arlint.document import Source
from arlint.engine import examine
from arlint.fix import fixed
from arlint.formats.plain import parse
from arlint.plugins import load
from arlint.report import Diagnostic
from arlint_orthography import teh_marbuta, wasl_hamza
from arlint_orthography._final_yeh import yeh_lists
from arlint_orthography._initial_hamza import hamza_lists

RULES = tuple(cls() for cls in load().rules.values() if cls.category() == "ORT")

WRONG = {
    "الامم": "الأمم", "لالمانيا": "لألمانيا", "وبالاضافة": "وبالإضافة", "ولان": "ولأن", "الالكترونية": "الإلكترونية",
    "الإجتماعات": "الاجتماعات", "بإستثنائهم": "باستثنائهم", "وإعتبرت": "واعتبرت", "إستقالتها": "استقالتها", "لإمرأة": "لامرأة",
    "فى": "في", "والتى": "والتي", "بالعربى": "بالعربي", "وحتي": "وحتى", "المستشفي": "المستشفى",
    "المدينه": "المدينة", "وللشركه": "وللشركة", "هذة": "هذه", "والدكتوراة": "والدكتوراه",
    "مدينةالرياض": "مدينة الرياض", "إلىالقاهرة": "إلى القاهرة", "مساءاً": "مساءً",
    # The two faults of one word are mended one after the other.
    "الاسلاميه": "الإسلامية", "الاوروبى": "الأوروبي", "جامعةالازهر": "جامعة الأزهر",
}  # fmt: skip


def findings(text: str) -> tuple[Diagnostic, ...]:
    report = examine(parse(Source("a.txt", text)), RULES)
    assert not report.faults, report.faults[0].detail
    return report.diagnostics


@pytest.mark.parametrize("wrong", WRONG)
def test_each_word_is_mended(wrong: str) -> None:
    assert fixed(f"كان ذلك {wrong} كل يوم", findings) == f"كان ذلك {WRONG[wrong]} كل يوم"


@given(st.lists(st.sampled_from(sorted(WRONG)), min_size=1, max_size=8))
def test_mended_texts_have_nothing_left(words: list[str]) -> None:
    repaired = fixed("".join(f"{word} ثم " for word in words), findings)
    assert repaired == "".join(f"{WRONG[word]} ثم " for word in words)
    assert not findings(repaired)


# A blank that was lost may be put back in a quotation as well: no word is changed by it.
@given(
    st.sampled_from(sorted(word for word in WRONG if " " not in WRONG[word])),
    st.sampled_from(["\r\n", "\n", "\r\n\r\n"]),
    st.sampled_from(["«", '"', "“"]),
)
def test_words_of_others_are_only_mended_on_demand(wrong: str, end: str, mark: str) -> None:
    close = {"«": "»", '"': '"', "“": "”"}[mark]
    text = f"قال الوزير: {mark}كان ذلك {wrong} كل يوم{close}.{end}وانتهى الأمر."
    assert fixed(text, findings) == text
    assert fixed(text, findings, unsafe=True) == text.replace(wrong, WRONG[wrong])


def rights() -> list[str]:
    """Everything that the tables propose, and a few words that look like what they report."""
    proposed = {right for rights in hamza_lists()["particles"].values() for right in rights}
    proposed |= {right for rights in hamza_lists()["qat"].values() for right in rights.split()}
    proposed |= {form for forms in wasl_hamza._facts()["stems"].values() for form in forms.split()}
    proposed |= set(wasl_hamza._facts()["nouns"].values())
    proposed |= {f"{form[:-1]}{letter}" for name, letter in (("yeh", "ي"), ("maksura", "ى")) for form in yeh_lists()[name]}
    proposed |= {f"ال{word}ة" for word in teh_marbuta._facts()["teh_words"]} | set(teh_marbuta._facts()["closed"].values())
    return sorted(proposed)


def test_what_is_proposed_is_never_reported() -> None:
    # One text a word, since a word may be known by its twin in ة. Some adjectives are proposed as the tables spell them, without their
    # hamza, which is another rule's matter.
    reported = {(one.rule.code, one.text) for word in rights() for one in findings(f"ثم {word} ثم")}
    assert {(code, text) for code, text in reported if code != "ORT001" or hamza(text) != text} == set()


def test_hamzas_of_the_table_stand_in_their_place() -> None:
    for bare, right in ((bare, right) for bare, rights in hamza_lists()["qat"].items() for right in rights.split()):
        assert right[0] in "أإآ", right
        assert hamza(right) == hamza(bare)
        assert bare[0] == "ا"
        assert not [one for one in findings(f"ثم {right} ثم") if one.rule.code in ("ORT001", "ORT002")], right


@pytest.mark.parametrize(
    "text",
    [
        "سي ان ان", "بي بي سي", "لسي ان ان", "بى بى سى", "ام بي سي",
        "واحد واثق وافق واصل", "فان دايك", "بان كي مون",
        "والي بغداد", "حسن علي نحو الباب", "صراف الي هنا",
        "التقاه", "والمياه", "بالفقه", "للانتباه", "ماجه",
        "أ و ب", "(و) من المادة", "هههههه",
    ],
)  # fmt: skip
def test_look_alikes_are_left_alone(text: str) -> None:
    assert not findings(f"ثم {text} ثم")
