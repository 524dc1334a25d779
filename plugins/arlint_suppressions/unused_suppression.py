"""unused-suppression: a comment that suppresses nothing."""

from collections.abc import Iterator, Sequence

from arlint import AnyRule, AuditRule, Document, Edit, Example, Finding, Suppression, Text, names_rule


class UnusedSuppression(AuditRule):
    """تعليق يُسكت ملاحظة لم تعد موجودة يُخفي الخطأ القادم في موضعه. يُبلَّغ عن كل تعليق arlint لم يُسكت شيئا،
    ما دامت القواعد التي يذكرها قد فُحصت، وعن كل بند من suppress في ملف الإعدادات لم يُسكت شيئا حين يُفحص المشروع كله.

    A comment that silences a finding which is no longer there will hide the next fault at its place. Every arlint comment that silenced
    nothing is reported, provided that the rules it names did run; so is every entry of `suppress` in the configuration when the whole
    project was checked.
    """

    id = "unused-suppression"
    code = "SUP001"
    title = Text("تعليق إسكات بلا أثر", "Unused suppression")
    message = Text("تعليق arlint هذا لا يُسكت أي ملاحظة؛ احذفه.", "This arlint comment suppresses nothing; delete it.")
    messages = {
        "path": Text(
            "لا يُسكت هذا البند من suppress أي ملاحظة في المشروع؛ احذفه.", "This entry silences nothing in the project; delete it."
        ),
        "baseline": Text(
            "لا ملاحظة تقابل {n:entries-accusative} في ملف الملاحظات المقبولة؛ احذف ما زاد بالأمر arlint baseline.",
            "No finding matches {n:entries} of the baseline any more; arlint baseline takes out what is stale.",
        ),
    }
    level = "warning"

    good = ("وصل الوفد إلى العاصمة مساء أمس.", "<!-- arlint: disable=unclosed-quote -->\nوصل الوفد إلى العاصمة.")
    bad = {
        "⟦<!-- arlint: disable-next-line -->⟧\nوصل الوفد إلى العاصمة مساء أمس.": "وصل الوفد إلى العاصمة مساء أمس.",
        "وصل الوفد. ⟦<!-- arlint: disable-line=unused-suppression -->⟧": "وصل الوفد.",
    }
    cases = (
        Example("# العنوان\n\n⟦<!-- arlint: disable -- للتجربة -->⟧\n\nوصل الوفد.\n", "# العنوان\n\n\nوصل الوفد.\n", format="markdown"),
    )

    def audit(self, document: Document, suppressions: Sequence[Suppression], rules: Sequence[AnyRule]) -> Iterator[Finding]:
        """Every comment that was of no use."""
        for comment in suppressions:
            ran = all(any(names_rule(name, rule.id, rule.code) for rule in rules) for name in comment.rules)
            if ran and not comment.used and not comment.problem and comment.verb != "enable":
                yield self.found(comment.start, comment.end, _removal(document.source.text, comment))


def _removal(text: str, comment: Suppression) -> Edit:
    """Take the comment out: with its whole line where it stands alone, else with the blanks before it."""
    start, end = comment.start, comment.end
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    alone = start == 0 or text[start - 1] in "\r\n"
    if alone and text[end : end + 2] == "\r\n":
        end += 2
    elif alone and text[end : end + 1] in ("\n", "\r"):
        end += 1
    return Edit(start, end, "")
