"""Evidence of a source in a sentence, and the rules that ask for it on larger texts."""


import pytest

from arlint.arabic.attribution import attributed
from arlint.plugins import load
from arlint.testing import diagnostics

RULES = {rule.code: rule for rule in load().rules.values() if rule.category() == "ATT"}
QUOTATION = "«لن نترك بيوتنا قبل أن تعود المياه إلى الحي كله كما كانت»"


@pytest.mark.parametrize(
    "sentence",
    [
        "قالت الوزارة إن الطريق مغلق.",
        "الطريق مغلق، وفق بيان البلدية.",
        "ووفقا للمديرة فإن الطريق مغلق.",
        "الطريق مغلق، على حد تعبيرهم.",
        "الطريق مغلق، كما أفادت به البلدية.",
        "مؤكدا أن الطريق مغلق.",
        "كتب على الباب أن الطريق مغلق.",
        "كتب: «  »",
        'وقال" نعم".',
    ],
)
def test_somebody_says_it(sentence: str) -> None:
    assert attributed(sentence)
    assert attributed(sentence, documents=False)


@pytest.mark.parametrize("sentence", ["أغلق الطريق في التقرير.", "وصلت الصور إلى لرويترز.", "للوكالة رأي آخر.", "وثيقة قديمة."])
def test_a_document_is_evidence_only_where_documents_count(sentence: str) -> None:
    assert attributed(sentence)
    assert not attributed(sentence, documents=False)


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "الطريق مغلق منذ الفجر.",
        "ليس هذا فحسب.",
        "يذكر أن المعرض يقام كل عامين.",
        "بين المدينة والقرية جسر.",
        "كتب كثيرة على الرف.",
        "ما سمع أحد شيئا.",
        "خرج من دون أن يلتفت.",
    ],
)
def test_nobody_says_it(sentence: str) -> None:
    assert not attributed(sentence)


@pytest.mark.parametrize("code", sorted(RULES))
def test_rules_say_nothing_of_an_empty_text(code: str) -> None:
    assert diagnostics(RULES[code](), "") == ()


def test_one_attribution_holds_for_a_run_of_quotations() -> None:
    rule = RULES["ATT001"]()
    assert diagnostics(rule, "\n".join(["عادت المياه.", *[f"{QUOTATION}."] * 3, "قالت إحدى النساء هذا ومضت.", "انتهى اليوم."])) == ()
    found = diagnostics(rule, "\n".join(["عادت المياه إلى الحي.", f"{QUOTATION}.", "انتهى اليوم الطويل.", "وهدأت الشوارع."]))
    assert [one.text for one in found] == [QUOTATION]


def test_a_quotation_is_attributed_across_markdown_blocks() -> None:
    assert diagnostics(RULES["ATT001"](), f"## خبر\n\nقال المدير هذا أمس.\n\n{QUOTATION}.\n", "markdown") == ()


def test_the_message_counts_words_as_arabic_does() -> None:
    found = diagnostics(RULES["ATT001"](), "هدأت الشوارع. «لن نعود إلى البيت القديم بعد اليوم أبدا». ونام الناس.")
    assert "من 8 كلمات" in found[0].sentence("ar")
    assert "8 words" in found[0].sentence("en")


def test_a_toll_is_sourced_from_the_paragraph_beside_it() -> None:
    lead = "اهتزت المدينة فجرا.\n"
    rule = RULES["ATT002"]
    assert diagnostics(rule(), lead + "قتل 12 شخصا في الحريق.\nوقالت البلدية إن الطريق مغلق.") == ()
    assert len(diagnostics(rule(), lead + "قتل 12 شخصا في الحريق.\nوأغلقت الطرق.\nوقالت البلدية إن البحث مستمر.")) == 1
    assert diagnostics(rule(window=2), lead + "قتل 12 شخصا في الحريق.\nوأغلقت الطرق.\nوقالت البلدية إن البحث مستمر.") == ()


@pytest.mark.parametrize("sentence", ["وقع الطرفان الاتفاق.", "خالف السائق القانون.", "صدر القرار أمس."])
def test_a_law_is_no_evidence_where_only_what_speaks_counts(sentence: str) -> None:
    assert attributed(sentence)
    assert not attributed(sentence, texts=False)


@pytest.mark.parametrize("sentence", ["أصدرت النقابة بيانا.", "كتبت الصحيفة ذلك.", "وقال المدير نعم."])
def test_what_speaks_is_evidence_without_laws(sentence: str) -> None:
    assert attributed(sentence, texts=False)


@pytest.mark.parametrize("sentence", ["هناك زحام.", "هنا بيت.", "وهناك نهر.", "الحكم الأول.", "واحد منهم."])
def test_a_verb_without_its_hamza_is_no_other_word(sentence: str) -> None:
    assert not attributed(sentence, documents=False)


@pytest.mark.parametrize(("verb", "said"), [("زعمت", "did you mean 'زعم'?"), ("كذب", "like زعم.")])
def test_a_verb_of_saying_that_is_none_is_told(verb: str, said: str) -> None:
    rule = RULES["ATT006"]
    assert rule(verbs=["زعم", "اعترف"]).lacking() is None
    lack = rule(verbs=["زعم", verb]).lacking()
    assert lack is not None
    assert said in lack.en
