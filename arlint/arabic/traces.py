"""A text as one byte a word, for seeing at a glance that nothing in it stands twice. No word is made for that."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from .folded import keying
from .lazy import regex
from .letters import PRESENTATION
from .page import CHARACTERS, STRANGE, page

if TYPE_CHECKING:
    import re

_SHAPED = regex(f"[{PRESENTATION}]+")
_END = b"\xff"  # which no page holds, and no trace
_CODES = 15
_APART, _SIGN = 0x80, 0x40
_FREQUENT = "اليمنورتبدهعسفقحكجشصخطذضزثغظء"
"""The letters, the most frequent first: those that have one code should not both be frequent."""


def traces(parts: Sequence[bytes]) -> list[bytes]:
    """Of each of these parts of a page, which hold nothing strange, a byte for every word and number. Words that `skeletons.key` makes
    equal have equal bytes; of two others one pair in forty has.

    A byte is made of the last two letters. The page is read as one large number, in which each byte is joined with the one before; then
    what is not the last letter of a word is left out.
    """
    data = b"".join([part + b" \xff " for part in parts]).translate(*_coding())
    size = len(data)
    number = int.from_bytes(data, "little")
    codes, ends = number & _all(_CODES, size), number & _all(_SIGN, size)
    last = number >> 8 & _all(_APART, size) & ~number
    kept = last | ends << 1 | ends | codes ^ codes << 10
    return kept.to_bytes(size + 2, "little").translate(*_keeping()).split(_END)[:-1]


def traces_of(texts: Iterable[str]) -> list[bytes] | None:
    """Of each of these texts its traces, where they may hold presentation forms; None where there is something else in one that a page has
    no place for.
    """
    pages = [page(_SHAPED.sub(_ordinary, text)) for text in texts]
    return None if any(STRANGE in one for one in pages) else traces(pages)


def _ordinary(shaped: "re.Match[str]") -> str:
    from unicodedata import normalize

    return normalize("NFKC", shaped.group())


def threes(parts: Sequence[bytes]) -> list[list[int]]:
    """Of each of these traces a number below 65,536 for every three words in a row, in order: the same for equal words."""
    words = _END.join(parts)
    number, size = int.from_bytes(words, "little"), len(words)
    pairs = memoryview((number ^ number >> 7).to_bytes(size, "little"))  # each byte is joined with the one after it
    found = [0] * max(0, size - 1)
    if found:
        found[::2] = pairs[: size & ~1].cast("H").tolist()
        found[1::2] = pairs[1 : size - 1 | 1].cast("H").tolist()
    numbers, start = [], 0
    for part in parts:
        numbers.append(found[start : max(start, start + len(part) - 2)])
        start += len(part) + 1
    return numbers


def _all(byte: int, size: int) -> int:
    """A number of at least so many bytes, all of which are this one."""
    return _repeated(byte, size.bit_length())


@lru_cache(maxsize=64)
def _repeated(byte: int, bits: int) -> int:
    return int.from_bytes(bytes((byte,)) * (1 << bits), "little")


@lru_cache(maxsize=1)
def _coding() -> tuple[bytes, bytes]:
    """What each character is: the code of a letter, or one of the signs above; and which are left out."""
    folded, dropped = keying()
    order = {CHARACTERS.index(letter): number for number, letter in enumerate(_FREQUENT)}
    codes = bytearray(_APART if code == 0x20 else 1 + order.get(code, code) % _CODES for code in folded)
    codes[_END[0]] = _APART | _SIGN
    return bytes(codes), dropped


@lru_cache(maxsize=1)
def _keeping() -> tuple[bytes, bytes]:
    """Traces as they are, ends as one byte; all else is left out."""
    ends = _END * (0x100 - (_APART | _SIGN))
    return bytes(range(_APART | _SIGN)) + ends, bytes(range(_APART))
