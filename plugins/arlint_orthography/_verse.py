"""Whether a word stands in verse, which is written as it is sung."""

from arlint import Document, Word

_VERSE_LENGTH = 100  # code points
_VERSE_WORDS = 8  # fewer in each line
_VERSE_LINES = 3  # in a row


def in_verse(document: Document, word: Word) -> bool:
    """Whether the word's line is one of three in a row that are short and end in no full stop."""
    own = document.number_at(word.start)
    if own is None:
        return False
    first, run = max(0, own - _VERSE_LINES + 1), 0
    for number, (start, end, _) in enumerate(document.blocks[first : own + _VERSE_LINES], first):
        run = run + 1 if end - start <= _VERSE_LENGTH and _is_line(document.text[start:end].split()) else 0
        if run >= _VERSE_LINES and number >= own:
            return True
    return False


def _is_line(words: list[str]) -> bool:
    return 0 < len(words) < _VERSE_WORDS and not words[-1].endswith((".", ":"))
