"""Regular expressions that are compiled when they are first asked for, and once on a machine: compiling takes longer than linting."""

from typing import TYPE_CHECKING, Any

from .patterns import compiled

if TYPE_CHECKING:
    from re import compile as regex
else:

    class regex:  # noqa: N801  (stands where a function is meant)
        """As `re.compile`, with the same methods and attributes."""

        def __init__(self, pattern: str, flags: int = 0) -> None:
            self._given = pattern, int(flags)

        def __getattr__(self, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            # Kept on the instance: from the second call on this is an ordinary attribute.
            value = self.__dict__[name] = getattr(compiled(*self._given), name)
            return value


__all__ = ["compiled", "regex"]
