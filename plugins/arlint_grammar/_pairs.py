"""Words that stand directly before certain others: what a grammar of closed constructions looks at."""

from collections.abc import Callable, Iterator, Set

from arlint import Document, Word
from arlint.arabic.lazy import regex

_OPENS = regex("(?:^|[.؟!?…:،؛«\"“(\\[\n])[ \u00a0]*$")
_ASKS = regex("[^.؟!?…\n]*[؟?]")
_FARTHEST = 400  # code points in which a question mark is looked for

LAM = frozenset(("لم", "ولم", "فلم"))


def pairs(document: Document, first: Set[str], second: Callable[[str], object]) -> Iterator[tuple[Word, Word]]:
    """Each word of `first` that has a word directly after it of whose form `second` holds, with that word, in order."""
    wanted = {pair for pair in _neighbours(document, first & document.vocabulary) if second(pair[1])}
    found = (
        (before, word)
        for form in {following for _, following in wanted}
        for word in document.words_of(form)
        if (before := document.before(word)) and (before.form, form) in wanted
    )
    yield from sorted(found, key=lambda pair: pair[0].start)


def _neighbours(document: Document, first: Set[str]) -> Iterator[tuple[str, str]]:
    """The forms that follow each of these, whatever stands between: places are dearer than forms."""
    forms = document.forms
    for form in first:
        at = -1
        for _ in range(forms.count(form)):
            at = forms.index(form, at + 1)
            yield from ((form, following) for following in forms[at + 1 : at + 2])


def asks_why(document: Document, lam: Word) -> bool:
    """Whether a لم is the question لِمَ: it opens a sentence, a clause or a quotation, and a question mark ends it."""
    if lam.form != "لم" or not _OPENS.search(document.text, max(0, lam.start - 3), lam.start):
        return False
    return _ASKS.match(document.text, lam.start, lam.start + _FARTHEST) is not None
