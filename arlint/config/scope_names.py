"""Names for scopes, as the YAML files in `config/scopes` of a folder of styles give them: `lead: text & doc(h1 + p)`."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence

from ..rules import Text
from .node import Node

FOLDER = os.path.join("config", "scopes")


def scope_files(roots: Sequence[str]) -> Iterator[str]:
    """The files that name scopes, in the folders of styles that are given."""
    for root in roots:
        folder = os.path.join(root, FOLDER)
        if os.path.isdir(folder):
            yield from (os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith((".yml", ".yaml")))


def named(node: Node, reserved: Sequence[str], known: Mapping[str, str]) -> "Iterator[tuple[str, str, Node | None, Text | None]]":
    """What one file says: a name, its scope, and, where they are wrong, the place and what is wrong."""
    if not isinstance(node.value, dict):
        yield "", "", node, Text("في الملف أسماء ومواضعها: lead: doc(h1 + p).", "the file maps names to scopes, as lead: doc(h1 + p).")
    for name, entry in node.entries.items():
        scope = str(entry.node.value).strip()
        wrong = None
        if not re.fullmatch(r"[A-Za-z][\w-]*", name, re.ASCII):
            wrong = Text(f"«{name}» ليس اسما: حروف لاتينية وأرقام و_ و-.", f"{name!r} is no name: Latin letters, digits, '_' and '-' only.")
        elif name in reserved:
            wrong = Text(f"«{name}» اسم موضع معروف؛ اختر اسما آخر.", f"{name!r} is a scope already; take another name.")
        elif not isinstance(entry.node.value, str) or not scope:
            wrong = Text(f"«{name}» ينقصه موضع.", f"{name!r} lacks a scope.")
        elif known.get(name, scope) != scope:
            wrong = Text(f"«{name}» معرّف أيضا بأنه {known[name]}.", f"{name!r} is also defined, as {known[name]}.")
        yield name, scope, entry.node if wrong else None, wrong


def spelled_out(scope: Node, names: Mapping[str, str]) -> Node:
    """A scope in which each name stands for what it means: alone, in a chain, or, where it means one thing only, negated."""
    if isinstance(scope.value, list):
        return Node([spelled_out(one, names) for one in scope.value], scope.place)
    if not names or not isinstance(scope.value, str):
        return scope
    pattern = re.compile(rf"(?<![\w.(~])(~\s*)?({'|'.join(map(re.escape, names))})(?=\s*(?:&|\Z))")

    def meant(match: "re.Match[str]") -> str:
        said = names[match[2]]
        return said if not match[1] else match.group() if "&" in said else said[1:] if said.startswith("~") else f"~{said}"

    return Node(pattern.sub(meant, scope.value), scope.place)
