"""The marks of hooks, as pluggy's own markers set them for the project `arlint`; plugins may use those as well.

They are written out here since pluggy, with all it imports, is only needed where plugins have changed since they were last checked.
"""

from collections.abc import Callable
from typing import Any, TypeVar

_F = TypeVar("_F", bound=Callable[..., Any])


def hookspec(function: _F) -> _F:
    """Mark a function as the specification of a hook."""
    function.arlint_spec = {"firstresult": False, "historic": False, "warn_on_impl": None, "warn_on_impl_args": None}  # type: ignore[attr-defined]
    return function


def hookimpl(function: _F) -> _F:
    """Mark a function of a plugin as what it answers to the hook of the same name."""
    plain = dict.fromkeys(("wrapper", "hookwrapper", "optionalhook", "tryfirst", "trylast"), False)
    function.arlint_impl = {**plain, "specname": None}  # type: ignore[attr-defined]
    return function
