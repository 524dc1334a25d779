"""The views of a document as records of plain values, each with its place in the source file."""

from collections.abc import Iterator, Sequence
from typing import Any

from ..arabic.readings import readings
from ..arabic.skeletons import hamza, skeleton
from ..arabic.speech import saying
from ..document import Document, Word
from ..document.speakers import Speaker, speakers

PARTS = ("blocks", "sentences", "quotations", "words")

Record = dict[str, Any]


def seen(document: Document) -> Iterator[tuple[str, Sequence[Record]]]:
    """Each part with its records. Offsets are half-open code points of the source, lines and columns count from 1."""
    yield "blocks", [
        {
            **_place(document, one.start, one.end),
            "role": block.role,
            "kind": one.kind,
            "foreign": one.number in document.foreign,
            "dateline": one.text[: one.dateline],
            "text": one.text,
        }
        for block, one in zip(document.blocks, document.paragraphs, strict=True)
    ]
    yield "sentences", [{**_place(document, one.start, one.end), "text": one.text} for one in document.sentences]
    yield "quotations", [
        {
            **_place(document, one.start, one.end),
            "family": one.family,
            "mixed": one.mixed,
            "sure": one.sure,
            "text": one.text,
            "speaker": None if who is None else _speaker(document, who),
        }
        for one, who in speakers(document)
    ]
    yield "words", [_word(document, one) for one in document.words]


def _place(document: Document, start: int, end: int) -> Record:
    line, column, end_line, end_column = document.stretch(start, end)
    first, last = document.sourcemap.span(start, end)
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column, "start": first, "end": last}


def _speaker(document: Document, who: Speaker) -> Record:
    return {
        "name": who.name.text,
        **_place(document, who.name.start, who.name.end),
        "cue": who.cue.text if who.cue else None,
        "carried": who.carried,
    }


def _word(document: Document, word: Word) -> Record:
    said = saying(word.form)
    return {
        **_place(document, word.start, word.end),
        "text": word.text,
        "form": word.form,
        "hamza": hamza(word.form),
        "skeleton": skeleton(word.form),
        "readings": [{"prefix": one.prefix, "stem": one.stem, "suffix": one.suffix} for one in readings(word.form)],
        "saying": said and said._asdict(),
    }
