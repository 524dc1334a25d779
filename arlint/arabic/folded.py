"""Pages with all differences of spelling folded away, for finding what stands twice: bytes where `skeletons` gives text."""

from functools import lru_cache

from .letters import INVISIBLE, LETTER, MARK, TATWEEL, members
from .page import CHARACTERS, STRANGE, offsets, page

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

    codes = bytes(page("".join(key(sign)) or " ")[0] for sign in CHARACTERS)
    return codes, bytes(code for code, sign in enumerate(CHARACTERS) if not skeleton(sign))


@lru_cache(maxsize=3)
def _folding(apart: str, stops: str) -> tuple[bytes, bytes]:
    """What each character is folded to, and which are left out: all but letters, these stops, and, with `apart`, what keeps words apart."""
    letters, hidden, folds = members(LETTER), members(MARK, TATWEEL, INVISIBLE), str.maketrans(*_FOLDS)
    codes, dropped = bytearray(range(256)), bytearray()
    for code, sign in enumerate(CHARACTERS):
        if sign in letters:
            codes[code] = page(sign.translate(folds))[0]
        elif sign in stops:
            codes[code] = STOP
        elif apart and sign not in hidden:
            codes[code] = 0x20
        elif code != STRANGE:
            dropped.append(code)
    return bytes(codes), bytes(dropped)
