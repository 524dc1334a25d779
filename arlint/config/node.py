"""What a configuration file says, as a tree in which every value and every key knows its place."""

from collections.abc import Mapping
from typing import Any, Union

from ..records import NamedTuple
from .place import Place

Scalar = Union[None, bool, int, float, str]  # noqa: UP007  (a forward reference stands beside it)

Packed = tuple[int, int, Any]
"""A tree in plain types, to be kept on disk: line, column, and a scalar, a list of trees, or a dict of (line, column, tree) by key."""


Problem = tuple[int, int, str, str]
"""Line and column, and what is wrong there, in Arabic and English."""


class BrokenError(Exception):
    """The text of a file cannot be read on from this problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem[3])
        self.problem = problem


class Node(NamedTuple):
    """A value with its place."""

    value: "Scalar | list[Node] | dict[str, Entry]"
    place: Place

    @property
    def entries(self) -> "dict[str, Entry]":
        """The entries of a mapping; none where the value is something else."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def items(self) -> "list[Node]":
        """The items of a list; a single value counts as a list of it."""
        return self.value if isinstance(self.value, list) else [self]


class Entry(NamedTuple):
    """The place of a key, and its value."""

    key: Place
    node: Node


def unpacked(packed: Packed, name: str) -> Node:
    """The tree of the file of this name."""
    line, column, value = packed
    place = Place("file", name, line, column)
    if isinstance(value, list):
        return Node([unpacked(item, name) for item in value], place)
    if isinstance(value, dict):
        return Node({key: Entry(Place("file", name, at[0], at[1]), unpacked(at[2], name)) for key, at in value.items()}, place)
    return Node(value, place)


def node_of(value: object, place: Place) -> Node:
    """The tree of plain Python values, all of them at one place: a preset, or the command line. Raises TypeError for other types."""
    if isinstance(value, Mapping):
        return Node({str(key): Entry(place, node_of(item, place)) for key, item in value.items()}, place)
    if isinstance(value, (list, tuple)):
        return Node([node_of(item, place) for item in value], place)
    if value is None or isinstance(value, (bool, int, float, str)):
        return Node(value, place)
    raise TypeError(f"{value!r} is no value of a configuration")


def plain(node: Node) -> Any:
    """The tree in plain types, without places."""
    if isinstance(node.value, dict):
        return {key: plain(entry.node) for key, entry in node.value.items()}
    if isinstance(node.value, list):
        return [plain(item) for item in node.value]
    return node.value
