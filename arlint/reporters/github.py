"""Workflow commands of GitHub Actions: each finding becomes an annotation beside its line; and the summary on the page of the job.

GitHub shows the first ten errors, warnings and notices of a step, hence the summary. Columns count code points.
"""

from collections.abc import Iterable, Iterator, Mapping

from ..report import Diagnostic, Fault, FileReport, Style
from ..rules import Text
from ._closing import closing
from ._pieces import pieces
from ._record import sayable
from ._tally import Tally
from .markdown import escaped, section

_COMMANDS = {"error": "error", "warning": "warning", "suggestion": "notice"}
_ROOM = 900_000  # bytes; GitHub refuses a summary of more than a mebibyte
_LEFT_OUT = Text(
    "لا يتسع الملخص لملاحظات {n:files}؛ وكل الملاحظات في سجل المهمة.",
    "The findings of {n:files} do not fit in here; all findings are in the log.",
)
_IN_MESSAGE: Mapping[int, str] = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Mapping[int, str] = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A command on a line for every finding and fault. Neither colour nor isolates."""
    return pieces(reports, said, style)


def said(report: FileReport, style: Style) -> str:
    """What is said of one file."""
    annotations = (_annotation(diagnostic, style.lang) for diagnostic in report.diagnostics)
    return "".join((*annotations, *(_failure(fault, style.lang) for fault in report.faults)))


def summary(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """For the page of the job, in Markdown: the counts, then the findings of as many files as fit in. Neither colour nor isolates."""
    plain, tally = Style(style.lang), Tally()
    sections: list[str] = []
    room, left = _ROOM, 0
    for report in tally.watched(reports):
        if report.diagnostics or report.faults:
            written = sayable(section(report, plain))
            size = len(written.encode())
            left += size > room
            if size <= room:
                sections.append(written)
                room -= size
    yield "## arlint\n\n" if style.lang == "en" else '<div dir="rtl">\n\n## arlint\n\n'
    yield "".join(f"{escaped(line)}\n\n" for line in closing(tally, plain))
    yield from sections
    if left:
        yield f"{_LEFT_OUT.format(style.lang, {'n': left})}\n\n"
    if style.lang != "en":
        yield "</div>\n"


def _annotation(diagnostic: Diagnostic, lang: str) -> str:
    properties = {
        "file": diagnostic.path,
        "line": diagnostic.line,
        "endLine": diagnostic.end_line,
        "col": diagnostic.column,
        "endColumn": diagnostic.end_column,
        "title": f"{diagnostic.rule.code} {diagnostic.rule.id}",
    }
    if diagnostic.line != diagnostic.end_line:
        # GitHub takes columns for one line only, and says so by dropping the annotation.
        del properties["col"], properties["endColumn"]
    return _command(_COMMANDS[diagnostic.level], properties, diagnostic.sentence(lang))


def _failure(fault: Fault, lang: str) -> str:
    return _command("error", {"file": fault.path, "title": "arlint"}, fault.message.in_(lang))


def _command(name: str, properties: Mapping[str, object], message: str) -> str:
    listed = ",".join(f"{key}={str(value).translate(_IN_PROPERTY)}" for key, value in properties.items())
    return sayable(f"::{name} {listed}::{message.translate(_IN_MESSAGE)}\n")
