"""Forms are looked at once in the life of a process, however many tables ask."""

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.arabic.clitics import NOUN_PREFIXES, StemTable, attached
from arlint.arabic.noticed import Noticed, asked, read_by, these

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
        assert asked(frozenset(words.split())) & (birds.bit | fish.bit) == bits, words


def test_a_table_that_comes_later_learns_what_was_met_before() -> None:
    asked(frozenset(("تفاحة", "برتقالة")))
    fruit = these(frozenset(("تفاحة", "موزة")))
    assert fruit.among(frozenset(("تفاحة", "موزة", "برتقالة"))) == ["تفاحة", "موزة"]


def test_what_was_met_is_learnt_anew_when_all_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("arlint.arabic.noticed._Forms._LIMIT", 0)
    trees = these(frozenset(("نخلة", "زيتونة")))
    asked(frozenset(("نخلة", "صخرة")))
    assert trees.among(frozenset(("نخلة", "صخرة", "زيتونة"))) == ["زيتونة", "نخلة"]
    assert trees.among(frozenset(("صخرة", "حجر"))) == []


@given(st.dictionaries(LETTERS, st.none(), min_size=1, max_size=6), st.lists(LETTERS), st.data())
def test_a_table_of_stems_notices_what_it_reads(stems: dict[str, None], others: list[str], data: st.DataObject) -> None:
    table = StemTable(stems)
    forms = {*others, *(attached(data.draw(st.sampled_from(NOUN_PREFIXES)), stem) for stem in stems)}
    assert read_by(table).among(frozenset(forms)) == sorted(form for form in forms if table.readings(form))
    gc.collect(0)
