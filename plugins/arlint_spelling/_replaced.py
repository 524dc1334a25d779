"""Words of the house that are replaced by others: whether that makes sense, and where it is done already."""

from collections.abc import Mapping

from arlint import Text


def mistake(words: Mapping[str, str]) -> Text | None:
    """What is wrong with a table of words, each with what it is replaced by: an empty one, or words that replace each other."""
    for wrong, right in words.items():
        if not wrong.strip() or not right.strip():
            return Text(
                f"في words كلمة ينقصها ما يقابلها: «{wrong}: {right}»؛ أكملها أو احذفها.",
                f"a word under 'words' lacks its other half: '{wrong}: {right}'; complete or delete it.",
            )
        circle = _followed(words, wrong)
        if circle[-1] == wrong:
            return Text(
                f"في words كلمات تعود إلى ما بدأت به: {'، ثم '.join(map(_quoted, circle))}؛ احذف إحداها.",
                f"words under 'words' come back to themselves: {', then '.join(map(_quoted, circle))}; remove one.",
            )
    return None


def _quoted(word: str) -> str:
    return f"«{word}»"


def _followed(words: Mapping[str, str], first: str) -> list[str]:
    """The word, what replaces it, what replaces that, and so on: until nothing does, or one comes again."""
    found = [first]
    while found[-1] in words and found[-1] not in found[:-1]:
        found.append(words[found[-1]])
    return found


def reads(text: str, start: int, end: int, right: str) -> bool:
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
