"""What is made when it is first asked for: regular expressions, which take longer to compile than an article to lint, and attributes."""

import sys
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


if TYPE_CHECKING or sys.version_info >= (3, 12):
    from functools import cached_property
else:

    class cached_property:  # noqa: N801  (stands where that of functools is meant)
        """As `functools.cached_property`, without the lock that it took before Python 3.12: an article is asked for thirty views, and to
        take a lock lasts longer than to make some of them.
        """

        def __init__(self, func: Any) -> None:
            self.func = func
            self.name = ""
            self.__doc__ = func.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self.name = name

        def __get__(self, instance: Any, owner: "type | None" = None) -> Any:
            if instance is None:
                return self
            # Kept on the instance: from the second call on this is an ordinary attribute.
            value = instance.__dict__[self.name] = self.func(instance)
            return value


__all__ = ["cached_property", "compiled", "regex"]
