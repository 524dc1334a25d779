"""Counted nouns: a number and its noun, in the form that Arabic and English grammar ask for.

Arabic: one and two are words of their own, which show case; 3-10 take the plural, 11-99 the accusative singular, 100, 101, 102, 200 and
zero the genitive singular, by the last two digits (the categories of CLDR). Nouns are written as this project writes, without tanwin marks.
"""

from collections.abc import Mapping
from typing import Literal

from ..records import NamedTuple

Case = Literal["nominative", "genitive", "accusative"]


class Noun(NamedTuple):
    """The forms of a noun. `one` and `two` are nominative, genitive, accusative; `few` goes with 3-10, `many` with 11-99."""

    one: tuple[str, str, str]
    two: tuple[str, str, str]
    few: str
    many: str
    hundred: str
    english: tuple[str, str]


_CASES: tuple[Case, ...] = ("nominative", "genitive", "accusative")


def _masculine(noun: str, few: str, english: str) -> Noun:
    one, two = f"{noun} واحد", f"{noun}ين"
    return Noun((one, one, f"{noun}ا واحدا"), (f"{noun}ان", two, two), few, f"{noun}ا", noun, (english, f"{english}s"))


def _feminine(noun: str, few: str, english: str) -> Noun:
    one, two = f"{noun} واحدة", f"{noun[:-1]}تين"
    return Noun((one, one, one), (f"{noun[:-1]}تان", two, two), few, noun, noun, (english, f"{english}s"))


NOUNS: Mapping[str, Noun] = {
    "times": _feminine("مرة", "مرات", "time"),
    "results": _feminine("نتيجة", "نتائج", "result"),
    "words": _feminine("كلمة", "كلمات", "word"),
    "letters": _masculine("حرف", "أحرف", "letter"),
    "characters": _masculine("محرف", "محارف", "character"),
    "sentences": _feminine("جملة", "جمل", "sentence"),
    "paragraphs": _feminine("فقرة", "فقرات", "paragraph"),
    "lines": _masculine("سطر", "أسطر", "line"),
    "quotations": _masculine("اقتباس", "اقتباسات", "quotation"),
    "marks": _feminine("علامة", "علامات", "mark"),
    "places": Noun(
        ("موضع آخر", "موضع آخر", "موضعا آخر"), ("موضعان آخران", "موضعين آخرين", "موضعين آخرين"),
        "مواضع أخرى", "موضعا آخر", "موضع آخر", ("other place", "other places"),
    ),
    "files": _masculine("ملف", "ملفات", "file"),
    "articles": _masculine("مقال", "مقالات", "article"),
    "entries": _masculine("بند", "بنود", "entrie")._replace(english=("entry", "entries")),
    "comments": _masculine("تعليق", "تعليقات", "comment"),
    "rules": _feminine("قاعدة", "قواعد", "rule"),
    "findings": _feminine("ملاحظة", "ملاحظات", "finding"),
    "errors": Noun(("خطأ واحد", "خطأ واحد", "خطأ واحدا"), ("خطآن", "خطأين", "خطأين"), "أخطاء", "خطأ", "خطأ", ("error", "errors")),
    "warnings": _masculine("تحذير", "تحذيرات", "warning"),
    "suggestions": _masculine("اقتراح", "اقتراحات", "suggestion"),
    "failures": _masculine("عطل", "أعطال", "failure"),
}  # fmt: skip


ARABIC_DIGITS = "ar-u-nu-arab"
"""The language tag for Arabic with Arabic digits (٣, not 3); `ar` is Arabic with western ones."""


def written(number: str, lang: str) -> str:
    """The number, written as Python has it, in the digits of a language."""
    return number.translate(_DIGITS) if lang == ARABIC_DIGITS else number


_DIGITS = str.maketrans("0123456789.", "٠١٢٣٤٥٦٧٨٩\u066b")


def counted(number: int, noun: str, lang: str, case: Case = "genitive") -> str:
    """The number (0 or more) with its noun: `كلمة واحدة`, `كلمتين`, `3 كلمات`, `11 كلمة`, `100 كلمة`; `1 word`, `2 words`; `once`, `twice`.

    `case` is that of the Arabic noun; it shows in one and two only. Raises KeyError for a noun that is not in the table.
    """
    forms = NOUNS[noun]
    if lang == "en":
        if noun == "times" and number in (1, 2):
            return ("once", "twice")[number - 1]
        return f"{number} {forms.english[number != 1]}"
    if number in (1, 2):
        return (forms.one, forms.two)[number - 1][_CASES.index(case)]
    tail = number % 100
    return f"{written(str(number), lang)} {forms.few if 3 <= tail <= 10 else forms.many if tail >= 11 else forms.hundred}"


def counting(spec: str) -> tuple[str, Case] | None:
    """The noun and case that a format specification asks for (`files`, `files-nominative`); None where it is no counted noun.

    Raises ValueError for a noun with an unknown case.
    """
    noun, _, named = spec.partition("-")
    if noun not in NOUNS:
        return None
    case = next((case for case in _CASES if case == (named or "genitive")), None)
    if case is None:
        raise ValueError(f"no case {named!r} in {spec!r}; there are {', '.join(_CASES)}")
    return noun, case
