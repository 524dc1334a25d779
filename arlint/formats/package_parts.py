"""What the parts of a package say, a line a paragraph, before one text is made of them."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from ..arabic.lazy import regex
from ..document import Source, UnreadableError
from ..document.sourcemap import Run, Writer
from ..records import NamedTuple
from .archive import Archive
from .html_writing import write_text
from .xml import NotWellFormedError, Reader, read
from .xml_source import read_xml

BREAK = "\v"
"""A line break within a paragraph, until the text is put together; two of them in a row part two blocks."""

_UNWRITABLE = regex("[\x00-\x08\n\x0b-\x1f\ufffe\uffff]")
BLANK = " \t\r\n"
"""What XML calls blanks."""


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


class Paragraph(Protocol):
    """A paragraph as a reader of a part has made it."""

    said: list[tuple[str, Run]]


P = TypeVar("P", bound=Paragraph)


def lines_of(paragraphs: Iterable[P], role: Callable[[P, bool], str]) -> Iterator[Line]:
    """The lines of paragraphs, in order. `role` is also told whether nothing was said before: the first heading is the headline."""
    first = True
    for paragraph in paragraphs:
        yield Line(paragraph.said, role(paragraph, first))
        first = first and not any(text.strip() for text, _ in paragraph.said)


class Part(NamedTuple):
    """A member of the package that holds text, its lines, and the elements in it whose outer blanks are not shown."""

    name: str
    source: Source
    lines: Iterable[Line]
    loose: Sequence[Loose] = ()


R = TypeVar("R", bound=Reader)


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
