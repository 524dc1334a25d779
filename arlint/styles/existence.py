"""existence: words and patterns that should not be there, anywhere or near others."""

from collections.abc import Iterator
from functools import cached_property

from ..document import Document
from ..rules import Finding, option
from .near import Distance, hindered
from .patterns import Clock
from .rule import Cued, ExceptingRule
from .selector import selectors
from .terms import Terms


class Existence(Cued, ExceptingRule):
    """كلمات وأنماط لا ينبغي أن ترد، في كل موضع أو بقرب غيرها.

    Words and patterns that should not be there, anywhere or near others.
    """

    patterns = ("tokens", "raw", "near", "before", "after", "without", "exceptions")
    required = ("tokens", "raw")

    tokens: list[str] = option([], ar="كلمات أو أنماط.", en="Words or patterns.")
    raw: list[str] = option([], ar="أجزاء نمط واحد تُوصل كما هي.", en="Parts of one pattern, joined as they are.")
    append: bool = option(False, ar="تُوصل raw بعد tokens لا قبلها.", en="Put raw after the tokens, not before them.")
    near: list[str] = option([], ar="لا يُبلَّغ إلا بقرب أحد هذه الأنماط.", en="Only where one of these is near.")
    before: list[str] = option([], ar="لا يُبلَّغ إلا قبل أحد هذه الأنماط.", en="Only before one of these.")
    after: list[str] = option([], ar="لا يُبلَّغ إلا بعد أحد هذه الأنماط.", en="Only after one of these.")
    without: list[str] = option([], ar="لا يُبلَّغ إن كان أحد هذه الأنماط قريبا.", en="Not where one of these is near.")
    within: str = option(
        "1 sentence", ar="المسافة: 2 sentences أو 10 words أو 1 paragraph.", en="How near: 2 sentences, 10 words, 1 paragraph."
    )

    @cached_property
    def _terms(self) -> Terms:
        tokens = [token for token in self.tokens if token.strip()]
        if not self.raw:
            return self.terms(tokens)
        raw, words = "".join(self.raw), "|".join(tokens)
        whole = "" if not words else f"(?:{words})" if self.nonword else rf"\b(?:{words})\b"
        return Terms([whole + raw if self.append else raw + whole], ignorecase=self.ignorecase, nonword=True, fold=self.fold)

    @cached_property
    def _conditions(self) -> list[tuple[str, Terms]]:
        named = (("near", self.near), ("before", self.before), ("after", self.after), ("without", self.without))
        return [(name, self.terms(tokens)) for name, tokens in named if tokens]

    def look(self, document: Document, clock: Clock) -> Iterator[Finding]:
        """Every match that nothing excuses."""
        others: dict[str, list[tuple[int, int]]] = {}
        for hit in self._terms.hits(document, self.where_to_look, clock):
            if self._conditions:
                if not others:
                    everywhere = selectors("text")
                    found = ((name, terms.hits(document, everywhere, clock)) for name, terms in self._conditions)
                    others = {name: [(one.start, one.end) for one in hits] for name, hits in found}
                if hindered(document, (hit.start, hit.end), others, Distance.read(self.within)):
                    continue
            if not self.excused(document, hit.start, hit.end, clock):
                matched = document.text[hit.start : hit.end]
                yield self.said(hit.start, hit.end, (matched,), self.edits(hit, matched))
