"""Cheap tests that spare a rule its careful logic: where they say no, that logic has nothing to say."""

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint import PatternRule
from arlint.arabic import quotation_lean
from arlint.arabic.astray import may_be_astray
from arlint.arabic.attribution import _read_closely, attributed
from arlint.arabic.dates import full_dates, month_words
from arlint.arabic.page import page, signs
from arlint.testing import document
from arlint_attribution import unsourced_casualty_figure as casualties
from arlint_attribution._sentences import Sentences
from arlint_attribution._tolls import figure_in
from arlint_numbers import digit_glued, impossible_date, number_noun_agreement, weekday_date_mismatch
from arlint_numbers.mixed_digits import MixedDigits
from arlint_punctuation import _brackets, bracket_spacing, missing_space_after, multiple_spaces, repeated_punctuation
from arlint_quotes.quote_spacing import QuoteSpacing
from arlint_spelling import _tanwin_marks, _tanwin_words
from arlint_spelling._contested import Contested
from arlint_spelling._sieve import Sieve
from arlint_spelling._variant_groups import groups
from arlint_spelling.inconsistent_spelling import InconsistentSpelling
from arlint_spelling.inconsistent_tanwin import InconsistentTanwin
from arlint_unicode.stray_diacritic import StrayDiacritic

MARKED = st.text("اب \u064b\u064c\u064e\u0651\u0652\u0670\u00a0\n.", max_size=12)
PUNCTUATED = st.text("ابو  \u00a0،؛,.؟!:()[]01A»-\n\r\x05•ﻻ", max_size=24)


@given(st.text("اب \n\t\u00a0\u2028ـ\u064b.", max_size=30), st.sampled_from(["ـ", "\u064b", "ـ\u064b"]))
def test_tokens_are_what_stands_between_blanks(text: str, sought: str) -> None:
    expected = [(match.group(), match.start()) for match in re.finditer(r"\S+", text) if set(match.group()) & set(sought)]
    assert document(text).tokens_with(sought) == expected


@pytest.mark.parametrize(
    ("gaps", "pattern"),
    [
        *((repeated_punctuation.RepeatedPunctuation.gaps, getattr(repeated_punctuation, f"_{name}")) for name in ("COMMAS", "COMMA_STOP")),
        *((repeated_punctuation.RepeatedPunctuation.gaps, getattr(repeated_punctuation, f"_{name}")) for name in ("STOP_COMMA", "CRIES")),
        (missing_space_after.MissingSpaceAfter.gaps, missing_space_after._GLUED),
        (multiple_spaces.MultipleSpaces.gaps, multiple_spaces._RUN),
        (bracket_spacing.BracketSpacing.gaps, bracket_spacing._SUSPECT),
        (digit_glued.DigitGlued.gaps, digit_glued._BEFORE_WORD),
        (digit_glued.DigitGlued.gaps, digit_glued._AFTER_WORD),
    ],
)
def test_whatever_matches_begins_in_a_gap(gaps: str, pattern: "re.Pattern[str]") -> None:
    @given(PUNCTUATED)
    def check(text: str) -> None:
        parsed = document(text)
        found = [match.span() for match in parsed.matches_from(parsed.gaps_with(gaps), pattern)]
        assert found == [match.span() for block in parsed.blocks for match in pattern.finditer(text, block.start, block.end)]

    check()


@given(PUNCTUATED)
def test_gaps_lie_in_blocks_and_hold_no_letter(text: str) -> None:
    parsed = document(text)
    gaps = parsed.gaps_with("")
    assert all(block.start <= start < end <= block.end for start, end, block in gaps)
    if "\x05" not in text and "ﻻ" not in text:
        letters = "".join(text[block.start : block.end] for block in parsed.blocks)
        assert sum(end - start for start, end, _ in gaps) == sum(sign not in "ابو" for sign in letters)


@given(st.text("اب \u064b\u0651\u0670\u06d6\u200fـ\n.🚀", max_size=12))
def test_bare_text_is_known_from_the_marked_one(text: str) -> None:
    bare = document(text).bare
    assert bare.page == page(bare.text)
    assert bare.signs == signs(bare.text, page(bare.text))


@given(MARKED)
def test_marks_that_are_not_astray_are_none_of_the_rule(text: str) -> None:
    assert may_be_astray(page(text)) or not list(PatternRule.check(StrayDiacritic(), document(text)))


@given(st.text("()[]{}ا \n\r\u2028", max_size=16))
def test_brackets_that_are_simple_in_every_line_have_partners_in_every_block(text: str) -> None:
    parsed = document(text)
    if _brackets.are_simple(parsed.page):
        for start, end, _ in parsed.blocks:
            brackets = (_brackets.Bracket(at, text[at]) for at in range(start, end) if text[at] in "()[]{}")
            assert not _brackets.without_partner(brackets)


@given(st.lists(st.sampled_from([*"وبا", "ال", "الا", "اب", "،", " ", "\n", "ـ"]), max_size=20).map("".join))
def test_words_of_a_form_are_those_of_all_words(text: str) -> None:
    parsed = document(text)
    for form in parsed.vocabulary:
        assert parsed.words_of(form) == [word for word in parsed.words if word.form == form]


FORMS = sorted(
    {stem.split()[0] for group in groups().values() for stems in group.variants for stem in stems}
    | {rest for group in groups().values() for stems in group.variants for stem in stems for rest in stem.split()[1:]}
    | set(map("".join, product(("", "و", "ال"), "إعادة اعادة اجتماع إجتماع أعلام إعلام نادى نادي".split())))
)
ON = [group.id for group in groups().values() if group.default and group.kind != "synonym"]
CONTESTED = Sieve(ON, hamza=True, yeh=True, contested=True)
PLAIN = Sieve(ON, hamza=True, yeh=True)


@given(st.frozensets(st.sampled_from(FORMS), min_size=1, max_size=30))
def test_a_text_that_mixes_spellings_holds_an_unusual_one(vocabulary: frozenset[str]) -> None:
    assert isinstance(CONTESTED.noticed, Contested)
    assert PLAIN.ambiguous(vocabulary) <= CONTESTED.ambiguous(vocabulary)


TANWIN = st.lists(
    st.sampled_from("أيضاً أيضا وأيضا جداً جدًا جدا سريعًا سريعاً سريعا وزيرا وزيراً الداخلية ألفا ألفاً 5 مثلا مثلاً ا\u064b".split()),
    max_size=14,
)


@given(TANWIN)
def test_tanwin_is_left_out_where_it_is(words: list[str]) -> None:
    """What is counted is what would be found by looking at every word."""
    parsed = document(" ".join(words))
    said = list(InconsistentTanwin().check(parsed))
    sets = _tanwin_words.word_sets()
    marks = [mark for token in parsed.tokens_with("\u064b") for mark in _tanwin_marks.token_of(token.text).marks]
    own = {f"{joined}{mark.key}" for mark in marks if mark.key in sets["words"] for joined in ("", "و", "ف")}
    own |= {mark.key for mark in marks} - sets["not_words"]
    alike = _tanwin_words.unmarked(parsed, own) if marks else []
    assert [finding.start for finding in said if finding.variant == "word"] == [word.start for word in alike]
    for finding in said:
        if finding.variant == "document":
            assert finding.args["unmarked"] == len(_tanwin_words.unmarked(parsed, sets["forms"]))


SAID = (
    "قال وأكد بين مدينة طالب بحسب وفقا على حد تعبيره تعبيرها فحسب بيان البيان اتفاق لوكالة أن إن الطريق مغلق : « ، #قال قـال قَال ﻗﺎﻝ"
).split()


@given(st.lists(st.sampled_from(SAID), max_size=6), st.sampled_from([" ", "", "\n", "\u00a0"]), st.booleans(), st.booleans())
def test_tokens_prove_what_a_close_reading_proves(words: list[str], between: str, documents: bool, texts: bool) -> None:
    text = between.join(words)
    assert attributed(text, documents=documents, texts=texts) == _read_closely(text, documents=documents, texts=texts)


@given(st.text("وبا ()[:.،«»\"\n\u064b1A-", min_size=1, max_size=12), st.data())
def test_neighbours_tell_how_a_mark_leans_or_say_nothing(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    before, after = quotation_lean.nearest_before(text, start), quotation_lean.nearest_after(text, start + 1)
    assert quotation_lean.leaning(before, after) in ("", quotation_lean.lean_at(text, start, before, after))


COUNTED = [*"3 25 300 ٥ 2-1 1,5 شخص أشخاص سنة يوم الأحد شخـص شخصپ قتل".split(), " ", "\u00a0", "،", "\n"]


@given(st.lists(st.sampled_from(COUNTED), max_size=9).map("".join))
def test_counted_nouns_are_found_as_by_the_pattern(text: str) -> None:
    matches = number_noun_agreement._COUNT.finditer(text)
    nouns = number_noun_agreement._nouns()
    expected = [(match.start(), match["number"], match["noun"]) for match in matches if match["noun"] in nouns]
    found = number_noun_agreement._candidates(document(text))
    assert set(expected) <= {(start, digits, noun) for digits, start, noun in found if len(digits) <= number_noun_agreement._LONGEST}


TOLLS = "قتل وقتل 5 ٣٠ ثلاثة عشرات أشخاص مدنيا من المدنيين قتيلا ضحايا وإصابة وفاة عدد القتلى إلى رقم في القصف. «نعم» . ، : \n".split(" ")


@given(st.lists(st.sampled_from(TOLLS), max_size=24).map(" ".join))
def test_every_toll_behind_the_lead_is_near_a_word_that_is_counted(text: str) -> None:
    parsed, rule = document(f"انتهى القصف.\n{text}\nانتهى القصف."), casualties.UnsourcedCasualtyFigure()
    starts = set(casualties._counted(parsed, rule.cues.held(parsed.vocabulary), casualties._second(parsed)))
    for paragraph in parsed.paragraphs[1:]:
        for sentence in parsed.sentences_of(paragraph):
            if figure_in(parsed.outline[sentence.start : sentence.end]):
                assert any(sentence.start <= start < sentence.end for start in starts), sentence.text


ENDS = "قال الوزير إن المباني انهارت د. أ.ف.ب ق.م 3. 20م. انتهى. وغادر؟ مضى! «نعم انتهى.» \"لا\" … : ، \n".split(" ")


@given(st.lists(st.sampled_from(ENDS), max_size=24).map(" ".join))
def test_a_sentence_is_the_same_by_what_is_near_it_as_by_its_paragraph(text: str) -> None:
    parsed = document(text)
    for word in parsed.words:
        near, whole = Sentences(parsed), Sentences(parsed)
        for paragraph in parsed.paragraphs:
            whole.of(paragraph)
        assert near.around(word.start, word.end) == whole.around(word.start, word.end)


def test_a_usual_spelling_is_noticed_beside_another() -> None:
    rule = InconsistentSpelling()
    for text in ("زار إيران.", "زار ايران.", "زار إيران وايران.", "زار ايران وإيران.", "زار إيران."):
        assert len(list(rule.findings(document(text)))) == ("إيران" in text and "ايران" in text)


_PARTS = "31 سبتمبر|3|٣١|۱۲| |\u00a0|من |أبريل|ربيع الأول|و|ا|/|:|،|#|\u200c|\n|السبت |5 مايو 2020"
DATED = st.lists(st.sampled_from(_PARTS.split("|")), max_size=10).map("".join)


@given(DATED)
def test_days_of_months_are_found_without_the_pattern(text: str) -> None:
    parsed = document(text)
    dates = [match.span() for match in impossible_date._dates(parsed)]
    if not parsed.vocabulary.isdisjoint(month_words()):
        assert sorted(dates) == [match.span() for match in impossible_date._day_of_month().finditer(text)]
    dated = weekday_date_mismatch._dated(parsed)
    for number, block in enumerate(parsed.blocks):
        assert number in dated or parsed.vocabulary.isdisjoint(month_words()) or not list(full_dates(text, block.start, block.end))


@given(st.text("()[]:;=-'’ ا.و", max_size=14))
def test_no_face_without_eyes(text: str) -> None:
    eyed = any(not _brackets._EYES.isdisjoint(text[max(0, at - 3) : at + 3]) for at, sign in enumerate(text) if sign in "()[]{}")
    assert eyed or not _brackets._FACE.search(text)


@given(st.text('ا"«»“” .ول1\n', max_size=20))
def test_spaces_of_plain_quotations_are_seen_by_what_stands_before_them(text: str) -> None:
    parsed, rule = document(text), QuoteSpacing()
    assert list(rule.check(parsed)) == list(rule._found(parsed))


@pytest.mark.parametrize("digits", ["any", "western", "arabic"])
@given(text=st.text("١٢۳45 ا", max_size=8))
def test_digits_of_one_system_are_not_mixed(digits: str, text: str) -> None:
    rule = MixedDigits(digits=digits)
    assert list(rule.check(document(text))) == list(rule._found(document(text)))
