"""Words that stand directly before certain others: what a grammar of closed constructions looks at."""

from collections.abc import Iterator, Set
from functools import lru_cache

from arlint import Document, Word
from arlint.arabic.lazy import regex

_OPENS = regex("(?:^|[.؟!?…:،؛«\"“(\\[\n])[ \u00a0]*$")
_ASKS = regex("[^.؟!?…\n]*[؟?]")
KASRA, SHADDA, SUKUN = "\u0650", "\u0651", "\u0652"
_LONG = 64  # words of a table
_FARTHEST = 400  # code points in which a question mark is looked for

LAM = frozenset(("لم", "ولم", "فلم"))


def pairs(document: Document, first: Set[str], second: Set[str]) -> list[tuple[Word, Word]]:
    """Each word of `first` that has a word of `second` directly after it, with that word, in order."""
    firsts = document.vocabulary.intersection(first)
    # Of a long table it is dearer to know which words a text has than to look up those that follow.
    seconds = second if len(second) > _LONG else document.vocabulary.intersection(second)
    wanted = set(_neighbours(document, firsts, seconds)) if firsts and seconds else ()
    if not wanted:
        return []
    following = document.words_among({form for _, form in wanted})
    return [(before, word) for word in following if (before := document.before(word)) and (before.form, word.form) in wanted]


def _neighbours(document: Document, first: Set[str], second: Set[str]) -> Iterator[tuple[str, str]]:
    """The forms that follow each other, whatever stands between: places are dearer than forms."""
    lines, forwards = lines_of(document), len(first) <= len(second)
    for form in first if forwards else second:
        line = f"\n{form}\n"
        at = lines.find(line)
        while at >= 0:
            start = at + len(line)
            if forwards:
                following = lines[start : lines.find("\n", start)]
                if following in second:
                    yield form, following
            else:
                before = lines[lines.rfind("\n", 0, at) + 1 : at]
                if before in first:
                    yield before, form
            at = lines.find(line, start - 1)


@lru_cache(maxsize=1)
def lines_of(document: Document) -> str:
    """The forms of a document, each a line: a text is searched for one faster than a list."""
    return f"\n{chr(10).join(document.forms)}\n"


def as_written(document: Document, word: Word) -> str:
    """A word with its harakat, by which writers tell apart what is spelled alike: أنّ and أنْ, لِمَ and لَمْ."""
    return document.source.text[slice(*document.sourcemap.span(word.start, word.end))]


def asks_why(document: Document, lam: Word) -> bool:
    """Whether a لم is the question لِمَ: it is vowelled so, or opens a sentence, a clause or a quotation that ends in a question mark."""
    if KASRA in as_written(document, lam):
        return True
    if lam.form != "لم" or not _OPENS.search(document.text, max(0, lam.start - 3), lam.start):
        return False
    return _ASKS.match(document.text, lam.start, lam.start + _FARTHEST) is not None
