"""Files read: from their bytes to the articles in them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from .discover import Found, unreadable, unsupported
from .document import Source, UnreadableError
from .formats import Format
from .records import NamedTuple
from .report import Fault
from .rules import Text
from .stream import bytes_of, is_large, parts
from .stream import decoded as decoded_part

if TYPE_CHECKING:
    from .directives import Names
    from .document import Document


def _nothing() -> None:
    pass


class Input(NamedTuple):
    """How files are read: the formats by name, and the most bytes that a file may have."""

    formats: Mapping[str, Format]
    max_bytes: int = 20_000_000
    contents: Mapping[str, bytes] = MappingProxyType({})
    """What is read in place of files, by path: standard input, what is staged, what is repaired and not yet written."""
    names: "Names" = ()
    """(id, code) of every rule there is, for checking suppression comments."""
    died: Callable[[], None] = _nothing
    """Called when a process that worked on files was killed, before they are tried again."""


def documents_of(found: Found, source: Input) -> "Iterator[Document | Fault]":
    """The articles in a file, one by one, and at the end why it cannot be read, or not to its end."""
    try:
        data = data_of(found, source)
    except OSError as error:
        yield unreadable(found.path, error)
        return
    if found.part is None and len(data) > source.max_bytes:
        yield _too_large(found.path, source.max_bytes)
        return
    yield from documents_in(found, data, source)


def data_of(found: Found, source: Input) -> bytes:
    """The bytes of a file; of one that is too large, one more than there may be. Raises OSError."""
    data = source.contents.get(found.path)
    return bytes_of(found, source.max_bytes) if data is None else data


def documents_in(found: Found, data: bytes, source: Input) -> "Iterator[Document | Fault]":
    """The articles in the bytes of a file (see `documents_of`)."""
    try:
        decoded = source_in(found, source, data)
        fmt = format_of(found, decoded, source.formats)
        if fmt is not None:
            yield from fmt.documents(decoded, found.fields)
        elif found.named:
            yield unsupported(found.path, (found.format, *found.others))
    except UnreadableError as error:
        yield Fault(found.path, "file", Text(error.ar, error.en))


def source_in(found: Found, source: Input, data: bytes) -> Source:
    """The decoded text in the bytes of a file. Raises UnreadableError."""
    if found.part is not None:
        return decoded_part(found, found.part, data)
    return source.formats[found.format].decode(found.path, data, source.max_bytes)


def parted(files: Iterable[Found | Fault], source: Input) -> Iterator[Found | Fault]:
    """The files, large files of lines in parts."""
    for found in files:
        lines = isinstance(found, Found) and source.formats[found.format].by_line and found.path not in source.contents
        if isinstance(found, Fault) or not lines or not is_large(found.path):
            yield found
            continue
        try:
            yield from parts(found, source.max_bytes)
        except UnreadableError as error:
            yield Fault(found.path, "file", Text(error.ar, error.en))
        except OSError as error:
            yield unreadable(found.path, error)


def format_of(found: Found, decoded: Source, formats: Mapping[str, Format]) -> Format | None:
    """The format of a file, told by its content where several share its suffix; None where it is none of them."""
    if not found.others:
        return formats[found.format]
    several = [formats[name] for name in (found.format, *found.others)]
    if found.fields:  # who names fields knows what the file is
        several = [one for one in several if one.takes_fields] or several
    sure = (one for one in several if one.holds is not None and one.holds(decoded))
    return next(sure, None) or next((one for one in several if one.holds is None), None)


def articles_of(found: Found, decoded: Source, source: Input) -> "Iterable[Document]":
    """The articles in the decoded text of a file. Raises UnreadableError where there are none to read."""
    fmt = format_of(found, decoded, source.formats)
    return fmt.documents(decoded, found.fields) if fmt else ()


def source_of(found: Found, source: Input) -> Source | None:
    """The decoded text of a file, for reporters that show it; None where it cannot be read any more."""
    try:
        return source_in(found, source, data_of(found, source))
    except (OSError, UnreadableError):
        return None


def _too_large(path: str, limit: int) -> Fault:
    size = f"{limit / 1e6:g}"
    return Fault(
        path,
        "file",
        Text(
            f"الملف أكبر من الحد المسموح به ({size} ميغابايت)؛ قسّمه أو ارفع قيمة max-file-size في .arlint.yml.",
            f"The file is larger than the limit ({size} MB); split it, or raise max-file-size in .arlint.yml.",
        ),
    )
