"""Where plugins come from: installed distributions (entry points) and a newsroom's own folders. Nothing is loaded here yet."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from importlib.machinery import PathFinder

from .. import hookspecs
from ..kept import kept, short_digest, stamp
from ..rules import Text
from ..rules.package import is_rule

GROUP = "arlint"
"""The entry-point group."""

Source = tuple[str, Callable[[], object]]
"""A plugin's name, and how to load it."""

Plugin = tuple[str, object]
"""A plugin's name, and its module."""


def installed() -> Iterator[Source]:
    """Plugins of installed distributions, built-in ones among them, by name."""
    # Scanning all installed distributions costs as much as linting a hundred articles: its result is kept for as long as no folder of
    # the import path changes.
    folders = import_path()
    for name, value in kept(f"entry-points-{short_digest(repr(folders))}", [stamp(folder) for folder in folders], _scan):
        yield name, partial(_object, value)


def import_path() -> list[str]:
    """The folders from which modules are imported."""
    return [folder for folder in dict.fromkeys(sys.path) if folder and os.path.isdir(folder)]


def _scan() -> list[tuple[str, str]]:
    found = plainly_installed(GROUP)
    if found is None:
        from importlib.metadata import entry_points

        found = {(point.name, point.value) for point in entry_points(group=GROUP)}
    return sorted(found)


def plainly_installed(group: str) -> set[tuple[str, str]] | None:
    """As `importlib.metadata.entry_points`, which takes as long as all else that a first run does: name and value of the entry points of a
    group. None where distributions are not in plain folders, so that it must be asked.
    """
    if any(os.path.isfile(path) for path in sys.path) or any(map(_brings_distributions, sys.meta_path)):
        return None
    found: set[tuple[str, str]] = set()
    seen: set[str] = set()  # of two that are installed the one that is imported counts
    for folder in dict.fromkeys(path or "." for path in sys.path):
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
            if name.endswith((".dist-info", ".egg-info")):
                distribution = name.rpartition(".")[0].partition("-")[0].lower().replace("-", "_").replace(".", "_")
                if distribution not in seen:
                    seen.add(distribution)
                    found |= set(_points(os.path.join(folder, name, "entry_points.txt"), group))
            elif name.endswith(".egg"):
                return None
    return found


def _brings_distributions(finder: object) -> bool:
    return hasattr(finder, "find_distributions") and finder is not PathFinder


def _points(path: str, group: str) -> Iterator[tuple[str, str]]:
    """The entry points of a group in a file, which need not be there."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:  # damaged ones of others are none of our business
            lines = [line.strip() for line in file]
    except OSError:
        return
    section = ""
    for line in lines:
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif section == group and line and not line.startswith("#"):
            name, _, value = line.partition("=")
            yield name.strip(), value.strip()


def _object(value: str) -> object:
    module, _, attribute = value.partition(":")
    found: object = import_module(module.strip())
    for part in filter(None, attribute.strip().split(".")):
        found = getattr(found, part)
    return found


Places = tuple[tuple[str, str], ...]
"""Names and folders of plugins, and where in the configuration each stands."""


def placed(message: Text, name: str, places: Places) -> Text:
    """The message with the place of the name before it, where it is known."""
    place = dict(places).get(name)
    return Text(f"{place}: {message.ar}", f"{place}: {message.en}") if place else message


def in_folders(paths: Sequence[str], faults: list[Text], places: Places = ()) -> Iterator[Source]:
    """Modules and packages in these folders (or single `.py` files). A path that is neither is added to the faults."""
    for path in paths:
        files = [path]
        if not os.path.isfile(path) or not path.endswith(".py"):
            try:
                files = sorted(os.path.join(path, name) for name in os.listdir(path))
            except OSError as error:
                faults.append(placed(_no_folder(path, error), path, places))
                continue
        for file in files:
            name = os.path.basename(file).removesuffix(".py")
            package = os.path.join(file, "__init__.py")
            if name.startswith(("_", ".")) or not (file.endswith(".py") or os.path.isfile(package)):
                continue
            yield name, partial(_file, name, file if file.endswith(".py") else package)


def _no_folder(path: str, error: OSError) -> Text:
    from ..refusals import arabic

    ar, en = {
        FileNotFoundError: ("غير موجود", "does not exist"),
        NotADirectoryError: ("ليس مجلدا ولا ملفا لاحقته py", "is neither a folder nor a .py file"),
    }.get(type(error), (f"لا يُقرأ ({arabic(error)})", f"cannot be read ({error.strerror})"))
    return Text(f"مجلد الإضافات «{path}» {ar}؛ صحّح plugins.paths.", f"plugin folder {path!r} {en}; correct plugins.paths.")


def _file(name: str, path: str) -> object:
    from importlib.util import module_from_spec, spec_from_file_location

    # A name of its own: a newsroom's `style.py` must not hide a module of the same name.
    full = f"arlint_local_{short_digest(os.path.abspath(path))}_{name}"
    spec = spec_from_file_location(full, path, submodule_search_locations=[os.path.dirname(path)] if path.endswith("__init__.py") else None)
    if spec is None or spec.loader is None:
        raise ImportError(f"no module in {path}")
    module = module_from_spec(spec)
    sys.modules[full] = module
    spec.loader.exec_module(module)
    if not any(attribute.startswith("arlint_") and hasattr(value, "arlint_impl") for attribute, value in vars(module).items()):
        # A file that only defines rules is a plugin too: nobody needs to learn of hooks to add one.
        classes = [thing for thing in vars(module).values() if is_rule(thing) and thing.__module__ == full]
        module.arlint_rules = hookspecs.hookimpl(lambda: classes)  # type: ignore[attr-defined]
    return module
