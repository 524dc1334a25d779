"""Reports made by hand, for the tests of reporters."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from arlint import Level, Rule, Text, option
from arlint.document import Source
from arlint.plugins import load
from arlint.report import Acceptance, Diagnostic, Fault, FileReport, Fix, RelatedPlace, SourceEdit, Style
from arlint.testing import unmarked

REPORTERS = load().reporters
ARABIC, ENGLISH = Style("ar"), Style("en")


class Misspelt(Rule):
    """قاعدة للتجربة.

    A rule to try reporters with.
    """

    id = "misspelt-name"
    code = "TRY001"
    title = Text("اسم مكتوب خطأ", "Misspelt name")
    message = Text("الصواب «{right}» لا «{wrong}»؛ ورد {n:times}.", "Write '{right}', not '{wrong}'; it stands {n:times}.")
    bad: ClassVar[Mapping[str, str | None]] = {"غادر ⟦ايران⟧.": None}


class Repeated(Misspelt):
    """قاعدة تتكرر.

    A rule that repeats itself.
    """

    max_per_group: int = option(2, ar="أكثر ما يعرض.", en="The most that is shown.")


FACTS: Mapping[str, object] = {"right": "إيران", "wrong": "ايران", "n": 3}


def diagnostics(
    marked: str, *edits: tuple[str, str], path: str = "خبر.txt", rule: Rule | None = None, level: Level = "warning", safe: bool = True,
    related: tuple[RelatedPlace, ...] = (), facts: Mapping[str, object] = FACTS,
) -> FileReport:  # fmt: skip
    """A report with a finding for each span between ⟦ and ⟧. Each edit puts a text in place of one that stands there once."""
    text, spans = unmarked(marked)
    source = Source(path, text)
    changes = tuple(SourceEdit(text.index(old), text.index(old) + len(old), new) for old, new in edits)
    rule = rule or Misspelt()
    found = tuple(
        Diagnostic(
            path, start, end, *source.place(start), *source.place(end), rule, level, text[start:end], rule.message, facts, related,
            Fix(safe, changes) if changes else None,
        )
        for start, end in spans
    )  # fmt: skip
    return FileReport(path, source, found)


def accepted(report: FileReport, by: Literal["comment", "configuration", "baseline"] = "comment", reason: str = "") -> FileReport:
    """The report, all its findings accepted."""
    return report._replace(diagnostics=(), accepted=tuple(Acceptance(one, by, reason) for one in report.diagnostics))


def printed(name: str, style: Style, *reports: FileReport) -> str:
    return "".join(REPORTERS[name].render(iter(reports), style))


UNREADABLE = FileReport(
    "مجهول.txt", None, (), (Fault("مجهول.txt", "file", Text("تعذرت القراءة: لا إذن بقراءته.", "It cannot be read: no permission.")),)
)
BROKEN = FileReport("ب.txt", Source("ب.txt", ""), (), (Fault("ب.txt", "bug", Text("تعطلت القاعدة.", "A rule failed."), "Traceback …"),))
