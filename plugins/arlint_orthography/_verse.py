"""Whether a word stands in verse, which is written as it is sung."""

from arlint import Document, Word

_VERSE_LENGTH = 100  # code points
_VERSE_WORDS = 8  # fewer in each line
_VERSE_LINES = 3  # in a row
_PROSE_ENDS = (".", ":", "؛")


def in_verse(document: Document, word: Word) -> bool:
    """Whether the word's line is one of three short ones in a row that do not end as sentences do."""
    own = document.number_at(word.start)
    if own is None:
        return False
    first, run = max(0, own - _VERSE_LINES + 1), 0
    for number, (start, end, _) in enumerate(document.blocks[first : own + _VERSE_LINES], first):
        run = run + 1 if end - start <= _VERSE_LENGTH and _may_be_verse(document.text[start:end]) else 0
        if run >= _VERSE_LINES and number >= own:
            return True
    return False


def _may_be_verse(line: str) -> bool:
    return len(line.split()) < _VERSE_WORDS and not line.rstrip().endswith(_PROSE_ENDS)
