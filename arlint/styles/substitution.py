"""substitution: words and patterns, each with what should stand in its place."""

import re
from collections.abc import Iterator
from functools import cached_property

from ..arabic.replaced import is_replaced
from ..document import Document
from ..rules import Finding, option
from .actions import chooses
from .messages import choices
from .patterns import Clock, compiled
from .rule import Cued, ExceptingRule
from .terms import Hit, Terms

_GROUP = r"\$\{?(\d)\}?"


class Substitution(Cued, ExceptingRule):
    """كلمات وأنماط، ولكل منها ما يحل محله.

    Words and patterns, each with what should stand in its place.
    """

    patterns = ("swap", "exceptions")
    required = ("swap",)

    swap: dict[str, str] = option(
        {}, ar="ما يُستبدل وما يحل محله؛ البدائل بينها |.", en="What to replace and with what; choices are parted by |."
    )
    capitalize: bool = option(False, ar="البديل بحرف كبير إن كان الأصل كذلك.", en="Capitalise the replacement where the original is.")

    @cached_property
    def _swaps(self) -> dict[str, str]:
        """What to replace, the longer first: where two begin at one place the longer is meant, as with Vale."""
        return dict(sorted(self.swap.items(), key=lambda one: -len(one[0])))

    @cached_property
    def _terms(self) -> Terms:
        return self.terms(tuple(self._swaps))

    @cached_property
    def _replacements(self) -> tuple[str, ...]:
        return tuple(self._swaps.values())

    def look(self, document: Document, clock: Clock) -> Iterator[Finding]:
        """Every match that is not already as it should be."""
        for hit in self._terms.hits(document, self.where_to_look, clock):
            matched = document.text[hit.start : hit.end]
            expected = self._expected(hit, matched)
            observed = matched.strip()
            if self._same(expected, observed[len(hit.prefix) :]) or self.excused(document, hit.start, hit.end, clock):
                continue
            words = expected.split("|")
            begin, stop = hit.start + matched.index(observed) + len(hit.prefix), hit.start + len(matched.rstrip())
            if any(is_replaced(document.text, begin, stop, word) for word in words):
                continue
            lead, trail = matched[: len(matched) - len(matched.lstrip())], matched[len(matched.rstrip()) :]
            edits = self.edits(hit, matched, [f"{lead}{one}{trail}" for one in words if expected]) if expected else []
            yield self.said(hit.start, hit.end, choices(words, matched) if chooses(self.action) else (expected, matched), edits)

    def _expected(self, hit: Hit, matched: str) -> str:
        expected = self._replacements[hit.number]
        if "$" in expected:
            expected = re.sub(_GROUP, lambda one: hit.groups[int(one[1]) - 1] if int(one[1]) <= len(hit.groups) else "", expected)
        if self.capitalize and matched[:1].isupper():
            expected = expected[:1].upper() + expected[1:]
        return expected

    def _same(self, expected: str, observed: str) -> bool:
        if observed in (expected, *expected.split("|")):
            return True
        if not re.search(r"[\\(\[*+?^$]", expected):
            return False
        try:
            return compiled(f"(?:{expected})").fullmatch(observed, timeout=1) is not None
        except Exception:  # noqa: BLE001  (a replacement need not be a pattern)
            return False
