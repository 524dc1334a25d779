"""figures-out-of-bounds: an article with too many words, too few sources, sentences that are too long on average."""

from collections.abc import Iterator, Mapping
from typing import Literal

from arlint import Document, Example, Finding, Rule, Text, option

_Figure = Literal["words", "sentences", "quotations", "sources", "sentence_length", "osman"]
"""The figures of `arlint stats`, by their names in its JSON."""

_AVERAGES = ("sentence_length", "osman")
_FEWEST = 50  # words; fewer make no average

_NAMES: Mapping[str, Text] = {
    "words": Text("عدد الكلمات", "The number of words"),
    "sentences": Text("عدد الجمل", "The number of sentences"),
    "quotations": Text("عدد الاقتباسات", "The number of quotations"),
    "sources": Text("عدد الجمل التي تسمي مصدرا", "The number of sentences that name a source"),
    "sentence_length": Text("متوسط كلمات الجملة", "The average length of a sentence, in words,"),
    "osman": Text("مؤشر سهولة القراءة", "The readability score"),
}


class FiguresOutOfBounds(Rule):
    """مقال يخرج رقم من أرقامه عن حدود الدار: أطول مما ينبغي، أو بلا مصدر واحد، أو متوسط جمله طويل. الأرقام هي أرقام الأمر arlint stats:
    الكلمات words، والجمل sentences، والاقتباسات quotations، والجمل التي تسمي مصدرا sources، ومتوسط كلمات الجملة sentence_length، ومؤشر
    سهولة القراءة osman. القاعدة اختيارية، ولا تقول شيئا ما لم تُذكر حدود في min أو max. ولا يُحسب متوسط أو مؤشر لمقال كلماته أقل من 50.

    An article of which a figure lies outside the bounds of the house: too long, without a single source, with long sentences on average.
    The figures are those of `arlint stats`: `words`, `sentences`, `quotations`, `sources` (sentences that name one),
    `sentence_length` (words on average) and `osman` (readability). The rule is optional and says nothing until `min` or `max` give
    bounds. An article of fewer than 50 words has neither average nor score.
    """

    id = "figures-out-of-bounds"
    code = "STY008"
    title = Text("أرقام المقال خارج الحدود", "Figures out of bounds")
    message = Text("{name_ar} {figure:g}، والحد الأدنى {bound:g}.", "{name_en} is {figure:g}; the least allowed is {bound:g}.")
    messages = {"above": Text("{name_ar} {figure:g}، والحد الأقصى {bound:g}.", "{name_en} is {figure:g}; the most allowed is {bound:g}.")}
    level = "suggestion"
    default = False

    min: dict[_Figure, float] = option({}, ar="الحد الأدنى لكل رقم: {sources: 1}.", en="The least of each figure: {sources: 1}.")
    max: dict[_Figure, float] = option(
        {}, ar="الحد الأقصى لكل رقم: {words: 1200, sentence_length: 30}.", en="The most of each: {words: 1200, sentence_length: 30}."
    )

    good = ("وصل الوفد إلى العاصمة.",)
    cases = (
        Example("⟦وصل⟧ الوفد إلى العاصمة. غادر الوزير.", None, {"max": {"words": 5}}),
        Example("⟦وصل⟧ الوفد إلى العاصمة.", None, {"min": {"sources": 1}}),
        Example("قال الوزير إن الوفد وصل إلى العاصمة.", None, {"min": {"sources": 1}, "max": {"words": 7}}),
        Example(f"⟦وصل⟧ {'الوفد ' * 60}. {'الوزير ' * 20}.", None, {"max": {"sentence_length": 30}}),
        Example("وصل الوفد إلى العاصمة.", None, {"max": {"sentence_length": 2}}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """One finding at the first word for every bound that is broken."""
        if not (self.min or self.max) or not document.forms:
            return
        from arlint import figures

        found, first = figures(document), document.words[0]
        for bounds, variant in ((self.min, ""), (self.max, "above")):
            for name, bound in bounds.items():
                figure = getattr(found, name) if found.words >= _FEWEST or name not in _AVERAGES else None
                if figure is not None and (figure > bound if variant else figure < bound):
                    named = _NAMES[name]
                    yield self.found(
                        first.start, first.end, variant=variant, name_ar=named.ar, name_en=named.en, figure=round(figure, 1), bound=bound
                    )
