"""The page of a rule in Markdown: what it reports and why, then texts it reports and texts it leaves alone."""

from collections.abc import Iterable

from ..rules import AnyRule, Text
from ..rules.page import page

_WRONG = Text("يُبلَّغ عنه", "Reported")
_RIGHT = Text("لا يُبلَّغ عنه", "Not reported")
_SHOWN = 3


def markdown(rule: type[AnyRule], lang: str) -> str:
    """The whole page."""
    wrong, right = examples(rule)
    parts = [f"# {rule.title.in_(lang)}", *page(rule, lang)]
    parts += _listed(_WRONG.in_(lang), wrong) + _listed(_RIGHT.in_(lang), right)
    return "\n\n".join(parts)


def examples(rule: type[AnyRule]) -> tuple[list[str], list[str]]:
    """A few texts that the rule reports, the places between ⟦ and ⟧, and a few that it leaves alone."""
    wrong = [*rule.bad, *(case.text for case in rule.cases if "⟦" in case.text)]
    right = [*rule.good, *(case.text for case in rule.cases if "⟦" not in case.text)]
    return wrong[:_SHOWN], right[:_SHOWN]


def _listed(title: str, texts: Iterable[str]) -> list[str]:
    shown = [_fenced(text) for text in texts]
    return [f"## {title}", *shown] if shown else []


def _fenced(text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}text\n{text}\n{fence}"
