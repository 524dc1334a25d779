"""What a run gives to reporters: diagnostics at places of the source files, faults, and sums. Plain values, no printing."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from .document.source import Source
from .records import NamedTuple
from .rules import AnyRule, Level, Text


class SourceEdit(NamedTuple):
    """Put `text` in place of the half-open span of code points of the decoded source."""

    start: int
    end: int
    text: str


def applied(text: str, edits: Iterable[SourceEdit]) -> str:
    """The text with these edits made. They must not overlap."""
    parts: list[str] = []
    last = 0
    for edit in sorted(edits):
        parts += (text[last : edit.start], edit.text)
        last = edit.end
    return "".join((*parts, text[last:]))


class Fix(NamedTuple):
    """Edits that belong together, and whether they may be made without asking: never where `quoted`, since they change quoted words."""

    safe: bool
    edits: tuple[SourceEdit, ...]
    quoted: bool = False


class RelatedPlace(NamedTuple):
    """A place that explains a diagnostic. Lines and columns from 1; the end column is one past the last character."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    message: Text


class Diagnostic(NamedTuple):
    """A finding at its place in the source file.

    Lines and columns count from 1, the end column is one past the last character; `start:end` is the half-open span of code points
    of the decoded source, `text` what stands there. Diagnostics sort by path and place.
    """

    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    rule: AnyRule
    level: Level
    text: str
    message: Text
    args: Mapping[str, object]
    related: tuple[RelatedPlace, ...] = ()
    fix: Fix | None = None
    variant: str = ""

    def sentence(self, lang: str) -> str:
        """The message in `ar` or `en`."""
        return self.message.format(lang, self.args)


class Fault(NamedTuple):
    """Something that kept arlint from reading a file or running a rule. `kind`: `file` (the user's), `rule` (what a rule of the user's
    could not do there) or `bug` (a rule's or ours).

    `detail` is a traceback for bugs.
    """

    path: str
    kind: str
    message: Text
    detail: str = ""


class Acceptance(NamedTuple):
    """A diagnostic that the newsroom lives with: said where (a comment in the text, the configuration, the baseline), and why."""

    diagnostic: Diagnostic
    by: Literal["comment", "configuration", "baseline"]
    reason: str = ""


class Summary(NamedTuple):
    """Counts over a run."""

    files: int
    errors: int
    warnings: int
    suggestions: int
    fixable: int
    suppressed: int
    faults: int

    @property
    def findings(self) -> int:
        """Diagnostics of all levels."""
        return self.errors + self.warnings + self.suggestions


class Told(NamedTuple):
    """What a reporter says of a file, where it was said by the process that checked it, or of several, one after the other; the counts, the
    files among them; and how many of them have findings.
    """

    text: str
    summary: Summary
    touched: int


def told_together(several: Sequence[Told]) -> Told:
    """What is said of several files, as what is said of one."""
    counts = zip(*(one.summary for one in several), strict=True)
    return Told("".join(one.text for one in several), Summary(*map(sum, counts)), sum(one.touched for one in several))


class FileReport(NamedTuple):
    """All that is to be said of one file. `source` is None where it could not be read.

    `accepted` are the findings that are not reported, since somebody has said so; only few formats speak of them.
    """

    path: str
    source: Source | None
    diagnostics: tuple[Diagnostic, ...] = ()
    faults: tuple[Fault, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    goes_on: bool = False
    """Whether the report goes on with the file of the one before: a large file is reported piece by piece."""
    told: Told | None = None
    """If given, this is all there is of the report: no diagnostics, and no source."""

    @property
    def start(self) -> int:
        """Where the source begins in its file, in code points."""
        return self.source.start if self.source else 0

    @property
    def suppressed(self) -> int:
        """How many findings are accepted."""
        return len(self.accepted)


def is_silent(report: FileReport) -> bool:
    """Whether the file was read and nothing is to be said of it: so it is with most of a large archive."""
    return not (report.diagnostics or report.faults or report.accepted or report.source is None)


class Style(NamedTuple):
    """How a report is to be written: language, colour, bidi isolates round paths and terms (for terminals), and the columns of a line.

    `width` 0 stands for no terminal, whose lines have no end.
    """

    lang: str = "ar"
    color: bool = False
    isolates: bool = False
    width: int = 0


Render = Callable[[Iterable[FileReport], Style], Iterator[str]]
Voice = Callable[[FileReport, Style], str]
"""What is said of one file by a reporter that speaks of each by itself."""


class Reporter(NamedTuple):
    """An output format. `render` yields pieces of output as the files come in; it must not look at the clock or the terminal."""

    name: str
    about: Text
    render: Render
    aside: Mapping[str, Render] = MappingProxyType({})
    """What is also said where an environment variable names a file for it: that variable, and what is appended to the file."""


def summary(reports: Sequence[FileReport]) -> Summary:
    """The counts over these files."""
    every = [diagnostic for report in reports for diagnostic in report.diagnostics]
    levels = [diagnostic.level for diagnostic in every]
    return Summary(
        sum(report.source is not None and not report.goes_on for report in reports),
        levels.count("error"),
        levels.count("warning"),
        levels.count("suggestion"),
        sum(diagnostic.fix is not None for diagnostic in every),
        sum(report.suppressed for report in reports),
        sum(len(report.faults) for report in reports),
    )
