"""Accepting findings one by one: a comment for each line that has some, in the syntax of the file, which silences nothing else."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from .comments import front_matter, placings
from .directives import CLOSE
from .discover import Found
from .document import UnreadableError
from .engine import Known
from .formats import read_text
from .intact import disturbed
from .mend import CHANGED, Contents, Work, reading_of
from .records import NamedTuple
from .repair import Reading
from .report import Diagnostic, Fault, FileReport, SourceEdit
from .rules import AuditRule, Text
from .run import data_of, report_on
from .window import Window
from .writing import UnwrittenError, write

NO_COMMENTS = Text("في صيغة لا تعليقات فيها", "in a format that has no comments")
NOWHERE = Text("حيث لا يصح تعليق", "where no comment can stand")
UNWRITTEN = Text("في ملفات لم تُكتب", "in files that were not written")
LOCKED = Text("لقواعد لا يُسكتها تعليق", "of rules that no comment silences")


class Wish(NamedTuple):
    """The reason that comments give, and the day until which they hold (ISO); empty for none."""

    reason: str = ""
    until: str = ""


class Annotated(NamedTuple):
    """A file after comments were added: the report of what is left, what was silenced, and what could not be, with the reason."""

    report: FileReport
    old: Contents | None = None
    new: Contents | None = None
    comments: int = 0
    silenced: tuple[Diagnostic, ...] = ()
    left: tuple[tuple[Diagnostic, Text], ...] = ()


def annotated(found: Found, left: FileReport, window: Window, work: Work, known: Known, wish: Wish) -> Annotated:
    """The file with comments for what is left in it. It is written, unless `work` says otherwise."""
    ours = [one for one in left.diagnostics if not isinstance(one.rule, AuditRule)]
    locked = tuple((one, LOCKED) for one in ours if one.rule.locked)
    targets = [one for one in ours if not one.rule.locked]
    fmt = work.source.formats[found.format]
    # What may be typed into the text of a word processor is read by all its readers.
    openings = fmt.comments[:1] if fmt.decode is read_text else ()
    if not targets or left.source is None:
        return Annotated(left, left=locked)
    if not openings:
        return Annotated(left, left=(*locked, *((one, NO_COMMENTS) for one in targets)))
    reading = reading_of(found, data_of(found, work.source), work.source)
    if reading is None or reading.source.text != left.source.text:
        return _unwritten(left, CHANGED, ours)
    search = _Search(found, reading, left, window, work, known)
    matter = front_matter(reading.source) if openings[0] in CLOSE else 0
    for placing in placings(openings[0]):
        search.try_all(
            (line, edits)
            for line in sorted({one.line for one in targets if one.line > matter} - search.done.keys())
            if (edits := placing(reading.source, line, openings[0], _words(targets, line, wish)))
        )
    silenced = tuple(one for one in targets if one.line in search.done)
    rest = (*locked, *((one, NOWHERE) for one in targets if one.line not in search.done))
    old, new = (Contents(one.data, one.source.text) for one in (reading, search.reading))
    if work.wanted.writes and silenced:
        try:
            write(found.path, new.data, was=old.data)
        except UnwrittenError as error:
            return _unwritten(left, error.message, ours)
    return Annotated(search.report, old, new, len(search.done), silenced, rest)


def _unwritten(left: FileReport, why: Text, ours: Sequence[Diagnostic]) -> Annotated:
    """What becomes of a file that could not be written: that is a fault, as it is in a repair."""
    fault = Fault(left.path, "file", why)
    return Annotated(left._replace(faults=(*left.faults, fault)), left=tuple((one, UNWRITTEN) for one in ours))


def _words(targets: Sequence[Diagnostic], line: int, wish: Wish) -> str:
    """What a comment says after its verb."""
    rules = ",".join(sorted({one.rule.id for one in targets if one.line == line}))
    return f"={rules}" + (f" until={wish.until}" if wish.until else "") + (f" -- {wish.reason}" if wish.reason else "")


class _Search:
    """Comments that were tried and found right, by line: together they silence what they are for, and all else is as it was."""

    def __init__(self, found: Found, reading: Reading, left: FileReport, window: Window, work: Work, known: Known) -> None:
        self._found = found
        self._first = reading
        self._left = left
        self._window = window
        self._work = work
        self._known = known
        self.done: dict[int, tuple[SourceEdit, ...]] = {}
        self.reading = reading
        self.report = left

    def try_all(self, tries: Iterable[tuple[int, tuple[SourceEdit, ...]]]) -> None:
        """Try comments for lines that have none yet: all at once, then halves, down to those that are wrong."""
        groups = [tuple(tries)]
        while groups:
            group = groups.pop()
            if group and not self._fits({**self.done, **dict(group)}) and len(group) > 1:
                groups += [group[len(group) // 2 :], group[: len(group) // 2]]

    def _fits(self, comments: dict[int, tuple[SourceEdit, ...]]) -> bool:
        edits = sorted(edit for pair in comments.values() for edit in pair)
        try:
            data = self._work.source.formats[self._found.format].write(self._first.data, edits)
        except (UnicodeError, UnreadableError):
            return False
        new = reading_of(self._found, data, self._work.source)
        if new is None or disturbed(self._first.documents, new.documents, edits, quotations=False) or _is_content(new, edits):
            return False
        raw = report_on(self._found, new.documents, self._work.source, self._work.rules(self._found.path), self._known)
        report = self._window.moved(edits).left(self._work.look.again(raw))
        wanted = _kinds(one for one in self._left.diagnostics if one.line not in comments or one.rule.locked)
        if _kinds(report.diagnostics) - wanted:
            return False
        self.done, self.reading, self.report = comments, new, report
        return True


def _kinds(diagnostics: Iterable[Diagnostic]) -> Counter[tuple[str, str]]:
    return Counter((one.rule.id, one.text) for one in diagnostics)


def _is_content(new: Reading, edits: Sequence[SourceEdit]) -> bool:
    """Whether a comment is read as part of a text. One that ends with its line never stands within a text; others may."""
    places: list[tuple[int, bool]] = []
    moved = 0
    for edit in edits:
        places.append((edit.start + moved + len(edit.text) // 2, any(f"{opening} arlint:" in edit.text for opening in CLOSE)))
        moved += len(edit.text)
    runs = [run for one in new.documents for run in one.sourcemap.runs]
    return any(run.source_start < at < run.source_end and (run.exact or not closed) for at, closed in places for run in runs)


def lines_of(left: Iterable[tuple[Diagnostic, Text]]) -> Iterator[tuple[Text, int]]:
    """How many findings could not be silenced, by reason, the commonest first."""
    counted = Counter(reason for _, reason in left)
    yield from sorted(counted.items(), key=lambda item: (-item[1], item[0].en))
