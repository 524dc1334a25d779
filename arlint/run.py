"""One run over files: read, parse, examine, suppress. What a process pool or a cache would map over is `report_of`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from .discover import Found, unreadable, unsupported
from .document import Document, Source, UnreadableError
from .engine import Counts, Known, add, conclude, examine, order, survey
from .formats import Format
from .report import Diagnostic, Fault, FileReport
from .rules import AnyRule, CorpusRule, Text
from .suppress import Names, suppressed

Rules = Callable[[str], Sequence[AnyRule]]
"""The rules for a path."""


class Input(NamedTuple):
    """How files are read: the formats by name, and the most bytes that a file may have."""

    formats: Mapping[str, Format]
    max_bytes: int = 20_000_000
    contents: Mapping[str, bytes] = MappingProxyType({})
    """What is read in place of files, by path: standard input, what is staged, what is repaired and not yet written."""
    names: Names = ()
    """(id, code) of every rule there is, for checking suppression comments."""


def documents_of(found: Found, source: Input) -> Iterator[Document | Fault]:
    """The articles in a file, one by one, and at the end why it cannot be read, or not to its end."""
    try:
        data = source.contents.get(found.path)
        if data is None:
            data = _read(found.path, source.max_bytes)
        if len(data) > source.max_bytes:
            yield _too_large(found.path, source.max_bytes)
            return
        decoded = source.formats[found.format].decode(found.path, data, source.max_bytes)
        fmt = format_of(found, decoded, source.formats)
        if fmt is not None:
            yield from fmt.documents(decoded, found.fields)
        elif found.named:
            yield unsupported(found.path, (found.format, *found.others))
    except UnreadableError as error:
        yield Fault(found.path, "file", Text(error.ar, error.en))
    except OSError as error:
        yield unreadable(found.path, error)


def format_of(found: Found, decoded: Source, formats: Mapping[str, Format]) -> Format | None:
    """The format of a file, told by its content where several share its suffix; None where it is none of them."""
    if not found.others:
        return formats[found.format]
    several = [formats[name] for name in (found.format, *found.others)]
    sure = (one for one in several if one.holds is not None and one.holds(decoded))
    return next(sure, None) or next((one for one in several if one.holds is None), None)


def _read(path: str, limit: int) -> bytes:
    with open(path, "rb") as file:
        return file.read(limit + 1)


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


def report_of(found: Found, source: Input, rules: Sequence[AnyRule], known: Known) -> FileReport:
    """All that is to be said of one file."""
    return report_on(found, documents_of(found, source), source, rules, known)


def report_on(
    found: Found, read: Iterable[Document | Fault], source: Input, rules: Sequence[AnyRule], known: Known
) -> FileReport:
    """All that is to be said of the articles that were read from one file (see `documents_of`)."""
    documents: list[Document] = []
    diagnostics: list[Diagnostic] = []
    faults: list[Fault] = []
    for one in read:
        if isinstance(one, Fault):
            faults.append(one)
            continue
        report = examine(one, rules, known)
        diagnostics += report.diagnostics
        faults += report.faults
        if not documents or "arlint:" in one.source.text:
            documents.append(one)  # one is enough, unless a comment speaks of some
    if not documents:
        return FileReport(found.path, None, (), tuple(faults))
    report = FileReport(found.path, documents[0].source, tuple(sorted(diagnostics, key=order)), tuple(faults))
    return suppressed(documents, report, rules, source.formats[found.format].comments, source.names)


def reports(files: Iterable[Found | Fault], source: Input, rules: Rules, compare: Sequence[AnyRule] = ()) -> Iterator[FileReport]:
    """The reports of all files, in their order. `compare` are the rules that may look across files; without one, files are read once."""
    known: Known = {}
    if compares(compare):
        files = list(files)
        known, faults = conclusions(files, source, compare)
        yield from (FileReport(fault.path, None, (), (fault,)) for fault in faults)
    for found in files:
        if isinstance(found, Fault):
            yield FileReport(found.path, None, (), (found,))
        else:
            yield report_of(found, source, rules(found.path), known)


def compares(rules: Iterable[AnyRule]) -> bool:
    """Whether one of the rules looks across files, so that every file must be read before anything is said of one."""
    return any(isinstance(rule, CorpusRule) and rule.scope == "project" for rule in rules)


def conclusions(files: Iterable[Found | Fault], source: Input, compare: Sequence[AnyRule]) -> tuple[Known, list[Fault]]:
    """What the rules that look across files conclude from all of them."""
    return conclude(_surveyed(files, source, compare), compare)


def _surveyed(files: Iterable[Found | Fault], source: Input, compare: Sequence[AnyRule]) -> Counts:
    total: Counts = {}
    for found in files:
        if isinstance(found, Found):
            for document in documents_of(found, source):
                if isinstance(document, Document):
                    # A rule that fails here fails again, and is reported, when the file is checked.
                    add(total, survey(document, compare)[0])
    return total
