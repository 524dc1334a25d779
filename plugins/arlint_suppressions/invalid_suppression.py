"""invalid-suppression: a comment to arlint that it does not understand."""

from collections.abc import Iterator, Sequence

from arlint import AnyRule, AuditRule, Document, Finding, Suppression, Text

_VERBS = ("disable", "enable", "disable-line", "disable-next-line", "disable-file")


class InvalidSuppression(AuditRule):
    """تعليق arlint فيه كلمة خاطئة لا يُسكت شيئا، وصاحبه يظن أنه أُسكت. تُعرف الأوامر disable وenable وdisable-line وdisable-next-line
    وdisable-file، وبعد علامة = أسماء قواعد موجودة أو رموزها، تفصل بينها فواصل، ثم السبب بعد علامتي --.

    A comment to arlint with a wrong word in it silences nothing, while its author believes that it does. Known are disable, enable,
    disable-line, disable-next-line and disable-file; after = come names or codes of rules that exist, then the reason after two dashes.
    """

    id = "invalid-suppression"
    code = "SUP002"
    title = Text("تعليق إسكات غير مفهوم", "Invalid suppression")
    message = Text("لا أمر باسم «{word}» في تعليق arlint؛ المعروف: {hint}.", "No directive {word!r} in an arlint comment; known: {hint}.")
    messages = {
        "rule": Text("لا قاعدة باسم «{word}» في تعليق arlint؛ انظر: {hint}.", "No rule {word!r} in an arlint comment; see: {hint}."),
    }
    level = "warning"

    good = ("وصل الوفد إلى العاصمة مساء أمس.", "<!-- arlint: disable-file=unclosed-quote -->\nوصل الوفد.")
    bad = {
        "⟦<!-- arlint: disabel-line=QUO001 -->⟧\nوصل الوفد إلى العاصمة.": None,
        "وصل الوفد. ⟦# arlint: off⟧": None,
    }

    def audit(self, document: Document, suppressions: Sequence[Suppression], rules: Sequence[AnyRule]) -> Iterator[Finding]:
        """Every comment with a wrong word."""
        names = [name for rule in rules for name in (rule.id, rule.code, rule.category())]
        for comment in suppressions:
            if not comment.problem:
                continue
            from difflib import get_close_matches

            near = get_close_matches(comment.wrong, _VERBS if comment.problem == "verb" else names, 1)
            hint = near[0] if near else ", ".join(_VERBS) if comment.problem == "verb" else "arlint rules"
            variant = "rule" if comment.problem == "rule" else ""
            yield self.found(comment.start, comment.end, variant=variant, word=comment.wrong, hint=hint)
