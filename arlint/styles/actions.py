"""Actions: what a style file would have done with what it finds, as Vale names them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

NAMES = ("replace", "remove", "suggest", "edit", "convert")
EDITS = {
    "replace": 3, "remove": 2, "regex": 3, "trim": 2, "trim_left": 2, "trim_right": 2, "truncate": 2, "split": 3,
    "wrap": 2, "unwrap": 2, "prefix": 2, "suffix": 2, "squeeze": 1, "capitalize": 1, "uncapitalize": 1, "lower": 1, "upper": 1,
    "simple": 1, "kebab": 1, "snake": 1, "camel": 1, "pascal": 1,
}  # fmt: skip
"""The ways to edit, with how many parameters each takes, its own name counted. Several may follow one another."""


def chooses(action: object) -> bool:
    """Whether an action offers the choices that the rule itself knows."""
    return isinstance(action, Mapping) and action.get("name") == "replace" and not action.get("params")


_JOINED: Mapping[str, Callable[[Sequence[str]], str]] = {
    "simple": " ".join,
    "kebab": "-".join,
    "snake": "_".join,
    "camel": lambda words: "".join((*words[:1], *(word.capitalize() for word in words[1:]))),
    "pascal": lambda words: "".join(word.capitalize() for word in words),
}


def edits(params: Sequence[Any]) -> "list[list[str]] | None":
    """The steps of an edit, each with its parameters; None where they are none. A list for each step is as good as one for all."""
    flat = [str(one) for param in params for one in (param if isinstance(param, list) else (param,))]
    steps: list[list[str]] = []
    while flat:
        number = EDITS.get(flat[0], 0)
        if not number or len(flat) < number:
            return None
        steps.append(flat[:number])
        flat = flat[number:]
    return steps or None


def replacement(action: Mapping[str, Any], match: str, expected: Sequence[str] = ()) -> str | None:
    """What to put in the place of a match; None where that is not one certain text. `expected` are the choices that the rule knows."""
    name, given = action.get("name", ""), list(action.get("params") or ())
    params = [str(one) for one in given]
    if name == "remove":
        return ""
    if name == "replace" or not name:
        choices = params or list(expected)
        return choices[0] if len(choices) == 1 else None
    if name == "convert":
        return _cased(match, "simple") if params[:1] == ["simple"] else None
    if name == "edit":
        made: str | None = match
        for how, *rest in edits(given) or ():
            made = None if made is None else _edited(made, how, rest)
        return made and made.strip()
    return None


def _cased(match: str, how: str) -> str:
    import re

    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[-_]+", " ", match)
    return _JOINED[how](spaced.lower().split())


def _edited(match: str, how: str, rest: Sequence[str]) -> str | None:
    if how == "regex":
        import re

        from .patterns import compiled

        return str(compiled(rest[0]).sub(re.sub(r"\$\{?(\w+)\}?", r"\\g<\1>", rest[1]), match, timeout=1))
    if how == "split":
        parts = match.split(rest[0])
        return parts[int(rest[1])] if rest[1].isdecimal() and int(rest[1]) < len(parts) else None
    return _cased(match, how) if how in _JOINED else _PLAIN[how](match, *rest)


_PLAIN: Mapping[str, Callable[..., str]] = {
    "replace": str.replace,
    "remove": lambda match, signs: "".join(sign for sign in match if sign not in signs),
    "trim": str.strip,
    "trim_left": str.lstrip,
    "trim_right": str.rstrip,
    "truncate": lambda match, sign: match.split(sign, maxsplit=1)[0],
    "wrap": lambda match, sign: f"{sign}{match}{sign}",
    "unwrap": lambda match, sign: match.removeprefix(sign).removesuffix(sign),
    "prefix": lambda match, sign: sign + match,
    "suffix": lambda match, sign: match + sign,
    "squeeze": lambda match: " ".join(match.split()),
    "capitalize": lambda match: match[:1].upper() + match[1:],
    "uncapitalize": lambda match: match[:1].lower() + match[1:],
    "lower": str.lower,
    "upper": str.upper,
}
