"""The rules of a package: a new rule is one new file, nothing to register."""

import os
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from .rule import AnyRule

if TYPE_CHECKING:
    from typing import TypeGuard


def rules_in(package: str) -> Iterator[type[AnyRule]]:
    """The rule classes defined in the modules of a package, by module name. What begins with an underscore is none."""
    folders = [folder for folder in import_module(package).__path__ if os.path.isdir(folder)]
    for name, suffix in sorted(os.path.splitext(file) for folder in folders for file in os.listdir(folder)):
        if suffix == ".py" and not name.startswith("_"):
            module = import_module(f"{package}.{name}")
            yield from (thing for thing in vars(module).values() if is_rule(thing) and thing.__module__ == module.__name__)


def is_rule(thing: object) -> "TypeGuard[type[AnyRule]]":
    """Whether it is the class of a rule, and no base for others; one with a code or examples of its own that has no id was meant as one."""
    return (
        isinstance(thing, type) and issubclass(thing, AnyRule) and bool(thing.id or not {"code", "good", "bad"}.isdisjoint(vars(thing)))
    )
