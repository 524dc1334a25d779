"""What the two rules about marks without a partner share."""

from collections.abc import Iterable, Sequence
from typing import Literal

from arlint import Document, Piece, Rule, option
from arlint.arabic.quotation_marks import FAMILIES


class LonelyMark(Rule):
    """A quotation mark that has no partner, of the families that the options name."""

    triggers = '"“”„‟«»‹›'
    any_language = True

    families: list[Literal["straight", "curly", "guillemet", "single"]] = option(
        ["straight", "curly", "guillemet"],
        ar='العلامات المفحوصة: straight "…" وcurly “…” وguillemet «…» وsingle ‹…›.',
        en='The marks to examine: straight "…", curly “…”, guillemet «…», single ‹…›.',
    )
    max_paragraphs: int = option(
        8,
        ar="أقصى عدد للفقرات التي يمتد فيها اقتباس واحد قبل أن يُغلق.",
        en="Over how many paragraphs a quotation may run on before it is closed.",
    )

    def lonely(self, document: Document, kind: Literal["unclosed", "unopened"]) -> Iterable[Piece]:
        """The marks of one kind, of the families that the options name."""
        asked = self.max_paragraphs != self.options["max_paragraphs"].default
        found = document.quotations_over(self.max_paragraphs) if asked else document.quotations
        marks: Sequence[Piece] = getattr(found, kind)
        return [mark for mark in marks if FAMILIES[mark.text[0]] in self.families] if marks else ()
