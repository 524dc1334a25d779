"""What a format of files is: how to get from their bytes to Documents, and back."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal

from ..document.source import Source, decode
from ..records import NamedTuple
from ..report import SourceEdit, applied
from ..rules.text import Text
from .field import Fields

if TYPE_CHECKING:
    from ..document import Document

Fixes = Literal["yes", "partly", "no"]


def read_text(path: str, data: bytes, limit: int) -> Source:
    """The source in the bytes of a text file, which is at most as long as they are. Raises UnreadableError."""
    return decode(path, data)


def write_text(data: bytes, edits: Iterable[SourceEdit]) -> bytes:
    """The bytes of a text file after these edits, encoded as it was."""
    source = decode("", data)
    return source.encode(applied(source.text, edits))


class Format(NamedTuple):
    """How files with these suffixes (in lower case, with the dot) are read. `about` says what is prose in them.

    `parse` takes a Source, and after it the fields to read where the format `takes_fields`; it gives a Document, or several where a file
    holds several articles. `comments` are the signs that begin a comment (see `arlint.directives`). `fixes` says whether repairs are
    written: `partly` where some places cannot be written to, such as both sides of a markup.

    Files that are no text say how to get from bytes to a Source and back. `decode` takes the path, the bytes and the most bytes that what
    is packed in them may take up. `write` gives the new bytes from the old ones and edits of the source they were decoded to; without
    edits they are the same. After a repair `decode` them again: the changed text alone does not make a Source. Both raise UnreadableError.

    In a format that is read `by_line` each line is an article, and a large file is read piece by piece.

    `holds` tells formats that share a suffix apart: whether this source is of the format. Those without it take what no other does.
    """

    name: str
    suffixes: tuple[str, ...]
    about: Text
    parse: Callable[..., "Document | Iterable[Document]"]
    comments: tuple[str, ...] = ("<!--", "{#")
    fixes: Fixes = "yes"
    takes_fields: bool = False
    decode: Callable[[str, bytes, int], Source] = read_text
    write: Callable[[bytes, Iterable[SourceEdit]], bytes] = write_text
    holds: Callable[[Source], bool] | None = None
    by_line: bool = False

    def documents(self, source: Source, fields: Fields = ()) -> "Iterable[Document]":
        """The articles of a file, one by one. `fields` are read as prose in place of those the format knows itself."""
        parsed = self.parse(source, fields) if fields and self.takes_fields else self.parse(source)
        from ..document import Document

        return (parsed,) if isinstance(parsed, Document) else parsed
