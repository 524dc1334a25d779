"""arlint's own modules imported straight from their compiled files.

Python asks five finders for each module, and each of them several folders; a start imports a hundred and fifty modules of arlint and its
plugins, of which the folder and the name of the compiled file are known. What that file must be is checked as Python checks it: made by
this Python, from a source of this time and size. For whatever is otherwise Python does all as ever.
"""

import _imp
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER
from marshal import loads
from os import listdir, stat
from types import CodeType, ModuleType
from typing import Any

_fix_co_filename: Any = getattr(_imp, "_fix_co_filename", lambda code, path: None)

_HEAD = MAGIC_NUMBER + bytes(4)
"""How a compiled file begins that is valid for a source of the time and size that follow."""


class _Loader(SourceFileLoader):
    """Reads the compiled file, if it is there and in order."""

    def get_code(self, fullname: str) -> CodeType | None:
        """The code of the module."""
        folder, _, name = self.path.rpartition("/")
        try:
            with open(f"{folder}/__pycache__/{name[:-2]}{sys.implementation.cache_tag}.pyc", "rb", buffering=0) as file:
                data = file.read()
            source = stat(self.path)
            made_for = int(source.st_mtime) & 0xFFFFFFFF, source.st_size & 0xFFFFFFFF
            if data.startswith(_HEAD) and (int.from_bytes(data[8:12], "little"), int.from_bytes(data[12:16], "little")) == made_for:
                code: CodeType = loads(memoryview(data)[16:])
                _fix_co_filename(code, self.path)  # it may have been compiled under another name
                return code
        except (OSError, ValueError, EOFError, TypeError):
            pass
        return super().get_code(fullname)


class Finder:
    """Finds modules in packages whose names begin with one of these prefixes."""

    def __init__(self, *prefixes: str) -> None:
        self._prefixes = prefixes
        self._listed: dict[str, frozenset[str]] = {}

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Where a module of a package is; None where it is none of ours, or not where all are."""
        if not path or not fullname.startswith(self._prefixes):
            return None
        folder, name = path[0], fullname.rpartition(".")[2]
        there = self._listed.get(folder)
        if there is None:
            there = self._listed[folder] = _listed(folder)
        if f"{name}.py" in there:
            file, package = f"{folder}/{name}.py", None
        elif name in there and "__init__.py" in _listed(f"{folder}/{name}"):
            file, package = f"{folder}/{name}/__init__.py", [f"{folder}/{name}"]
        else:
            return None
        spec = ModuleSpec(fullname, _Loader(fullname, file), origin=file, is_package=bool(package))
        spec.submodule_search_locations = package
        spec.has_location = True
        return spec


def _listed(folder: str) -> frozenset[str]:
    try:
        return frozenset(listdir(folder))
    except OSError:
        return frozenset()


def straight(*prefixes: str) -> None:
    """From now on import modules of these packages in this way."""
    if sys.pycache_prefix is None and sys.implementation.cache_tag and sys.platform != "win32":
        finder: Any = Finder(*prefixes)
        sys.meta_path.insert(0, finder)
