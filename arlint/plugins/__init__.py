"""Plugins: found, loaded, asked once, and every fault in them said in one line that names the plugin and what to do."""

from collections.abc import Iterator, Sequence

from ..records import NamedTuple
from ..rules import AnyRule, Text
from .known import Known, answers_of, index, known, remember
from .registry import Answers, Registry, collected, joined
from .sources import Places, Plugin, Source, in_folders, installed, placed

__all__ = ["PluginError", "Registry", "Wanted", "load"]


STYLES = "styles"
"""By this name messages call what brings the rules without code."""

RULES = "arlint_rules"


class PluginError(Exception):
    """One or more plugins cannot be used. Each message names the plugin and what to do."""

    def __init__(self, messages: Sequence[Text]) -> None:
        super().__init__("; ".join(message.en for message in messages))
        self.messages = tuple(messages)


class Wanted(NamedTuple):
    """What the configuration says of plugins: names that must be there, names to leave out, folders and files to load from."""

    require: tuple[str, ...] = ()
    block: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    rules: tuple[type[AnyRule], ...] = ()
    """Rules without code, which the configuration itself brings."""
    places: Places = ()
    """Names and folders, and where they were asked for, as messages are to call it."""


def load(wanted: Wanted = Wanted(), extra: Sequence[Plugin] = ()) -> Registry:  # noqa: B008  (immutable)
    """The registry of built-in plugins, installed ones (entry points), those in `wanted.paths`, and `extra` (name, module) pairs.

    Raises PluginError with a message for every fault found.
    """
    faults: list[Text] = []
    theirs, local = list(installed()), list(in_folders(wanted.paths, faults, wanted.places))
    faults += _misspelt(wanted, [name for name, _ in (*theirs, *local)])
    ours, own = ([one for one in some if one[0] not in wanted.block] for some in (theirs, local))
    names = [name for name, _ in (*ours, *own, *extra)]
    registry = None if faults else _of_installed(ours)
    if registry is not None and (own or extra or wanted.rules):
        registry = _with(registry, [name for name, _ in ours], own, extra, wanted.rules)
    if registry is None:
        registry = collected(_with_written(_checked([*ours, *own], extra, faults), wanted.rules), faults)
    faults += _missing(wanted, names)
    if faults:
        raise PluginError(faults)
    return registry


def _of_installed(sources: Sequence[Source]) -> Registry | None:
    """The registry of installed plugins, which are checked when they are new, asked once more, and then known; None if one is broken."""
    faults: list[Text] = []
    before = known(sources)
    registry = _as_known(sources, before) if before else None
    if registry is not None:
        return registry
    names = [name for name, _ in sources]
    answers = answers_of(sources, before.hooks) if before else None
    if before is None or answers is None:
        answers = _checked(sources, (), faults)
        registry = collected(answers, faults)
        if not faults:
            remember(names, answers)
    else:
        registry = collected(answers, faults)
        if not faults:
            index(names, before, registry)
    return None if faults else registry


def _with(
    registry: Registry, names: Sequence[str], own: Sequence[Source], extra: Sequence[Plugin], rules: tuple[type[AnyRule], ...]
) -> Registry | None:
    """A registry with what a newsroom's own plugins and rules without code bring; None if anything is wrong, which must be said with all
    else.
    """
    faults: list[Text] = []
    if not set(names).isdisjoint(name for name, _ in (*own, *extra)):
        return None
    answers = _checked(own, extra, faults) if own or extra else {}
    rest = collected(_with_written(answers, rules), faults)
    return None if faults else joined(registry, rest)


def _checked(sources: Sequence[Source], extra: Sequence[Plugin], faults: list[Text]) -> Answers:
    """What these plugins answer, asked with pluggy."""
    from .checked import checked

    return checked(sources, extra, faults)


def _with_written(answers: Answers, rules: tuple[type[AnyRule], ...]) -> Answers:
    return {**answers, RULES: [*answers.get(RULES, ()), (STYLES, lambda: rules)]} if rules else answers


def _as_known(sources: Sequence[Source], before: Known) -> Registry | None:
    """The registry of plugins whose rules are known; None where they are not, or what else they bring is not what it was."""
    rules, faults = before.rules, list[Text]()
    answers = answers_of(sources, {hook: names for hook, names in before.hooks.items() if hook != RULES}) if rules is not None else None
    if rules is None or answers is None:
        return None
    rest = collected(answers, faults)
    return None if faults else rest._replace(rules=rules, owners=before.owners)


def _missing(wanted: Wanted, known: Sequence[str]) -> Iterator[Text]:
    """A fault for each plugin that is required and not there."""
    for name in wanted.require:
        if name not in known:
            near = _nearest(name, known)
            missing = Text(
                f"الإضافة المطلوبة «{name}» غير مثبتة" + (f"؛ هل تقصد «{near}»؟" if near else "؛ ثبّتها أو احذفها من plugins.require."),
                f"required plugin {name!r} is not installed"
                + (f"; did you mean {near!r}?" if near else "; install it or drop it from plugins.require."),
            )
            yield placed(missing, name, wanted.places)


def _misspelt(wanted: Wanted, known: Sequence[str]) -> Iterator[Text]:
    """A fault for each plugin to leave out that is not there while another has nearly its name. One that is just not installed is none."""
    for name in wanted.block:
        near = _nearest(name, known) if name not in known else ""
        if near:
            no = Text(f"لا إضافة باسم «{name}» لتُستبعد؛ هل تقصد «{near}»؟", f"no plugin {name!r} to leave out; did you mean {near!r}?")
            yield placed(no, name, wanted.places)


def _nearest(name: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, known, 1)), "")
