"""Words that hold a certain kind of character, found without looking at the others."""

import re
from collections.abc import Iterator

from arlint import Document
from arlint.arabic.words import WORD


def words_with(document: Document, character: re.Pattern[str]) -> Iterator[list[re.Match[str]]]:
    """For every block in which the pattern occurs in words: the words that it occurs in, in order. None is looked at that stands between
    other blanks than what the pattern matches.
    """
    text = document.text
    for start, end, _ in document.blocks:
        found: list[re.Match[str]] = []
        at = start
        while match := character.search(text, at, end):
            first = max(at, text.rfind(" ", at, match.start()) + 1)
            last = text.find(" ", match.end(), end)
            at = end if last < 0 else last
            found += [word for word in WORD.finditer(text, first, at) if character.search(word.group())]
        if found:
            yield found
