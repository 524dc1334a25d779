"""Pages with all differences of spelling folded away, for finding what stands twice: bytes where `skeletons` gives text."""

from functools import lru_cache

from .letters import INVISIBLE, LETTER, MARK, TATWEEL, members
from .page import CHARACTERS, STRANGE, offsets, page

STOP = 0x2E
"""Stands in `skeletons` for whatever may end a sentence: a full stop, its kin, the end of a line."""

_APART = "\ue000"
"""Stands in no text of the page."""

_STOPS = ".؟!?…\n\r\x0b\x0c"
_FOLDS = "أإآٱىیةؤئکە", "اااايي\u0647ويك\u0647"


def skeletons(data: bytes) -> bytes:
    """The letters and digits of a page with all differences of spelling folded away, `STOP`, and `STRANGE` for what may be one; nothing
    else is left. Texts with the same words give the same letters.
    """
    return data.translate(*_skeleton())


def stops(data: bytes) -> list[int]:
    """Where `skeletons` has a `STOP`, in order."""
    return offsets(data, _STOPS)


def folded_words(data: bytes) -> list[bytes] | None:
    """The words of a page without differences of hamza, ya and ta marbuta, in order; None where it holds something strange or hashtags."""
    if STRANGE in data or b"#" in data or b"@" in data:
        return None
    return data.translate(*_folding()).split()


def keys(data: bytes) -> list[bytes] | None:
    """The words and numbers of a page, equal where those that `skeletons.key` makes are; None where it holds something strange."""
    return None if STRANGE in data else data.translate(*keying()).split()


@lru_cache(maxsize=1)
def keying() -> tuple[bytes, bytes]:
    """What each character is folded to, which is what `key` makes of it alone; and which are left out."""
    from .skeletons import skeleton  # where two paragraphs are compared

    folded = skeleton(_APART.join(CHARACTERS)).split(_APART)  # all at once: one by one they would take a millisecond of a start
    codes = page("".join(sign.lower() if sign.isalnum() else " " for sign in folded))
    return codes, bytes(code for code, sign in enumerate(folded) if not sign)


@lru_cache(maxsize=1)
def _skeleton() -> tuple[bytes, bytes]:
    """As `keying`, with the stops as one, and without what keeps words apart."""
    codes = bytearray(keying()[0])
    codes[STRANGE] = STRANGE
    for code, sign in enumerate(CHARACTERS):
        if sign in _STOPS:
            codes[code] = STOP
    return bytes(codes), bytes(code for code, folded in enumerate(codes) if folded == 0x20)


@lru_cache(maxsize=1)
def _folding() -> tuple[bytes, bytes]:
    """What each character is folded to, and what words are read without; a blank for all that is neither."""
    letters, hidden, folds = members(LETTER), members(MARK, TATWEEL, INVISIBLE), str.maketrans(*_FOLDS)
    codes = bytes(page(sign.translate(folds))[0] if sign in letters else 0x20 for sign in CHARACTERS)
    return codes, bytes(code for code, sign in enumerate(CHARACTERS) if sign in hidden)
