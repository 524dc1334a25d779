"""The rules that accepted and rejected words make."""

from collections.abc import Iterator, Sequence
from typing import Any

from ...kept import short_digest
from ...styles import Spec
from ...styles.vocabulary import is_literal


def of_vocabulary(accept: Sequence[str], reject: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """The rules that accepted and rejected words make, as Vale has them: an accepted word is written as it stands there."""
    terms = {word.lower(): word for word in accept if is_literal(word) and word.lower() != word}
    if terms:
        yield tuple(
            Spec(
                "Vale.Terms", "substitution", "VALE0001", ("اكتب «%s» لا «%s».", "Use '%s' instead of '%s'."), "error", True, "", ("", ""),
                {"swap": terms, "ignorecase": True, "vocab": False}, (), "\0accept", "", short_digest(repr(terms)),
            )
        )  # fmt: skip
    if reject:
        tokens = list(reject)
        yield tuple(
            Spec(
                "Vale.Avoid", "existence", "VALE0002", ("تجنب «%s».", "Avoid using '%s'."), "error", True, "", ("", ""),
                {"tokens": tokens}, (), "\0reject", "", short_digest(repr(tokens)),
            )
        )  # fmt: skip
