"""Actions: what a style file would have done with what it finds, as Vale names them."""

from collections.abc import Mapping, Sequence
from typing import Any

NAMES = ("replace", "remove", "suggest", "edit", "convert")
EDITS = {"regex": 3, "trim": 2, "trim_left": 2, "trim_right": 2, "truncate": 2, "split": 3, "remove": 2}
"""The ways to edit, with how many parameters each takes, its own name counted."""


def replacement(action: Mapping[str, Any], match: str, expected: Sequence[str] = ()) -> str | None:
    """What to put in the place of a match; None where that is not one certain text. `expected` are the choices that the rule knows."""
    name, params = action.get("name", ""), [str(one) for one in action.get("params") or ()]
    if name == "remove":
        return ""
    if name == "replace" or not name:
        choices = params or list(expected)
        return choices[0] if len(choices) == 1 else None
    if name == "convert":
        return _simple(match) if params[:1] == ["simple"] else None
    if name == "edit":
        return _edited(match, params)
    return None


def _simple(match: str) -> str:
    import re

    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[-_]+", " ", match)
    return " ".join(spaced.lower().split())


def _edited(match: str, params: Sequence[str]) -> str | None:
    how, rest = (params[0], params[1:]) if params else ("", ())
    if EDITS.get(how) != len(params):
        return None
    if how == "regex":
        import re

        from .patterns import compiled

        return str(compiled(rest[0]).sub(re.sub(r"\$\{?(\w+)\}?", r"\\g<\1>", rest[1]), match, timeout=1)).strip()
    if how == "split":
        parts = match.split(rest[0])
        return parts[int(rest[1])].strip() if rest[1].isdecimal() and int(rest[1]) < len(parts) else None
    made = {
        "trim": match.strip(rest[0]),
        "trim_left": match.lstrip(rest[0]),
        "trim_right": match.rstrip(rest[0]),
        "truncate": match.split(rest[0], maxsplit=1)[0],
        "remove": "".join(sign for sign in match if sign not in rest[0]),
    }
    return made[how].strip()
