"""Sentences in two languages, and counted nouns in the form that grammar asks for."""

import pytest

from arlint.rules import Text
from arlint.rules.nouns import NOUNS, Case, counted


@pytest.mark.parametrize(
    ("number", "noun", "arabic", "english"),
    [
        (0, "files", "0 ملف", "0 files"),
        (1, "files", "ملف واحد", "1 file"),
        (2, "files", "ملفين", "2 files"),
        (3, "files", "3 ملفات", "3 files"),
        (10, "files", "10 ملفات", "10 files"),
        (11, "files", "11 ملفا", "11 files"),
        (12, "files", "12 ملفا", "12 files"),
        (99, "files", "99 ملفا", "99 files"),
        (100, "files", "100 ملف", "100 files"),
        (101, "files", "101 ملف", "101 files"),
        (102, "files", "102 ملف", "102 files"),
        (103, "files", "103 ملفات", "103 files"),
        (111, "files", "111 ملفا", "111 files"),
        (1000, "files", "1000 ملف", "1000 files"),
        (1, "times", "مرة واحدة", "once"),
        (2, "times", "مرتين", "twice"),
        (3, "times", "3 مرات", "3 times"),
        (11, "times", "11 مرة", "11 times"),
        (200, "times", "200 مرة", "200 times"),
        (1, "errors", "خطأ واحد", "1 error"),
        (2, "errors", "خطأين", "2 errors"),
        (7, "errors", "7 أخطاء", "7 errors"),
        (20, "errors", "20 خطأ", "20 errors"),
        (100, "errors", "100 خطأ", "100 errors"),
        (11, "places", "11 موضعا آخر", "11 other places"),
        (100, "places", "100 موضع آخر", "100 other places"),
        (8, "sentences", "8 جمل", "8 sentences"),
        (5, "lines", "5 أسطر", "5 lines"),
    ],
)  # fmt: skip
def test_counted(number: int, noun: str, arabic: str, english: str) -> None:
    assert (counted(number, noun, "ar"), counted(number, noun, "en")) == (arabic, english)


@pytest.mark.parametrize(
    ("noun", "case", "one", "two"),
    [
        ("findings", "nominative", "ملاحظة واحدة", "ملاحظتان"),
        ("findings", "genitive", "ملاحظة واحدة", "ملاحظتين"),
        ("findings", "accusative", "ملاحظة واحدة", "ملاحظتين"),
        ("warnings", "nominative", "تحذير واحد", "تحذيران"),
        ("warnings", "genitive", "تحذير واحد", "تحذيرين"),
        ("warnings", "accusative", "تحذيرا واحدا", "تحذيرين"),
        ("errors", "nominative", "خطأ واحد", "خطآن"),
        ("errors", "accusative", "خطأ واحدا", "خطأين"),
        ("places", "nominative", "موضع آخر", "موضعان آخران"),
        ("places", "genitive", "موضع آخر", "موضعين آخرين"),
        ("places", "accusative", "موضعا آخر", "موضعين آخرين"),
        ("words", "nominative", "كلمة واحدة", "كلمتان"),
    ],
)
def test_cases(noun: str, case: Case, one: str, two: str) -> None:
    assert (counted(1, noun, "ar", case), counted(2, noun, "ar", case)) == (one, two)


@pytest.mark.parametrize("noun", NOUNS)
def test_every_noun_is_complete(noun: str) -> None:
    forms = NOUNS[noun]
    written = (*forms.one, *forms.two, forms.few, forms.many, forms.hundred, *forms.english)
    assert all(form and form == form.strip() for form in written)
    assert not any(form.endswith(("ةا", "ةين", "ةان", "ااا")) for form in written)


def test_text() -> None:
    text = Text("وردت «{word}» {n:times} في {files:files}، فهذه {n:findings-nominative}.", "{word!r} stands {n:times} in {files:files}.")
    args = {"word": "ايران", "n": 2, "files": 1}
    assert text.format("ar", args) == "وردت «ايران» مرتين في ملف واحد، فهذه ملاحظتان."
    assert text.format("en", args) == "'ايران' stands twice in 1 file."
    assert text.format("en", args, "<{}>".format) == "<'ايران'> stands twice in 1 file."


def test_arguments_are_not_read_again() -> None:
    assert Text("«{word}»", "{word}").format("ar", {"word": "{n:times}{0}"}) == "«{n:times}{0}»"


@pytest.mark.parametrize("spec", ["wrods", "words-genitiv"])
def test_wrong_specification(spec: str) -> None:
    with pytest.raises(ValueError, match=r"wrods|Invalid|genitiv"):
        Text(f"{{n:{spec}}}", "").format("ar", {"n": 3})


@pytest.mark.parametrize(
    ("template", "args", "said"),
    [
        ("{n:files-nominative}", {"n": 103}, "١٠٣ ملفات"),
        ("{n:files}", {"n": 2}, "ملفين"),
        ("السطر {line}", {"line": 47}, "السطر ٤٧"),
        ("{percent}%، {score}، {score:.1f}", {"percent": 90, "score": 3.25}, "٩٠٪، ٣٫٢٥، ٣٫٢"),
        ("«{found}»", {"found": "12 يوما"}, "«12 يوما»"),
    ],
)
def test_numbers_are_written_in_arabic_digits_on_request(template: str, args: dict[str, object], said: str) -> None:
    assert Text(template, template).format("ar-u-nu-arab", args) == said
    assert not set("٠١٢٣٤٥٦٧٨٩") & set(Text(template, template).format("ar", args) + Text(template, template).format("en", args))
