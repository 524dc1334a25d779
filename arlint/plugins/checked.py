"""Plugins registered with pluggy, which checks them: signatures of hooks, names that no hook has, names that come twice."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pluggy

from .. import hookspecs
from ..rules import Text
from .problems import line, told, where
from .registry import HOOKS, Answers
from .sources import GROUP, Plugin, Source


def checked(sources: Sequence[Source], extra: Sequence[Plugin], faults: list[Text]) -> Answers:
    """What plugins answer by hook. What is wrong with a plugin is added to the faults."""
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    for name, get in sources:
        _register(manager, name, get, faults)
    for name, plugin in extra:
        _register(manager, name, partial(_same, plugin), faults)
    _check_names(manager, faults)
    return {hook: [(one.plugin_name, one.function) for one in reversed(getattr(manager.hook, hook).get_hookimpls())] for hook in HOOKS}


def _same(plugin: object) -> object:
    return plugin


def _register(manager: pluggy.PluginManager, name: str, get: Callable[[], object], faults: list[Text]) -> None:
    try:
        plugin = get()
    except (Exception, SystemExit) as error:  # noqa: BLE001  (whatever an import raises is the plugin's fault, and is said)
        faults.append(_unloadable(name, error))
        return
    if manager.has_plugin(name):
        where = getattr(plugin, "__file__", None) or repr(plugin)
        twice = Text(
            f"إضافتان باسم واحد «{name}»، وثانيتهما في {where}؛ سمّ إحداهما باسم آخر.",
            f"two plugins are called {name!r}, the second from {where}; give one of them another name.",
        )
        faults.append(twice)
        return
    try:
        manager.register(plugin, name)
    except (pluggy.PluginValidationError, ValueError) as error:
        faults.append(
            Text(
                f"تعذر تسجيل الإضافة «{name}»: {line(error)}؛ صحّح تعريف الخطاف، أو اذكر الإضافة في plugins.block.",
                f"plugin {name!r} cannot be registered: {line(error)}; mend the hook's signature or name the plugin under plugins.block.",
            )
        )


def _unloadable(name: str, error: BaseException) -> Text:
    place, what = where(error), told(error)
    return Text(
        f"{place}تعذر تحميل الإضافة «{name}»: {what}؛ أصلحها أو أزلها أو اذكرها في plugins.block.",
        f"{place}plugin {name!r} cannot be loaded: {what}; mend it, remove it, or name it under plugins.block.",
    )


def _check_names(manager: pluggy.PluginManager, faults: list[Text]) -> None:
    hooks = [name for name in vars(hookspecs) if name.startswith("arlint_")]
    for name, plugin in manager.list_name_plugin():
        told = list(_misnamed(name, plugin, hooks))
        if not told and not manager.get_hookcallers(plugin):
            told = [Text(
                f"ليس في الإضافة «{name}» خطاف، فلا تضيف شيئا؛ هل سمّت نقطة الدخول وحدة أخرى؟",
                f"plugin {name!r} has no hook and brings nothing; does its entry point name another module?",
            )]  # fmt: skip
        faults += told


def _misnamed(name: str, plugin: object, hooks: Sequence[str]) -> Iterator[Text]:
    """What is wrong with functions of a plugin that were meant as hooks."""
    for attribute in sorted(dir(plugin)):
        function = getattr(plugin, attribute, None)
        marked = hasattr(function, "arlint_impl")
        if marked and attribute not in hooks:
            from difflib import get_close_matches

            near = (get_close_matches(attribute, hooks, 1, 0.4) or hooks)[0]
            yield Text(
                f"في الإضافة «{name}» خطاف غير معروف «{attribute}»؛ هل تقصد «{near}»؟",
                f"plugin {name!r} has an unknown hook {attribute!r}; did you mean {near!r}?",
            )
        elif attribute in hooks and not marked and getattr(function, "__module__", None) == getattr(plugin, "__name__", ""):
            yield Text(
                f"الدالة {attribute} في الإضافة «{name}» لا يسبقها @hookimpl، فلا تُستدعى؛ اكتبه فوقها: from arlint import hookimpl.",
                f"{attribute} of plugin {name!r} is not marked with @hookimpl and would not be asked; write that above it: "
                "from arlint import hookimpl.",
            )
