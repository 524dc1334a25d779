"""One run over files: read, parse, examine, suppress; in several processes and from a cache of former runs, with the same result."""

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from .discover import Found, unreadable, unsupported
from .document import Source, UnreadableError
from .formats import Format
from .records import NamedTuple
from .report import Diagnostic, Fault, FileReport, Style, Told, Voice, summary
from .rules import AnyRule, CorpusRule, Text
from .stream import bytes_of, is_large, parts
from .stream import decoded as decoded_part

if TYPE_CHECKING:
    from .cache import Cache
    from .document import Document
    from .engine import Counts, Known
    from .learnt import Vocabulary
    from .project import Concluded
    from .recent import Recent
    from .suppress import Names

Rules = Callable[[str], Sequence[AnyRule]]
"""The rules for a path."""

_MANY = 32  # files from which it pays to read what former runs have learnt of words


class Input(NamedTuple):
    """How files are read: the formats by name, and the most bytes that a file may have."""

    formats: Mapping[str, Format]
    max_bytes: int = 20_000_000
    contents: Mapping[str, bytes] = MappingProxyType({})
    """What is read in place of files, by path: standard input, what is staged, what is repaired and not yet written."""
    names: "Names" = ()
    """(id, code) of every rule there is, for checking suppression comments."""


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
        decoded = _decoded(found, source, data)
        fmt = format_of(found, decoded, source.formats)
        if fmt is not None:
            yield from fmt.documents(decoded, found.fields)
        elif found.named:
            yield unsupported(found.path, (found.format, *found.others))
    except UnreadableError as error:
        yield Fault(found.path, "file", Text(error.ar, error.en))


def _decoded(found: Found, source: Input, data: bytes) -> Source:
    if found.part is not None:
        return decoded_part(found, found.part, data)
    return source.formats[found.format].decode(found.path, data, source.max_bytes)


def _parted(files: Iterable[Found | Fault], source: Input) -> Iterator[Found | Fault]:
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


def _joined(done: Iterable[tuple[Found | Fault, FileReport]]) -> Iterator[FileReport]:
    """The reports, those of parts as what goes on with the first one; of a part of which nothing is to be said there is none."""
    for found, report in done:
        if isinstance(found, Fault) or found.part is None or not found.part.at:
            yield report
        elif report.diagnostics or report.faults or report.accepted or (report.told and report.told.summary.findings):
            yield report._replace(goes_on=True)


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


def report_of(found: Found, source: Input, rules: Sequence[AnyRule], known: "Known") -> FileReport:
    """All that is to be said of one file."""
    return report_on(found, documents_of(found, source), source, rules, known)


def report_on(
    found: Found, read: "Iterable[Document | Fault]", source: Input, rules: Sequence[AnyRule], known: "Known"
) -> FileReport:
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


def reports(  # noqa: PLR0913  (the last four are seldom given)
    files: Iterable[Found | Fault],
    source: Input,
    rules: Rules,
    compare: Sequence[AnyRule] = (),
    jobs: int = 1,
    cache: "Cache | None" = None,
    known: "Known | None" = None,
    *,
    whole: bool = False,
    speaking: "Speaking | None" = None,
    recent: "Recent | None" = None,
) -> Iterator[FileReport]:
    """The reports of all files, in their order. `compare` are the rules that look across files (see `comparing`); without one, files are
    read once.

    `jobs` is how many processes may share the work, `cache` where results of former runs are found; neither changes what is reported.
    `known` are the conclusions across files, where they have been drawn already. Large files of lines are reported in parts, unless they
    are wanted as a `whole`: one report for each of `files`. With `speaking`, what is said of a file may be told in place of its report.
    `recent` stands for a cache where there are few files.
    """
    files = list(files) if whole else list(_parted(files, source))
    project = compares(compare)
    task = _Checking(source, rules, known or {}, speaking=speaking)
    if project and known is None:
        found = concluded_from(files, source, rules, compare, jobs, cache)
        known, task = found.known, task._replace(known=found.known, state=found.state, concerning=found.concern)
        yield from (FileReport(fault.path, None, (), (fault,)) for fault in found.faults)
    known = known or {}
    if project and not task.state:
        cache = None  # what is found where files are compared depends on all of them, and nobody can say how
    if len(files) >= _MANY:
        from .learnt import Vocabulary

        task = task._replace(vocabulary=Vocabulary(lambda: (rules(one.path) for one in files)))
    if jobs < 2 and cache is None:
        task.opening()
        held = None if project else recent
        made = (_unread(found) if isinstance(found, Fault) else _report(found, task, held) for found in files)
        yield from _joined(zip(files, made, strict=True))
        task.closing()
        return
    from .work import worked  # a run over one file needs neither processes nor a cache

    results = worked(files, task, jobs, cache)
    yield from _joined((found, _unread(found) if isinstance(found, Fault) else task.report(found, done)) for found, done in results)


def _report(found: Found, task: "_Checking", recent: "Recent | None") -> FileReport:
    """All that is to be said of one file: what was said of the same bytes before, if that is known."""
    rules = task.rules(found.path)
    own = task.print_of(rules) if recent is not None and found.path not in task.contents and found.part is None else None
    if recent is not None and own is not None:
        from .cache import digest, key, reading
        from .work import KEEP

        try:
            data = data_of(found, task.source)
            kept_under = key(digest(data), reading(found), found.path, own)
            done = recent.result(kept_under)
            if done is None:
                done = task.work(found)
                if done[:1] == KEEP and data_of(found, task.source) == data:
                    recent.keep(kept_under, done)
            return task.report(found, done)
        except OSError:
            pass  # that is said where it is read
    return report_of(found, task.source, rules, task.known)


def _unread(fault: Fault) -> FileReport:
    return FileReport(fault.path, None, (), (fault,))


class Speaking(NamedTuple):
    """How a reporter, known by its name, speaks of each file by itself."""

    voice: Voice
    style: Style
    name: str

    def told(self, report: FileReport) -> FileReport:
        """The report as it is told."""
        text = self.voice(report, self.style) if report.diagnostics else ""
        return FileReport(report.path, None, told=Told(text, summary([report])))


class _Checking(NamedTuple):
    """The work on one file: its report, packed."""

    source: Input
    rules: Rules
    known: "Known"
    state: bytes = b""
    concerning: "Callable[[Found], bytes] | None" = None
    vocabulary: "Vocabulary | None" = None
    speaking: Speaking | None = None

    @property
    def contents(self) -> Mapping[str, bytes]:
        """What stands for files."""
        return self.source.contents

    @property
    def max_bytes(self) -> int:
        """The size of the largest file to read."""
        return self.source.max_bytes

    def work(self, found: Found) -> bytes:
        """The packed report, and before it whether it may be kept: not what has an end date, nor what went wrong."""
        from .portable import packed
        from .work import KEEP, ONCE

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
        except (ValueError, TypeError, KeyError, IndexError, EOFError):
            return report_of(found, self.source, rules, self.known)

    def lost(self, found: Found) -> bytes:
        """The report of a file that killed the process which worked on it."""
        from .portable import packed
        from .work import ONCE

        return ONCE + packed(FileReport(found.path, None, (), (_killed(found.path),)))

    def concern(self, found: Found) -> bytes:
        """What of all that is known of all files concerns this one."""
        return self.concerning(found) if self.concerning else bytes(8)

    def print_of(self, rules: Sequence[AnyRule]) -> bytes | None:
        """What the result depends on besides the file."""
        from .work import print_of

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


class _Surveying(NamedTuple):
    """The work on one file before files are compared: what is noted of it."""

    source: Input
    rules: Rules
    state: bytes | None = None

    @property
    def contents(self) -> Mapping[str, bytes]:
        """What stands for files."""
        return self.source.contents

    @property
    def max_bytes(self) -> int:
        """The size of the largest file to read."""
        return self.source.max_bytes

    def work(self, found: Found) -> bytes:
        """The notes. A rule that fails here fails again, and is reported, when the file is checked."""
        from .document import Document
        from .engine import add, survey
        from .kept import sealed
        from .work import KEEP

        total: Counts = {}
        for document in documents_of(found, self.source):
            if isinstance(document, Document):
                add(total, survey(document, self.rules(found.path))[0])
        return KEEP + sealed(marshal.dumps(total))

    def lost(self, found: Found) -> bytes:
        """Nothing is noted of a file that kills its process; when it is checked that is said."""
        from .kept import sealed
        from .work import ONCE

        return ONCE + sealed(marshal.dumps({}))

    def notes(self, found: Found, done: bytes) -> "Counts":
        """The notes again."""
        from .kept import opened

        try:
            return cast("Counts", marshal.loads(opened(done[1:])))
        except (ValueError, TypeError, EOFError):
            return cast("Counts", marshal.loads(opened(self.work(found)[1:])))

    def opening(self) -> None:
        """Nothing is remembered of words."""

    def closing(self) -> None:
        """As for `opening`."""

    def concern(self, found: Found) -> bytes:
        """Nothing: what is noted of a file depends on no other."""
        return bytes(8)

    def print_of(self, rules: Sequence[AnyRule]) -> bytes | None:
        """What the notes depend on besides the file."""
        from .work import print_of

        own = print_of(_across(rules), self.source.names)
        return own and b"survey" + own


def source_of(found: Found, source: Input) -> Source | None:
    """The decoded text of a file, for reporters that show it; None where it cannot be read any more."""
    try:
        data = source.contents.get(found.path)
        return _decoded(found, source, bytes_of(found, source.max_bytes) if data is None else data)
    except (OSError, UnreadableError):
        return None


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
    return any(isinstance(rule, CorpusRule) and rule.scope == "project" for rule in rules)


def _across(rules: Sequence[AnyRule]) -> Sequence[AnyRule]:
    """Those of the rules that look across files, always as the same object."""
    known = _ACROSS.get(id(rules))
    if known is None or known[0] is not rules:
        known = _ACROSS[id(rules)] = rules, tuple(rule for rule in rules if compares([rule]))
    return known[1]


_ACROSS: dict[int, tuple[Sequence[AnyRule], Sequence[AnyRule]]] = {}
"""By identity, as prints are."""


def comparing(files: Iterable[Found | Fault], rules: Rules) -> tuple[AnyRule, ...]:
    """The rules that look across files, of all that are on for one of these; where options differ by path, several of one id."""
    sets = {id(own): own for own in (rules(found.path) for found in files)}
    return tuple(dict.fromkeys(rule for own in sets.values() for rule in own if compares([rule])))


def conclusions(
    files: Iterable[Found | Fault], source: Input, rules: Rules, compare: Sequence[AnyRule], jobs: int = 1, cache: "Cache | None" = None
) -> "tuple[Known, list[Fault]]":
    """What the rules that look across files conclude from all of them."""
    found = concluded_from(files, source, rules, compare, jobs, cache)
    return found.known, list(found.faults)


def concluded_from(
    files: Iterable[Found | Fault], source: Input, rules: Rules, compare: Sequence[AnyRule], jobs: int, cache: "Cache | None"
) -> "Concluded":
    """As `conclusions`, with what of them concerns a file."""
    from .project import concluded

    return concluded([found for found in files if isinstance(found, Found)], _Surveying(source, rules), compare, jobs, cache)
