"""The places in a text where words stand that can be spelled in more than one way."""

from collections.abc import Collection, Iterable, Iterator

from arlint import Document, Word
from arlint.records import NamedTuple

from ._contested import Spelling
from ._hamza import is_listed
from ._hamza_forms import Residual
from ._sieve import Sieve
from ._variants import Match


class Occurrence(NamedTuple):
    """A word, or the words of a phrase, and how it is read. Half-open code points of the prose."""

    start: int
    end: int
    text: str
    spelling: Spelling


def listed(document: Document, sieve: Sieve) -> dict[str, set[str]]:
    """The spellings in a document of each word that the tables know: only such are compared across files.

    Places are looked up for phrases alone, whose words may stand apart.
    """
    found: dict[str, set[str]] = {}
    phrases: set[str] = set()
    for _, spelling in sieve.spellings(document.vocabulary):
        if spelling.rest:
            phrases.add(spelling.key)
        elif not isinstance(spelling, Residual) or is_listed(spelling.key):
            found.setdefault(spelling.key, set()).add(spelling.value)
    for one in occurrences(document, sieve, phrases) if phrases else ():
        found.setdefault(one.spelling.key, set()).add(one.spelling.value)
    return found


def occurrences(document: Document, sieve: Sieve, keys: Collection[str]) -> list[Occurrence]:
    """Every place where one of these words stands, in order, the longer of two that begin together first.

    Of phrases that overlap the longest is meant. A word in a phrase is not looked at by itself, be the phrase asked for or not, unless
    its group is open: then both are given.
    """
    spellings = list(sieve.spellings(document.vocabulary, keys))
    asked = [(form, spelling) for form, spelling in spellings if spelling.key in keys]
    begun = [(form, one) for form, one in spellings if isinstance(one, Match) and one.rest]
    phrases = _phrases(document, _touching(begun, asked)) if begun else []
    claimed = {start for phrase in phrases if not phrase.match.group.open for start in phrase.starts}
    found = [
        Occurrence(one.starts[0], one.end, document.text[one.starts[0] : one.end], one.match) for one in phrases if one.match.key in keys
    ]
    for form, spelling in asked:
        if spelling.rest:
            continue
        shunned = spelling.group.not_after if isinstance(spelling, Match) else ()
        for word in document.words_of(form):
            if word.start not in claimed and not (shunned and _follows(document, word, shunned)):
                found.append(Occurrence(word.start, word.end, word.text, spelling))
    return sorted(found, key=lambda one: (one.start, -one.end))


def apart(found: Iterable[Occurrence]) -> Iterator[Occurrence]:
    """Of places that lie within each other, the outer ones: nothing is said twice of one word."""
    end = 0
    for one in found:
        if one.start >= end:
            end = one.end
            yield one


def _touching(begun: list[tuple[str, Match]], asked: Iterable[tuple[str, Spelling]]) -> list[tuple[str, Match]]:
    """The phrases that may share a word with what is asked for, or with another such phrase: no other can matter."""
    words = {word for form, spelling in asked for word in (form, *spelling.rest)}
    while True:
        touching = [(form, one) for form, one in begun if form in words or not words.isdisjoint(one.rest)]
        more = words.union(word for form, one in touching for word in (form, *one.rest))
        if len(more) == len(words):
            return touching
        words = more


class _Phrase(NamedTuple):
    """A phrase found: where its words begin, and where the last of them ends."""

    starts: tuple[int, ...]
    end: int
    match: Match


def _phrases(document: Document, begun: Iterable[tuple[str, Match]]) -> list[_Phrase]:
    found = sorted(_complete(document, begun), key=lambda one: (one.starts[0], -len(one.starts)))
    kept: list[_Phrase] = []
    for one in found:
        if not kept or one.starts[0] >= kept[-1].end:
            kept.append(one)
    return kept


def _complete(document: Document, begun: Iterable[tuple[str, Match]]) -> Iterator[_Phrase]:
    for form, match in begun:
        for word in document.words_of(form):
            words = [word]
            for wanted in match.rest:
                following = document.after(words[-1])
                if following is None or following.form != wanted:
                    break
                words.append(following)
            else:
                yield _Phrase(tuple(one.start for one in words), words[-1].end, match)


def _follows(document: Document, word: Word, shunned: Collection[str]) -> bool:
    before = document.before(word)
    return before is not None and before.form in shunned
