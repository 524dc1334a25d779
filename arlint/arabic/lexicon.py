"""Word tables: written by people in YAML, compiled once, and read back in a millisecond.

A table's YAML lies in a folder `lexicons/` beside the module that uses it. Those of arlint's own plugins are compiled when it is built
(`hatch_build.py`): reading all the YAML takes ten times as long as the rest of a first run.
"""

import os
import zlib
from collections.abc import Callable
from typing import Any, TypeVar, cast

from ..kept import build, built, kept_dumped, stamp

T = TypeVar("T")


def lexicon(beside: str, name: str, compile_: Callable[[Any], T], version: int = 1) -> T:
    """`compile_` of the YAML table `lexicons/{name}.yaml` in the folder of the file `beside` (give `__file__`).

    The result must be of plain types (see `kept`) and is remade when the YAML changes; raise `version` when `compile_` does.
    """
    path = os.path.join(os.path.dirname(beside), "lexicons", f"{name}.yaml")
    package = os.path.basename(os.path.dirname(beside))
    made_by = compile_.__module__, compile_.__qualname__, version
    name = f"{package}.{name}.{compile_.__name__.strip('_')}"
    table = kept_dumped(name, (*stamp(path), *made_by, stamp(beside)), lambda: _built(name, path, beside, compile_, made_by))
    return cast("T", table)


def _built(name: str, path: str, beside: str, compile_: Callable[[Any], T], made_by: tuple[str, str, int]) -> bytes:
    """The table that was compiled with arlint from the same files, else as it is compiled now."""
    key = (*made_by, *(_sum(file) for file in (path, beside)))
    return built(name, key) or build(name, key, compile_(read_yaml(path)))


def _sum(path: str) -> int:
    """What tells a file from others, wherever and whenever it was written."""
    with open(path, "rb") as file:
        return zlib.crc32(file.read().replace(b"\r\n", b"\n"))


def read_yaml(path: str) -> Any:
    """The plain values of a YAML file of ours, by the C loader where there is one."""
    import yaml

    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
