"""Sentences for the user, in both languages, with counted nouns in their right form."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from ..records import NamedTuple
from .nouns import ARABIC_DIGITS, counted, counting, written


class _Number(int):
    """A number that a format specification may ask to count something: `{n:times}`."""

    lang: ClassVar[str]

    def __format__(self, spec: str) -> str:
        noun = counting(spec)
        return counted(int(self), noun[0], self.lang, noun[1]) if noun else written(super().__format__(spec), self.lang)


class _Arabic(_Number):
    lang = "ar"


class _ArabicDigits(_Number):
    lang = ARABIC_DIGITS


class _English(_Number):
    lang = "en"


class _Decimal(float):
    """A number with a fraction, in Arabic digits."""

    def __format__(self, spec: str) -> str:
        return written(super().__format__(spec), ARABIC_DIGITS)


class _Term(str):
    """A string that is put between signs when it is filled in, `!r` or not."""

    around: Callable[[str], str]

    def __format__(self, spec: str) -> str:
        return self.around(super().__format__(spec))

    def __repr__(self) -> str:
        return _term(super().__repr__(), self.around)


def _term(text: str, around: Callable[[str], str]) -> _Term:
    term = _Term(text)
    term.around = around
    return term


_NUMBERS = {"ar": _Arabic, "en": _English, ARABIC_DIGITS: _ArabicDigits}


def _numbered(value: object, lang: str) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return _NUMBERS.get(lang, _Arabic)(value)
    return _Decimal(value) if isinstance(value, float) and lang == ARABIC_DIGITS else value


class Text(NamedTuple):
    """A sentence with placeholders, in Arabic and English.

    `{n:times}` writes the number with its noun in the right form; nouns are those of `nouns.py`. Their Arabic is genitive (and, but for
    a single masculine, accusative), as after «من»; `{n:files-nominative}` and `{n:files-accusative}` ask for another case.
    """

    ar: str
    en: str

    def format(self, lang: str, args: Mapping[str, object], around: Callable[[str], str] | None = None) -> str:
        """The sentence in `ar` or `en`, its placeholders filled; `around` is put round every argument that is a string.

        Raises KeyError for a placeholder without an argument.
        """
        template = self.in_(lang)
        values = args
        if around:
            values = {name: _term(value, around) if isinstance(value, str) else value for name, value in args.items()}
        if ":" in template or lang == ARABIC_DIGITS:
            values = {name: _numbered(value, lang) for name, value in values.items()}
        if lang == ARABIC_DIGITS:
            template = template.replace("}%", "}٪")
        return template.format_map(values)

    def in_(self, lang: str) -> str:
        """The sentence in `ar` or `en`, its placeholders as they are."""
        return self.en if lang == "en" else self.ar
