"""The page of a rule in Markdown: what it reports and why, then texts it reports and texts it leaves alone."""

from collections.abc import Iterable

from ..rules import AnyRule, Text
from ..rules.page import page

_WRONG = Text("يُبلَّغ عنه", "Reported")
_RIGHT = Text("لا يُبلَّغ عنه", "Not reported")
_SHOWN = 3


def markdown(rule: type[AnyRule], lang: str) -> str:
    """The whole page."""
    wrong = [*rule.bad, *(case.text for case in rule.cases if "⟦" in case.text)]
    right = [*rule.good, *(case.text for case in rule.cases if "⟦" not in case.text)]
    parts = [f"# {rule.title.in_(lang)}", *page(rule, lang)]
    parts += _examples(_WRONG.in_(lang), wrong) + _examples(_RIGHT.in_(lang), right)
    return "\n\n".join(parts)


def _examples(title: str, texts: Iterable[str]) -> list[str]:
    shown = [_fenced(text) for text in list(texts)[:_SHOWN]]
    return [f"## {title}", *shown] if shown else []


def _fenced(text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}text\n{text}\n{fence}"
