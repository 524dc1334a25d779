"""Documents of word processors: a source with one paragraph a line, and the way from it into the XML of the package and back."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from ..arabic.lazy import regex
from ..arabic.letters import PLACEHOLDER
from ..document import Document, Source, SourceMap
from ..document.sourcemap import Run, add_run
from ..report import SourceEdit, applied
from .archive import Archive
from .layer import Layer
from .package_edits import edits_by_part
from .package_parts import BREAK, Part
from .plain import COMMENT
from .prose import Prose

_NO_LIMIT = 2**40
"""The limit for what has been read within one before."""
_BREAKS = regex(rf"{BREAK}[ \t]*{BREAK}[ \t{BREAK}]*")
_NOTHING = " \t\u00a0" + PLACEHOLDER


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
        contents = {
            part.name: part.source.encode(applied(part.source.text, own))
            for part, own in edits_by_part(self._parts, self._offsets, self.layer, edits)
        }
        return self._archive.replaced(contents)


def _after(runs: Sequence[Run]) -> tuple[int, int]:
    at = runs[-1].source_end if runs else 0
    return at, at


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The spans of a paragraph that two line breaks part and that say something."""
    ends = [0, *(at for found in _BREAKS.finditer(text) for at in found.span()), len(text)]
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        if text[start:end].strip(_NOTHING + BREAK):
            yield end - len(text[start:end].lstrip("\t")), end  # LibreOffice begins notes with a tab


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
