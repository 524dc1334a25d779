"""What stands between the words of a page, and which of it holds what a rule looks for: the world has a few thousand gaps."""

import codecs
from collections.abc import Iterable
from functools import lru_cache

from .letters import LETTER, members
from .page import CHARACTERS, STRANGE
from .patterns import compiled

_BLANKS = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f "
_HIDDEN = "\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f"
"""What stands for blanks while a page is split at its letters: controls that no text holds but a broken one, which is not split so."""


def between(data: bytes) -> bytes | None:
    """What stands between the words of a page, with a blank in the place of every letter, digits as 0 and Latin letters as A.

    A page begins and ends in a line end, and a blank is put before and after that: the character at an offset of the text stands two
    further on. None where controls would be taken for blanks.
    """
    table, controls = _between()
    if len(data.translate(None, controls)) != len(data):
        return None
    return b" " + (b"\n" + data + b"\n").translate(table) + b" "


def gaps(data: bytes | None) -> frozenset[bytes]:
    """What stands between two words, each once, as `between` has given it; for `gap`. A gap that may hold a letter has `STRANGE` in it."""
    return frozenset((bytes((STRANGE,)),) if data is None else data.split())


def gap_spans(data: bytes, wanted: Iterable[bytes]) -> list[tuple[int, int]]:
    """Half-open spans of the text, in order, where these gaps stand `between` its words."""
    found: list[tuple[int, int]] = []
    last = len(data) - 4
    for one in wanted:
        sought = b" %b " % one
        at = data.find(sought)
        while at >= 0:
            start, end = at - 1, at - 1 + len(one)
            found.append((max(0, start), min(end, last)))
            at = data.find(sought, end + 2)
    found.sort()
    return found


def gap(data: bytes) -> str:
    """A gap as text, with the blanks in it."""
    return codecs.charmap_decode(data, "strict", _shown())[0]


@lru_cache(maxsize=1)
def _between() -> tuple[bytes, bytes]:
    letters = members(LETTER)
    codes = bytearray(range(256))
    for code, sign in enumerate(CHARACTERS):
        if sign in letters:
            codes[code] = 0x20
        elif sign.isdecimal():
            codes[code] = 0x30
        elif sign.isascii() and sign.isalpha():
            codes[code] = 0x41
    for blank, hidden in zip(_BLANKS, _HIDDEN, strict=True):
        codes[ord(blank)] = ord(hidden)
    return bytes(codes), _HIDDEN.encode("ascii")


@lru_cache(maxsize=1)
def _shown() -> str:
    return "".join(_BLANKS[_HIDDEN.index(sign)] if sign in _HIDDEN else sign for sign in CHARACTERS)


_MOST = 10_000  # gaps that are remembered


class Holding(dict[bytes, bool]):
    """For each gap (see `between`) whether a pattern matches in it; true of a gap that may hold a letter."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    def __missing__(self, data: bytes) -> bool:
        if len(self) >= _MOST:
            self.clear()
        found = self[data] = STRANGE in data or compiled(self._pattern).search(gap(data)) is not None
        return found


@lru_cache(maxsize=256)
def holding(pattern: str) -> Holding:
    """What is known of a pattern."""
    return Holding(pattern)
