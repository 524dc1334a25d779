"""A text as one byte a character, so that what is asked of whole texts is asked of bytes, at several times the speed.

The page holds ASCII, the Arabic letters and marks, and the signs that news is set with; what it has no place for becomes `STRANGE`.
Byte offsets are code points. A private encoding: it never leaves the process.
"""

import codecs
from collections.abc import Iterable
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
_CHARACTERS = _HELD + "\ufffe" * (256 - len(_HELD))
_NAME = "arlint.page"


def _strange(error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return bytes((STRANGE,)) * (error.end - error.start), error.end


@lru_cache(maxsize=1)
def _encoding() -> object:
    codecs.register_error(_NAME, _strange)
    return codecs.charmap_build(_CHARACTERS)


def page(text: str) -> bytes:
    """The text, a byte a character."""
    return codecs.charmap_encode(text, _NAME, _encoding())[0]  # type: ignore[arg-type]


def read(data: bytes) -> str:
    """The characters of a part of a page that holds nothing strange."""
    return codecs.charmap_decode(data, "strict", _CHARACTERS)[0]


def bare(data: bytes) -> bytes | None:
    """The page of the same text without harakat; None where it may hold some that a page has no place for."""
    return None if STRANGE in data else data.translate(None, _harakat())


@lru_cache(maxsize=1)
def _harakat() -> bytes:
    marks = members(MARK)
    return bytes(code for code, sign in enumerate(_CHARACTERS) if sign in marks)


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
    return frozenset(map(_CHARACTERS.__getitem__, codes))


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
    table = bytes(code if sign in letters else 0x20 for code, sign in enumerate(_CHARACTERS))
    return table, bytes(code for code, sign in enumerate(_CHARACTERS) if sign in dropped)


def spaced(data: bytes) -> bytes:
    """A page with a blank for every sign that keeps tokens apart."""
    return data.translate(_spacing())


@lru_cache(maxsize=1)
def _spacing() -> bytes:
    return bytes(0x20 if sign.isspace() else code for code, sign in enumerate(_CHARACTERS))


def offsets(data: bytes, characters: str) -> list[int]:
    """Where these characters, which the page has places for, stand on a page, in order."""
    first = characters[0].encode("ascii")
    parts = data.translate(_alike(characters)).split(first)
    return [number + length for number, length in enumerate(accumulate(map(len, parts[:-1])))]


@lru_cache(maxsize=64)
def _alike(characters: str) -> bytes:
    """All characters as they are, these as the first of them."""
    return bytes(ord(characters[0]) if sign in characters else code for code, sign in enumerate(_CHARACTERS))


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
    for code, sign in enumerate(_CHARACTERS):
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
    return "".join(_BLANKS[_HIDDEN.index(sign)] if sign in _HIDDEN else sign for sign in _CHARACTERS)


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
    for code, sign in enumerate(_CHARACTERS):
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
    if shape.find(b"a", start, end) >= 0 or shape.find(STRANGE, start, end) >= 0:
        return None
    digits = shape.count(b"0A", start, end) if shape.find(b"0", start, end) >= 0 else 0
    return shape.count(b" A", start, end) + digits + (shape[start : start + 1] == b"A")


_EDGES: tuple[bytes, ...] = b" A", b" 0", b"0A", b"A0", b" a", b"0a", b"a0"
"""Where a word or a number may begin in a shape."""


STOP = 0x2E
"""Stands in `skeletons` for whatever may end a sentence: a full stop, its kin, the end of a line."""

_STOPS = ".؟!?…\n\r\x0b\x0c"
_FOLDS = "أإآٱىیةؤئکە", "اااايي\u0647ويك\u0647"


def skeletons(data: bytes) -> bytes:
    """The letters of a page with all differences of hamza, ya and ta marbuta folded away, `STOP`, and `STRANGE` for what may be a letter;
    nothing else is left. Texts with the same words give the same letters.
    """
    return data.translate(*_folding("", _STOPS))


def stops(data: bytes) -> list[int]:
    """Where `skeletons` has a `STOP`, in order."""
    return offsets(data, _STOPS)


def folded_words(data: bytes) -> list[bytes] | None:
    """The words of a page folded as in `skeletons`, in order; None where it holds something strange or hashtags."""
    if STRANGE in data or b"#" in data or b"@" in data:
        return None
    return data.translate(*_folding(" ", "")).split()


def keys(data: bytes) -> list[bytes] | None:
    """The words and numbers of a page, equal where those that `skeletons.key` makes are; None where it holds something strange."""
    return None if STRANGE in data else data.translate(*_keying()).split()


@lru_cache(maxsize=1)
def _keying() -> tuple[bytes, bytes]:
    """What each character is folded to, which is what `key` makes of it alone; and which are left out."""
    from .skeletons import key, skeleton  # where two paragraphs are compared

    codes = bytes(page("".join(key(sign)) or " ")[0] for sign in _CHARACTERS)
    return codes, bytes(code for code, sign in enumerate(_CHARACTERS) if not skeleton(sign))


@lru_cache(maxsize=3)
def _folding(apart: str, stops: str) -> tuple[bytes, bytes]:
    """What each character is folded to, and which are left out: all but letters, these stops, and, with `apart`, what keeps words apart."""
    letters, hidden, folds = members(LETTER), members(MARK, TATWEEL, INVISIBLE), str.maketrans(*_FOLDS)
    codes, dropped = bytearray(range(256)), bytearray()
    for code, sign in enumerate(_CHARACTERS):
        if sign in letters:
            codes[code] = page(sign.translate(folds))[0]
        elif sign in stops:
            codes[code] = STOP
        elif apart and sign not in hidden:
            codes[code] = 0x20
        elif code != STRANGE:
            dropped.append(code)
    return bytes(codes), bytes(dropped)


_MARKED, _DOUBLED = b"m", b"s"
"""What stands for marks of vowelling, and for the shadda, which stands beside another, where it is asked whether they stand as they may."""
_TANWIN_WITHIN = b"tl"
"""A tanwin and a letter after it, other than the alif that stands behind one."""


def may_be_astray(data: bytes) -> bool:
    """Whether two marks of vowelling may stand side by side on a page, or one first or after a blank: elsewhere a letter carries it; or
    whether a tanwin may stand within a word.
    """
    seen = data.translate(_seen())
    for mark in (_MARKED, _DOUBLED):
        if mark in seen and (mark * 2 in seen or b" " + mark in seen or seen.startswith(mark)):
            return True
    return STRANGE in data or _TANWIN_WITHIN in data.translate(_tanwins())


@lru_cache(maxsize=1)
def _tanwins() -> bytes:
    letters = members(LETTER) - {"ا"}
    kinds = dict.fromkeys("\u064b\u064c\u064d", _TANWIN_WITHIN[:1]) | dict.fromkeys(letters, _TANWIN_WITHIN[1:])
    return b"".join(kinds.get(sign, b"x") for sign in _CHARACTERS)


@lru_cache(maxsize=1)
def _seen() -> bytes:
    marks = members(MARK)
    kinds = {"\u0651": _DOUBLED, **{sign: b" " for sign in _CHARACTERS if sign.isspace()}}
    return b"".join(kinds.get(sign, _MARKED if sign in marks else b"x") for sign in _CHARACTERS)
