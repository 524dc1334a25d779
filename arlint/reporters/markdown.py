"""A report in Markdown, for job summaries and comments on a change: a table for every file, right to left in Arabic."""

from collections.abc import Iterable, Iterator

from ..arabic.lazy import regex
from ..report import Diagnostic, FileReport, Style
from ..rules import Text
from ._closing import closing
from ._excerpt import excerpt
from ._names import LEVEL_NAMES
from ._tally import Tally
from .bidi import visible

_HEAD = Text("| الموضع | المستوى | القاعدة | الملاحظة | النص |", "| Place | Level | Rule | Message | Text |")
_RULER = "|---|---|---|---|---|"
_MARKUP = regex(r"([\\`*_\[\]<>|~&$])")
_CALLS = regex("([@#])")


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A piece for every file that has findings or faults, and one with the counts. Neither colour nor isolates."""
    plain = Style(style.lang)
    tally = Tally()
    if plain.lang != "en":
        yield '<div dir="rtl">\n\n'
    for report in tally.watched(reports):
        if report.diagnostics or report.faults:
            yield section(report, plain)
    yield "".join(f"{escaped(line)}\n\n" for line in closing(tally, plain))
    if plain.lang != "en":
        yield "</div>\n"


def section(report: FileReport, style: Style) -> str:
    """The findings and faults of a file, under its name."""
    lines = [f"### {escaped(report.path)}", ""]
    if report.diagnostics:
        lines += [_HEAD.in_(style.lang), _RULER, *(_row(diagnostic, report, style) for diagnostic in report.diagnostics), ""]
    for fault in report.faults:
        lines += [escaped(fault.message.in_(style.lang)), ""]
    return "".join(f"{line}\n" for line in lines)


def _row(diagnostic: Diagnostic, report: FileReport, style: Style) -> str:
    shown = "" if report.source is None else " ".join(excerpt(report.source, diagnostic.start, diagnostic.end, style))
    cells = (
        f"{diagnostic.line}:{diagnostic.column}",
        LEVEL_NAMES[diagnostic.level].in_(style.lang),
        f"{diagnostic.rule.code} {escaped(diagnostic.rule.id)}",
        escaped(diagnostic.sentence(style.lang)),
        escaped(shown),
    )
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """The text as Markdown that shows it as it is, on one line: no markup in it acts, no `@name` is called and no `#1` linked."""
    return _CALLS.sub("\\1\u2060", _MARKUP.sub(r"\\\1", visible(text)))
