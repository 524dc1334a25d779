"""Plugins: found, loaded, asked once, and every fault in them said in one line that names the plugin and what to do."""

from collections.abc import Sequence

from ..records import NamedTuple
from ..rules import AnyRule, Text
from .known import Known, answers_of, index, known, remember
from .registry import Registry, collected
from .sources import Source, in_folders, installed

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


def load(wanted: Wanted = Wanted(), extra: Sequence[tuple[str, object]] = ()) -> Registry:  # noqa: B008  (immutable)
    """The registry of built-in plugins, installed ones (entry points), those in `wanted.paths`, and `extra` (name, module) pairs.

    Raises PluginError with a message for every fault found.
    """
    faults: list[Text] = []
    sources = [one for one in (*installed(), *in_folders(wanted.paths, faults)) if one[0] not in wanted.block]
    plain = not (wanted.paths or extra or faults)
    names = [name for name, _ in sources]
    before = known(sources) if plain else None
    registry = _as_known(sources, before) if before and not wanted.rules else None
    if registry is not None:
        faults += [_missing(name, names) for name in wanted.require if name not in names]
        if faults:
            raise PluginError(faults)
        return registry
    answers = answers_of(sources, before.hooks) if before else None
    if answers is None:
        from .checked import checked

        answers, names = checked(sources, extra, faults)
        before = None
        if plain and not faults:
            remember(names, answers)
    if wanted.rules:
        written = [*answers.get(RULES, ()), (STYLES, lambda: wanted.rules)]
        answers = {**answers, RULES: written}
    faults += [_missing(name, names) for name in wanted.require if name not in names]
    registry = collected(answers, faults) if not faults else None
    if faults or registry is None:
        raise PluginError(faults)
    if before and not wanted.rules:
        index(names, before, registry)
    return registry


def _as_known(sources: Sequence[Source], before: Known) -> Registry | None:
    """The registry of plugins whose rules are known; None where they are not, or what else they bring is not what it was."""
    rules, faults = before.rules, list[Text]()
    answers = answers_of(sources, {hook: names for hook, names in before.hooks.items() if hook != RULES}) if rules is not None else None
    if rules is None or answers is None:
        return None
    rest = collected(answers, faults)
    return None if faults else rest._replace(rules=rules, owners=before.owners)


def _missing(name: str, known: Sequence[str]) -> Text:
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    return Text(
        f"الإضافة المطلوبة «{name}» غير مثبتة" + (f"؛ هل تقصد «{near[0]}»؟" if near else "؛ ثبّتها أو احذفها من plugins.require."),
        f"required plugin {name!r} is not installed"
        + (f"; did you mean {near[0]!r}?" if near else "; install it or drop it from plugins.require."),
    )
