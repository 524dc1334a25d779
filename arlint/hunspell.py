"""Hunspell dictionaries, as the library chunspell reads them: the extra `spell` brings it."""

import os
import sys
from importlib import import_module
from typing import Any


class Dictionary:
    """An opened dictionary, whose two files lie at a path with `.aff` and `.dic` behind it.

    Raises ImportError where the library is not installed, OSError or UnicodeError for files that cannot be read.
    """

    def __init__(self, path: str) -> None:
        library: Any = import_module("hunspell")
        folder, stem = os.path.split(path)
        # Paths go to C++ as bytes; in the locale C the library would take them for ASCII.
        self._speller = library.Hunspell(stem, hunspell_data_dir=folder or ".", system_encoding=sys.getfilesystemencoding())

    @property
    def encoding(self) -> str:
        """The encoding that its files name, of which nobody says that Python knows it."""
        return str(self._speller._dic_encoding)

    def __contains__(self, word: object) -> bool:
        """Whether it knows a word, by its own rules of what may be attached."""
        try:
            return isinstance(word, str) and bool(self._speller.spell(word))
        except UnicodeEncodeError:  # a letter that the dictionary's encoding lacks
            return False

    def near(self, word: str) -> tuple[str, ...]:
        """What may have been meant, the likeliest first. Dear: a fifth of a second a word in a large dictionary."""
        try:
            return tuple(self._speller.suggest(word))
        except UnicodeEncodeError:
            return ()
