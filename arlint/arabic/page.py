"""A text as one byte a character, so that what is asked of whole texts is asked of bytes, at several times the speed.

The page holds ASCII, the Arabic letters and marks, and the signs that news is set with; what it has no place for becomes `STRANGE`.
Byte offsets are code points. A private encoding: it never leaves the process.
"""

import codecs
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from .letters import INVISIBLE, LETTER, MARK, TATWEEL, members
from .patterns import compiled

if TYPE_CHECKING:
    import re

STRANGE = 0x1A
"""Stands for every character that the page has no place for."""

_SPANS = (
    (0x00, 0x7F), (0x621, 0x63A), (0x640, 0x655), (0x660, 0x66D), (0x670, 0x671), (0x6F0, 0x6F9),
)  # fmt: skip
_SINGLES = "،؛؟«»“”„‟‘’‹›…–—•×″\u00a0\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff\ufffcپچژڤکگیە°"
_HELD = "".join(chr(code) for first, last in _SPANS for code in range(first, last + 1)) + _SINGLES
CHARACTERS = _HELD + "\ufffe" * (256 - len(_HELD))
"""The character that each byte stands for."""
_NAME = "arlint.page"


def _strange(error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return bytes((STRANGE,)) * (error.end - error.start), error.end


@lru_cache(maxsize=1)
def _encoding() -> object:
    codecs.register_error(_NAME, _strange)
    return codecs.charmap_build(CHARACTERS)


def page(text: str) -> bytes:
    """The text, a byte a character."""
    return codecs.charmap_encode(text, _NAME, _encoding())[0]  # type: ignore[arg-type]


def read(data: bytes) -> str:
    """The characters of a part of a page that holds nothing strange."""
    return codecs.charmap_decode(data, "strict", CHARACTERS)[0]


def bare(data: bytes) -> bytes | None:
    """The page of the same text without harakat; None where it may hold some that a page has no place for."""
    return None if STRANGE in data else data.translate(None, _harakat())


@lru_cache(maxsize=1)
def _harakat() -> bytes:
    marks = members(MARK)
    return bytes(code for code, sign in enumerate(CHARACTERS) if sign in marks)


ORDINARY = frozenset((" ", *(chr(code) for code in (*range(0x621, 0x63B), *range(0x641, 0x64B)))))
"""The blank and the letters of the Arabic alphabet: `signs` leaves them out, since every text holds them."""


def signs(text: str, data: bytes) -> frozenset[str]:
    """The distinct characters of a text, given with its page, other than ordinary ones."""
    found = frozenset(data.translate(None, _ordinary()))
    if STRANGE in found:
        return _signs(found - {STRANGE}) | set(_elsewhere().findall(text))
    return _signs(found)


@lru_cache(maxsize=1)
def _ordinary() -> bytes:
    return page("".join(sorted(ORDINARY)))


@lru_cache(maxsize=4096)
def _signs(codes: frozenset[int]) -> frozenset[str]:
    return frozenset(map(CHARACTERS.__getitem__, codes))


@lru_cache(maxsize=1)
def _elsewhere() -> "re.Pattern[str]":
    """A character that the page has no place for, or the one it would be taken for."""
    import re

    return compiled(f"[^{re.escape(_HELD.replace(chr(STRANGE), ''))}]")


def apart(data: bytes) -> str | None:
    """The words of a page in their bare forms, a blank for each sign that is no letter; None where it holds what must be read more closely.

    It is as long as the text where there is nothing in words that they are read without.
    """
    if STRANGE in data or b"#" in data or b"@" in data:
        return None
    return read(data.translate(*_apart()))


@lru_cache(maxsize=1)
def _apart() -> tuple[bytes, bytes]:
    """What is no letter as a blank; and what words are read without."""
    letters, dropped = members(LETTER), members(MARK, TATWEEL, INVISIBLE)
    table = bytes(code if sign in letters else 0x20 for code, sign in enumerate(CHARACTERS))
    return table, bytes(code for code, sign in enumerate(CHARACTERS) if sign in dropped)


def spaced(data: bytes) -> bytes:
    """A page with a blank for every sign that keeps tokens apart."""
    return data.translate(_spacing())


@lru_cache(maxsize=1)
def _spacing() -> bytes:
    return bytes(0x20 if sign.isspace() else code for code, sign in enumerate(CHARACTERS))


def offsets(data: bytes, characters: str) -> list[int]:
    """Where these characters, which the page has places for, stand on a page, in order."""
    first = characters[0].encode("ascii")
    parts = data.translate(_alike(characters)).split(first)
    return [number + length for number, length in enumerate(accumulate(map(len, parts[:-1])))]


@lru_cache(maxsize=64)
def _alike(characters: str) -> bytes:
    """All characters as they are, these as the first of them."""
    return bytes(ord(characters[0]) if sign in characters else code for code, sign in enumerate(CHARACTERS))
