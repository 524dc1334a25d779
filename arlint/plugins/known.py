"""Plugins that were in order when they were last loaded: for as long as none of their files changes they are not checked again.

Of their rules an index is kept, made from the rules themselves, so that the modules of those that no text concerns are not imported. What
a hook of a plugin answers must therefore follow from its files.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from ..kept import Stamp, keep, recall, short_digest, stamp, stamps_in, states_of, written
from ..records import NamedTuple
from ..rules import AnyRule
from ..rules.asleep import Facts, Sleepers, facts_for_sleep, facts_of
from .registry import Answers, Registry
from .sources import Source, import_path

_PLAIN = {"specname": None, **dict.fromkeys(("wrapper", "hookwrapper", "optionalhook", "tryfirst", "trylast"), False)}

_FORM = 3, Facts._fields
"""Changes with the shape of what is kept."""


class Known(NamedTuple):
    """What is kept of plugins, in plain values: the states of their files, who answers which hook, the facts of all rules, whose they are.

    Facts are None until they have been asked for.
    """

    stamps: Sequence[Stamp]
    hooks: Mapping[str, Sequence[str]]
    facts: "Sequence[tuple[Any, ...]] | None" = None
    owners: Mapping[str, str] = MappingProxyType({})

    @property
    def rules(self) -> "Mapping[str, type[AnyRule]] | None":
        """The rules by id, to be imported when they are asked for."""
        return None if self.facts is None else Sleepers(Facts(*one) for one in self.facts)


def known(sources: Sequence[Source]) -> Known | None:
    """What is kept of these plugins; None where they are new or one of their files has changed."""
    names = [name for name, _ in sources]
    found = recall(_name(names), _key(names))
    if isinstance(found, tuple) and _are_as_they_were(found[0]):
        return Known(*found)
    from .shipped import shipped

    made = shipped(names)
    if made is not None:
        _keep(names, made)
    return made


def _are_as_they_were(stamps: Iterable[Stamp]) -> bool:
    """Whether all these files and folders are in the same state: as `stamp` would say it, for five hundred of them at every start."""
    try:
        return all(
            (now := os.stat(path)).st_mtime_ns == time and now.st_size == size and written(now) == when for path, size, time, when in stamps
        )
    except OSError:
        return False


def answers_of(sources: Sequence[Source], hooks: Mapping[str, Sequence[str]]) -> Answers | None:
    """The functions that answer these hooks, by hook and the names of plugins; None where one cannot be imported after all."""
    wanted = {name for answering in hooks.values() for name in answering}
    try:
        plugins = {name: get() for name, get in sources if name in wanted}
        return {hook: [(name, getattr(plugins[name], hook)) for name in answering] for hook, answering in hooks.items()}
    except Exception:  # noqa: BLE001  (whatever it is, it is said where plugins are checked)
        return None


def remember(names: Sequence[str], answers: Answers) -> None:
    """That these plugins are in order, unless one of them marks its hooks in a way that only pluggy understands."""
    functions = [function for found in answers.values() for _, function in found]
    if all(getattr(function, "arlint_impl", None) == _PLAIN for function in functions):
        stamps = _stamps(function.__module__ for function in functions)
        _keep(names, Known(stamps, hooks_of(answers)))


def hooks_of(answers: Answers) -> dict[str, list[str]]:
    """The names of the plugins that answer each hook."""
    return {hook: [name for name, _ in found] for hook, found in answers.items()}


def index(names: Sequence[str], before: Known, registry: Registry) -> None:
    """Keep the facts of all rules besides what is known of these plugins."""
    stamps = sorted({*before.stamps, *_stamps(("arlint", *(rule.__module__ for rule in registry.rules.values())))})
    facts = with_states(map(fact, registry.rules.values()))
    _keep(names, Known(stamps, before.hooks, facts, dict(registry.owners)))


def with_states(facts: Iterable[Facts], seen: Mapping[str, Sequence[Stamp]] = MappingProxyType({})) -> list[tuple[Any, ...]]:
    """The facts, those of rules that may sleep with what stands for the files they are made of (see `states_of`), in plain values."""
    facts = list(facts)
    states = states_of({one.home[1] for one in facts if one.sleeps}, seen)
    return [tuple(one._replace(state=states[one.home[1]]) if one.sleeps else one) for one in facts]


def fact(rule: type[AnyRule]) -> Facts:
    """What is known of a rule class; of one that raises something, no more than is known without making a rule of it."""
    try:
        return facts_for_sleep(rule)
    except Exception:  # noqa: BLE001  (whatever it is, it is said where the rule is built)
        return facts_of(rule)


def _keep(names: Sequence[str], what: Known) -> None:
    keep(_name(names), _key(names), (list(what.stamps), what.hooks, what.facts, dict(what.owners)))


def _stamps(modules: Iterable[str]) -> list[Stamp]:
    """The states of all files that these modules may be made of."""
    return sorted({one for module in set(modules) for one in _files(module)})


def _files(module: str) -> Iterator[Stamp]:
    """Of a module its file; of what lies in a package all files of it, word tables too, and its folders, which change when a file comes or
    goes.
    """
    file = getattr(sys.modules.get(module), "__file__", None)
    if not file:
        return
    yield stamp(file)
    for folder in getattr(sys.modules.get(module.partition(".")[0]), "__path__", ()):
        for stamps in stamps_in(folder):
            yield from stamps


def _name(names: Sequence[str]) -> str:
    """One file for each environment: what is installed in another is none of it."""
    return f"plugins-{short_digest(repr((os.path.dirname(__file__), _installed(), list(names))))}"


def _key(names: Sequence[str]) -> object:
    # A plugin may be made of what other distributions bring: where those are installed nothing has come or gone.
    return _FORM, list(names), [stamp(folder) for folder in _installed()]


def _installed() -> list[str]:
    """The folders in which distributions are installed."""
    return [folder for folder in import_path() if folder.endswith("-packages")]
