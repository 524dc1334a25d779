"""Where a word that is to be replaced by a longer phrase is a part of that phrase already: there is nothing to replace."""


def is_replaced(text: str, start: int, end: int, right: str) -> bool:
    """Whether a span is a part of what is right, which stands there already: كوفيد in كوفيد-19, بايدن in للرئيس بايدن."""
    found = text[start:end]
    at = right.find(found)
    while at >= 0:
        before, after = right[:at], right[at + len(found) :]
        if _ends(text[max(0, start - 2 * at - 1) : start], before) and _begins(text[end : end + 2 * len(after) + 2], after):
            return bool(before or after)
        at = right.find(found, at + 1)
    return False


def _ends(text: str, words: str) -> bool:
    """Whether a text ends in these words, of which the first may have something attached."""
    if words[-1:].isspace() and not text[-1:].isspace():
        return False
    flat, wanted = " ".join(text.split()), " ".join(words.split())
    return flat.endswith((wanted, f"ل{wanted[2:]}") if wanted.startswith("ال") else wanted)


def _begins(text: str, words: str) -> bool:
    """Whether a text begins with these words, whole."""
    if words[:1].isspace() and not text[:1].isspace():
        return False
    flat, wanted = " ".join(text.split()), " ".join(words.split())
    return flat.startswith(wanted) and not (wanted and flat[len(wanted) : len(wanted) + 1].isalnum())
