"""What must be true of a repaired text before it is written: what the edits do not speak of is as it was, words of others among it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .arabic.words import forms
from .document import Document
from .fix import Shift
from .report import SourceEdit
from .rules import Text

_MARKUP = Text("الإصلاح يغيّر بناء النص حول موضعه", "the fix would change the structure of the text around it")
_QUOTED = Text("الإصلاح يغيّر كلاما مقتبسا", "the fix would change quoted words")
_OVERLAP = Text("تعديلات الإصلاح متداخلة أو خارج النص", "the edits of the fix overlap, or lie outside the text")


def misplaced(text: str, edits: Sequence[SourceEdit]) -> Text | None:
    """What is wrong with edits (in order) before they are made: None where they lie in the text and apart from one another."""
    last = 0
    for edit in edits:
        if not last <= edit.start <= edit.end <= len(text):
            return _OVERLAP
        last = edit.end
    return None


def disturbed(old: Sequence[Document], new: Sequence[Document], edits: Sequence[SourceEdit], *, quotations: bool) -> Text | None:
    """What edits (in order, of the source of `old`, the articles of a file) changed beside themselves: None where all else is as it was.

    The prose between two edits must be the same prose in blocks of the same roles, and what stands on both sides of an edit in one block
    must stay in one. Blanks do not count. With `quotations`, the words of every quotation must be the same too.
    """
    if len(old) != len(new):
        return _MARKUP
    before, after = (documents[0].source.text for documents in (old, new))
    if _between(old, _gaps(edits, len(before))) != _between(new, _gaps(_undone(edits), len(after))):
        return _MARKUP
    shift = Shift(edits)
    return _QUOTED if quotations and not all(_same_quotations(one, other, shift) for one, other in zip(old, new, strict=True)) else None


def _undone(edits: Sequence[SourceEdit]) -> list[SourceEdit]:
    """Where the edited stretches are in the new text."""
    moved, places = 0, []
    for edit in edits:
        places.append(SourceEdit(edit.start + moved, edit.start + moved + len(edit.text), ""))
        moved += len(edit.text) - edit.end + edit.start
    return places


def _gaps(edits: Sequence[SourceEdit], length: int) -> list[tuple[int, int]]:
    """The stretches between edits."""
    ends = [0, *(edit.end for edit in edits)]
    return list(zip(ends, (*(edit.start for edit in edits), length), strict=True))


_Prose = tuple[list[list[tuple[str, str]]], list[bool]]


def _between(documents: Sequence[Document], gaps: Sequence[tuple[int, int]]) -> _Prose:
    """The prose of each gap, block by block with its role; and for every gap but the first whether it goes on in the block of the one
    before that has any."""
    prose: list[list[tuple[str, str]]] = [[] for _ in gaps]
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    starts = [gap[0] for gap in gaps]
    blocks = ((one, block) for one in documents for block in one.blocks)
    for number, (document, block) in enumerate(blocks):
        for at, text in _kept(document, block.start, block.end, gaps, starts):
            role, before = prose[at][-1] if last.get(at) == number else (block.role, "")
            if before:
                prose[at].pop()
            prose[at].append((role, before + text))
            first.setdefault(at, number)
            last[at] = number
    spoken = sorted(first)
    return prose, [last[one] == first[other] for one, other in pairwise(spoken)]


def _kept(
    document: Document, start: int, end: int, gaps: Sequence[tuple[int, int]], starts: Sequence[int]
) -> Iterator[tuple[int, str]]:
    """What of a block's prose comes from gaps, which begin at `starts`, without blanks, each piece with the number of its gap."""
    for run in document.sourcemap.runs_in(start, end):
        index = max(0, bisect_right(starts, run.source_start) - 1)
        if not run.exact or run.width != 1:
            if gaps[index][0] <= run.source_start and run.source_end <= gaps[index][1]:
                yield from _spoken(index, document.text[run.start : run.end])
            continue
        while index < len(gaps) and gaps[index][0] < run.source_end:
            a, b = max(gaps[index][0], run.source_start), min(gaps[index][1], run.source_end)
            if a < b:
                yield from _spoken(index, document.text[run.start + a - run.source_start : run.start + b - run.source_start])
            index += 1


def _spoken(index: int, text: str) -> Iterator[tuple[int, str]]:
    said = "".join(text.split())
    if said:
        yield index, said


def _same_quotations(old: Document, new: Document, shift: Shift) -> bool:
    """Whether the words within each quotation of the old text stand at the same place in the new one."""
    prose_of = _ProseOf(new)
    spans = ((start, end) for start, end in old.quoted_spans if start < end)
    return all(
        _spoken_words(old.text[start:end]) == _spoken_words(prose_of.span(*shift.span(*old.sourcemap.span(start, end))))
        for start, end in spans
    )


def _spoken_words(text: str) -> str:
    """The words of a text; where blanks stand between them does not count."""
    return "".join(forms(text))


class _ProseOf:
    """The prose that comes from a stretch of the source."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        # In some formats the prose does not come in the order of the source: a title that is told before what stands above it.
        self._runs = sorted(document.sourcemap.runs, key=lambda run: run.source_start)
        self._starts = [run.source_start for run in self._runs]

    def span(self, start: int, end: int) -> str:
        """The prose of a span of the source."""
        parts: list[str] = []
        index = max(0, bisect_right(self._starts, start) - 1)
        while index < len(self._runs) and self._starts[index] < end:
            run = self._runs[index]
            if run.exact:
                first = run.start + max(0, start - run.source_start) // run.width
                parts.append(self._text[first : min(run.end, run.start + (end - run.source_start) // run.width)])
            elif run.source_end > start:
                parts.append(self._text[run.start : run.end])
            index += 1
        return "".join(parts)
