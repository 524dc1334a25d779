"""Forms that were never met before, and quick ways to pick out of them those that a table may want to look at."""

from collections.abc import Callable, Collection, Set
from functools import cached_property
from typing import Any, TypeVar

T = TypeVar("T")

_ATTACHED = frozenset("وفبلكسا")
_LONGEST_PREFIX = 4  # letters: وبال


class Fresh:
    """Forms that were never met before, and quick ways to pick out those that a table may want to look at."""

    def __init__(self, forms: Collection[str], stems: Set[str] | None = None) -> None:
        """`stems` are those of all tables that will ask."""
        self.forms = forms
        self._stems = stems
        self._remembered: dict[object, Any] = {}

    def remembered(self, key: object, make: Callable[[], T]) -> T:
        """What `make` makes, made once: tables that look at the forms in one way share it."""
        if key not in self._remembered:
            self._remembered[key] = make()
        found: T = self._remembered[key]
        return found

    def ending(self, *tails: str) -> list[str]:
        """The forms that end so."""
        likely = [form for last in {tail[-1] for tail in tails} for form in self._by_last.get(last, ())]
        return likely if all(len(tail) == 1 for tail in tails) else [form for form in likely if form.endswith(tails)]

    def holding(self, letters: str) -> list[str]:
        """The forms with one of these letters in them."""
        held: set[str] = set()
        for letter in letters:
            if letter in self.lines:
                held.update(form for form in self.forms if letter in form)
        return sorted(held)

    def ending_in_stems(self, stems: frozenset[str]) -> list[str]:
        """The forms of which, less letters that may be attached before it, one of these stems is left, or what لل leaves of one in ال."""
        return [form for tail in stems.intersection(self._tails) for form in self._tails[tail]]

    @cached_property
    def _by_last(self) -> dict[str, list[str]]:
        """The forms by their last letters."""
        found: dict[str, list[str]] = {}
        for form in self.forms:
            found.setdefault(form[-1], []).append(form)
        return found

    @cached_property
    def lines(self) -> str:
        """The forms, a line each."""
        return "\n".join(self.forms)

    @cached_property
    def _tails(self) -> dict[str, list[str]]:
        tails: dict[str, list[str]] = {}
        for form in self.forms if self._stems is None else self._ending_in(self._stems):
            tails.setdefault(form, []).append(form)
            for length in range(1, min(_LONGEST_PREFIX, len(form) - 1) + 1):
                if form[length - 1] not in _ATTACHED:
                    break
                tails.setdefault(form[length:], []).append(form)
        return tails

    def _ending_in(self, stems: Set[str]) -> list[str]:
        """As `ending_in_stems`, one form at a time, which is faster for the many that end in none."""
        joined, found = _ATTACHED, []
        for form in self.forms:
            if form in stems:
                found.append(form)
            elif form[0] in joined:
                rest = form[1:]
                while rest not in stems and rest[:1] in joined and len(form) - len(rest) < _LONGEST_PREFIX:
                    rest = rest[1:]
                if rest in stems:
                    found.append(form)
        return found
