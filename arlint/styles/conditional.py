"""conditional: where the first is, the second must be; and what one part of a document says another must say too."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from ..document import Document
from ..rules import Finding, option
from .fold import folded
from .patterns import Clock, compiled
from .rule import ExceptingRule, Matching
from .scopes import units
from .selector import selectors
from .terms import Terms
from .vocabulary import readings


class Conditional(ExceptingRule):
    """حيث يرد النمط الأول يجب أن يرد الثاني. فإن كانت في الثاني مجموعة وجب أن يساوي ما طابقته الأول.

    Where the first pattern is found, the second must be found. If it has a group, what the group matched must equal the first.
    """

    patterns = ("first", "second", "exceptions")
    required = ("first",)

    first: str = option("", ar="ما يستلزم غيره.", en="What calls for the second.")
    second: str = option("", ar="ما يجب أن يرد.", en="What must be there.")
    ignorecase: bool = option(
        False,
        ar="مقبول ولا أثر له، كما في Vale: يُقرأ النمطان كما كُتبا، وفيهما (?i) عند الحاجة.",
        en="Accepted and without effect, as in Vale: both patterns are read as they are written, with (?i) in them where it is wanted.",
    )
    occurs: str | list[str] = option(
        "",
        ar="حيث يُبحث عن الثاني، مثل body؛ فارغة: الموضع نفسه.",
        en="Where the second is looked for, such as body; empty for the same place.",
    )

    @cached_property
    def _patterns(self) -> tuple[Any, Any]:
        return compiled(self.first), compiled(self.second)

    def look(self, document: Document, clock: Clock) -> Iterator[Finding]:
        """Every first without its second."""
        first, second = self._patterns
        elsewhere = [text for text, _ in units(document, selectors(self.occurs))] if self.occurs else []
        known: set[str] = set()
        for text, start in units(document, self.where_to_look):
            places = elsewhere or [text]
            if second.groups:
                known.update(
                    group for place in places for match in clock.matches(second, place, start) for group in match.groups() if group
                )
            elif any(True for place in places for _ in clock.matches(second, place, start)):
                continue
            for match in clock.matches(first, text, start):
                a, b = start + match.start(), start + match.end()
                if match.group() not in known and not self.excused(document, a, b, clock):
                    yield self.said(a, b, (match.group(),))


class Presence(Matching, ExceptingRule):
    """ما يرد في موضع من المقال ولا يرد في آخر، كاسم في العنوان لا أثر له في المتن.

    What one part of a document says and another does not, such as a name in the headline that the body never mentions.
    """

    patterns = ("tokens", "exceptions")
    required = ("tokens",)

    tokens: list[str] = option([], ar="كلمات أو أنماط.", en="Words or patterns.")
    occurs: str | list[str] = option("body", ar="الموضع الذي يجب أن ترد فيه أيضا.", en="Where they must occur too.")

    @cached_property
    def _terms(self) -> Terms:
        return self.terms(self.tokens)

    def look(self, document: Document, clock: Clock) -> Iterator[Finding]:
        """Every match that does not occur there."""
        there: set[str] | None = None
        for hit in self._terms.hits(document, self.where_to_look, clock):
            if there is None:
                there = {
                    key
                    for one in self._terms.hits(document, selectors(self.occurs), clock)
                    for key in self._keys(document.text[one.start : one.end], one.prefix)
                }
            matched = document.text[hit.start : hit.end]
            if there.isdisjoint(self._keys(matched, hit.prefix)) and not self.excused(document, hit.start, hit.end, clock):
                yield self.said(hit.start, hit.end, (matched[len(hit.prefix) :] if matched.startswith(hit.prefix) else matched,))

    def _keys(self, matched: str, prefix: str) -> set[str]:
        """All that a match may be without what is attached to it."""
        text = folded(matched.strip(), self.fold)
        text = text.casefold() if self.ignorecase else text
        return {stem for _, stem in readings(text)} if self.clitics else {text}
