"""Every way in which particles and pronouns can be taken off a word, whatever is left of it: what a table of stems chooses from."""

from collections.abc import Iterator

from .clitics import NOUN_PREFIXES, NOUN_SUFFIXES, VERB_PREFIXES, Reading, StemTable

_SHORTEST = 3  # letters of a stem before a pronoun
_PREFIXES = tuple(dict.fromkeys((*NOUN_PREFIXES, *VERB_PREFIXES)))


class _AllBut(dict[str, None]):
    """A table in which every stem stands but one: a form that stands in a table is never taken apart."""

    def __init__(self, form: str) -> None:
        super().__init__()
        self._form = form

    def __contains__(self, stem: object) -> bool:
        return stem != self._form

    def __missing__(self, stem: str) -> None:
        return None


def readings(form: str) -> Iterator[Reading[None]]:
    """The possible readings of a bare form, the whole word first and then those with fewer clitics before those with more."""
    yield Reading("", form, None)
    table: StemTable[None] = StemTable(_AllBut(form), _PREFIXES, NOUN_SUFFIXES)
    found = (one for one in table.readings(form) if not one.suffix or len(one.stem) >= _SHORTEST)
    yield from sorted(dict.fromkeys(found), key=lambda one: (len(one.prefix) + len(one.suffix), bool(one.suffix), one.prefix, one.stem))
