"""Plugins that pluggy has found in order before: for as long as none of their files changes they are only asked."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ..kept import keep, recall, stamp
from .registry import HOOKS, Answers
from .sources import Source, digest

_PLAIN = {"specname": None, **dict.fromkeys(("wrapper", "hookwrapper", "optionalhook", "tryfirst", "trylast"), False)}


def known_answers(sources: Sequence[Source]) -> Answers | None:
    """What plugins answer by hook; None where they must be checked first."""
    names = [name for name, _ in sources]
    stamps = recall(_name(names), names)
    if not isinstance(stamps, list) or not all(stamp(one[0]) == one for one in stamps):
        return None
    try:
        plugins = [(name, get()) for name, get in sources]
    except Exception:  # noqa: BLE001  (whatever it is, it is said where plugins are checked)
        return None
    return {hook: [(name, function) for name, plugin in plugins if (function := _marked(plugin, hook))] for hook in HOOKS}


def remember(names: Sequence[str], answers: Answers) -> None:
    """That these plugins are in order, unless one of them marks its hooks in a way that only pluggy understands."""
    functions = [function for found in answers.values() for _, function in found]
    if all(getattr(function, "arlint_impl", None) == _PLAIN for function in functions):
        modules = {function.__module__ for function in functions}
        keep(_name(names), list(names), sorted({one for module in modules for one in _stamps(module)}))


def _marked(plugin: object, hook: str) -> Callable[[], Any] | None:
    function = getattr(plugin, hook, None)
    return function if hasattr(function, "arlint_impl") else None


def _stamps(module: str) -> Iterator[tuple[str, int, int]]:
    """Of a module its file; of a package its folder, which changes when a module comes or goes, and its modules."""
    file = getattr(sys.modules.get(module), "__file__", None) or ""
    yield stamp(file)
    if os.path.basename(file) == "__init__.py":
        folder = os.path.dirname(file)
        yield stamp(folder)
        yield from (stamp(os.path.join(folder, name)) for name in os.listdir(folder) if name.endswith(".py"))


def _name(names: Sequence[str]) -> str:
    return f"plugins-{digest(repr(names))}"
