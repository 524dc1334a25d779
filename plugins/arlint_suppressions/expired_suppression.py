"""expired-suppression: a comment whose day has passed."""

from collections.abc import Iterator, Sequence

from arlint import AnyRule, AuditRule, Document, Finding, Suppression, Text


class ExpiredSuppression(AuditRule):
    """تعليق أسكت ملاحظة إلى أجل (until=2027-01-31) وانقضى أجله، فعادت الملاحظة تظهر. أصلح الملاحظة واحذف التعليق، أو مدّد أجله إن كان
    السبب قائما.

    A comment that silenced a finding until a day (until=2027-01-31), and that day has passed: the finding is reported again. Repair it
    and delete the comment, or set a later day if the reason still holds.
    """

    id = "expired-suppression"
    code = "SUP003"
    title = Text("تعليق إسكات انقضى أجله", "Expired suppression")
    message = Text(
        "انقضى أجل هذا التعليق في {until}، فلم يعد يُسكت شيئا؛ أصلح الملاحظة واحذفه، أو مدّد أجله.",
        "This comment held until {until} and silences nothing any more; repair the finding and delete it, or set a later day.",
    )
    level = "warning"

    good = ("وصل الوفد إلى العاصمة مساء أمس.", "<!-- arlint: disable=unclosed-quote until=2999-12-31 -->\nوصل الوفد إلى العاصمة.")
    bad = {"وصل الوفد. ⟦<!-- arlint: disable-line=expired-suppression until=2020-01-01 -->⟧": None}

    def audit(self, document: Document, suppressions: Sequence[Suppression], rules: Sequence[AnyRule]) -> Iterator[Finding]:
        """Every comment that has expired."""
        for comment in suppressions:
            if comment.expired and not comment.problem:
                yield self.found(comment.start, comment.end, until=comment.until)
