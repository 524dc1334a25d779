"""The index of the rules of arlint's own plugins, made when arlint is built: a first run need not import them all to know them.

It holds for exactly the files that it was made from, and where no other plugin is installed.
"""

import marshal
import os
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from importlib import import_module

from .. import kept
from ..kept import Stamp, build, built, stamps_in
from ..rules import Text
from ..rules.asleep import Facts
from .known import Known, fact, hooks_of, with_states
from .sources import import_path

_NAME = "index"
_FORM = 1, Facts._fields
_AFTER = 120 * 10**9  # nanoseconds that the installation of all files may take: what changed later is none of it


def shipped(names: Sequence[str]) -> Known | None:
    """What was known of the plugins of these names when arlint was built; None where they, or their files, are not those."""
    data = built(_NAME, (_FORM, list(names)))
    if data is None:
        return None
    packages, hooks, facts, owners = marshal.loads(data)
    try:
        latest = os.stat(os.path.join(kept.BUILT, f"{_NAME}.bin")).st_mtime_ns + _AFTER
        folders = {package: _folder(package) for package in packages}
        stamps: list[Stamp] = []
        seen: dict[str, list[Stamp]] = {}
        for package, sizes in packages.items():
            within, files = stamps_in(folders[package])
            there = _installed(folders[package], files)
            if {name: size for name, size, *_ in there} != sizes or any(one[2] > latest for one in there):
                return None
            stamps += (*within, *files)
            seen[folders[package]] = files
    except OSError:
        return None
    return Known(sorted(stamps), hooks, with_states((_at_home(Facts(*one), folders) for one in facts), seen), owners)


def ship(points: Sequence[tuple[str, str]]) -> None:
    """Write the index of the plugins at these entry points (names and modules) for those that run what is being built."""
    from .checked import checked
    from .registry import collected

    faults: list[Text] = []
    answers = checked([(name, partial(import_module, module)) for name, module in points], (), faults)
    registry = collected(answers, faults)
    if faults:
        raise ValueError(faults)
    facts = [fact(rule)._replace(home=(rule.__module__, "")) for rule in registry.rules.values()]
    packages = sorted({"arlint", *(one.module.partition(".")[0] for one in facts)})
    there = {package: _installed(folder, stamps_in(folder)[1]) for package in packages for folder in [_folder(package)]}
    sizes = {package: {name: size for name, size, *_ in files} for package, files in there.items()}
    index = sizes, hooks_of(answers), [tuple(one) for one in facts], dict(registry.owners)
    build(_NAME, (_FORM, [name for name, _ in points]), index)


def _installed(folder: str, files: Iterable[Stamp]) -> list[Stamp]:
    """The states of the files that a package was installed with, by their paths in it: of all but those made when arlint is built."""
    made = os.path.join(kept.BUILT, "")
    return [(one[0][len(folder) + 1 :].replace(os.sep, "/"), *one[1:]) for one in files if not one[0].startswith(made)]


def _folder(package: str) -> str:
    """Where a package lies, without importing it. Raises FileNotFoundError."""
    for folder in import_path():
        if os.path.isfile(os.path.join(folder, package, "__init__.py")):
            return os.path.join(folder, package)
    raise FileNotFoundError(package)


def _at_home(facts: Facts, folders: Mapping[str, str]) -> Facts:
    package, *inner = facts.module.split(".")[:-1] or [facts.module]
    return facts._replace(home=(facts.home[0], os.path.join(folders[package], *inner)))
