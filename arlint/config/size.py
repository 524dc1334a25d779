"""Sizes of files as people write them: `20MB`, `512 KiB`, or bytes."""

import re

from ..arabic.lazy import regex
from ..rules import Text

_SIZE = regex(r"([0-9]{1,12}(?:\.[0-9]{1,6})?)\s*([kmg]?)(i?)b\Z", re.IGNORECASE)
_POWERS = {"": 0, "k": 1, "m": 2, "g": 3}


def size(written: int | str) -> int | Text:
    """The number of bytes, at least 1, or what is wrong. `MB` is a million bytes, `MiB` 2**20."""
    match = _SIZE.match(written.strip()) if isinstance(written, str) else None
    if match:
        number, unit, binary = match.groups()
        written = int(float(number) * (1024 if binary else 1000) ** _POWERS[unit.lower()])
    if isinstance(written, int) and written > 0:
        return written
    return Text(
        f"«{written}» ليس حجما؛ اكتب مثلا 20MB أو عدد البايتات.",
        f"{written!r} is no size; write something like 20MB, or a number of bytes.",
    )
