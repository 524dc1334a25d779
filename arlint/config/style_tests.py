"""Tests that stand in rule files and house lists: texts with the expected places between ⟦ and ⟧, and what a fix makes of them.

tests:
  - لا شيء يُبلَّغ عنه هنا.
  - هنا ⟦كلمة⟧ ممنوعة.
  - {text: "هنا ⟦كلمة⟧ ممنوعة.", fixed: "هنا أخرى ممنوعة.", format: markdown, level: error}
"""

from collections.abc import Iterator

from ..rules import Text
from .node import Node
from .place import Mistake
from .setting import Fields, Setting, fields

Case = tuple[str, str | None, str, str | None]
"""Text, fixed text, format, level."""

_KEYS = Fields(
    (
        Setting("text", str, Text("النص، وما يُبلَّغ عنه بين ⟦ ⟧.", "The text, with what is to be reported between ⟦ and ⟧."), required=True),
        Setting("fixed", str, Text("النص بعد الإصلاح.", "The text after the fix.")),
        Setting("format", str, Text("الصيغة.", "The format."), "text"),
        Setting("level", str, Text("المستوى.", "The level.")),
    )
)
_WHAT = Text("الاختبار", "a test")
_FORM = Text("الاختبار نص أو {text: …, fixed: …}.", "a test is a text, or {text: …, fixed: …}.")
_UNEVEN = Text("العلامتان ⟦ ⟧ غير متوازنتين.", "⟦ and ⟧ do not pair.")

ARROWS = ("=>", "⇐")
"""Between a text and what it becomes, where a test is one line."""


def cases(node: Node, mistakes: list[Mistake]) -> tuple[Case, ...]:
    """The tests of a list of them; what is none is a mistake."""
    return tuple(_cases(node, mistakes))


def _cases(node: Node, mistakes: list[Mistake]) -> Iterator[Case]:
    for item in node.items:
        if isinstance(item.value, str):
            text, fixed = halves(item.value)
            case: Case = text, fixed, "text", None
        elif isinstance(item.value, dict):
            said = fields(item, _KEYS, _WHAT, mistakes)
            if "text" not in said:
                continue
            case = said["text"], said.get("fixed"), said.get("format", "text"), said.get("level")
        else:
            mistakes.append(Mistake(item.place, _FORM))
            continue
        if not even(case[0]):
            mistakes.append(Mistake(item.place, _UNEVEN))
            continue
        yield case


def halves(written: str) -> tuple[str, str | None]:
    """A test on one line: the text, and what stands after an arrow."""
    for arrow in ARROWS:
        if arrow in written:
            text, _, fixed = written.partition(arrow)
            return text.strip(), fixed.strip()
    return written, None


def even(text: str) -> bool:
    """Whether every ⟦ has its ⟧."""
    depth = 0
    for sign in text:
        depth += {"⟦": 1, "⟧": -1}.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0
