"""The figures of a text: how many words, sentences and quotations it has, how much of it names a source, how hard it is to read."""

from collections.abc import Iterable

from .arabic.attribution import attributed
from .arabic.readability import burden, counted, score
from .document import Document
from .records import NamedTuple


class Metrics(NamedTuple):
    """Counts of a text, or of several together.

    `sentences` are those of all paragraphs, headings and headlines; `quotations` those with both their marks, one within another not
    counted, and those that run over several paragraphs; `sources` the sentences that name one: somebody who says something, or a
    phrase that names where it comes from (بحسب, وفقا ل, نقلا عن, في بيان …), inside a quotation not counted. `burden` is the sum of the
    loads of the words in the measure OSMAN.
    """

    words: int = 0
    sentences: int = 0
    quotations: int = 0
    sources: int = 0
    burden: int = 0

    @property
    def sentence_length(self) -> float | None:
        """Words of a sentence on average; None where there is none."""
        return self.words / self.sentences if self.sentences else None

    @property
    def osman(self) -> float | None:
        """Readability by OSMAN, from about 0 (hardest) to 200; None for a text without words."""
        return score(self.words, self.sentences, self.burden)


def metrics(document: Document) -> Metrics:
    """The figures of a document, the same with harakat and without."""
    document = document.bare
    quoted = document.quotations
    return Metrics(
        len(document.forms),
        len(document.sentences),
        sum(one.depth == 0 for one in quoted.paired) + len(quoted.running),
        sum(attributed(document.outline[one.start : one.end], documents=False) for one in document.sentences),
        burden(counted(document.forms)),
    )


def total(figures: Iterable[Metrics]) -> Metrics:
    """The figures of several texts together."""
    return Metrics(*map(sum, zip(Metrics(), *figures, strict=True)))
