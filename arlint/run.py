"""One run over files: read, parse, examine, suppress; in several processes and from a cache of former runs, with the same result."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from .checking import Checking, Rules, Speaking, compares, report_of, report_on
from .discover import Found
from .reading import Input, articles_of, data_of, documents_in, documents_of, format_of, parted
from .report import Fault, FileReport
from .rules import AnyRule, looks_across

if TYPE_CHECKING:
    from .cache import Cache
    from .engine import Known
    from .project import Concluded
    from .recent import Recent

__all__ = [
    "Input", "Rules", "Speaking", "articles_of", "compares", "comparing", "conclusions", "data_of", "documents_in",
    "documents_of", "format_of", "report_of", "report_on", "reports",
]  # fmt: skip

_MANY = 32  # files from which it pays to read what former runs have learnt of words


def _joined(done: Iterable[tuple[Found | Fault, FileReport]]) -> Iterator[FileReport]:
    """The reports, those of parts as what goes on with the first one; of a part of which nothing is to be said there is none."""
    for found, report in done:
        if isinstance(found, Fault) or found.part is None or not found.part.at:
            yield report
        elif report.diagnostics or report.faults or report.accepted or (report.told and report.told.summary.findings):
            yield report._replace(goes_on=True)


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
    files = list(files) if whole else list(parted(files, source))
    project = compares(compare)
    task = Checking(source, rules, known or {}, speaking=speaking)
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


def _report(found: Found, task: "Checking", recent: "Recent | None") -> FileReport:
    """All that is to be said of one file: what was said of the same bytes before, if that is known."""
    rules = task.rules(found.path)
    own = task.print_of(rules) if recent is not None and found.path not in task.source.contents and found.part is None else None
    if recent is not None and own is not None:
        from .prints import digest, key, reading
        from .results import KEEP

        try:
            data = data_of(found, task.source)
            # Read once: what is reported and kept is of these bytes, whatever becomes of the file meanwhile.
            task = task._replace(source=task.source._replace(contents={found.path: data}))
            kept_under = key(digest(data), reading(found), found.path, own)
            done = recent.result(kept_under)
            if done is None:
                done = task.work(found)
                if done[:1] == KEEP:
                    recent.keep(kept_under, done)
            return task.report(found, done)
        except OSError:
            pass  # that is said where it is read
    return report_of(found, task.source, rules, task.known)


def _unread(fault: Fault) -> FileReport:
    return FileReport(fault.path, None, (), (fault,))


def comparing(files: Iterable[Found | Fault], rules: Rules) -> tuple[AnyRule, ...]:
    """The rules that look across files, of all that are on for one of these; where options differ by path, several of one id."""
    sets = {id(own): own for own in (rules(found.path) for found in files)}
    return tuple(dict.fromkeys(rule for own in sets.values() for rule in own if looks_across(rule)))


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
    from .surveying import Surveying

    return concluded([found for found in files if isinstance(found, Found)], Surveying(source, rules), compare, jobs, cache)
