"""The smallest change that gives a written word another spelling, so that its harakat live on where its letters stay."""

from collections.abc import Iterator
from functools import lru_cache

from ..records import NamedTuple
from .letters import BLANK
from .words import form


class Respelling(NamedTuple):
    """Put `text` in place of the half-open span `start:end` of the written word."""

    start: int
    end: int
    text: str


class _Letter(NamedTuple):
    """A letter of the bare form and the written characters that hold it; `end` leaves out the marks that follow."""

    letter: str
    start: int
    end: int
    first: bool  # of the letters that one written character holds (ﻻ holds two)
    last: bool


def respelling(written: str, bare: str, offset: int = 0) -> Respelling:
    """What to change in `written` (with harakat, tatweel or presentation forms) so that its bare form becomes `bare`.

    Both may be several words; a run of blanks counts as one. The span counts from `offset`, where `written` begins.
    """
    start, end, text = _change(written, bare)
    return Respelling(offset + start, offset + end, text)


@lru_cache(maxsize=4096)  # a text repeats its slips, and so do texts
def _change(written: str, bare: str) -> Respelling:
    if written.isalpha() and form(written) == written:
        head, tail = _shared(written, bare)
        return Respelling(head, len(written) - tail, bare[head : len(bare) - tail])
    letters = list(_letters(written))
    head, tail = _shared("".join(letter.letter for letter in letters), bare)
    while 0 < head < len(letters) and not letters[head].first:
        head -= 1
    while tail and len(letters) > tail and not letters[len(letters) - tail - 1].last:
        tail -= 1
    text, stop = bare[head : len(bare) - tail], len(letters) - tail
    start = letters[head].start if head < len(letters) else len(written)
    if head < stop and text:
        return Respelling(start, letters[stop - 1].end, text)
    # Nothing is put in the place of the letters: their marks go with them. Or nothing is taken: the marks before stay.
    return Respelling(start, letters[stop].start if stop < len(letters) else len(written), text)


def _shared(old: str, new: str) -> tuple[int, int]:
    """How many characters two spellings share at the beginning, and of the rest at the end."""
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    return head, next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)


def _letters(written: str) -> Iterator[_Letter]:
    blank = False
    for at, character in enumerate(written):
        if character in BLANK:
            if not blank:
                end = at + len(written[at:]) - len(written[at:].lstrip(BLANK))
                yield _Letter(" ", at, end, True, True)
            blank = True
            continue
        blank = False
        held = form(character)
        for number, letter in enumerate(held):
            yield _Letter(letter, at, at + 1, number == 0, number == len(held) - 1)
