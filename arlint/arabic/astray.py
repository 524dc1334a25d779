"""Whether marks of vowelling may stand on a page where none can."""

from functools import lru_cache

from .letters import LETTER, MARK, members
from .page import CHARACTERS, STRANGE

_MARKED, _DOUBLED = b"m", b"s"
"""What stands for marks of vowelling, and for the shadda, which stands beside another, where it is asked whether they stand as they may."""
_WITHIN = (b"tl", b"fl")
"""A tanwin and a letter after it, other than the alif that stands behind one."""

_ON_ALIF = (b"atx", b"avx")
"""Another mark than the tanwin of fatha on an alif, and no letter after it."""


def may_be_astray(data: bytes) -> bool:
    """Whether two marks of vowelling may stand side by side on a page, or one first or after a blank: elsewhere a letter carries it; or
    whether a tanwin may stand within a word, or another mark than that of fatha on a last alif.
    """
    seen = data.translate(_seen())
    for mark in (_MARKED, _DOUBLED):
        if mark in seen and (mark * 2 in seen or b" " + mark in seen or seen.startswith(mark)):
            return True
    kinds = data.translate(_tanwins()) + b"x"
    return STRANGE in data or any(kind in kinds for kind in (*_WITHIN, *_ON_ALIF))


@lru_cache(maxsize=1)
def _tanwins() -> bytes:
    vowels = dict.fromkeys("\u064e\u064f\u0650", b"v")
    kinds = dict.fromkeys(members(LETTER), b"l") | {"ا": b"a", "\u064b": b"f", "\u064c": b"t", "\u064d": b"t"} | vowels
    return b"".join(kinds.get(sign, b"x") for sign in CHARACTERS)


@lru_cache(maxsize=1)
def _seen() -> bytes:
    marks = members(MARK)
    kinds = {"\u0651": _DOUBLED, **{sign: b" " for sign in CHARACTERS if sign.isspace()}}
    return b"".join(kinds.get(sign, _MARKED if sign in marks else b"x") for sign in CHARACTERS)
