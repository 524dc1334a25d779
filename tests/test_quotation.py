"""Which quotation mark opens, closes, or has no partner; quotations over several paragraphs; the rules together on one text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint import rules_in
from arlint.arabic.page import offsets, page
from arlint.arabic.plain_quotations import neighbours, plain_quotations
from arlint.arabic.quotation import pairing
from arlint.arabic.quotation_marks import FAMILIES, GLYPHS, MAKESHIFT
from arlint.document.closely import closely
from arlint.document.quotations import LOOKAHEAD
from arlint.engine import examine
from arlint.fix import fixed
from arlint.testing import document

RULES = tuple(cls() for cls in rules_in("arlint_quotes"))
MARKED = st.text(alphabet=st.sampled_from(list("ابو \n.،:؟()12ـَ\u200f") + [mark for glyph in GLYPHS for mark in glyph]), max_size=60)


def marked(text: str) -> str:
    """The text with `<` and `>` for marks of pairs, `U` for unclosed and `O` for unopened ones, in the place of their first sign."""
    found = pairing(text)
    signs = {mark.offset: sign for pair in found.pairs for mark, sign in zip(pair, "<>", strict=True)}
    signs |= {mark.offset: "U" for mark in found.unclosed} | {mark.offset: "O" for mark in found.unopened}
    return "".join(signs.get(offset, character) for offset, character in enumerate(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('قال "نعم" و"لا".', "قال <نعم> و<لا>."),
        ('قال "نعم', "قال Uنعم"),
        ('قال نعم".', "قال نعمO."),
        ("سأل: و”هل يعود“؟", "سأل: و<هل يعود>؟"),
        ("كتب لـ»الأفق« اليوم", "كتب لـ<الأفق> اليوم"),
        ("كتب لـ»الأفق» اليوم", "كتب لـ<الأفق> اليوم"),
        ("قال نعم»، وغادر ثم قال لا».", "قال نعمO، وغادر ثم قال لاO."),
        ("قال إن» الأفق قريب».", "قال إن< الأفق قريب>."),
        ("كتب لـ”الأفق” اليوم", "كتب لـ<الأفق> اليوم"),
        ('كتب لـ "الأفق" اليوم', "كتب لـ <الأفق> اليوم"),
        ('قال" نعم ".', "قال< نعم >."),
        ('قالت: "قرأت "الأيام" أمس".', "قالت: <قرأت <الأيام> أمس>."),
        ("قالت: «قرأت «الأيام»».", "قالت: <قرأت <الأيام>>."),
        ('النووي" ثم بشكل "يمكن', "النوويO ثم بشكل Uيمكن"),
        ('إلى "النمر" الذي سدد كرة".', "إلى <النمر> الذي سدد كرةO."),
        ('(قال "نعم") ثم "(لا)".', "(قال <نعم>) ثم <(لا)>."),
        ('شاشة 55" من الفئة', 'شاشة 55" من الفئة'),
        ('شاشة 24" وأخرى 32" في "المتجر"', 'شاشة 24" وأخرى 32" في <المتجر>'),
        ('قالت: "شاشة 24" هذه صغيرة".', 'قالت: <شاشة 24" هذه صغيرة>.'),
        ('في "الطراز 100" عيب', "في <الطراز 100> عيب"),
        ("عند 33°20′15″ شمالا", "عند 33°20′15″ شمالا"),
        (r'{"الاسم": "قال \"نعم\" ثم"}', r'{<الاسم>: <قال \"نعم\" ثم>}'),
        ("زار “آفاق 21″ أمس", "زار <آفاق 21> أمس"),
        ("قرر ''الاتحاد'' أمس", "قرر <'الاتحاد>' أمس"),
        ("الرمز ''' وحده", "الرمز ''' وحده"),
        ("قال «نعم\" ثم", "قال <نعم> ثم"),
        ("قال” نعم\" ثم", "قال< نعم> ثم"),
        ("قال «نعم» \"لا\" “ربما”", "قال <نعم> <لا> <ربما>"),
        ('كتب بِـ"القلم" فقط', "كتب بِـ<القلم> فقط"),
        ('قال المدير : " نعم " و" لا "', "قال المدير : < نعم > و< لا >"),
        ('قال:\u200f"نعم"\u200f.', "قال:\u200f<نعم>\u200f."),
        ('قال، "نعم،" ثم مضى', "قال، <نعم،> ثم مضى"),
        ('He said "yes" and "no".', "He said <yes> and <no>."),
        ("قال”نعم\" ثم سمع” لا\" مرتين", "قال<نعم> ثم سمع< لا> مرتين"),
        ("L'Étoile و rock 'n' roll", "L'Étoile و rock 'n' roll"),
    ],
)
def test_roles(text: str, expected: str) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ('شركة ""الأفق" هنا', [(5, 7)]),
        ('شركة "الأفق"" هنا', [(11, 13)]),
        ('شركة ""الأفق"" هنا', [(5, 7), (12, 14)]),
        ("قال: ««نعم» ثم", [(5, 7)]),
        ('قالت: "قرأت "الأيام"".', []),
        ("قالت: «قرأت «الأيام»».", []),
        ('قال "نعم" "لا"', []),
        ('قال "«نعم»" و" لا "', []),
        ("قال '' ''نعم'' ثم", []),
    ],
)
def test_doubled(text: str, spans: list[tuple[int, int]]) -> None:
    found = pairing(text)
    assert [(mark.offset, mark.end) for mark in found.doubled] == spans
    assert (found.unclosed, found.unopened) == ((), ())


@pytest.mark.parametrize(
    ("text", "running", "unclosed", "unopened"),
    [
        ('قال: "أولا.\nثم ثانيا.\nثم ثالثا".', 1, 0, 0),
        ('قال: "أولا.\n\n\nثم ثانيا".', 1, 0, 0),
        ('قال: "أولا.\n"ثم ثانيا.\n"ثم ثالثا".', 2, 0, 0),
        ('قال: "أولا.\nثم "ثانيا".\nثم ثالثا".', 1, 0, 0),
        ('قال: "أولا.\nثم ثانيا". وأضاف: "ثالثا.\nثم رابعا".', 2, 0, 0),
        ('قال: "أولا.\nوأضاف أن الأمر انتهى.\nثم ثالثا".', 0, 1, 1),
        ('قال: "أولا.\nثم «ثانيا».\nثم ثالثا»".', 1, 0, 1),
        ('قال: "أولا.\n' + "ثم بعده.\n" * 8 + 'ثم أخيرا".', 0, 1, 1),
        ('قال: "أولا.\n' + "ثم بعده.\n" * 7 + 'ثم أخيرا".', 1, 0, 0),
        ('قال: "أولا.\nثم قال: "ثانيا.', 0, 2, 0),
        ('تحت عنوان "\nالبحر الواسع" ثم مضى.', 1, 0, 0),
        ('"هل يقول الحقيقة؟\nسألته مرتين، "هل أنت متأكد؟""', 1, 0, 0),
        ('أغلق "الباب.\nوقال المدير: «نعم.\nثم لا».', 1, 1, 0),
    ],
)
def test_over_paragraphs(text: str, running: int, unclosed: int, unopened: int) -> None:
    found = document(text).quotations
    assert (len(found.running), len(found.unclosed), len(found.unopened)) == (running, unclosed, unopened)


def test_fields_of_a_quotation() -> None:
    found = document("قال: ''قرأت «الأيام»''، ثم “نعم\" ثم").quotations.paired
    assert [(one.inside.text, one.opening, one.closing, one.family, one.depth, one.mixed) for one in found] == [
        ("قرأت «الأيام»", "''", "''", "straight", 0, False),
        ("الأيام", "«", "»", "guillemet", 1, False),
        ("نعم", "“", '"', "curly", 0, True),
    ]


@given(MARKED)
def test_every_mark_has_one_role(text: str) -> None:
    found = pairing(text)
    roles = [mark for pair in found.pairs for mark in pair] + [*found.unclosed, *found.unopened]
    assert all(one.end <= other.offset for one, other in pairwise(sorted(roles)))
    assert all(pair.opening.end <= pair.closing.offset for pair in found.pairs)
    assert all(mark.glyph not in MAKESHIFT for mark in (*found.unclosed, *found.unopened))
    assert all(text[mark.offset : mark.offset + len(mark.glyph)] == mark.glyph for mark in roles)


def _plain(text: str) -> list[tuple[int, int]] | None:
    """The plain quotations of the text as a paragraph between two others."""
    above = 'قال "نعم"\n'
    marks = [len(above) + at for at in offsets(page(text), "".join(FAMILIES))]
    families = plain_quotations(neighbours(f"{above}{text}\nثم", marks))
    if families is None:
        return None
    assert families == [FAMILIES[text[start - len(above)]] for start in marks[::2]]
    return [(start - len(above), end + 1 - len(above)) for start, end in zip(marks[::2], marks[1::2], strict=True)]


PLAIN = st.text(alphabet=st.sampled_from(list('اب و.،(:)1ـ\n"«»“”')), max_size=14)


@given(st.lists(st.one_of(PLAIN, st.sampled_from((' "نعم" ', "«لا»، ", " لـ“نعم”.", "(«1لا2») "))), max_size=8).map("".join))
def test_plain_quotations_are_those_of_the_pairing(text: str) -> None:
    spans = _plain(text)
    found = pairing(text)
    if spans is not None:
        assert spans == [(pair.opening.offset, pair.closing.end) for pair in found.pairs]
        assert not any(pair.against_spacing for pair in found.pairs)
        assert (found.unclosed, found.unopened, found.doubled) == ((), (), ())


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("لا علامات", []),
        ('قال "نعم" وقال «لا»، ثم مضى.', [(4, 9), (15, 19)]),
        ('قال لـ"نعم".', [(6, 11)]),
        ('قال: "نعم', None),
        ('قال " نعم "', None),
        ("«قال «نعم» ثم»", None),
        ('طوله "24"', None),
    ],
)
def test_plain_quotations(text: str, spans: list[tuple[int, int]] | None) -> None:
    assert _plain(text) == spans


@given(st.lists(st.one_of(PLAIN, st.sampled_from((' "نعم" ', "«لا»، ", " لـ“نعم”.", "(«1لا2») ", "\n"))), max_size=8).map("".join))
def test_a_text_of_plain_quotations_is_read_as_a_paragraph_at_a_time(text: str) -> None:
    found = document(text).quotations
    if found.plain_spans is None:
        return
    blocks = document(text).blocks
    marks = offsets(page(text), "".join(FAMILIES))
    read = closely(text, blocks, marks, neighbours(text, marks), list(FAMILIES), [], LOOKAHEAD)
    assert list(read.paired) == list(found.paired)
    assert list(found.plain_spans) == [(one.start, one.end) for one in found.paired]
    assert [*read.running, *read.unclosed, *read.unopened, *read.doubled] == []


@given(MARKED)
def test_pieces_stand_where_they_say(text: str) -> None:
    parsed = document(text)
    found = parsed.quotations
    for piece in (*found.paired, *found.running, *found.unclosed, *found.unopened, *found.doubled, *(one.inside for one in found.paired)):
        assert piece.text == parsed.text[piece.start : piece.end]


@given(MARKED)
def test_safe_fixes_settle(text: str) -> None:
    def lint(text: str) -> tuple:  # type: ignore[type-arg]
        return examine(document(text), RULES).diagnostics

    repaired = fixed(text, lint)
    assert fixed(repaired, lint) == repaired
    assert [one for one in repaired if one in "ابو12"] == [one for one in text if one in "ابو12"]


@pytest.mark.parametrize(
    "text",
    [
        'قال المدير: "انتهى الترميم"، وأضاف: "سنفتتح "البيت" غدا".',
        "كتب في مجلة «الأفق» وفي صحيفة «الفجر».",
        '1) قال "نعم".\n2) قال "لا".\n- "ربما"',
        'نشرت (مجلة "الأفق") مقالا عن "تاريخ (المدن)".',
        "قال تعالى ﴿إن مع العسر يسرا﴾ ثم قال: «اصبروا».",
        'اشترى هاتفا قياسه 6.1" في العاشرة والنصف 10:30.',
        '# عنوان "أول"\n\n> "اقتباس"\n\nاكتب `x = ""` ثم "شغل".',
    ],
)
def test_good_text_is_left_alone(text: str) -> None:
    said = [one.rule.id for one in examine(document(text, "markdown" if text.startswith("#") else "text"), RULES).diagnostics]
    assert [rule for rule in said if rule != "nested-quote-style"] == []
