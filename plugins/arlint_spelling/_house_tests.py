"""Tests of house lists: sentences that the list must mend as its author says, or leave alone."""

from collections.abc import Iterable, Mapping

from arlint import Document, Finding, Rule, Text

ARROWS = ("=>", "⇐")
_SHOWN = 5


def failed(rule: Rule, tests: Mapping[str, str]) -> Text | None:
    """What the tests say that the rule does not do; None where it does all. Keys are places, with the test after a dot."""
    wrong = [(place.partition("·")[0], test, got) for place, test in tests.items() if (got := _made_of(rule, test)) is not None]
    if not wrong:
        return None
    arabic = [f"{place}: «{test}»، والناتج «{got}»" for place, test, got in wrong[:_SHOWN]]
    english = [f"{place}: {test!r} gives {got!r}" for place, test, got in wrong[:_SHOWN]]
    more = f" (+{len(wrong) - _SHOWN})" if len(wrong) > _SHOWN else ""
    return Text(
        f"لم تُقبل قائمة الدار، فقد فشل من اختباراتها {len(wrong)}: {'؛ '.join(arabic)}{more}. صحّح البند أو اختباره.",
        f"the house list does not load: it fails {len(wrong)} of its tests: {'; '.join(english)}{more}. Mend the entry or its test.",
    )


def _made_of(rule: Rule, test: str) -> str | None:
    """What the rule makes of a test that fails; None where it is right."""
    arrow = next((arrow for arrow in ARROWS if arrow in test), "")
    before, _, after = test.partition(arrow) if arrow else (test, "", "")
    text = before.strip().replace("⟦", "").replace("⟧", "")
    findings = sorted(rule.check(Document.of(text)), key=lambda one: one.start)
    if "⟦" in before:
        marked = _marked(text, findings)
        if marked != before.strip():
            return marked
    if arrow or "⟦" not in before:
        made = _mended(text, findings)
        return None if made == (after.strip() if arrow else text) else made
    return None


def _marked(text: str, findings: Iterable[Finding]) -> str:
    for one in reversed(list(findings)):
        text = f"{text[: one.start]}⟦{text[one.start : one.end]}⟧{text[one.end :]}"
    return text


def _mended(text: str, findings: Iterable[Finding]) -> str:
    edits = sorted((edit for one in findings for edit in one.edits), reverse=True)
    for edit in edits:
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text
