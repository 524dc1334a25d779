"""What is asked of a whole text before a rule looks closely: where it says no, the close look finds nothing either."""

import re
from functools import partial
from itertools import chain, pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from arlint import Document
from arlint.arabic.folded import keys
from arlint.arabic.news import is_boilerplate
from arlint.arabic.numerals import NUMBER
from arlint.arabic.page import STRANGE, offsets, page
from arlint.arabic.sentences import sentence_spans
from arlint.arabic.shape import most_words
from arlint.arabic.skeletons import key
from arlint.arabic.traces import threes, traces
from arlint.arabic.words import forms
from arlint.testing import document
from arlint_duplicates._folded import recurring_ends, repeats_itself, trigrams
from arlint_duplicates._traced import may_hold_versions, may_recur
from arlint_duplicates.doubled_word import _repeated
from arlint_style.long_sentence import _sentences

SIGNS = st.text("ابةهأإىيـ\u200f .،؟!…\n«»\"():-12٣A#@é۔ﻻ", max_size=6)
WORDS = st.sampled_from(
    (
        "قال", "الوزير", "المدينة", "إلى", "الى", "د.", "سامي", "كلمة", "كلمه", "3.5", "«نعم.", "لا»", "انتهى.", "وعاد", "الطريق؟", "مغلق!",
        "25 شخصا", "٧  أيام", "اشترك في", "مرسوم ملكي", "هاتفكم", "بي بي سي", "\n", "\n", "أ.ف.ب", "2015.", "العام", "الـعام", "—",
    )
)  # fmt: skip
TEXTS = st.lists(st.one_of(WORDS, SIGNS), max_size=40).map(" ".join)


def _bare(text: str) -> Document:
    return document(text).bare


@given(TEXTS)
@example("@. — قال قال قال قال 25 شخصا")
def test_no_sentence_leaves_its_stretch(text: str) -> None:
    parsed = _bare(text)
    for number, (start, end, _) in enumerate(parsed.blocks):
        paragraph = parsed.paragraph(number)
        stretches = list(pairwise((start, *(one for one in parsed.sure_ends if start < one < end), end)))
        for within in (parsed.sentences_within, partial(_sentences, parsed)):
            assert list(chain.from_iterable(within(paragraph, *one) for one in stretches)) == parsed.sentences_of(paragraph)


@given(TEXTS)
def test_words_are_counted_without_finding_them(text: str) -> None:
    parsed = _bare(text)
    for start, end, _ in parsed.blocks:
        for first, last in sentence_spans(parsed.text[start:end]):
            piece = parsed.text[start + first : start + last]
            assert parsed.count(start + first, start + last) == len(forms(piece))
            assert most_words(parsed.shape, start + first, start + last) >= len(forms(piece)) + len(NUMBER.findall(piece))


@given(TEXTS)
def test_few_words_are_placed_as_all_are(text: str) -> None:
    one, other = _bare(text), _bare(text)
    words = one.words
    for number in range(len(words)):
        assert other.numbered(number, number + 2) == list(words[number : number + 2])


@given(TEXTS, st.integers(1, 4))
def test_what_stands_twice_may_recur(text: str, least: int) -> None:
    parsed = _bare(text)
    whole = [words for block in parsed.blocks if (words := key(parsed.text[block.start : block.end]))]
    assert may_recur(parsed, 1) or all(whole.count(words) == 1 for words in whole)
    found = recurring_ends(parsed, least)
    seen: dict[tuple[str, ...], set[int]] = {}
    again: set[int] = set()
    for number in range(len(parsed.blocks)):
        for sentence in parsed.sentences_of(parsed.paragraph(number)):
            if sum(map(str.isalpha, "".join(words := key(sentence.text)))) and len(words) >= least and "." not in sentence.text[:-1]:
                blocks = seen.setdefault(tuple(words), set())
                again |= {number, *blocks} if blocks else set()
                blocks.add(number)
    assert again <= set(found)


@given(TEXTS)
def test_paragraphs_are_the_same_one_by_one(text: str) -> None:
    parsed, other = _bare(text), _bare(text)
    assert [other.paragraph(number) for number in reversed(range(len(other.blocks)))] == list(reversed(parsed.paragraphs))
    for one in parsed.paragraphs:
        assert is_boilerplate(one.text) == is_boilerplate(one.text, parsed.vocabulary)
        assert parsed.paragraph_at(one.start) == one


@given(TEXTS)
def test_offsets_on_a_page(text: str) -> None:
    assert offsets(page(text), '"«»') == [match.start() for match in re.finditer('["«»]', text)]


@given(st.lists(st.sampled_from(("في", "من", "بحر")), max_size=12))
def test_words_that_follow_themselves(forms: list[str]) -> None:
    assert list(_repeated(forms)) == [at for at, (one, other) in enumerate(pairwise(forms)) if one == other]


@given(TEXTS)
def test_words_are_keyed_as_those_of_a_text(text: str) -> None:
    found = keys(page(text))
    assert (found is None) == (STRANGE in page(text))
    assert found is None or found == [page(word) for word in key(text)]


@given(st.lists(TEXTS, max_size=4))
def test_every_word_leaves_a_trace(texts: list[str]) -> None:
    parts = [part for text in texts if STRANGE not in (part := page(text))]
    words, found = [keys(part) or [] for part in parts], traces(parts)
    assert list(map(len, words)) == list(map(len, found))
    every = list(zip(chain.from_iterable(words), chain.from_iterable(found), strict=True))
    assert len({word for word, _ in every}) == len(set(every))
    threefold = chain.from_iterable(zip(one, one[1:], one[2:], strict=False) for one in words)
    numbered = list(zip(threefold, chain.from_iterable(threes(found)), strict=True))
    assert len({run for run, _ in numbered}) == len(set(numbered))


FEW = st.sampled_from(("بحر", "نهر", "كلمة", "كلمه", "واد", "12", "أمس", "غدا", "هنا", "\n", "\n", "\n", "جدة (واس): "))


@given(st.lists(FEW, max_size=60), st.sampled_from((0.3, 0.6, 0.9)), st.integers(1, 6))
def test_versions_of_a_paragraph_may_be_held(words: list[str], share: float, least: int) -> None:
    parsed = _bare(" ".join(words))
    own = [key(one.prose.text) for one in parsed.paragraphs]
    runs = [trigrams(one) for one in own if len(one) >= max(least, 3)]
    pairs = ((one, other) for at, one in enumerate(runs) for other in runs[:at])
    assert may_hold_versions(parsed, least, share) or all(len(one & other) / len(one | other) < share for one, other in pairs)


@given(st.lists(FEW, max_size=60))
def test_runs_of_words_that_stand_again(words: list[str]) -> None:
    parsed = _bare(" ".join(words))
    folded = key(" ".join(parsed.forms))
    fives = [tuple(folded[at : at + 5]) for at in range(len(folded) - 4)]
    again = [at for at, five in enumerate(fives) if five in fives[:at]]
    assert repeats_itself(parsed) == any(last - first < 12 for first, last in zip(again, again[3:], strict=False))
