"""Word tables: written by people in YAML, compiled once, and read back in a millisecond.

A table's YAML lies in a folder `lexicons/` beside the module that uses it. Those of arlint's own plugins are compiled when it is built
(`hatch_build.py`): reading all the YAML takes ten times as long as the rest of a first run.
"""

import marshal
import os
import zlib
from collections.abc import Callable
from typing import Any, TypeVar, cast

from ..kept import kept, stamp

T = TypeVar("T")

BUILT = os.path.join(os.path.dirname(os.path.dirname(__file__)), "tables")
"""The folder of the tables that were compiled when arlint was built; `$ARLINT_BUILD_TABLES` is where they are written then."""


def lexicon(beside: str, name: str, compile_: Callable[[Any], T], version: int = 1) -> T:
    """`compile_` of the YAML table `lexicons/{name}.yaml` in the folder of the file `beside` (give `__file__`).

    The result must be of plain types (see `kept`) and is remade when the YAML changes; raise `version` when `compile_` does.
    """
    path = os.path.join(os.path.dirname(beside), "lexicons", f"{name}.yaml")
    package = os.path.basename(os.path.dirname(beside))
    made_by = compile_.__module__, compile_.__qualname__, version
    name = f"{package}.{name}.{compile_.__name__.strip('_')}"
    return kept(name, (*stamp(path), *made_by, stamp(beside)), lambda: _built(name, path, beside, compile_, made_by))


def _built(name: str, path: str, beside: str, compile_: Callable[[Any], T], made_by: tuple[str, str, int]) -> T:
    """The table that was compiled with arlint from the same files, else as it is compiled now."""
    key = (*made_by, *(_sum(file) for file in (path, beside)))
    try:
        with open(os.path.join(BUILT, f"{name}.bin"), "rb") as file:
            held = cast("tuple[Any, T]", marshal.loads(file.read()))
        if held[0] == key:
            return held[1]
    except (OSError, ValueError, EOFError, TypeError, IndexError):
        pass
    table = compile_(read_yaml(path))
    if folder := os.environ.get("ARLINT_BUILD_TABLES"):
        with open(os.path.join(folder, f"{name}.bin"), "wb") as written:
            marshal.dump(cast("Any", (key, table)), written, 4)
    return table


def _sum(path: str) -> int:
    """What tells a file from others, wherever and whenever it was written."""
    with open(path, "rb") as file:
        return zlib.crc32(file.read().replace(b"\r\n", b"\n"))


def read_yaml(path: str) -> Any:
    """The plain values of a YAML file of ours, by the C loader where there is one."""
    import yaml

    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
