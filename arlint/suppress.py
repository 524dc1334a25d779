"""Findings that the author has accepted: comments in the text."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from .document import Document
from .engine import audit
from .report import Acceptance, Diagnostic, FileReport
from .rules import AnyRule, Suppression, names_rule

if TYPE_CHECKING:
    from datetime import date

    from .directives import Names


def suppressed(
    documents: Sequence[Document],
    report: FileReport,
    rules: Sequence[AnyRule],
    openings: Collection[str],
    names: "Names" = (),
    today: "date | None" = None,
) -> FileReport:
    """The report of a file, its diagnostics that a comment silences among the accepted, and with what audit rules say of the comments.

    Of several comments that fit, the latest is charged. One that has expired is charged as well, and silences nothing.
    """
    if "arlint:" not in documents[0].source.text:
        return report
    from .directives import suppressions  # few texts have any

    locked = [(rule.id, rule.code) for rule in rules if rule.locked]
    comments = suppressions(documents, openings, names, locked, today)
    if not comments:
        return report
    used = [0] * len(comments)
    left: list[Diagnostic] = []
    accepted = list(report.accepted)
    for diagnostic in report.diagnostics:
        fitting = [i for i in reversed(range(len(comments))) if _silences(comments[i], diagnostic)]
        index = next((i for i in fitting if not comments[i].expired), None)
        if index is None:
            left.append(diagnostic)
            for i in fitting[:1]:
                used[i] += 1
        else:
            used[index] += 1
            accepted.append(Acceptance(diagnostic, "comment", comments[index].reason))
    charged = [comment._replace(used=count) for comment, count in zip(comments, used, strict=True)]
    return audit(documents[0], report._replace(diagnostics=tuple(left), accepted=tuple(accepted)), rules, charged)


def _silences(comment: Suppression, diagnostic: Diagnostic) -> bool:
    if diagnostic.rule.locked or not comment.first <= diagnostic.line <= comment.last:
        return False
    rule = diagnostic.rule
    return not comment.rules or any(names_rule(name, rule.id, rule.code) for name in comment.rules)
