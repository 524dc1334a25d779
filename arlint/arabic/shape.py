"""A page as kinds of characters, for counting words without finding them."""

from functools import lru_cache

from .letters import INVISIBLE, LETTER, MARK, TATWEEL, members
from .page import CHARACTERS, STRANGE


def shape(data: bytes) -> bytes:
    """A page with `A` for every letter, `a` for what words are read without, `0` for a digit, `STRANGE` for what may be any of these, and a
    blank for all the rest.
    """
    return data.translate(_kinds())


@lru_cache(maxsize=1)
def _kinds() -> bytes:
    letters, inner = members(LETTER), members(MARK, TATWEEL, INVISIBLE)
    codes = bytearray(b" " * 256)
    codes[STRANGE] = STRANGE
    for code, sign in enumerate(CHARACTERS):
        if sign in letters or sign in inner:
            codes[code] = 0x41 if sign in letters else 0x61
        elif sign.isdecimal():
            codes[code] = 0x30
    return bytes(codes)


def most_words(shape: bytes, start: int, end: int) -> int:
    """As many words and numbers as there can be in a part of a text of this shape."""
    if shape.find(STRANGE, start, end) >= 0:
        return end - start
    edges = _EDGES
    if shape.find(b"a", start, end) < 0:
        edges = edges[:4] if shape.find(b"0", start, end) >= 0 else edges[:1]
    return 1 + sum([shape.count(edge, start, end) for edge in edges])


def word_count(shape: bytes, start: int, end: int) -> int | None:
    """How many runs of letters a part of a text of this shape has; None where it has to be read more closely."""
    if shape.find(STRANGE, start, end) >= 0:
        return None
    if shape.find(b"a", start, end) >= 0:
        shape = shape[start:end].replace(b"a", b"")
        start, end = 0, len(shape)
    digits = shape.count(b"0A", start, end) if shape.find(b"0", start, end) >= 0 else 0
    return shape.count(b" A", start, end) + digits + (shape[start : start + 1] == b"A")


_EDGES: tuple[bytes, ...] = b" A", b" 0", b"0A", b"A0", b" a", b"0a", b"a0"
"""Where a word or a number may begin in a shape."""
