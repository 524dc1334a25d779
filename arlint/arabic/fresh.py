"""Forms that were never met before, and quick ways to pick out of them those that a table may want to look at."""

from collections.abc import Callable, Collection, Iterable, Iterator, Set
from typing import TYPE_CHECKING, Any, TypeVar

from .lazy import cached_property

if TYPE_CHECKING:
    import re

T = TypeVar("T")

_ATTACHED = frozenset("وفبلكسا")
_LONGEST_PREFIX = 4  # letters: وبال
_TAIL = 4  # letters


class Fresh:
    """Forms that were never met before, and quick ways to pick out those that a table may want to look at."""

    def __init__(
        self, forms: Collection[str], stems: Set[str] | None = None, tails: Set[str] | None = None, watched: Set[str] | None = None
    ) -> None:
        """Of all tables that will ask: the stems, the last letters of forms that may concern them, and the forms that are all that a table
        looks for.
        """
        self.forms = forms
        self._stems = stems
        self._tails = tails
        self._watched = watched
        self._remembered: dict[object, Any] = {}

    def remembered(self, key: object, make: Callable[[], T]) -> T:
        """What `make` makes, made once: tables that look at the forms in one way share it."""
        if key not in self._remembered:
            self._remembered[key] = make()
        found: T = self._remembered[key]
        return found

    @cached_property
    def listed(self) -> Collection[str]:
        """The forms of which any table looks for just them."""
        return self.forms if self._watched is None else list(filter(self._watched.__contains__, self.forms))

    def ending(self, tail: str) -> list[str]:
        """The forms that end so."""
        lines, sought, found = self.lines, f"{tail}\n", []
        at = lines.find(sought)
        while at >= 0:
            end = at + len(tail)
            found.append(lines[lines.rfind("\n", 0, at) + 1 : end])
            at = lines.find(sought, end)
        return found

    def matching(self, pattern: "re.Pattern[str]") -> list[Any]:
        """What a pattern finds in the `lines`. It begins with a line's end, which is searched for many times as fast as a pattern is tried
        on one form after another, or at the beginning of every line.
        """
        return pattern.findall(self.lines)

    def ending_in_stems(self, stems: frozenset[str]) -> list[str]:
        """The forms of which, less letters that may be attached before it, one of these stems is left."""
        held = self._ending_in(stems) if self._stems is None else self._by_stem
        return [form for stem in stems.intersection(held) for form in held[stem]] if held else []

    @cached_property
    def lines(self) -> str:
        """The forms, with a line's end before and after each."""
        return "\n".join(("", *self.forms, ""))

    @cached_property
    def likely(self) -> Collection[str]:
        """The forms that may end in a stem of any table, as their last letters tell: one in five."""
        tails = self._tails
        return self.forms if tails is None else [form for form in self.forms if form[-_TAIL:] in tails]

    @cached_property
    def _by_stem(self) -> dict[str, list[str]]:
        """The stems of all tables that any form ends in so, with these forms."""
        return self._ending_in(self._stems or frozenset())

    def _ending_in(self, stems: Set[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for form in self.likely:
            if form in stems:
                found.setdefault(form, []).append(form)
            for at in range(1, min(_LONGEST_PREFIX + 1, len(form))):
                if form[at - 1] not in _ATTACHED:
                    break
                if (rest := form[at:]) in stems:
                    found.setdefault(rest, []).append(form)
        return found


def tails(stems: Iterable[str]) -> Iterator[str]:
    """The last letters of all forms that end in one of these stems, which letters that may be attached stand before."""
    for stem in stems:
        yield from _tails(stem)


def _tails(stem: str) -> Iterator[str]:
    yield stem[-_TAIL:]
    if len(stem) < _TAIL:
        for letter in _ATTACHED:
            yield from _tails(letter + stem)
