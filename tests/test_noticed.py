"""Forms are looked at once in the life of a process, however many tables ask."""

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.arabic.clitics import NOUN_PREFIXES, StemTable, attached
from arlint.arabic.final_heh import definite
from arlint.arabic.fresh import Fresh, tails
from arlint.arabic.met import MET, Forms
from arlint.arabic.noticed import Noticed, read_by, these
from arlint.arabic.words import forms
from arlint.plugins import load
from arlint.testing import cases_of
from arlint_orthography import _letter_names
from arlint_spelling import _hamza_forms, _last_letter, _variants

LETTERS = st.text("وفبلكسانريةم", min_size=1, max_size=7)


def test_a_form_is_judged_once() -> None:
    judged: list[str] = []

    def judge(form: str) -> bool:
        judged.append(form)
        return form != "بابا"

    noticed = Noticed(lambda fresh: [form for form in fresh.forms if form[0] == "ب" and form[-1] == "ا"], judge)
    assert noticed.among(frozenset(("بابا", "بنا", "نبا", "بن", "بيتا"))) == ["بنا", "بيتا"]
    assert noticed.among(frozenset(("بنا", "باتا"))) == ["باتا", "بنا"]
    # Forms that other tests met are judged too, but none of them twice.
    assert {"بابا", "باتا", "بنا", "بيتا"} <= set(judged)
    assert len(judged) == len(set(judged))
    assert noticed["بنا"] is True


def test_bits_tell_which_tables_notice_something() -> None:
    birds, fish = these(frozenset(("حمامة", "نسر"))), these(frozenset(("سمكة",)))
    for words, bits in (("رأى نسر", birds.bit), ("رأى سمكة", fish.bit), ("نسر سمكة", birds.bit | fish.bit), ("رأى كلبا", 0)):
        assert MET.asked(frozenset(words.split())) & (birds.bit | fish.bit) == bits, words


def test_a_table_that_comes_later_learns_what_was_met_before() -> None:
    MET.asked(frozenset(("تفاحة", "برتقالة")))
    fruit = these(frozenset(("تفاحة", "موزة")))
    assert fruit.among(frozenset(("تفاحة", "موزة", "برتقالة"))) == ["تفاحة", "موزة"]


def test_what_was_met_is_learnt_anew_when_all_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("arlint.arabic.met.Forms._LIMIT", 0)
    trees = these(frozenset(("نخلة", "زيتونة")))
    MET.asked(frozenset(("نخلة", "صخرة")))
    assert trees.among(frozenset(("نخلة", "صخرة", "زيتونة"))) == ["زيتونة", "نخلة"]
    assert trees.among(frozenset(("صخرة", "حجر"))) == []


def test_a_table_of_a_former_run_that_comes_late_learns_what_was_met_since() -> None:
    now = Forms()
    now.recall(({"صخرة"}, {"بلبل": 1}, {"birds": (1, None)}))
    now.learn(frozenset(("هدهد", "حجر")))
    birds = these(frozenset(("بلبل", "هدهد", "عصفور")))
    birds.name = "birds"
    now.add(birds)
    now.learn(frozenset(("عصفور",)))
    assert now.noticed(frozenset(("صخرة", "حجر", "بلبل", "هدهد", "عصفور"))) == {"بلبل", "هدهد", "عصفور"}


@given(st.dictionaries(LETTERS, st.none(), min_size=1, max_size=6), st.lists(LETTERS), st.data())
def test_a_table_of_stems_notices_what_it_reads(stems: dict[str, None], others: list[str], data: st.DataObject) -> None:
    table = StemTable(stems)
    forms = {*others, *(attached(data.draw(st.sampled_from(NOUN_PREFIXES)), stem) for stem in stems)}
    assert read_by(table).among(frozenset(forms)) == sorted(form for form in forms if table.readings(form))
    gc.collect(0)


CLASSES = {cls.id: cls for cls in load().rules.values()}
WORDS = sorted({form for cls in CLASSES.values() for case in cases_of(cls) for form in forms(case.example.text)})
FORMS = st.builds(
    lambda prefix, word, alif, ending: f"{prefix}{alif}{word}{ending}",
    st.sampled_from(NOUN_PREFIXES), st.sampled_from(WORDS), st.sampled_from(["", "", "ا", "أ", "إ", "آ", "ال"]),
    st.sampled_from(["", "", "ى", "ه", "ة", "ها", "هما", "نا", "ون", "ي"]),
)  # fmt: skip


@given(st.sets(FORMS, min_size=1, max_size=12))
@pytest.mark.parametrize(
    "rule_id", ["initial-hamza", "wasl-hamza", "teh-marbuta", "final-yeh", "glued-words", "stretched-letters", "nasb-nun"]
)
def test_no_form_is_sifted_out_that_would_be_judged(rule_id: str, words: set[str]) -> None:
    cues = CLASSES[rule_id]().cues
    assert cues is not None
    assert set(Noticed(cues._sift, cues._judge).learn(Fresh(words))) == {form for form in words if cues._judge(form)}


@given(st.sets(FORMS, min_size=1, max_size=12))
def test_no_spelling_is_sifted_out_that_would_be_compared(words: set[str]) -> None:
    compared = dict(Fresh(words).matching(_hamza_forms._compared()))
    assert all(compared[form] == found.value for form in words if (found := _hamza_forms.residual(form)))
    found = set(_variants.likely(words))
    assert not [form for form in words - found if _variants.matches(form)]
    assert set(_last_letter.likely_yehs(Fresh(words))) >= {form for form in words if _last_letter.undotted_yeh(form)}
    assert set(definite(Fresh(words))) >= {form for form in words if _last_letter.undotted_teh(form)}


@given(st.sets(FORMS, min_size=1, max_size=12))
def test_words_are_known_by_their_last_letters(words: set[str]) -> None:
    stems = frozenset(WORDS[::7])
    assert sorted(Fresh(words, stems, set(tails(stems))).ending_in_stems(stems)) == sorted(Fresh(words).ending_in_stems(stems))
    assert not [form for form in words if form[-4:] not in _variants.tails() and _variants.matches(form)]


NAMES = st.builds("{}{}".format, st.sampled_from(["", "ل", "و", "وكالة", "ب"]), st.sampled_from(["سي", "إن", "ان", "دي", "تيونز"]))


@given(st.sets(st.one_of(FORMS, NAMES)))
def test_no_name_of_a_letter_is_sifted_out(words: set[str]) -> None:
    sure = _letter_names._sure()
    assert set(Noticed(sure._sift, sure._judge).learn(Fresh(words))) == {form for form in words if sure._judge(form)}
