"""Names that a text teaches: unknown words that stand where names stand, or occur too often for a slip."""

from collections.abc import Iterator, Mapping, Set
from functools import lru_cache

from arlint import Document, Word
from arlint.arabic.clitics import NOUN_PREFIXES, StemTable, long_enough
from arlint.arabic.lazy import regex
from arlint.arabic.lexicon import lexicon
from arlint.arabic.speech import saying

_REACH = 6
"""Words that may lie between a title and a part of the name: `وزير الخارجية الفرنسي السابق جان إيف لودريان`."""

_BARE = 2
"""Known words without ال that may lie there: first names and the like, such as `رجب طيب` in `الرئيس رجب طيب أردوغان`."""

_IN_LATIN = regex(r"[»\"”]?[ \u00a0]?[(\[]?[A-Za-z]")
_RELATION = regex("(?:و|ف)?(?:ال|بال|كال|لل).+(?:ي|ية)")
"""An adjective such as `الفرنسي`, which in news stands before a name more often than before anything else unknown."""


def learned(document: Document, unknown: Set[str], times: int) -> set[str]:
    """Those of the unknown forms of a document that are names.

    A word is a name, with whatever is attached to it, where it occurs `times` times or stands once where names stand: after a title, a
    kind of place or body, a given name or an adjective such as `الفرنسي`; beside another unknown word; in a dateline or byline; before
    its own letters in Latin script.
    """
    families: dict[str, list[Word]] = {}
    members: dict[str, set[str]] = {}
    for form in unknown:
        stem = _stem(form, unknown)
        families.setdefault(stem, []).extend(document.words_of(form))
        members.setdefault(stem, set()).add(form)
    return {
        form
        for stem, words in families.items()
        if len(words) >= times or any(_is_named(document, word, unknown) for word in words)
        for form in members[stem]
    }


def _stem(form: str, unknown: Set[str]) -> str:
    """What is left of a form without its particles, where the text has that too: `ولودريان`, `للودريان` → `لودريان`."""
    rests = (form[len(prefix) :] for prefix in NOUN_PREFIXES[:0:-1] if form.startswith(prefix) and long_enough(prefix, form[len(prefix) :]))
    return next((rest for rest in rests if rest in unknown), form)


def _is_named(document: Document, word: Word, unknown: Set[str]) -> bool:
    if _IN_LATIN.match(document.text, word.end):
        return True
    before, after = document.before(word), document.after(word)
    if (before and before.form in unknown) or (after and after.form in unknown and not after.form.startswith("و")):
        return True
    if before and not word.form.startswith("ال") and _RELATION.fullmatch(before.form):
        return True
    paragraph = document.paragraph_at(word.start)
    if paragraph and (paragraph.kind == "byline" or word.start < paragraph.start + paragraph.dateline):
        return True
    return any(_titles()[one.form] for one in _way_back(document, word))


def _way_back(document: Document, word: Word) -> Iterator[Word]:
    """The words before a name, as far back as its title may be."""
    bare = 0
    before = document.before(word)
    for _ in range(_REACH):
        if before is None:
            return
        yield before
        bare += not before.form.startswith(("ال", "لل", "وال", "بال"))
        if bare > _BARE or before.form in _facts()["stops"] or saying(before.form):
            return
        before = document.before(before)


@lru_cache(maxsize=1)
def _titles() -> StemTable[bool]:
    return StemTable(dict.fromkeys(_facts()["titles"], True))


@lru_cache(maxsize=1)
def _facts() -> Mapping[str, frozenset[str]]:
    return lexicon(__file__, "titles", _compiled)


def _compiled(table: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    words = {group: frozenset(" ".join(lines).split()) for group, lines in table.items()}
    stops = words.pop("stops")
    return {"stops": stops, "titles": frozenset().union(*words.values())}
