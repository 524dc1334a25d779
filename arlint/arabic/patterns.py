"""Compiled regular expressions, kept on disk: the code that `re` makes of a pattern is a list of numbers.

Compiling the forty patterns that one article needs takes 30 ms, handing their code to the machine of `re` less than one. The numbers
belong to one version of it (`_sre.MAGIC`), which checks them; wherever that machine is another than expected, patterns are compiled.
"""

import atexit
import marshal
import re
import sys
from functools import lru_cache
from importlib import import_module
from typing import Any

from ..kept import build, built, keep, recall

_sre: Any = import_module("_sre")
try:
    _making: Any = import_module("re._compiler")
    _reading: Any = import_module("re._parser")
except ImportError:  # before 3.11
    _making, _reading = import_module("sre_compile"), import_module("sre_parse")

_MOST = 4000  # patterns that are kept
_SHIPPED = "patterns"
_MACHINE = _sre.MAGIC, sys.version_info[:2]  # sets of letters follow the version of Unicode

_Code = tuple[int, list[int], int, dict[str, int], tuple[str | None, ...]]


@lru_cache(maxsize=1024)
def compiled(pattern: str, flags: int = 0) -> "re.Pattern[str]":
    """As `re.compile`, without compiling what was compiled before on this machine."""
    code = _KNOWN.codes().get((pattern, flags))
    try:
        if code is None:
            code = _KNOWN.add((pattern, flags), _shipped().get((pattern, flags)) or _coded(pattern, flags))
        found: re.Pattern[str] = _sre.compile(pattern, *code)
    except (AttributeError, TypeError, ValueError, OverflowError, RuntimeError):  # an `re` that works in another way
        return re.compile(pattern, flags)
    return found


def parsed(pattern: str, flags: int = 0) -> Any:
    """What `re` reads in a pattern: a sequence of (operation, argument). Raises `re.error`."""
    return _reading.parse(pattern, flags)


def _coded(pattern: str, flags: int) -> _Code:
    """What `re.compile` would hand to the machine: flags, code, groups and their names."""
    read = parsed(pattern, flags)
    state: Any = read.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    code = list(map(int, _making._code(read, flags)))
    return int(flags | state.flags), code, state.groups - 1, dict(state.groupdict), tuple(names)


@lru_cache(maxsize=1)
def _shipped() -> "dict[tuple[str, int], _Code]":
    """The codes that were made when arlint was built, if it was with this Python."""
    data = built(_SHIPPED, _MACHINE)
    return marshal.loads(data) if data else {}


def ship() -> None:
    """Write the codes of all patterns that this process has compiled for those that run what is being built."""
    build(_SHIPPED, _MACHINE, _KNOWN.codes())


class _Known:
    """The codes of this machine: read when first asked for, written at the end of a process that has made new ones."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, int], _Code] | None = None
        self._new = False

    def codes(self) -> dict[tuple[str, int], _Code]:
        if self._codes is None:
            found = recall("patterns", _sre.MAGIC)
            self._codes = found if isinstance(found, dict) else {}
        return self._codes

    def add(self, key: tuple[str, int], code: _Code) -> _Code:
        codes = self.codes()
        if not self._new:
            self._new = True
            atexit.register(self._write)
        if len(codes) < _MOST:
            codes[key] = code
        return code

    def _write(self) -> None:
        # What another process has added meanwhile is kept too.
        others = recall("patterns", _sre.MAGIC)
        keep("patterns", _sre.MAGIC, {**(others if isinstance(others, dict) else {}), **self.codes()})


_KNOWN = _Known()
