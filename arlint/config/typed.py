"""A tree with places read as a value of an annotated type; what does not fit is a mistake at its place, in both languages.

One reader serves settings and options of rules. It goes on after a mistake, and asks msgspec only for types it does not know itself.
"""

from collections.abc import Callable, Mapping, Sequence
from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin

from ..rules import Text
from .mismatch import KINDS, mismatch, no_choice
from .node import Node, plain
from .place import Mistake

WRONG: Final = object()
"""Given back where the value does not fit; the mistake is noted."""

LISTS: Mapping[Any, Callable[[list[Any]], Any]] = {list: list, tuple: tuple, set: set, frozenset: frozenset, Sequence: tuple}
MAPPINGS = (dict, Mapping)


def typed(node: Node, hint: Any, what: Text, mistakes: list[Mistake]) -> Any:
    """The value as this type, or WRONG. `what` names the setting or option in messages."""
    origin = get_origin(hint) or hint
    if origin in (Union, UnionType):
        return _one_of(node, get_args(hint), what, mistakes)
    if origin is Literal:
        return _literal(node, get_args(hint), what, mistakes)
    if origin in (Any, object):
        return plain(node)
    if _kind(hint) is list:
        return _list(node, hint, what, mistakes)
    if _kind(hint) is dict:
        return _mapping(node, get_args(hint), what, mistakes)
    if origin in KINDS:
        return _scalar(node, origin, what, mistakes)
    return _by_msgspec(node, hint, what, mistakes)


def _kind(hint: Any) -> Any:
    """The kind of values that a type takes, as messages call it."""
    origin = get_origin(hint) or hint
    return list if origin in LISTS else dict if origin in MAPPINGS else hint


def _scalar(node: Node, kind: type, what: Text, mistakes: list[Mistake]) -> Any:
    # By `type`, not `isinstance`: `true` is no number.
    if type(node.value) is kind:
        return node.value
    if kind is float and type(node.value) is int:
        return float(node.value)
    mistakes.append(mismatch(node, (kind,), what))
    return WRONG


def _literal(node: Node, values: Sequence[Any], what: Text, mistakes: list[Mistake]) -> Any:
    for value in values:
        if type(node.value) is type(value) and node.value == value:
            return value
    mistakes.append(no_choice(node, values, what))
    return WRONG


def _list(node: Node, hint: Any, what: Text, mistakes: list[Mistake]) -> Any:
    args = get_args(hint)
    if not isinstance(node.value, list):
        mistakes.append(mismatch(node, (list,), what))
        return WRONG
    if len(args) > 1 and args[-1] is not ...:  # a tuple of fixed length
        return _by_msgspec(node, hint, what, mistakes)
    one = Text(f"كل عنصر في {what.ar}", f"each item of {what.en}")
    items = [typed(item, args[0] if args else Any, one, mistakes) for item in node.value]
    return WRONG if any(item is WRONG for item in items) else LISTS[get_origin(hint) or hint](items)


def _mapping(node: Node, args: Sequence[Any], what: Text, mistakes: list[Mistake]) -> Any:
    if not isinstance(node.value, dict):
        mistakes.append(mismatch(node, (dict,), what))
        return WRONG
    keys, values = args or (str, Any)
    read: dict[Any, Any] = {}
    for key, entry in node.entries.items():
        # Keys are text in every format; a type of keys other than str lists those there are.
        known = key if keys in (str, Any) else typed(Node(key, entry.key), keys, what, mistakes)
        read[known] = typed(entry.node, values, Text(f"«{key}» في {what.ar}", f"{key!r} in {what.en}"), mistakes)
    return WRONG if WRONG in read or any(value is WRONG for value in read.values()) else read


def _one_of(node: Node, hints: Sequence[Any], what: Text, mistakes: list[Mistake]) -> Any:
    tried: list[list[Mistake]] = []
    for hint in hints:
        noted: list[Mistake] = []
        value = typed(node, hint, what, noted)
        if value is not WRONG:
            return value
        tried.append(noted)
    # Of several types, the one meant is the one that fits at the top and fails further down.
    deeper = [noted for hint, noted in zip(hints, tried, strict=True) if _fits(node, hint)]
    mistakes += deeper[0] if len(deeper) == 1 else [mismatch(node, [_kind(hint) for hint in hints], what)]
    return WRONG


def _fits(node: Node, hint: Any) -> bool:
    if isinstance(node.value, (list, dict)):
        return _kind(hint) is type(node.value)
    return get_origin(hint) is Literal and isinstance(node.value, str)


def _by_msgspec(node: Node, hint: Any, what: Text, mistakes: list[Mistake]) -> Any:
    import msgspec

    try:
        return msgspec.convert(plain(node), hint)
    except msgspec.ValidationError as error:
        mistakes.append(Mistake(node.place, Text(f"{what.ar}: {error}.", f"{what.en}: {error}.")))
        return WRONG
