"""What is wrong with a rule class that a plugin brings, and where a plugin fails to load; the rule itself is not run."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..discover import shown
from ..rules import AnyRule, Example, Pattern, PatternRule, Text
from ..rules.finding import LEVELS


def rule_problem(thing: Any) -> Text | None:
    """What is wrong with what should be a rule class, with its file; None where nothing is."""
    if not (isinstance(thing, type) and issubclass(thing, AnyRule)):
        return Text(f"{thing!r} ليس صنف قاعدة", f"{thing!r} is no rule class")
    problem = next(filter(None, (wrong(thing) for wrong in _PROBLEMS)), None)
    if problem is None:
        return None
    name = thing.id if thing.id and isinstance(thing.id, str) else thing.__name__
    place = place_of(thing)
    return Text(f"القاعدة {name}{place}: {problem.ar}", f"rule {name}{place} {problem.en}")


def place_of(rule: type[AnyRule]) -> str:
    """Where a rule of the project is written, in brackets after a blank: its file, of a rule without code also line and column. Of an
    installed one the plugin is named, and that is enough.
    """
    file = getattr(rule, "where", "") or getattr(sys.modules.get(rule.__module__), "__file__", None)
    return f" ({_shown(file)})" if file and not os.path.isabs(_shown(file)) else ""


def line(error: BaseException) -> str:
    """What an exception says, on one line."""
    return " ".join(str(error).split())


def told(error: BaseException) -> str:
    """The kind of an exception and what it says, if anything, on one line."""
    return f"{type(error).__name__}: {line(error)}".removesuffix(": ")


def where(error: BaseException) -> str:
    """File and line of what a plugin could not go on from, as `path:line: `: a syntax error's own, else the innermost line of its code."""
    if isinstance(error, SyntaxError) and error.filename and error.lineno:
        return f"{_shown(error.filename)}:{error.lineno}:{error.offset or 1}: "
    from traceback import extract_tb

    # Frames of arlint, of importlib and of the standard library are nothing that the plugin's author can mend.
    ours, standard = (os.path.dirname(file) + os.sep for file in (os.path.dirname(__file__), os.__file__))
    frames = [frame for frame in extract_tb(error.__traceback__) if not frame.filename.startswith((ours, "<"))]
    own = [frame for frame in frames if not frame.filename.startswith(standard) or "site-packages" in frame.filename]
    return f"{_shown(own[-1].filename)}:{own[-1].lineno}: " if own else ""


def _shown(path: str) -> str:
    """The path from the working folder, where it lies in that."""
    near = shown(path)
    return path if near.startswith("..") else near


def _lacks(rule: type[AnyRule]) -> Text | None:
    missing = ", ".join(name for name in ("id", "code", "title", "message") if not getattr(rule, name, None))
    return Text(f"ينقصها {missing}", f"has no {missing}") if missing else None


def _misnamed(rule: type[AnyRule]) -> Text | None:
    # These signs separate ids where they are named, or stand for others.
    if not isinstance(rule.id, str) or not set(rule.id).isdisjoint(" ,=*?[]\t\n"):
        return Text(
            f"معرّفها {rule.id!r}؛ المعرّف كلمات لاتينية بينها شرطات، مثل unclosed-quote",
            f"has the id {rule.id!r}; an id is words joined by hyphens, as unclosed-quote",
        )
    if not isinstance(rule.code, str) or not (rule.code.rstrip("0123456789").isalpha() and rule.code[-1].isdigit()):
        return Text(
            f"رمزها {rule.code!r}؛ الرمز حروف بعدها رقم، مثل QUO001",
            f"has the code {rule.code!r}; a code is letters and a number, as QUO001",
        )
    if rule.level not in LEVELS:
        return Text(
            f"مستواها {rule.level!r}؛ المستويات: {'، '.join(LEVELS)}",
            f"has the level {rule.level!r}; levels are {', '.join(LEVELS)}",
        )
    return None


def _all(kind: type | tuple[type, ...]) -> Callable[[object], bool]:
    """Whether something is a list of such things."""
    return lambda value: isinstance(value, Sequence) and not isinstance(value, str) and all(isinstance(one, kind) for one in value)


_TEXT = Text("نصا: \"…\"", 'text: "…"')
_TEXTS = Text("قائمة نصوص: (\"…\",)", 'a list of texts: ("…",)')
_BOTH = Text("رسالة بلغتين: Text(\"العربية\", \"English\")", 'a message in two languages: Text("العربية", "English")')

_SHAPES: Mapping[str, tuple[Callable[[object], bool], Text]] = {
    "title": (lambda value: isinstance(value, Text), _BOTH),
    "message": (lambda value: isinstance(value, Text), _BOTH),
    "messages": (
        lambda value: isinstance(value, Mapping) and all(isinstance(one, Text) for one in value.values()),
        Text("جدول رسائل: {\"…\": Text(\"…\", \"…\")}", 'a table of messages: {"…": Text("…", "…")}'),
    ),
    "good": (_all(str), _TEXTS),
    "bad": (
        lambda value: isinstance(value, Mapping) and all(isinstance(one, (str, type(None))) for one in value.values()),
        Text("جدولا من نصوص، ومع كل منها إصلاحه أو None: {\"⟦…⟧\": \"…\"}", 'a table of texts, each with its repair or None: {"⟦…⟧": "…"}'),
    ),
    "cases": (_all(Example), Text("قائمة أمثلة: (Example(\"…\"),)", 'a list of examples: (Example("…"),)')),
    "triggers": (lambda value: isinstance(value, str), _TEXT),
    "gaps": (lambda value: isinstance(value, str), _TEXT),
    "yields_to": (_all(str), _TEXTS),
    "reads": (lambda value: isinstance(value, frozenset), Text("مجموعة: frozenset({\"headline\"})", 'a set: frozenset({"headline"})')),
}
"""What the attributes of a rule class must be, and how that is written."""


def _misshapen(rule: type[AnyRule]) -> Text | None:
    shapes = dict(_SHAPES)
    if issubclass(rule, PatternRule):
        shapes["patterns"] = (_are_patterns, Text("قائمة أنماط: (Pattern(r\"…\"),)", 'a list of patterns: (Pattern(r"…"),)'))
    for name, (is_right, needed) in shapes.items():
        value = getattr(rule, name)
        if not hasattr(value, "__get__") and not is_right(value):
            return Text(f"يجب أن يكون {name} {needed.ar}", f"needs {needed.en} as its `{name}`")
    return None


def _are_patterns(value: object) -> bool:
    return _all(Pattern)(value) and all(isinstance(one.regex, str) for one in value)  # type: ignore[attr-defined]


def _without_examples(rule: type[AnyRule]) -> Text | None:
    if rule.without_code:
        return None
    good, bad = rule.good or any(case.text and "⟦" not in case.text for case in rule.cases), rule.bad or rule.cases
    return None if good and bad else Text("ليس فيها أمثلة؛ اكتب `good` و`bad` كليهما", "has no examples; give it both `good` and `bad`")


def _unmakable(rule: type[AnyRule]) -> Text | None:
    try:
        if "given" in rule().__dict__:
            return None
        what = Text("لا يستدعي __init__ فيها super().__init__(**options)", "has an __init__ that does not call super().__init__(**options)")
    except Exception as error:  # noqa: BLE001  (whatever it raises is the plugin's fault, and is said)
        what = Text(f"تعذر إنشاؤها: {where(error)}{told(error)}", f"cannot be made: {where(error)}{told(error)}")
    return what


_PROBLEMS: Sequence[Callable[[type[AnyRule]], Text | None]] = (_lacks, _misshapen, _misnamed, _without_examples, _unmakable)
"""In the order in which they are looked for: later ones take it that the earlier ones found nothing."""
