"""What the two rules about marks without a partner share."""

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Literal

from arlint import Document, Piece, Rule, option
from arlint.arabic.lazy import regex
from arlint.arabic.numerals import DIGIT
from arlint.arabic.quotation_marks import FAMILIES

_AFTER_DIGIT = regex(f'(?<=[{DIGIT}])"')


class LonelyMark(Rule):
    """A quotation mark that has no partner, of the families that the options name."""

    triggers = '"“”„‟«»‹›'
    any_language = True

    families: list[Literal["straight", "curly", "guillemet", "single"]] = option(
        ["straight", "curly", "guillemet"],
        ar='العلامات المفحوصة: straight "…" وcurly “…” وguillemet «…» وsingle ‹…›.',
        en='The marks to examine: straight "…", curly “…”, guillemet «…», single ‹…›.',
    )
    single_quotes: bool = option(
        False,
        ar="تُفحص العلامات المفردة ‹…› أيضا، كما لو ذُكرت في families.",
        en="Also examine single marks ‹…›, as if `families` named them.",
    )
    inch_marks: bool = option(
        True,
        ar='العلامة " بعد رقم، إن لم يكن لها قرين، علامة بوصة (55")؛ فإن أُوقف الخيار عُدّت إغلاقا لاقتباس لم يُفتح.',
        en='A mark " after a digit, without a partner, is one of inches (55"); if this is off it closes a quotation never opened.',
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
        if not self.inch_marks and kind == "unopened":
            spans = [*((one.start, one.end) for one in found.paired), *((one.start, one.end) for one in found.running)]
            quoted = {place for start, end in spans for place in (start, end - 1)}
            quoted.update(one.start for one in (*found.unclosed, *found.unopened))
            marks = sorted((*marks, *_inches(document, quoted)), key=lambda mark: mark.start)
        families = {*self.families, *(("single",) if self.single_quotes else ())}
        return [mark for mark in marks if FAMILIES[mark.text[0]] in families] if marks else ()


def _inches(document: Document, others: Set[int]) -> Iterator[Piece]:
    """The marks behind a digit that are none of these others, since they are read as those of inches."""
    for match in _AFTER_DIGIT.finditer(document.text):
        if match.start() not in others:
            yield Piece(match.group(), match.start())
