"""Plugins: found, loaded, asked once, and every fault in them said in one line that names the plugin and what to do."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import pluggy

from .. import hookspecs
from ..rules import Text
from .registry import Registry, collected, line
from .sources import GROUP, in_folders, installed

__all__ = ["PluginError", "Registry", "Wanted", "load"]


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


def load(wanted: Wanted = Wanted(), extra: Sequence[tuple[str, object]] = ()) -> Registry:  # noqa: B008  (immutable)
    """The registry of built-in plugins, installed ones (entry points), those in `wanted.paths`, and `extra` (name, module) pairs.

    Raises PluginError with a message for every fault found.
    """
    faults: list[Text] = []
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    for name, get in (*installed(), *in_folders(wanted.paths, faults)):
        if name not in wanted.block:
            _register(manager, name, get, faults)
    for name, plugin in extra:
        _register(manager, name, partial(_same, plugin), faults)
    known = [name for name, _ in manager.list_name_plugin()]
    faults += [_missing(name, known) for name in wanted.require if name not in known]
    _check_names(manager, faults)
    registry = collected(manager, faults) if not faults else None
    if faults or registry is None:
        raise PluginError(faults)
    return registry


def _same(plugin: object) -> object:
    return plugin


def _register(manager: pluggy.PluginManager, name: str, get: Callable[[], object], faults: list[Text]) -> None:
    try:
        plugin = get()
    except (Exception, SystemExit) as error:  # noqa: BLE001  (whatever an import raises is the plugin's fault, and is said)
        faults.append(_unloadable(name, error))
        return
    try:
        manager.register(plugin, name)
    except (pluggy.PluginValidationError, ValueError) as error:
        faults.append(
            Text(
                f"تعذر تسجيل الإضافة «{name}»: {line(error)}؛ صحّح تعريف الخطاف أو اذكرها في plugins.block.",
                f"plugin {name!r} cannot be registered: {line(error)}; mend the hook's signature or name the plugin under plugins.block.",
            )
        )


def _unloadable(name: str, error: BaseException) -> Text:
    what = f"{type(error).__name__}: {line(error)}"
    return Text(
        f"تعذر تحميل الإضافة «{name}»: {what}؛ أصلحها أو أزل تثبيتها أو اذكرها في plugins.block.",
        f"plugin {name!r} cannot be loaded: {what}; mend it, uninstall it, or name it under plugins.block.",
    )


def _missing(name: str, known: Sequence[str]) -> Text:
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    return Text(
        f"الإضافة المطلوبة «{name}» غير مثبتة" + (f"؛ هل تقصد «{near[0]}»؟" if near else "؛ ثبّتها أو احذفها من plugins.require."),
        f"required plugin {name!r} is not installed"
        + (f"; did you mean {near[0]!r}?" if near else "; install it or drop it from plugins.require."),
    )


def _check_names(manager: pluggy.PluginManager, faults: list[Text]) -> None:
    hooks = [name for name in vars(hookspecs) if name.startswith("arlint_")]
    for name, plugin in manager.list_name_plugin():
        for attribute in sorted(dir(plugin)):
            marked = hasattr(getattr(plugin, attribute, None), "arlint_impl")
            if marked and attribute not in hooks:
                from difflib import get_close_matches

                near = (get_close_matches(attribute, hooks, 1, 0.4) or hooks)[0]
                faults.append(
                    Text(
                        f"في الإضافة «{name}» خطاف غير معروف «{attribute}»؛ هل تقصد «{near}»؟",
                        f"plugin {name!r} has an unknown hook {attribute!r}; did you mean {near!r}?",
                    )
                )
