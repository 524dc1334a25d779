"""Where sentences end, and where a full stop ends nothing."""


import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.arabic.sentences import sentence_spans
from arlint.testing import document

# The sentences of a paragraph are divided by ‖ where it must be split.
SPLIT = [
    # The marks that end a sentence, and what may stand after them
    "وصل الوفد إلى العاصمة.‖ وبدأ جلسة المحادثات الأولى.",
    "هل ينجح الاتفاق؟‖ لا أحد يعرف.",
    "يا له من يوم!‖ عاد الجميع سالمين.",
    "هل عاد الوفد?‖ لم يعد.",
    "انتهت الجلسة…‖ وبدأت الأخرى.",
    "انتظر طويلا...‖ ثم غادر.",
    "انتظر طويلا..‖ثم غادر.",
    "ماذا حدث؟!‖ لا جواب.",
    "انتهى الاجتماع.‖ثم غادر الوزير.",
    "انتهى الاجتماع .‖ وغادر الوزير .",
    "انتهى الاجتماع .‖وغادر الوزير",
    "قال إنه باق (حتى الآن).‖ ولم يزد.",
    "انتهى البيان.)‖ ثم وزعت نسخه.",
    "وصل الوفد\u00a0.‖ وغادر\u00a0.\u00a0",
    "نص بلا علامة في آخره",
    "  بياض قبله.‖  وبياض بعده.  ",
    "وصل الوفد.‖\u00a0وغادر.",
    # Abbreviations and initials
    "استقبل د. سامي المراجعين.‖ وشكره أحدهم.",
    "حضر أ.د. ناجي وأ. هند ومعهما م. رائد.‖ وغاب الرابع.",
    "نقلت أ.ف.ب. الخبر أولا.‖ ثم نفته.",
    "نقلت أ.ف.ب الخبر أولا.‖ ثم نفته.",
    "وقّع م.ع. على الشكوى.‖ ولم يذكر اسمه.",
    "كتبت ج. ك. كاول الرواية.‖ وترجمها غيرها.",
    "كتبها J. K. بحروف لاتينية.‖ وترجمها غيرها.",
    "في العدد ص. 211 من المجلة.‖ وهو مطبوع.",
    "صندوق البريد ص.ب. 1234 في المدينة.‖ وهناك هاتف.",
    "عاش في القرن الثاني ق.م. وترك كتبا.‖ ضاعت كلها.",
    "اشترى التمر والزيت إلخ.‖ ثم عاد.",
    # Eras after a year are no abbreviations
    "افتتح عام 2016م.‖ ثم أغلق.",
    "افتتح عام 2016 م.‖ ثم أغلق.",
    "توفي سنة 1436هـ.‖ ودفن في بلدته.",
    "توفي سنة ١٤٣٦ هـ.‖ ودفن في بلدته.",
    # Numbers
    "ارتفع المؤشر 3.5 نقطة.‖ ثم تراجع.",
    "بلغ ٣.٥ في المئة.‖ ثم تراجع.",
    "بلغ سعر الأونصة 310.75.‖ ثم هدأت السوق.",
    "حدث ذلك عام 2015.‖ وتكرر بعده.",
    "بلغ النمو 5.‖ وكان 3.",
    "1. يدفع المستأجر الأجرة أولا.‖ ثم يتسلم المفتاح.",
    # Names with a dot in them, and addresses
    "نشر موقع العربية.نت التقرير.‖ ثم حذفه.",
    "نشر موقع النهار.كوم التقرير.‖ ثم حذفه.",
    "ظهرت الحصيلة.‖نتائج الفرز لاحقا.",
    "زوروا example.com للمزيد.‖ وشكرا.",
    "حمّلوا الملف report.v2.pdf من الموقع.‖ وشكرا.",
    "شركة U.S. ستيل خفضت الإنتاج.‖ وسرحت عمالا.",
]

# As a document sees them: datelines left out, quotations blanked
SPLIT_IN_DOCUMENT = [
    "القاهرة – (رويترز): |بدأ التصويت صباحا.‖ وينتهي مساء.",
    "القاهرة - رويترز: |بدأ التصويت صباحا.‖ وينتهي مساء.",
    'قال: "سنعود. لن ننسى. هذا وعد".‖ وغادر.',
    "قال: «سنعود. هذا وعد».‖ وغادر.",
    'قال: "سنعود قريبا."‖ وأضاف أنه مطمئن.',
    'سأل: "هل نعود؟" ثم سكت.',
    '"سنعود قريبا." قال المدير ذلك مرتين.',
    "زار https://example.com/a.b?c=1.‖ ثم عاد.",
    "راسلوا a.b@example.com أولا.‖ ثم انتظروا.",
    "رد على @name.‖ وقال إنه باق.",
]


def marked(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize("case", SPLIT)
def test_split(case: str) -> None:
    text = case.replace("‖", "")
    assert marked(text, sentence_spans(text)) == [part.strip() for part in case.split("‖")]


@pytest.mark.parametrize("case", SPLIT_IN_DOCUMENT)
def test_split_in_document(case: str) -> None:
    text = case.replace("‖", "").replace("|", "")
    parsed = document(text)
    expected = [part.strip() for part in case.rpartition("|")[2].split("‖")]
    places = [parsed.sourcemap.span(piece.start, piece.end) for piece in parsed.sentences]
    assert [text[start:end] for start, end in places] == expected


@given(st.text(alphabet=".؟!…?\"»)' \n\u00a0وامد15a", max_size=60))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    spans = sentence_spans(text)
    last = 0
    for start, end in spans:
        assert last <= start < end
        assert not text[last:start].strip()
        assert text[start:end] == text[start:end].strip()
        last = end
    assert not text[last:].strip()
