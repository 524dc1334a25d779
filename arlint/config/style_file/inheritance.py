"""What a rule of a style file inherits from those that it extends."""

from collections.abc import Mapping
from difflib import get_close_matches

from ...rules import Text
from ...styles import KINDS
from ..node import Entry, Node
from ..place import Mistake, listed, meant


def resolved(
    name: str, nodes: Mapping[str, Node], mistakes: list[Mistake], above: tuple[str, ...] = ()
) -> tuple[str, dict[str, Entry]] | None:
    """The kind of a rule and its keys, with those that it inherits. `above` are the rules that inherit from it."""
    node = nodes[name]
    extends = node.entries["extends"].node
    parent = extends.value
    if not isinstance(parent, str):
        mistakes.append(
            Mistake(extends.place, Text("قيمة extends اسم نوع أو قاعدة.", "'extends' takes the name of a kind or of a rule."))
        )
        return None
    own = {key: entry for key, entry in node.entries.items() if key != "extends"}
    if parent in KINDS:
        return (parent, _joined({}, own)) if _plain_only(own, mistakes) else None
    if parent in (*above, name):
        said = Text(f"«{name}» ترث نفسها؛ غيّر extends في إحدى القواعد.", f"{name!r} extends itself in a circle; remove one link.")
        mistakes.append(Mistake(extends.place, said))
        return None
    if parent not in nodes:
        kinds = listed(tuple(KINDS))
        hint = meant(parent, (*KINDS, *nodes), Text(f"الأنواع: {kinds.ar}", f"kinds are {kinds.en}"))
        said = Text(f"لا نوع ولا قاعدة باسم «{parent}»{hint.ar}", f"no kind or rule {parent!r}{hint.en}")
        mistakes.append(Mistake(extends.place, said))
        near = get_close_matches(parent, KINDS, 1)
        return (near[0], _joined({}, own)) if near else None  # so that the other mistakes are said too
    inherited = resolved(parent, nodes, mistakes, (*above, name))
    return inherited and (inherited[0], _joined(inherited[1], own))


def _plain_only(own: Mapping[str, Entry], mistakes: list[Mistake]) -> bool:
    wrong = [(key, entry) for key, entry in own.items() if key.endswith(("+", "-"))]
    for key, entry in wrong:
        said = Text(f"«{key}» لا يصلح إلا في قاعدة ترث أخرى.", f"{key!r} is for rules that extend another rule.")
        mistakes.append(Mistake(entry.key, said))
    return not wrong


def _joined(inherited: Mapping[str, Entry], own: Mapping[str, Entry]) -> dict[str, Entry]:
    """The keys of a rule over those that it inherits: `key` replaces, `key+` adds, `key-` takes away. Tests are not inherited."""
    entries = {key: entry for key, entry in inherited.items() if key not in ("tests", "code")}
    for key, entry in own.items():
        name, sign = (key[:-1], key[-1]) if key.endswith(("+", "-")) else (key, "")
        old = entries.get(name)
        if not sign or old is None:
            entries[name] = entry
        else:
            entries[name] = Entry(entry.key, _added(old.node, entry.node) if sign == "+" else _taken(old.node, entry.node))
    return entries


def _added(old: Node, new: Node) -> Node:
    if isinstance(old.value, dict):
        return old._replace(value={**old.entries, **new.entries})
    return old._replace(value=[*old.items, *new.items])


def _taken(old: Node, new: Node) -> Node:
    gone = set(new.entries) if isinstance(new.value, dict) else {str(one.value) for one in new.items}
    if isinstance(old.value, dict):
        return old._replace(value={key: entry for key, entry in old.entries.items() if key not in gone})
    return old._replace(value=[one for one in old.items if str(one.value) not in gone])
