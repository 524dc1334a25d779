"""Fold layers of patterns: differences of writing that a rule does not want to see. Each keeps the length of the text, so offsets stay."""

from collections.abc import Iterable
from typing import Literal

Layer = Literal["marks", "hamza", "ya", "ta"]

_FOLDS: dict[str, tuple[tuple[str, str], ...]] = {
    "marks": (),  # rules read texts without harakat anyway
    "hamza": (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ؤ", "و"), ("ئ", "ي")),
    "ya": (("ى", "ي"), ("ی", "ي")),
    "ta": (("ة", "ه"),),
}


def folded(text: str, layers: Iterable[str]) -> str:
    """The text with these differences folded away."""
    for layer in layers:
        for old, new in _FOLDS[layer]:
            text = text.replace(old, new)
    return text
