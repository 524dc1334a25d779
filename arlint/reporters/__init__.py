"""Reporters: from file reports to output. One a file; they come in through the hook, as anyone's.

A reporter's module has a function `render`, a pure function of the reports and the style, and is imported when it is asked for. It
takes the reports one by one and keeps none of them: they hold the text of whole files.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from importlib import import_module

from ..markers import hookimpl
from ..report import FileReport, Render, Reporter, Style, Voice
from ..rules import Text

_ABOUT = {
    "text": Text("للقراءة: كل ملاحظة مع سطرها وإصلاحها، ثم العدد.", "For people: every finding with its line and its fix, then the count."),
    "concise": Text("سطر واحد لكل ملاحظة.", "One line for every finding."),
    "grouped": Text("الملاحظات تحت أسماء ملفاتها.", "Findings under the names of their files."),
    "json": Text("للبرامج: كائن JSON واحد.", "For programs: one JSON object."),
    "jsonl": Text("للبرامج: كائن JSON في كل سطر.", "For programs: a JSON object a line."),
    "sarif": Text("SARIF 2.1.0، لفحص الشيفرة في GitHub وغيره.", "SARIF 2.1.0, for code scanning on GitHub and elsewhere."),
    "github": Text("تعليقات في GitHub Actions وملخص للمهمة.", "Annotations of GitHub Actions, and a summary of the job."),
    "gitlab": Text("تقرير الجودة في GitLab.", "Code Quality report of GitLab."),
    "azure": Text("رسائل Azure Pipelines.", "Issues of Azure Pipelines."),
    "junit": Text("JUnit XML، لخوادم التكامل المستمر.", "JUnit XML, for CI servers."),
    "checkstyle": Text("Checkstyle XML، لأدوات المراجعة.", "Checkstyle XML, for review tools."),
    "rdjson": Text("صيغة reviewdog في كائن واحد.", "Format of reviewdog, one object."),
    "rdjsonl": Text("صيغة reviewdog، كائن في كل سطر.", "Format of reviewdog, an object a line."),
    "tap": Text("Test Anything Protocol، اختبار لكل ملف.", "Test Anything Protocol, a test for every file."),
    "csv": Text("جدول بفواصل، لبرامج الجداول.", "Comma-separated table, for spreadsheets."),
    "html": Text("صفحة للقراءة في المتصفح: المقالات وفيها ملاحظاتها.", "A page for the browser: the articles with their findings in them."),
    "markdown": Text("جداول Markdown، لملخصات العمل والتعليقات.", "Markdown tables, for job summaries and comments."),
}


@hookimpl
def arlint_reporters() -> Iterable[Reporter]:
    """The output formats of arlint itself, the one for people first."""
    return [Reporter(name, about, partial(_render, name, "render"), _ASIDE.get(name, _NOTHING)) for name, about in _ABOUT.items()]


def _render(name: str, function: str, reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    pieces: Iterator[str] = getattr(import_module(f".{name}", __name__), function)(reports, style)
    return pieces


_BY_ITSELF = ("text", "concise", "jsonl", "rdjsonl", "csv", "github", "azure")
"""Those whose modules also have a function `said`: what they say of one file, whatever the others are."""


def voice(reporter: Reporter) -> Voice | None:
    """What a reporter of ours says of one file, if it speaks of each by itself."""
    own = isinstance(reporter.render, partial) and reporter.render.func is _render and reporter.name in _BY_ITSELF
    return import_module(f".{reporter.name}", __name__).said if own else None


_NOTHING: Mapping[str, Render] = {}
_ASIDE: Mapping[str, Mapping[str, Render]] = {"github": {"GITHUB_STEP_SUMMARY": partial(_render, "github", "summary")}}
