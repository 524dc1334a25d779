"""A house list between YAML and spreadsheets: what stands in a CSV file as entries of YAML, and the other way round."""

import csv
import io
from collections.abc import Iterator

from ..config import ConfigError
from ..config.house_list import COLUMNS, node_of_list
from ..config.node import Node
from ..config.place import Mistake
from ..rules import Text
from .reading import quoted, sequence


def imported(path: str, folder: str) -> tuple[str, tuple[Text, ...]]:
    """The list in YAML. Raises ConfigError."""
    return "".join(f"{line}\n" for node in _entries(path) for line in _yaml(node)), ()


def exported(path: str) -> str:
    """The list as CSV, with a byte-order mark so that spreadsheets read Arabic. Raises ConfigError."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for node in _entries(path):
        rows.writerow([" | ".join(_values(node, name)) for name in COLUMNS])
    return f"\ufeff{out.getvalue()}"


def _entries(path: str) -> list[Node]:
    mistakes: list[Mistake] = []
    node = node_of_list(path, None, mistakes)
    if mistakes or node is None:
        raise ConfigError(mistakes)
    return [item for item in node.items if item.entries]


def _values(node: Node, name: str) -> list[str]:
    names = {"say": ("say", "preferred"), "not": ("not", "variants")}.get(name, (name,))
    return [str(item.value) for one in names if one in node.entries for item in node.entries[one].node.items if item.value is not None]


def _yaml(node: Node) -> Iterator[str]:
    """The lines of one entry."""
    mark = "- "
    for name in COLUMNS:
        values = _values(node, name)
        if values:
            several = name in ("not", "tests")
            yield f"{mark}{name}: " + (sequence(values) if several else quoted(" ".join(values)))
            mark = "  "
