"""The pattern that a term is searched for with: between the edges of words, and, where that is wanted, after attached particles."""

import re
from typing import Any

from ..arabic.clitics import long_enough
from .patterns import compiled
from .vocabulary import is_literal

CLITIC = "(?:[وف]?(?:[بك]?ال|لل|[بلك]|س)?)"
"""The attached particles that may stand before a term, or none."""

_CLITIC = CLITIC.replace("?:", "?P<_clitic>", 1)
_BEFORE_ARTICLE = "(?P<_clitic>[وف]?[بكل]?)"


def term_pattern(token: str, *, ignorecase: bool, nonword: bool, clitics: bool) -> Any:
    """The compiled pattern of a term, which may be a pattern itself. With `nonword` it may match inside words."""
    if nonword:
        written = f"(?:{token})"
    elif not clitics:
        written = rf"\b(?:{token})\b"
    elif is_literal(token) and token.startswith("ال") and len(token) > 3:
        rest = token[2:]
        written = rf"\b(?:{_BEFORE_ARTICLE}{token}|(?P<_contracted>[وف]?ل)ل{rest.removeprefix('ل')})\b"
    else:
        written = rf"\b(?:{_CLITIC}(?:{token}))\b"
    # What holds no sign of a pattern cannot explode, and `re` is compiled twenty times as fast.
    simple = not nonword and is_literal(token)
    return re.compile(written, re.IGNORECASE if ignorecase else 0) if simple else compiled(written, ignorecase)


def prefix_of(match: Any) -> str | None:
    """The attached particles that a match with `clitics` begins with; None where what is left is too short for them."""
    named = match.groupdict()
    if named.get("_contracted") is not None:
        return str(named["_contracted"])
    prefix = named.get("_clitic") or ""
    fits = not prefix or long_enough(prefix, match.group()[len(prefix) :].split(" ")[0])
    return prefix if fits else None
