"""Words of the house that are replaced by others: whether that makes sense."""

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
