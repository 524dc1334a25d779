"""Terms of rules in YAML: what the words of a text tell of them beforehand only makes things faster."""

import re

from hypothesis import given
from hypothesis import strategies as st

from arlint import AnyRule
from arlint.arabic.clitics import NOUN_PREFIXES
from arlint.engine.plan import planned
from arlint.engine.views import Views, reading
from arlint.styles import built
from arlint.styles.build import Spec
from arlint.styles.patterns import Clock
from arlint.styles.selector import ALL
from arlint.styles.terms import Terms
from arlint.testing import document

WORDS = ["إكس", "اكس", "أكس", "تويتر", "المدرسة", "مدرسه", "مدرسة", "الليل", "ليل", "على", "علي", "كوفيد-19", "موقع تويتر", "BBC", "غزة"]
PARTS = st.tuples(
    st.sampled_from(["", *NOUN_PREFIXES, "لل", "وس"]),
    st.sampled_from([*WORDS, "س", "ال", "3"]),
    st.sampled_from([" ", "، ", "\n", "", "-"]),
)
TEXTS = st.lists(PARTS, max_size=12).map(lambda parts: "".join(map("".join, parts)))


def rule(number: int, tokens: list[str], *, clitics: bool, fold: list[str]) -> AnyRule:
    options = {"tokens": tokens, "clitics": clitics, "fold": fold}
    code, message = f"TST{number:03}", ("«%s»", "«%s»")
    return built(Spec(f"t{number}", "existence", code, message, "warning", True, "", ("", ""), options, (), "", "", f"{options}"))()


RULES = tuple(
    rule(number, tokens, clitics=clitics, fold=fold)
    for number, (tokens, clitics, fold) in enumerate(
        (tokens, clitics, fold)
        for tokens in (WORDS[:3], WORDS[3:9], WORDS[9:11], ["كوفيد-19", "موقع تويتر"], ["BBC", "غزة"])
        for clitics in (False, True)
        for fold in ([], ["hamza"], ["hamza", "ya", "ta"])
    )
)


@given(TEXTS)
def test_no_rule_of_terms_is_passed_over(text: str) -> None:
    parsed = document(text)
    concerned, views = [one.rule for one in planned(RULES).concerned(parsed)], Views(parsed)
    assert [one.id for one in RULES if one not in concerned and list(one.findings(views.of(reading(one))))] == []


@given(TEXTS, st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True))
def test_terms_are_found_where_a_search_of_the_text_finds_them(text: str, tokens: list[str]) -> None:
    parsed = document(text)
    searched = re.compile("|".join(rf"\b{re.escape(one)}\b" for one in tokens))
    found = [(hit.start, hit.end) for hit in Terms(tokens).hits(parsed, ALL, Clock())]
    assert found == [match.span() for block in parsed.blocks for match in searched.finditer(parsed.text, block.start, block.end)]
