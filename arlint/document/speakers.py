"""Who speaks in a quotation, read off the words around it: for people who look at a text, not for deciding what is reported."""

import re

from ..arabic.lazy import regex
from ..arabic.speech import Saying, introduces, saying
from ..arabic.words import form, spans
from ..records import NamedTuple
from .document import Document
from .pieces import Piece, Quotation

_LONGEST = 8  # words of a name with its titles
_END = regex(r"[^\w\s\u064b-\u0652\u0640\u0670.-]|\.(?:\s|\Z)")
_AFTER_NAME = frozenset(
    "أن إن بأن أنه إنه أنها إنها بأنه بأنها إننا أننا في خلال على عن من إلى أمس اليوم غدا عقب بعد قبل لدى عبر مع ردا".split()
)
_SOURCES = regex(r"(?:بحسب|وبحسب|حسب|نقلا عن|وفقا ل|وفق|على حد قول|كما جاء في|على لسان)\s?")


class Speaker(NamedTuple):
    """Whose words a quotation holds, as far as the text says it near by.

    `name` is what the speaker is called there, `cue` the word or phrase that names the source, None for a colon. `carried` says that the
    name stands in an earlier sentence: `وأضاف: «…»`.
    """

    name: Piece
    cue: Piece | None
    carried: bool = False


def speakers(document: Document) -> list[tuple[Quotation, Speaker | None]]:
    """The outermost quotations of a document with their speakers; None where nobody is named near by."""
    found: list[tuple[Quotation, Speaker | None]] = []
    last: Piece | None = None
    for quotation in document.quotations.paired:
        if quotation.depth:
            continue
        one = _speaker(document, quotation, last)
        last = one.name if one else last
        found.append((quotation, one))
    return found


def _speaker(document: Document, quotation: Quotation, last: Piece | None) -> Speaker | None:
    paragraph = document.paragraph_at(quotation.start)
    if paragraph is None:
        return None
    around = [one for one in document.sentences_of(paragraph) if one.start < quotation.end and one.end > quotation.start]
    start = around[0].start if around else paragraph.start
    end = around[-1].end if around else paragraph.end
    verb = _verb(document, start, quotation.start, last=True)
    for cue, until in ((verb, quotation.start), (_phrase(document, quotation.end, end), end), (_verb(document, quotation.end, end), end)):
        if cue and (name := _name(document, cue.end, until)):
            return Speaker(name, cue)
    if verb is not None and last is not None:
        return Speaker(last, verb, carried=True)
    return None


def _verb(document: Document, start: int, end: int, *, last: bool = False) -> Piece | None:
    """The first or the last verb of saying in a stretch outside quotations."""
    text = document.outline
    found = [Piece(text[start + a : start + b], start + a) for a, b in spans(text[start:end])]
    verbs = [word for word in found if (one := saying(form(word.text))) and _says(one, text, word.end)]
    return verbs[-1 if last else 0] if verbs else None


def _says(one: Saying, text: str, end: int) -> bool:
    return one.manner != "naming" and one.part in ("past", "present", "participle") and (not one.weak or introduces(text, end))


def _phrase(document: Document, start: int, end: int) -> Piece | None:
    match = _SOURCES.search(document.outline, start, end)
    return Piece(match.group(), match.start()) if match else None


def _name(document: Document, start: int, end: int) -> Piece | None:
    """The words that follow, up to a sign or a word with which something else begins."""
    text = document.outline
    stop: re.Match[str] | None = _END.search(text, start, end)
    stop_at = stop.start() if stop else end
    taken = start
    for a, b in spans(text[start:stop_at])[:_LONGEST]:
        if form(text[start + a : start + b]) in _AFTER_NAME:
            break
        taken = start + b
    first = next((at for at in range(start, taken) if not text[at].isspace()), taken)
    return Piece(document.text[first:taken], first) if first < taken else None
