"""What a style file says, checked: the keys of a rule and their values, inheritance, patterns, tests. All mistakes, each at its place."""

import os
from collections.abc import Iterator, Sequence
from typing import Any
from zlib import crc32

from ...rules import Text
from ...styles import Spec
from ...styles.selector import NAMES as SCOPES
from .. import files
from ..node import BrokenError, Entry, Node, unpacked
from ..place import Mistake, Place
from ..scope_names import named, scope_files
from .rule import Reader
from .words import of_vocabulary

__all__ = ["of_vocabulary", "read_all"]


def read_all(
    sources: Sequence[tuple[Any, ...]], roots: Sequence[str], inline: Sequence[tuple[str, Entry]], strict: bool
) -> tuple[list[tuple[Any, ...]], list[str], list[tuple[str, int, int, str, str]]]:
    """The specs of all rules, the paths of house lists among the files, and problems: path, line, column, and the two languages."""
    mistakes: list[Mistake] = []
    nodes: dict[str, Node] = {}
    lists: list[str] = []
    for path, style in sources:
        node = _tree(path, mistakes)
        if node is None:
            continue
        if isinstance(node.value, list) and node.items and all("say" in one.entries or "preferred" in one.entries for one in node.items):
            lists.append(path)
            continue
        if not isinstance(node.value, dict) or "extends" not in node.entries:
            if strict:
                mistakes.append(Mistake(node.place, _NO_RULE))
            continue
        stem = os.path.splitext(os.path.basename(path))[0]
        _add(f"{style}.{stem}" if style else stem, node, nodes, mistakes)
    for name, entry in inline:
        _add(name, entry.node._replace(place=entry.key), nodes, mistakes)
    reader = Reader(nodes, roots, _scopes(roots, mistakes), mistakes)
    specs = [spec for name in sorted(nodes) if (spec := reader.spec(name))]
    problems = [(one.place.name, one.place.line, one.place.column, *one.message) for one in mistakes]
    return [tuple(spec) for spec in _numbered(specs)], lists, problems


_NO_RULE = Text(
    "ليس في الملف قاعدة: ينقصه المفتاح extends؛ أضفه، أو انقل الملف من مجلد القواعد، أو سمّ المجلدات في styles.",
    "the file holds no rule: it lacks 'extends'; add it, move the file elsewhere, or name the folders under 'styles'.",
)


def _scopes(roots: Sequence[str], mistakes: list[Mistake]) -> dict[str, str]:
    """The scopes to which the files among the styles give names."""
    known: dict[str, str] = {}
    for path in scope_files(roots):
        node = _tree(path, mistakes)
        for name, scope, place, wrong in named(node, SCOPES, known) if node else ():
            if place and wrong:
                mistakes.append(Mistake(place.place, wrong))
            else:
                known[name] = scope
    return known


def _add(name: str, node: Node, nodes: dict[str, Node], mistakes: list[Mistake]) -> None:
    if name in nodes:
        other = nodes[name].place
        arabic = f"القاعدة «{name}» معرّفة أيضا في {other}؛ غيّر اسم إحداهما."
        mistakes.append(Mistake(node.place, Text(arabic, f"rule {name!r} is also defined in {other}; rename one.")))
        return
    nodes[name] = node


def _tree(path: str, mistakes: list[Mistake]) -> Node | None:
    try:
        with open(path, "rb") as file:
            tree, problems = files.parsed(path, file.read())
    except BrokenError as broken:
        tree, problems = None, [broken.problem]
    except OSError as error:
        from ...refusals import arabic

        tree, problems = None, [(1, 1, f"تعذرت قراءة الملف: {arabic(error)}.", f"the file cannot be read: {error.strerror}.")]
    mistakes += [Mistake(Place("file", path, line, column), Text(ar, en)) for line, column, ar, en in problems]
    return None if tree is None else unpacked(tree, path)


def _numbered(specs: Sequence[Spec]) -> Iterator[Spec]:
    """Each with a code: the letters of its style, and a number that its name gives, so that it stays when others come and go."""
    taken = {spec.code for spec in specs if spec.code}
    for spec in specs:
        if spec.code:
            yield spec
            continue
        style = spec.id.rpartition(".")[0] or "house"
        letters = "".join(sign for sign in style.upper() if "A" <= sign <= "Z")
        letters = letters if len(letters) > 3 else f"{letters}STYLE"
        number = crc32(spec.id.encode("utf-8", "surrogatepass")) % 9000 + 1000
        while f"{letters}{number}" in taken:
            number += 1
        taken.add(f"{letters}{number}")
        yield spec._replace(code=f"{letters}{number}")
