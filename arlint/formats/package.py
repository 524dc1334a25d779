"""Documents of word processors: a source with one paragraph a line, and the way from it into the XML of the package and back."""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, pairwise
from typing import TypeVar

from ..arabic.lazy import regex
from ..arabic.letters import PLACEHOLDER
from ..document import Document, Source, SourceMap, UnreadableError
from ..document.sourcemap import Run, Writer, add_run
from ..records import NamedTuple
from ..report import SourceEdit, applied
from .archive import Archive
from .html_writing import write_text
from .layer import Layer
from .plain import COMMENT
from .prose import Prose
from .xml import NotWellFormedError, Reader, read, read_xml

BREAK = "\v"
"""A line break within a paragraph, until the text is put together; two of them in a row part two blocks."""

_NO_LIMIT = 2**40
"""The limit for what has been read within one before."""
_BREAKS = regex(rf"{BREAK}[ \t]*{BREAK}[ \t{BREAK}]*")
_UNWRITABLE = regex("[\x00-\x08\n\x0b-\x1f\ufffe\uffff]")
BLANK = " \t\r\n"
"""What XML calls blanks."""
_NOTHING = " \t\u00a0" + PLACEHOLDER


@dataclass(frozen=True)
class Look:
    """How a stretch of text is formatted. Text may be written across runs that look alike, and never across others.

    As a Writer it writes text as it stands; what is `fixed` cannot be written to.
    """

    format: Hashable
    fixed: bool = False

    def __call__(self, text: str) -> str | None:
        """The text, where it may be written."""
        return None if self.fixed or _UNWRITABLE.search(text) else text


class Loose(NamedTuple):
    """The content of an element whose blanks at both ends are not shown, and where to say, if need be, that they are to be kept."""

    start: int
    end: int
    attribute: int


class Line(NamedTuple):
    """A paragraph: its runs and what they say, in the coordinates of the XML, and its role ("" where it is no prose)."""

    said: Sequence[tuple[str, Run]]
    role: str


class Part(NamedTuple):
    """A member of the package that holds text, its lines, and the elements in it whose outer blanks are not shown."""

    name: str
    source: Source
    lines: Iterable[Line]
    loose: Sequence[Loose] = ()


class PackageSource(Source):
    """The text of the document, every paragraph a line: line and column are the number of the paragraph and the place in it.

    `blocks` are the spans of its prose with their roles, `layer` the way to the XML of the parts, one after the other.
    """

    def __init__(self, path: str, archive: Archive, parts: Sequence[Part]) -> None:
        self._archive, self._parts = archive, parts
        self._offsets = [0, *accumulate(len(part.source.text) for part in parts)]
        texts: list[str] = []
        runs: list[Run] = []
        self.blocks: list[tuple[int, int, str]] = []
        start = 0
        for part, offset in zip(parts, self._offsets, strict=False):
            for line in part.lines:
                if texts:
                    texts.append("\n")
                    add_run(runs, Run(start, start + 1, *_after(runs), False))
                    start += 1
                text = "".join(said for said, _ in line.said)
                texts.append(text.replace(BREAK, " "))
                self.blocks += [(start + a, start + b, line.role) for a, b in _blocks(text) if line.role]
                for said, run in line.said:
                    a, b = run.source_start + offset, run.source_end + offset
                    add_run(runs, run._replace(start=start, end=start + len(said), source_start=a, source_end=b))
                    start += len(said)
        super().__init__(path, "".join(texts))
        self.layer = Layer(self.text, SourceMap(tuple(runs) or (Run(0, 0, 0, 0, False),)))

    def document(self, name: str) -> Document:
        """The document of the package in the format of this name."""
        runs = self.layer.sourcemap.runs
        own = (run._replace(source_start=run.start, source_end=run.end, writers=run.writers[:1], width=1) for run in runs)
        prose, speaks = Prose(self), "arlint:" in self.text
        with prose.within(Layer(self.text, SourceMap(tuple(own)))):
            for start, end, role in self.blocks:
                prose.begin()
                comments = COMMENT.finditer(self.text, start, end) if speaks else ()
                ends = [start, *(at for comment in comments for at in comment.span()), end]
                for number, (a, b) in enumerate(pairwise(ends)):
                    if number % 2:
                        prose.stand_in(PLACEHOLDER, a, b)
                    else:
                        prose.verbatim(a, b)
                prose.end(role)
        return prose.document(name)

    def rewritten(self, edits: Iterable[SourceEdit]) -> bytes:
        """The package after edits of the text. The parts are changed at their places only, all else stays byte for byte."""
        places = sorted(edit for one in sorted(edits) for smaller in self._within_looks(one) for edit in self._placed(smaller))
        places += self._spaces_kept(places)
        contents: dict[str, bytes] = {}
        for part, start in zip(self._parts, self._offsets, strict=False):
            own = [_moved(edit, -start) for edit in places if start <= edit.start < start + len(part.source.text)]
            if own:
                contents[part.name] = part.source.encode(applied(part.source.text, own))
        return self._archive.replaced(contents)

    def _within_looks(self, edit: SourceEdit) -> Iterator[SourceEdit]:
        """An edit over runs that look different, as several of what really changes."""
        looks = {run.writers[:1] for run in self.layer.sourcemap.runs_in(edit.start, edit.end)}
        if len(looks) < 2:
            yield edit
            return
        old = self.text[edit.start : edit.end]
        for kind, a, b, c, d in SequenceMatcher(None, old, edit.text, autojunk=False).get_opcodes():
            if kind != "equal":
                yield SourceEdit(edit.start + a, edit.start + b, edit.text[c:d])

    def _placed(self, edit: SourceEdit) -> Iterator[SourceEdit]:
        """The edits of the XML: the text goes where the first of the runs was, what the others held is taken away."""
        text = edit.text
        for run in self._runs(edit.start, edit.end):
            written: str | None = text
            for writer in run.writers:
                written = None if written is None else writer(written)
            if written is not None:
                yield SourceEdit(run.source_start, run.source_end, written)
                text = ""

    def _runs(self, start: int, end: int) -> list[Run]:
        if start < end:
            return [run for run in self.layer.sourcemap.runs_in(start, end) if run.exact]
        around = (start, min(start + 1, len(self.text))), (max(0, start - 1), start)
        near = [run for span in around for run in self.layer.sourcemap.runs_in(*span)]
        found = next((run for run in near if run.exact), None)
        if found is None:
            return []
        at = found.source_start if found.start == start else found.source_end
        return [found._replace(source_start=at, source_end=at)]

    def _spaces_kept(self, edits: Sequence[SourceEdit]) -> list[SourceEdit]:
        """What makes blanks count that an edit has brought to the edge of an element."""
        more: list[SourceEdit] = []
        for part, offset in zip(self._parts, self._offsets, strict=False):
            starts = [loose.start for loose in part.loose]
            touched: dict[int, list[SourceEdit]] = {}
            for edit in edits if starts else ():
                number = bisect_right(starts, edit.start - offset) - 1
                if number >= 0 and edit.end - offset <= part.loose[number].end:
                    touched.setdefault(number, []).append(_moved(edit, -offset))
            for number, within in touched.items():
                more += [_moved(edit, offset) for edit in _kept(part.source.text, part.loose[number], within)]
        return more


def _kept(text: str, loose: Loose, edits: Sequence[SourceEdit]) -> Iterator[SourceEdit]:
    content = text[loose.start : loose.end]
    first, last = loose.end - len(content.lstrip(BLANK)), loose.start + len(content.rstrip(BLANK))
    shown = applied(text[first:last], (_moved(edit, -first) for edit in edits))
    if shown != shown.strip(BLANK):
        yield SourceEdit(loose.attribute, loose.attribute, ' xml:space="preserve"')
        yield from (SourceEdit(a, b, "") for a, b in ((loose.start, first), (last, loose.end)) if a < b)


def _moved(edit: SourceEdit, by: int) -> SourceEdit:
    return SourceEdit(edit.start + by, edit.end + by, edit.text)


def _after(runs: Sequence[Run]) -> tuple[int, int]:
    at = runs[-1].source_end if runs else 0
    return at, at


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The spans of a paragraph that two line breaks part and that say something."""
    ends = [0, *(at for found in _BREAKS.finditer(text) for at in found.span()), len(text)]
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        if text[start:end].strip(_NOTHING + BREAK):
            yield end - len(text[start:end].lstrip("\t")), end  # LibreOffice begins notes with a tab


R = TypeVar("R", bound=Reader)


def parse(source: Source, name: str) -> Document:
    """The document of a package in the format of this name; of a text that comes from no package, a paragraph a line."""
    if isinstance(source, PackageSource):
        return source.document(name)
    from .plain import parse as parse_text

    return parse_text(source)


def write(data: bytes, edits: Iterable[SourceEdit], decode: Callable[[str, bytes, int], Source]) -> bytes:
    """The package after edits of its text; without any, the same bytes."""
    edits = list(edits)
    source = decode("", data, _NO_LIMIT) if edits else None
    return source.rewritten(edits) if isinstance(source, PackageSource) else data


def read_part(archive: Archive, path: str, name: str, reader: Callable[[str], R]) -> tuple[Source, R] | None:
    """A part, and the reader that was made for its text and has been told it; None where the package holds no such part.

    Raises UnreadableError where it is no XML.
    """
    data = archive.read(name)
    if not data:
        return None
    source = read_xml(path, data, len(data))
    told = reader(source.text)
    try:
        read(source.text, told)
    except NotWellFormedError:
        raise UnreadableError(
            f"الجزء {name} من المستند تالف (ليس XML سليما)؛ افتح الملف في محرر النصوص واحفظه من جديد.",
            f"The part {name} of the document is damaged (no well-formed XML); open the file in a word processor and save it again.",
        ) from None
    return source, told


def run_of(start: int, end: int, look: Look, writer: Writer | None = None, *, exact: bool = True, width: int = 1) -> Run:
    """A run of XML; its place in the text is filled in later."""
    if not exact:
        return Run(0, 0, start, end, False)
    return Run(0, 0, start, end, True, (look, writer or write_text), width)


__all__ = ["BLANK", "BREAK", "Line", "Look", "Loose", "PackageSource", "Part", "parse", "read_part", "run_of", "write"]
