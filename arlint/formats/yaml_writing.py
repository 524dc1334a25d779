"""How text is written into a scalar of YAML, by its style."""

from ..arabic.lazy import regex
from .fields import not_empty

BREAK = r"(?:\r\n|[\r\n\x85\u2028\u2029])"
"""A line break of YAML 1.1, as a pattern."""
BREAKS = regex(BREAK)


def write_double(text: str) -> str:
    """A text as it is written between double quotes."""
    signs = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}
    return "".join(signs.get(character, character) for character in text)


def write_single(text: str) -> str | None:
    """A text as it is written between single quotes, on one line."""
    return None if BREAKS.search(text) else text.replace("'", "''")


def write_plain(text: str) -> str | None:
    """A text as it is written without quotes, unless a sign in it means something there."""
    return None if BREAKS.search(text) or any(sign in text for sign in ":#,[]{}") else text


def write_block(text: str) -> str | None:
    """A text as it is written in a line of a block."""
    return None if BREAKS.search(text) else text


# What begins a line may be replaced, but not deleted: what follows would come first.
write_plain_start = not_empty(write_plain)
write_single_start = not_empty(write_single)
write_double_start = not_empty(write_double)
write_block_start = not_empty(write_block)


def write_double_alone(text: str) -> str:
    """As `write_double`. A function of its own, since edits span only what one function writes."""
    return write_double(text)


def write_fold(text: str) -> str | None:
    """A line break that is read as a blank may be deleted, and no more: it has no blanks beside it."""
    return None if text else ""
