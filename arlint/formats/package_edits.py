"""Edits of the text of a package, as edits of the XML of its parts."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from ..document.sourcemap import Run
from ..report import SourceEdit, applied
from .layer import Layer
from .package_parts import BLANK, Loose, Part


def edits_by_part(
    parts: Sequence[Part], offsets: Sequence[int], layer: Layer, edits: Iterable[SourceEdit]
) -> Iterator[tuple[Part, list[SourceEdit]]]:
    """The parts that edits of the text change, each with its own edits. `offsets` say where each part begins in the source of the layer."""
    places = sorted(edit for one in sorted(edits) for smaller in _within_looks(layer, one) for edit in _placed(layer, smaller))
    for part, offset in zip(parts, offsets, strict=False):
        own = [_moved(edit, -offset) for edit in places if offset <= edit.start < offset + len(part.source.text)]
        if own:
            yield part, [*own, *_blanks_kept(part, own)]


def _within_looks(layer: Layer, edit: SourceEdit) -> Iterator[SourceEdit]:
    """An edit over runs that look different, as several of what really changes."""
    looks = {run.writers[:1] for run in layer.sourcemap.runs_in(edit.start, edit.end)}
    if len(looks) < 2:
        yield edit
        return
    old = layer.text[edit.start : edit.end]
    for kind, a, b, c, d in SequenceMatcher(None, old, edit.text, autojunk=False).get_opcodes():
        if kind != "equal":
            yield SourceEdit(edit.start + a, edit.start + b, edit.text[c:d])


def _placed(layer: Layer, edit: SourceEdit) -> Iterator[SourceEdit]:
    """The edits of the XML: the text goes where the first of the runs was, what the others held is taken away."""
    text = edit.text
    for run in _runs(layer, edit.start, edit.end):
        written: str | None = text
        for writer in run.writers:
            written = None if written is None else writer(written)
        if written is not None:
            yield SourceEdit(run.source_start, run.source_end, written)
            text = ""


def _runs(layer: Layer, start: int, end: int) -> list[Run]:
    """The runs that an edit writes to; for an insertion the place beside it in the nearest one."""
    if start < end:
        return [run for run in layer.sourcemap.runs_in(start, end) if run.exact]
    around = (start, min(start + 1, len(layer.text))), (max(0, start - 1), start)
    near = [run for span in around for run in layer.sourcemap.runs_in(*span)]
    found = next((run for run in near if run.exact), None)
    if found is None:
        return []
    at = found.source_start if found.start == start else found.source_end
    return [found._replace(source_start=at, source_end=at)]


def _blanks_kept(part: Part, edits: Iterable[SourceEdit]) -> Iterator[SourceEdit]:
    """What makes blanks count that edits have brought to the edge of an element."""
    starts = [loose.start for loose in part.loose]
    touched: dict[int, list[SourceEdit]] = {}
    for edit in edits if starts else ():
        number = bisect_right(starts, edit.start) - 1
        if number >= 0 and edit.end <= part.loose[number].end:
            touched.setdefault(number, []).append(edit)
    for number, within in touched.items():
        yield from _kept(part.source.text, part.loose[number], within)


def _kept(text: str, loose: Loose, edits: Iterable[SourceEdit]) -> Iterator[SourceEdit]:
    content = text[loose.start : loose.end]
    first, last = loose.end - len(content.lstrip(BLANK)), loose.start + len(content.rstrip(BLANK))
    shown = applied(text[first:last], (_moved(edit, -first) for edit in edits))
    if shown != shown.strip(BLANK):
        yield SourceEdit(loose.attribute, loose.attribute, ' xml:space="preserve"')
        yield from (SourceEdit(a, b, "") for a, b in ((loose.start, first), (last, loose.end)) if a < b)


def _moved(edit: SourceEdit, by: int) -> SourceEdit:
    return SourceEdit(edit.start + by, edit.end + by, edit.text)
