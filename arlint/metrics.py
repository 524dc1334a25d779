"""The figures of a text: how many words, sentences and quotations it has, how much of it names a source, how hard it is to read."""

from bisect import bisect_left
from collections.abc import Iterable

from .arabic.attribution import attributed
from .arabic.quotation_marks import FAMILIES
from .arabic.readability import burden, counted, score
from .document import Document
from .document.quotations import Quotations
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
    return Metrics(
        len(document.forms),
        len(document.sentences),
        _count(document.quotations),
        sum(attributed(document.outline[one.start : one.end], documents=False) for one in document.sentences),
        burden(counted(document.forms)),
    )


def _count(found: Quotations) -> int:
    """How many quotations there are. One that runs over several paragraphs counts once, however often it is opened anew, and with all that
    stands in it.
    """
    starts = [one.start for one in found.paired if one.depth == 0]
    within = sum(bisect_left(starts, run.end) - bisect_left(starts, run.start) for run in found.running)
    return len(starts) - within + sum(run.text[-1] in FAMILIES for run in found.running)


def total(figures: Iterable[Metrics]) -> Metrics:
    """The figures of several texts together."""
    return Metrics(*map(sum, zip(Metrics(), *figures, strict=True)))
