"""Passages of a file that the configuration accepts: what the patterns of its `suppress` entries match."""

from collections.abc import Iterator

from .config.settings import Accepted
from .report import Fault
from .rules import Text


class Passages:
    """What the patterns of the configuration match in the text of one file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, list[tuple[int, int]]] = {}
        self._slow: list[Accepted] = []

    def hold(self, entry: Accepted, start: int, end: int) -> bool:
        """Whether a span lies within a match of the entry's pattern."""
        if entry.text not in self._found:
            self._found[entry.text] = self._searched(entry)
        return any(first <= start and end <= last for first, last in self._found[entry.text])

    def _searched(self, entry: Accepted) -> list[tuple[int, int]]:
        from .styles.patterns import SECONDS, compiled  # few configurations have a pattern

        try:
            return [match.span() for match in compiled(entry.text).finditer(self._text, timeout=SECONDS)]
        except TimeoutError:
            self._slow.append(entry)
            return []

    def faults(self, path: str) -> Iterator[Fault]:
        """What is to be said of patterns that took too long: nothing was accepted because of them."""
        for entry in self._slow:
            said = Text(
                f"{entry.place}: استغرق النمط وقتا طويلا فأُوقف: {entry.text}؛ بسّط ما فيه من تكرار داخل تكرار.",
                f"{entry.place}: the pattern took too long and was stopped: {entry.text}; simplify its nested repetitions.",
            )
            yield Fault(path, "rule", said)
