"""Matches in the blocks of a document."""

import re
from collections.abc import Iterator

from arlint import Document


def matches(document: Document, pattern: "re.Pattern[str]") -> Iterator["re.Match[str]"]:
    """The matches of a pattern in the prose of the blocks. It must match no line end: the text, which may have a thousand blocks, is
    searched in one go.
    """
    for match in pattern.finditer(document.text):
        if document.number_at(match.start()) is not None:
            yield match
