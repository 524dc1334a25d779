"""Every promise can be broken: one rule for each way, and what is said of it. A rule that breaks none is told nothing."""

import random
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar

import pytest

from arlint import CorpusRule, Document, Edit, Example, Finding, Pattern, PatternRule, Rule, Text, option
from arlint.testing import BrokenPromise, marked, promises, unmarked
from arlint.testing.promises import broken

SEEN: list[str] = []


class Kept(PatternRule):
    """كلمة خطأ في هذه الاختبارات.

    A word that is wrong in these tests.
    """

    id = "kept-promise"
    code = "TST901"
    title = Text("كلمة خطأ", "A wrong word")
    message = Text("«{found}» خطأ؛ اكتب «صواب».", "«{found}» is wrong; write صواب.")
    triggers = "خ"
    patterns = (Pattern("خطأ", "صواب"),)
    good: ClassVar[Any] = ("هذا صواب وفيه خبر.",)
    bad: ClassVar[Any] = {"هذا ⟦خطأ⟧ واضح.": "هذا صواب واضح."}


class BadId(Kept):
    __doc__ = Kept.__doc__
    id = "Bad_Id"


class BadCode(Kept):
    __doc__ = Kept.__doc__
    code = "T-1"


class TakenCode(Kept):
    __doc__ = Kept.__doc__
    code = "QUO001"


class Yields(Kept):
    __doc__ = Kept.__doc__
    yields_to = ("unclosed-qoute",)


class HouseOption(Kept):
    __doc__ = Kept.__doc__
    house_style: ClassVar[Mapping[str, str]] = {"style": "quotes.style"}


class NoArabic(Kept):
    """A word that is wrong in these tests."""


class NoGood(Kept):
    __doc__ = Kept.__doc__
    good = ()


class NoBad(Kept):
    __doc__ = Kept.__doc__
    bad: ClassVar[Any] = {}


class OneLanguage(Kept):
    __doc__ = Kept.__doc__
    title = Text("A wrong word", "A wrong word")


class OddPlaceholder(Kept):
    __doc__ = Kept.__doc__
    message = Text("«{found}» خطأ.", "«{word}» is wrong.")


class BrokenPlaceholder(Kept):
    __doc__ = Kept.__doc__
    message = Text("«{found» خطأ.", "«{found» is wrong.")


class Unfilled(Kept):
    __doc__ = Kept.__doc__
    message = Text("«{word}» خطأ.", "«{word}» is wrong.")


class WrongDefault(Kept):
    __doc__ = Kept.__doc__
    most: int = option("many", ar="أقصى عدد.", en="How many at most.")  # type: ignore[assignment]


class Unexplained(Kept):
    __doc__ = Kept.__doc__
    most: int = option(3, ar="", en="How many at most.")


class Unequal(Kept):
    __doc__ = Kept.__doc__

    def __eq__(self, other: object) -> bool:
        return self is other

    __hash__ = Kept.__hash__


class UnknownOption(Kept):
    __doc__ = Kept.__doc__
    most: int = option(3, ar="أقصى عدد.", en="How many at most.")
    cases = (Example("هذا صواب.", options={"mots": 2}),)


class UnknownFormat(Kept):
    __doc__ = Kept.__doc__
    cases = (Example("هذا صواب.", format="markdwon"),)


class Unpaired(Kept):
    __doc__ = Kept.__doc__
    cases = (Example("هذا ⟦خطأ واضح."),)


class Triggers(Kept):
    __doc__ = Kept.__doc__
    triggers = "%"


class Misses(Kept):
    __doc__ = Kept.__doc__
    patterns = (Pattern("خط", "صو"),)


class Silent(Kept):
    __doc__ = Kept.__doc__
    patterns = (Pattern("غلط"),)


class Speaks(Kept):
    __doc__ = Kept.__doc__
    good = ("هذا خطأ.",)


class Level(Kept):
    __doc__ = Kept.__doc__
    cases = (Example("هذا ⟦خطأ⟧.", level="error"),)


class OtherFix(Kept):
    __doc__ = Kept.__doc__
    bad: ClassVar[Any] = {"هذا ⟦خطأ⟧ واضح.": "هذا صحيح واضح."}


class HiddenFix(Kept):
    __doc__ = Kept.__doc__
    bad: ClassVar[Any] = {"هذا ⟦خطأ⟧ واضح.": None}


class Unsettled(Kept):
    __doc__ = Kept.__doc__
    patterns = (Pattern("خطأ(?! )", "خطأ"), Pattern("خطأ ", "صواب "))
    bad: ClassVar[Any] = {"هذا ⟦خطأ ⟧واضح.": "هذا صواب واضح."}
    good = ("هذا صواب.",)
    cases = (Example("آخره ⟦خطأ⟧"),)


class Variant(Rule):
    __doc__ = Kept.__doc__
    id, code, title, message, good, bad = "kept-promise", "TST901", Kept.title, Kept.message, Kept.good, {"هذا ⟦خطأ⟧ واضح.": None}

    def check(self, document: Document) -> Iterable[Finding]:
        at = document.text.find("خطأ")
        if at >= 0:
            yield self.found(at, at + 3, variant="other")


class Outside(Variant):
    __doc__ = Kept.__doc__

    def check(self, document: Document) -> Iterable[Finding]:
        at = document.text.find("خطأ")
        if at >= 0:
            yield self.found(at, at + 3000, found="خطأ")


class Fails(Variant):
    __doc__ = Kept.__doc__

    def check(self, document: Document) -> Iterable[Finding]:
        at = document.text.index("خطأ") if document.text.strip() else document.paragraphs[0].start
        yield self.found(at, at + 3, found="خطأ")


class Overlaps(Variant):
    __doc__ = Kept.__doc__
    bad: ClassVar[Any] = {"هذا ⟦خطأ⟧ واضح.": "هذا صوابب واضح."}

    def check(self, document: Document) -> Iterable[Finding]:
        for at in [one.start for one in document.words_of("خطأ")]:
            yield self.found(at, at + 3, Edit(at, at + 2, "صوا"), Edit(at + 1, at + 3, "بب"), found="خطأ")


class Remembers(Variant):
    __doc__ = Kept.__doc__

    def check(self, document: Document) -> Iterable[Finding]:
        SEEN.append(document.text)
        for word in document.words_of("خطأ"):
            yield self.found(word.start, word.end, found=f"{len(SEEN)}")


class Random(Variant):
    __doc__ = Kept.__doc__

    def check(self, document: Document) -> Iterable[Finding]:
        for word in document.words_of("خطأ"):
            yield self.found(word.start, word.end, found=f"{random.random()}")


class HashOrder(Variant):
    __doc__ = Kept.__doc__

    def check(self, document: Document) -> Iterable[Finding]:
        for word in document.words_of("خطأ"):
            yield self.found(word.start, word.end, found="،".join({"أحمر", "أخضر", "أزرق", "أصفر", "أبيض", "أسود"}))


class FileOrder(CorpusRule):
    __doc__ = Kept.__doc__
    id, code, title, message = "kept-promise", "TST901", Kept.title, Kept.message
    good = ("هذا صواب.", "هذا كلام آخر فيه خبر.")
    bad: ClassVar[Any] = {"هذا ⟦خطأ⟧ واضح.": None, "وهذا ⟦خطأ⟧ آخر.": None}
    newest: ClassVar[list[str]] = []

    def survey(self, document: Document) -> Iterator[tuple[str, str]]:
        self.newest[:] = [document.text]
        yield "key", document.text

    def conclude(self, values: Mapping[str, int]) -> str | None:
        return self.newest[0]

    def check(self, document: Document, known: Mapping[str, str]) -> Iterable[Finding]:
        for word in document.words_of("خطأ"):
            yield self.found(word.start, word.end, found=known["key"] if self.scope == "project" else "خطأ")


class Explodes(Kept):
    __doc__ = Kept.__doc__
    patterns = (Pattern("(?:خ+)+ط", "صواب"),)
    good = ("هذا صواب.",)
    bad: ClassVar[Any] = {"هذا ⟦خخط⟧أ واضح.": "هذا صوابأ واضح."}


BROKEN: list[tuple[type, str, str, str]] = [
    (BadId, "names", "write it in lower case with hyphens", "بحروف لاتينية صغيرة"),
    (BadCode, "names", "the letters of its category and a number", "حروف الفئة ثم رقما"),
    (TakenCode, "names", "is that of unclosed-quote", "للقاعدة unclosed-quote"),
    (Yields, "names", "did you mean 'unclosed-quote'?", "هل تقصد «unclosed-quote»؟"),
    (HouseOption, "names", "`house_style` names 'style', which does not exist", "في house_style اسم لا وجود له"),
    (NoArabic, "page", "no paragraph in Arabic", "لا فقرة بالعربية"),
    (NoGood, "page", "no example in `good`", "لا مثال سليما"),
    (NoBad, "page", "no example in `bad`", "لا مثال خاطئا"),
    (OneLanguage, "messages", "title: one of the languages is missing", "تنقص إحدى اللغتين"),
    (OddPlaceholder, "messages", "stands in one language only: found, word", "في لغة دون الأخرى"),
    (BrokenPlaceholder, "messages", "a placeholder that cannot be read", "شاغل لا يُقرأ"),
    (Unfilled, "example", "placeholders without a value: word", "تعطلت القاعدة"),
    (WrongDefault, "options", "the default of option 'most'", "القيمة الافتراضية للخيار «most»"),
    (Unexplained, "options", "not explained in both languages", "بلا شرح باللغتين"),
    (Unequal, "value", "not equal", "غير متساويتين"),
    (UnknownOption, "example", "did you mean 'most'?", "هل تقصد «most»؟"),
    (UnknownFormat, "example", "did you mean 'markdown'?", "هل تقصد «markdown»؟"),
    (Unpaired, "example", "do not pair", "غير متوازنتين"),
    (Triggers, "example", "None of its `triggers` occurs there", "ليس في النص حرف من `triggers`"),
    (Triggers, "asked", "is not asked", "ولا تُسأل عنه"),
    (Misses, "example", "a finding is not where an example has it", "موضع الملاحظة غير موضع المثال"),
    (Silent, "example", "does not find what an example marks", "لا تجد القاعدة"),
    (Speaks, "example", "speaks in an example that is right", "مثال سليم"),
    (Level, "example", "the level is warning and error is expected", "المستوى warning والمتوقع error"),
    (OtherFix, "example", "not the one that an example gives", "غير ما في المثال"),
    (HiddenFix, "example", "not the one that an example gives", "غير ما في المثال"),
    (Unsettled, "fixes settle", "does not settle", "لا يستقر"),
    (Variant, "example", "KeyError: 'other'", "تعطلت القاعدة"),
    (Outside, "example", "lies outside the text", "تعطلت القاعدة"),
    (Fails, "any text", "the rule fails on this text", "تعطلت القاعدة"),
    (Overlaps, "fixes settle", "edits of one fix overlap", "تعديلات إصلاح واحد متداخلة"),
    (Remembers, "order", "after other texts", "باختلاف ما قُرئ قبله"),
    (Random, "order", "after other texts", "باختلاف ما قُرئ قبله"),
    (HashOrder, "hash seed", "sort what you take from a set", "رتّب ما تأخذه"),
    (FileOrder, "order", "depend on the order of the files", "باختلاف ترتيب الملفات"),
    (Explodes, "time", "a repetition inside a repetition", "تكرار داخل تكرار"),
]


def name_of(promise: Any) -> str:
    return getattr(promise, "name", "example" if hasattr(promise, "built") else str(promise))


@pytest.mark.parametrize(("rule", "name", "english", "arabic"), BROKEN, ids=[f"{rule.__name__}-{name}" for rule, name, *_ in BROKEN])
def test_a_broken_promise_is_told_in_both_languages(rule: Any, name: str, english: str, arabic: str) -> None:
    said: list[BrokenPromise] = []
    for promise in promises(rule):
        if name_of(promise) == name:
            try:
                promise.check()
            except BrokenPromise as error:
                said.append(error)
    assert said
    assert any(english in str(one) for one in said), str(said[0])
    assert any(arabic in str(one) for one in said), str(said[0])
    assert all(str(one).startswith(f"{rule.id}: ") for one in said)
    assert any(arabic in line for one in said for line in one.lines("ar"))


def test_a_rule_that_keeps_them_is_told_nothing() -> None:
    assert [str(one) for one in broken(Kept)] == []


def test_what_was_expected_and_what_was_found_stand_under_one_another() -> None:
    error = next(one for one in broken(Misses) if "expected" in str(one))
    assert "  expected · المتوقع: هذا ⟦خطأ⟧ واضح.\n  got · النتيجة: هذا ⟦خط⟧أ واضح." in str(error)


@pytest.mark.parametrize("text", ["", "نص", "⟦ن⟧ص", "ن⟦⟧ص", "⟦ن⟧⟦ص⟧", "⟦ن⟦ص⟧⟧"])
def test_marks_are_put_where_they_were_taken_from(text: str) -> None:
    assert marked(*unmarked(text)) == text
