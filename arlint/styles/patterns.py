"""Patterns that users write: compiled in the `regex` module when they are first needed, searched under a time limit."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from time import monotonic
from typing import Any

from ..arabic.lazy import regex as lazily
from ..arabic.patterns import parsed
from ..rules import RuleError, Text

SECONDS = 2.0
"""All searches of one rule in one document may take so long together."""

_END = lazily(r"(?<!\\)((?:\\\\)*)\\z")
_NAMED = lazily(r"\(\?<(?=[A-Za-z_])")
_QUOTED = lazily(r"\\Q(.*?)\\E")
_BRACED = lazily(r"(?<!\\)((?:\\\\)*)\\x\{0*([0-9A-Fa-f]{1,6})\}")


def translated(pattern: str) -> str:
    """A pattern as Go or .NET write it, for Python."""
    pattern = _QUOTED.sub(lambda match: re.escape(match[1]), pattern)
    pattern = _BRACED.sub(lambda match: f"{match[1]}\\U{int(match[2], 16):08X}", pattern)
    return _NAMED.sub("(?P<", _END.sub(r"\1\\Z", pattern))


@lru_cache(maxsize=4096)
def compiled(pattern: str, ignorecase: bool = False) -> Any:
    """The compiled pattern. Raises `regex.error`."""
    import regex

    return regex.compile(translated(pattern), regex.MULTILINE | (regex.IGNORECASE if ignorecase else 0))


def problem(pattern: str) -> str:
    """What is wrong with a pattern, in English as `regex` says it; empty where nothing is."""
    import warnings

    import regex

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compiled(pattern)
    except (regex.error, RecursionError, OverflowError, MemoryError, ValueError) as error:
        return str(error) or type(error).__name__
    return ""


class Clock:
    """The time that one rule has left for one document. What takes longer is noted, and told at the end."""

    def __init__(self) -> None:
        self._end = 0.0
        self.slow: list[tuple[str, int]] = []

    def matches(self, pattern: Any, text: str, offset: int = 0, written: str = "") -> Iterator[Any]:
        """All matches in the text, which stands at this offset of the document. A pattern that takes too long has no more matches.

        `written` is the pattern as its author wrote it, where that is another.
        """
        if isinstance(pattern, re.Pattern):
            yield from pattern.finditer(text)
            return
        written = written or pattern.pattern
        if not text or written in (one for one, _ in self.slow):
            return
        if not self._end:
            self._end = monotonic() + SECONDS
        try:
            yield from pattern.finditer(text, timeout=max(0.01, self._end - monotonic()))
        except TimeoutError:
            self.slow.append((written, offset))
            self._end = monotonic() + SECONDS  # the others are not to blame

    def told(self, rule: str, where: str, line_of: Callable[[int], int]) -> RuleError:
        """What to say of the patterns that took too long. `line_of` gives the line of an offset."""
        pattern, offset = self.slow[0]
        shown = pattern if len(pattern) <= 60 else f"{pattern[:59]}…"
        line = line_of(offset)
        return RuleError(
            Text(
                f"{where}: جاوز نمط في القاعدة {rule} حد الزمن ({SECONDS:g} ث) عند السطر {line} فأُوقف: {shown}؛ "
                "بسّط ما فيه من تكرار داخل تكرار.",
                f"{where}: a pattern of rule {rule} took more than {SECONDS:g} s at line {line} and was stopped: {shown}; "
                "simplify its nested repetitions.",
            )
        )


@lru_cache(maxsize=8192)
def needle(pattern: str) -> str:
    """A text, in lower case, without which the pattern cannot match; empty where none is known."""
    try:
        tree = parsed(translated(pattern))
    except (re.error, AttributeError, OverflowError, RecursionError, ValueError):
        return ""
    best = run = ""
    for name, value in tree:
        if str(name) == "LITERAL":
            run += chr(value)
            best = max(best, run, key=len)
        else:
            run = ""
    return best.lower() if best.lower().upper().lower() == best.lower() and len(best.lower()) == len(best) else ""
