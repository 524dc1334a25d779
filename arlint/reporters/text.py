"""The format for people: every finding with its line, related places and repair, and a count at the end.

`path:line:column: level CODE rule message` begins at the left margin, all that explains it is indented; files without findings are
silent. Rules with an option `max_per_group` are heard so many times with the same message in a file; then come only the lines.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat

from ..report import Diagnostic, FileReport, Style
from ..rules import Text
from ..rules.nouns import written
from ._closing import closing
from ._excerpt import excerpt
from ._head import failure, head, related, spoken
from ._pieces import pieces
from ._repair import repair
from ._tally import Tally

_INDENT = "    "
_LINES = 10  # line numbers given for what is not shown
_MORE = Text("وفي {n:places} من هذا الملف؛ الأسطر: {lines}", "and in {n:places} of this file; lines: {lines}")
_MORE_THERE = Text("وفي {n:places} من هذا الملف؛ السطر {lines}", "and in {n:places} of this file; line {lines}")


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A piece for every file of which there is something to say, and one at the end."""
    tally = Tally()
    yield from pieces(tally.watched(reports), said, style)
    yield "".join(f"{line}\n" for line in closing(tally, style))


def said(report: FileReport, style: Style) -> str:
    """What is said of one file."""
    found = _grouped(report.diagnostics) if report.diagnostics else ()
    blocks = [_block(head(one, style), _details(one, report, more, style)) for one, more in found]
    return "".join((*blocks, *(_block(failure(fault, style), ()) for fault in report.faults)))


def _block(first: str, details: Iterable[str]) -> str:
    return f"\n{_INDENT}".join((first, *details)) + "\n\n"


def _details(diagnostic: Diagnostic, report: FileReport, more: Sequence[Diagnostic], style: Style) -> Iterator[str]:
    if report.source is not None:
        yield from excerpt(report.source, diagnostic.start, diagnostic.end, style)
    for place in diagnostic.related:
        yield related(place, style)
    if report.source is not None and diagnostic.fix is not None:
        yield repair(report.source, diagnostic.fix, style)
    if more:
        lines = list(dict.fromkeys(written(str(one.line), style.lang) for one in more))
        listed = Text("، ", ", ").in_(style.lang).join((*lines[:_LINES], *(["…"] if len(lines) > _LINES else ())))
        yield spoken((_MORE if len(lines) > 1 else _MORE_THERE).format(style.lang, {"n": len(more), "lines": listed}), style)


def _grouped(diagnostics: Sequence[Diagnostic]) -> Iterator[tuple[Diagnostic, Sequence[Diagnostic]]]:
    """The diagnostics to be shown, in order; the last of its kind comes with those that are not."""
    times, rules = Counter(one.rule.id for one in diagnostics), {one.rule.id: one.rule for one in diagnostics}
    limits = {name: limit for name, rule in rules.items() if 0 < (limit := rule.max_per_group) < times[name]}
    if not limits:
        yield from zip(diagnostics, repeat(()))
        return
    most = [limits.get(one.rule.id, 0) for one in diagnostics]
    kinds = [(one.rule.id, one.sentence("en")) if limit else None for one, limit in zip(diagnostics, most, strict=True)]
    alike: dict[tuple[str, str] | None, list[Diagnostic]] = {}
    for kind, one in zip(kinds, diagnostics, strict=True):
        alike.setdefault(kind, []).append(one)
    shown: Counter[tuple[str, str]] = Counter()
    for kind, limit, one in zip(kinds, most, diagnostics, strict=True):
        if kind is None:
            yield one, ()
            continue
        shown[kind] += 1
        if shown[kind] <= limit:
            yield one, alike[kind][limit:] if shown[kind] == limit else ()
