"""Sentences for the user, in both languages, with counted nouns in their right form."""

from collections.abc import Callable, Mapping
from string import Formatter
from typing import Any, NamedTuple

from .nouns import counted, counting


class _Filling(Formatter):
    def __init__(self, lang: str, around: Callable[[str], str] | None) -> None:
        self.lang = lang
        self.around = around

    def format_field(self, value: Any, spec: str) -> str:
        noun = counting(spec)
        if noun:
            return counted(int(value), noun[0], self.lang, noun[1])
        filled = str(super().format_field(value, spec))
        return self.around(filled) if self.around and isinstance(value, str) else filled


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
        return _Filling(lang, around).vformat(self.in_(lang), (), args)

    def in_(self, lang: str) -> str:
        """The sentence in `ar` or `en`, its placeholders as they are."""
        return self.ar if lang == "ar" else self.en
