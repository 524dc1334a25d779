"""Word tables: written by people in YAML, compiled once, and read back in a millisecond.

A table's YAML lies in a folder `lexicons/` beside the module that uses it.
"""

import os
from collections.abc import Callable
from typing import Any, TypeVar

from ..kept import kept, stamp

T = TypeVar("T")


def lexicon(beside: str, name: str, compile_: Callable[[Any], T], version: int = 1) -> T:
    """`compile_` of the YAML table `lexicons/{name}.yaml` in the folder of the file `beside` (give `__file__`).

    The result must be of plain types (see `kept`) and is remade when the YAML changes; raise `version` when `compile_` does.
    """
    path = os.path.join(os.path.dirname(beside), "lexicons", f"{name}.yaml")
    package = os.path.basename(os.path.dirname(beside))
    key = (*stamp(path), compile_.__module__, compile_.__qualname__, version, stamp(beside))
    return kept(f"{package}.{name}.{compile_.__name__.strip('_')}", key, lambda: compile_(read_yaml(path)))


def read_yaml(path: str) -> Any:
    """The plain values of a YAML file of ours, by the C loader where there is one."""
    import yaml

    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
