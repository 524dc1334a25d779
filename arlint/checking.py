"""The work on one file, as it is shared among processes and kept: its report, packed, and what a reporter says of it."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from .discover import Found
from .document import Source
from .reading import Input, documents_of, source_of
from .records import NamedTuple
from .report import Diagnostic, Fault, FileReport, Style, Summary, Told, Voice, summary, told_together
from .results import KEEP, ONCE, UNCONCERNED, print_of
from .rules import AnyRule, Text, looks_across

if TYPE_CHECKING:
    from .document import Document
    from .engine import Known
    from .learnt import Vocabulary

Rules = Callable[[str], Sequence[AnyRule]]
"""The rules for a path."""


def report_of(found: Found, source: Input, rules: Sequence[AnyRule], known: "Known") -> FileReport:
    """All that is to be said of one file."""
    return report_on(found, documents_of(found, source), source, rules, known)


def report_on(found: Found, read: "Iterable[Document | Fault]", source: Input, rules: Sequence[AnyRule], known: "Known") -> FileReport:
    """All that is to be said of the articles that were read from one file (see `documents_of`)."""
    from .engine import examine, order
    from .suppress import suppressed

    documents: list[Document] = []
    diagnostics: list[Diagnostic] = []
    faults: list[Fault] = []
    commented = False  # all articles of a file have one source
    for one in read:
        if isinstance(one, Fault):
            faults.append(one)
            continue
        report = examine(one, rules, known)
        diagnostics += report.diagnostics
        faults += report.faults
        if not documents or commented:
            documents.append(one)  # one is enough, unless a comment speaks of some
            commented = commented or "arlint:" in one.source.text
    if not documents:
        return FileReport(found.path, None, (), tuple(faults))
    report = FileReport(found.path, documents[0].source, tuple(sorted(diagnostics, key=order)), tuple(faults))
    return suppressed(documents, report, rules, source.formats[found.format].comments, source.names)


class Speaking(NamedTuple):
    """How a reporter, known by its name, speaks of each file by itself."""

    voice: Voice
    style: Style
    name: str

    def told(self, report: FileReport) -> FileReport:
        """The report as it is told."""
        text = self.voice(report, self.style) if report.diagnostics else ""
        counts = summary([report])
        return FileReport(report.path, None, told=Told(text, counts, bool(counts.findings)))


class Checking(NamedTuple):
    """The work on one file: its report, packed."""

    source: Input
    rules: Rules
    known: "Known"
    state: bytes = b""
    concerning: "Callable[[Found], bytes] | None" = None
    vocabulary: "Vocabulary | None" = None
    speaking: Speaking | None = None

    def work(self, found: Found) -> bytes:
        """The packed report, and before it whether it may be kept: not what has an end date, nor what went wrong."""
        from .portable import packed
        report = report_of(found, self.source, self.rules(found.path), self.known)
        keep = not report.faults and report.source is not None and "until=" not in report.source.text
        if keep and not report.diagnostics and not report.accepted:
            return KEEP
        if self.speaking and not report.faults:
            report = self.speaking.told(report)
        return (KEEP if keep else ONCE) + packed(report)

    def report(self, found: Found, done: bytes) -> FileReport:
        """The report that was packed; one that was damaged while it was kept is made anew."""
        if len(done) == 1:  # KEEP: nothing is to be said
            return FileReport(found.path, Source(found.path, ""))
        from .portable import unpacked

        rules = self.rules(found.path)
        try:
            return unpacked(done[1:], partial(source_of, found, self.source), rules)
        except _DAMAGED:
            return report_of(found, self.source, rules, self.known)

    @property
    def joins(self) -> bool:
        """Whether results of several files may be one: where they are told."""
        return self.speaking is not None

    def joined(self, results: Sequence[bytes]) -> bytes | None:
        """One result that says what these say, one after the other; None where one of them was damaged while it was kept."""
        from .portable import packed, unpacked
        try:
            told = [_SILENT if one == KEEP else unpacked(one[1:], lambda: None, ()).told for one in results]
        except _DAMAGED:
            return None
        return None if None in told else KEEP + packed(FileReport("", None, told=told_together([one for one in told if one])))

    def lost(self, found: Found) -> bytes:
        """The report of a file that killed the process which worked on it."""
        from .portable import packed
        return ONCE + packed(FileReport(found.path, None, (), (_killed(found.path),)))

    def concern(self, found: Found) -> bytes:
        """A digest of the part of what is known of all files that concerns this one."""
        return self.concerning(found) if self.concerning else UNCONCERNED

    def print_of(self, rules: Sequence[AnyRule]) -> bytes | None:
        """What the result depends on besides the file."""
        own = print_of(rules, self.source.names)
        return own + repr(self.speaking[1:]).encode() if own and self.speaking else own

    def opening(self) -> None:
        """What former runs have learnt of words."""
        if self.vocabulary:
            self.vocabulary.recall()

    def closing(self) -> None:
        """What this one has."""
        if self.vocabulary:
            self.vocabulary.keep()


_DAMAGED = (ValueError, TypeError, KeyError, IndexError, EOFError)
_SILENT = Told("", Summary(1, 0, 0, 0, 0, 0, 0), 0)


def _killed(path: str) -> Fault:
    return Fault(
        path,
        "bug",
        Text(
            "انتهت العملية التي كانت تفحص هذا الملف قبل أن تتمه، وفُحصت الملفات الأخرى. أعد الفحص، فإن تكرر ذلك فأبلغنا به.",
            "The process that checked this file was ended before it was done; the other files were checked. Run again, and report it if it"
            " happens again.",
        ),
    )


def compares(rules: Iterable[AnyRule]) -> bool:
    """Whether one of the rules looks across files, so that every file must be read before anything is said of one."""
    return any(map(looks_across, rules))
