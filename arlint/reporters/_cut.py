"""Long text made short, between words where there is a blank to cut at. Lengths are code points and leave the `…` out."""

from unicodedata import combining

GAP = "…"


def beginning(text: str, most: int) -> str:
    """The first words, at most so many characters, and `…` if that is not all."""
    if len(text) <= most:
        return text
    cut = text.rfind(" ", most // 2, most + 1)
    if cut >= 0:
        return f"{text[:cut].rstrip()} {GAP}"
    # One long word: cut anywhere but between a letter and its marks.
    cut = next((at for at in range(most, 0, -1) if not combining(text[at])), most)
    return f"{text[:cut]}{GAP}"


def ending(text: str, most: int) -> str:
    """The last words, at most so many characters, after `…` if that is not all."""
    if len(text) <= most:
        return text
    first = len(text) - most
    cut = text.find(" ", first - 1, len(text) - most // 2)
    if cut >= 0:
        return f"{GAP} {text[cut:].lstrip()}"
    cut = next((at for at in range(first, len(text)) if not combining(text[at])), first)
    return f"{GAP}{text[cut:]}"


def shortened(text: str, most: int) -> str:
    """The text without its middle, if it is longer than that."""
    if len(text) <= most:
        return text
    return f"{beginning(text, most * 2 // 3).removesuffix(GAP)}{ending(text, most // 3)}"
