"""Folded keys: what is left of a spelling when a class of differences is left out of account.

Keys are for comparing; a text is never rewritten by them. The layers are those of the catalogue (section 2.2), each on top of
the one before: `words.form` (N1: no marks, no tatweel), `hamza` (N2: one alif), `skeleton` (N3: one ya, ha for ta marbuta, no
hamza seats, Arabic for Persian letters, ASCII digits) and `key` (N4: the words alone, for finding repetitions).
"""

from unicodedata import normalize

from .lazy import regex
from .letters import INVISIBLE, MARK, PRESENTATION, TATWEEL

__all__ = ["hamza", "key", "skeleton"]

_ALIFS = "أإآٱ"
_FOLDS = (
    *((alif, "ا") for alif in _ALIFS),
    ("ى", "ي"),
    ("ة", "ه"),
    ("ؤ", "و"),
    ("ئ", "ي"),
    ("ی", "ي"),
    ("ک", "ك"),
    ("ہ", "ه"),
    ("ھ", "ه"),
    ("ە", "ه"),
    *((chr(first + digit), chr(0x30 + digit)) for first in (0x660, 0x6F0) for digit in range(10)),
)
_DROPPED = regex(f"[{MARK}{TATWEEL}{INVISIBLE}]+")
_SHAPED = regex(f"[{PRESENTATION}]")
_RUN = regex(r"[^\W_]+")


def hamza(form: str) -> str:
    """The bare form with every alif written without hamza, madda or wasla: `أمريكا`, `إمريكا` → `امريكا` (N2)."""
    for alif in _ALIFS:
        form = form.replace(alif, "ا")
    return form


def skeleton(text: str) -> str:
    """The text with all differences of hamza, ya, ta marbuta, digit system and letter shape folded away (N3)."""
    if _SHAPED.search(text):
        text = normalize("NFKC", text)
    text = _DROPPED.sub("", text)
    # A chain of replacements: `str.translate` with a dict runs at a tenth of its speed.
    for old, new in _FOLDS:
        text = text.replace(old, new)
    return text


def key(text: str) -> list[str]:
    """The words and numbers of the folded text, Latin in lower case: equal lists mean the same words (N4)."""
    return _RUN.findall(skeleton(text).lower())
