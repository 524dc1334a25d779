"""Numbers as Arabic news writes them: digits of two systems (and the Persian ones), separators, and what belongs to a number."""

from .lazy import regex

WESTERN, ARABIC, PERSIAN = "0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"
DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"

_SEPARATOR = ".,\u066b\u066c/:"

# A pattern that begins with a set of characters is searched for ten times as fast as one that begins with a look-behind.
NUMBER = regex(
    f"[{DIGIT}](?<![A-Za-z0-9_][-./_].)(?<![A-Za-z_{DIGIT}].)(?<![{DIGIT}][{_SEPARATOR}].)"
    f"[{DIGIT}]*(?:[{_SEPARATOR}][{DIGIT}]+)*(?![-_]?[A-Za-z])"
)
"""A number that is not part of a Latin name (`F-16`, `3D`), with its separators: `1,250.5`, `12/3/2018`, `21:30`, `٣٫٥`."""


def value(digits: str) -> int:
    """The number that digits of any system write. Raises ValueError for anything but digits."""
    return int(digits)


def in_western(text: str) -> str:
    """The text with all digits, and the separators that belong to them, in the western system."""
    return _mapped(text, ((ARABIC, WESTERN), (PERSIAN, WESTERN), ("\u066b", "."), ("\u066c", ",")))


def in_arabic(text: str) -> str:
    """The text with all digits in the system of Arabic (٠-٩); separators stay."""
    return _mapped(text, ((WESTERN, ARABIC), (PERSIAN, ARABIC)))


def _mapped(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for old, new in pairs:
        for a, b in zip(old, new, strict=True):
            text = text.replace(a, b)
    return text
