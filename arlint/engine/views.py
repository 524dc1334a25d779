"""The view of a document that each rule reads."""

from collections.abc import Iterable

from ..document import Document
from ..rules import AnyRule, Finding


class Reading:
    """How a rule reads: `marks` with harakat, `any_language` also paragraphs that are not Arabic. There is one of each kind."""

    __slots__ = ("any_language", "marks")

    def __init__(self, *, marks: bool, any_language: bool) -> None:
        self.marks = marks
        self.any_language = any_language


SOURCE = Reading(marks=True, any_language=True)
"""How a rule reads the source as it stands."""

_PROSE = {(marks, language): Reading(marks=marks, any_language=language) for marks in (False, True) for language in (False, True)}


def reading(rule: AnyRule) -> Reading:
    """How this rule reads."""
    return SOURCE if rule.reads_source else _PROSE[rule.reads_marks, rule.any_language]


class Views:
    """The document as each rule reads it: with harakat or without, with foreign paragraphs or without, and less what is shadowed."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._hidden: frozenset[int] = frozenset()
        self._made: dict[Reading, Document] = {}

    def of(self, reading: Reading) -> Document:
        """What a rule reads that reads so."""
        found = self._made.get(reading)
        if found is None:
            found = self._made[reading] = self._new(reading)
        return found

    def _new(self, reading: Reading) -> Document:
        if reading is SOURCE:
            return self._document.raw
        foreign = frozenset() if reading.any_language else self._document.foreign
        return self._whole(reading).without(self._hidden | foreign)

    def _whole(self, reading: Reading) -> Document:
        return self._document if reading.marks else self._document.bare

    def hide(self, reading: Reading, findings: Iterable[Finding]) -> None:
        """Hide the blocks that a rule has reported from those that are asked after it."""
        document = self._whole(reading)
        hidden = {number for finding in findings for number in document.blocks_in(finding.start, finding.end)}
        if hidden:
            self._hidden |= hidden
            self._made = {}
