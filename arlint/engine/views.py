"""What of a document each rule reads."""

from collections.abc import Iterable

from ..document import Document
from ..rules import AnyRule, Finding


class Views:
    """The document as each rule reads it: with harakat or without, with foreign paragraphs or without, and less what is shadowed."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._hidden: frozenset[int] = frozenset()
        self._made: dict[tuple[bool, bool], Document] = {}

    def of(self, rule: AnyRule) -> Document:
        """What this rule reads."""
        if rule.reads_source:
            return self._document.raw
        key = rule.reads_marks, rule.any_language
        found = self._made.get(key)
        if found is None:
            foreign = frozenset() if rule.any_language else self._document.foreign
            found = self._made[key] = self._whole(rule).without(self._hidden | foreign)
        return found

    def _whole(self, rule: AnyRule) -> Document:
        return self._document if rule.reads_marks else self._document.bare

    def hide(self, rule: AnyRule, findings: Iterable[Finding]) -> None:
        """Hide the blocks that a rule has reported from those that are asked after it."""
        document = self._whole(rule)
        hidden = {number for finding in findings for number in document.blocks_in(finding.start, finding.end)}
        if hidden:
            self._hidden |= hidden
            self._made = {}
