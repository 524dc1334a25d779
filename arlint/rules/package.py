"""The rules of a package: a new rule is one new file, nothing to register."""

import os
from collections.abc import Iterator
from importlib import import_module

from .rule import AnyRule


def rules_in(package: str) -> Iterator[type[AnyRule]]:
    """The rule classes defined in the modules of a package, by module name. What begins with an underscore is none."""
    folders = [folder for folder in import_module(package).__path__ if os.path.isdir(folder)]
    for name, suffix in sorted(os.path.splitext(file) for folder in folders for file in os.listdir(folder)):
        if suffix == ".py" and not name.startswith("_"):
            module = import_module(f"{package}.{name}")
            yield from (
                thing
                for thing in vars(module).values()
                if isinstance(thing, type) and issubclass(thing, AnyRule) and thing.id and thing.__module__ == module.__name__
            )
