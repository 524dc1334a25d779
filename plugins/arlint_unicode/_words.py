"""Words that hold a certain kind of character, found without looking at the others."""

import re
from collections.abc import Iterator

from arlint import Document
from arlint.arabic.words import WORD


def words_with(document: Document, character: re.Pattern[str]) -> Iterator[list[re.Match[str]]]:
    """For every block in which the pattern occurs: the words that it occurs in, in order."""
    for block in document.blocks:
        if character.search(document.text, block.start, block.end):
            yield [match for match in WORD.finditer(document.text, block.start, block.end) if character.search(match.group())]
