"""invalid-suppression: a comment to arlint that it does not understand."""

from collections.abc import Iterator, Sequence

from arlint import AnyRule, AuditRule, Document, Example, Finding, Suppression, Text, option

_VERBS = ("disable", "enable", "disable-line", "disable-next-line", "disable-file")


class InvalidSuppression(AuditRule):
    """تعليق arlint فيه كلمة خاطئة لا يُسكت شيئا، وصاحبه يظن أنه أُسكت. تُعرف الأوامر disable وenable وdisable-line وdisable-next-line
    وdisable-file، وبعد علامة = أسماء قواعد موجودة أو رموزها، تفصل بينها فواصل، ثم آخر يوم يسري فيه (until=2027-01-31)، ثم السبب بعد
    علامتي --. ولا يُسكت تعليق قاعدة مقفلة (locked).

    A comment to arlint with a wrong word in it silences nothing, while its author believes that it does. Known are disable, enable,
    disable-line, disable-next-line and disable-file; after = come names or codes of rules that exist, then the last day on which it holds
    (until=2027-01-31), then the reason after two dashes. No comment silences a rule that is locked.
    """

    id = "invalid-suppression"
    code = "SUP002"
    title = Text("تعليق إسكات غير مفهوم", "Invalid suppression")
    message = Text("لا أمر باسم «{word}» في تعليق arlint؛ المعروف: {hint}.", "No directive {word!r} in an arlint comment; known: {hint}.")
    messages = {
        "locked": Text(
            "القاعدة «{word}» لا يُسكتها تعليق؛ أصلح ما تجده، أو اقبله في الإعدادات بعلم من يملكها.",
            "No comment silences rule {word!r}; repair what it finds, or have it accepted in the configuration.",
        ),
        "date": Text(
            "لا يوم بهذا التاريخ: «{word}»؛ يُكتب هكذا: until=2027-01-31.", "There is no such day: {word!r}; write it as until=2027-01-31."
        ),
        "option": Text(
            "لا معنى للكلمة «{word}» في تعليق arlint؛ تُكتب القواعد بعد علامة =، والسبب بعد --.",
            "{word!r} means nothing in an arlint comment; rules stand after =, the reason after --.",
        ),
        "reason": Text("لا سبب في تعليق arlint هذا؛ اكتبه بعد علامتي --.", "This arlint comment gives no reason; write it after --."),
        "rule": Text("لا قاعدة باسم «{word}» في تعليق arlint؛ انظر: {hint}.", "No rule {word!r} in an arlint comment; see: {hint}."),
    }
    level = "warning"

    good = ("وصل الوفد إلى العاصمة مساء أمس.", "<!-- arlint: disable-file=unclosed-quote -->\nوصل الوفد.")
    bad = {
        "⟦<!-- arlint: disabel-line=QUO001 -->⟧\nوصل الوفد إلى العاصمة.": None,
        "وصل الوفد. ⟦# arlint: off⟧": None,
        "⟦<!-- arlint: disable=QUO001 until=2027-02-30 -->⟧\nوصل الوفد إلى العاصمة.": None,
        "⟦<!-- arlint: disable-line QUO001 -->⟧\nوصل الوفد إلى العاصمة.": None,
    }
    cases = (
        Example("⟦<!-- arlint: disable -->⟧\nوصل الوفد إلى العاصمة.", options={"require_reason": True}),
        Example("<!-- arlint: disable -- قصيدة -->\nوصل الوفد إلى العاصمة.", options={"require_reason": True}),
    )

    require_reason: bool = option(False, ar="هل يلزم كل تعليق سبب.", en="Whether every comment must give a reason.")

    def audit(self, document: Document, suppressions: Sequence[Suppression], rules: Sequence[AnyRule]) -> Iterator[Finding]:
        """Every comment with a wrong word."""
        names = [name for rule in rules for name in (rule.id, rule.code, rule.category())]
        for comment in suppressions:
            if not comment.problem:
                if self.require_reason and not comment.reason and comment.verb != "enable":
                    yield self.found(comment.start, comment.end, variant="reason")
                continue
            if comment.problem not in ("verb", "rule"):
                yield self.found(comment.start, comment.end, variant=comment.problem, word=comment.wrong)
                continue
            from difflib import get_close_matches

            near = get_close_matches(comment.wrong, _VERBS if comment.problem == "verb" else names, 1)
            hint = near[0] if near else ", ".join(_VERBS) if comment.problem == "verb" else "arlint rules"
            variant = "rule" if comment.problem == "rule" else ""
            yield self.found(comment.start, comment.end, variant=variant, word=comment.wrong, hint=hint)
