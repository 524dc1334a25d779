"""What a setting is: declared once, and from there read, checked, documented and shown in the JSON Schema."""

from typing import Any

from ..records import NamedTuple
from ..rules import Text
from .node import Node
from .place import Mistake, Place, listed, meant
from .typed import WRONG, typed


class Setting(NamedTuple):
    """A key of the configuration. `hint` is the type of its value, or Fields for one mapping or many with known keys."""

    name: str
    hint: Any
    about: Text
    default: object = None
    required: bool = False
    example: str = ""
    """A value, in YAML."""

    @property
    def holds_many(self) -> bool:
        """Whether an empty value says as little as none: `rules:` with every line under it commented out."""
        return isinstance(self.hint, Fields) or type(self.default) in (tuple, dict)


class Fields(NamedTuple):
    """A mapping with known keys, or a list of them."""

    settings: tuple[Setting, ...]
    many: bool = False


def named(name: str) -> Text:
    """How messages call a setting."""
    return Text(f"«{name}»", repr(name))


def fields(node: Node, shape: Fields, what: Text, mistakes: list[Mistake], within: str = "") -> dict[str, Any]:
    """The values of a mapping that are right. Unknown keys and wrong values are mistakes; settings that were not given are absent.

    `within` is what the names of its settings begin with in messages, as `house_style.`.
    """
    if not isinstance(node.value, dict):
        typed(node, dict, what, mistakes)
        return {}
    known = {setting.name: setting for setting in shape.settings}
    values: dict[str, Any] = {}
    for key, entry in node.entries.items():
        if key not in known:
            mistakes.append(Mistake(entry.key, unknown(key, known, what)))
            continue
        if entry.node.value is None and known[key].holds_many:
            continue
        value = _value(entry.node, known[key], within + key, mistakes)
        if value is not WRONG:
            values[key] = value
    for setting in shape.settings:
        if setting.required and not says(node, setting):
            name = named(setting.name)
            mistakes.append(Mistake(node.place, Text(f"{what.ar}: ينقص {name.ar}.", f"{what.en} lacks {name.en}.")))
    return values


def says(node: Node, setting: Setting) -> bool:
    """Whether a mapping says anything under this key."""
    return setting.name in node.entries and node.entries[setting.name].node.value is not None


def strings(node: Node, setting: Setting) -> list[tuple[str, Place]]:
    """The strings of a mapping's list, or the single one, with their places. What is no string is passed over: `fields` speaks of it."""
    items = node.entries[setting.name].node.items if says(node, setting) else []
    return [(item.value, item.place) for item in items if isinstance(item.value, str)]


def unknown(key: str, known: "dict[str, Setting]", what: Text) -> Text:
    """The message of a key that does not exist."""
    names = listed(tuple(known))
    hint = meant(key, known, Text(f"الموجود: {names.ar}", f"there are: {names.en}"))
    return Text(f"{what.ar}: لا إعداد باسم «{key}»{hint.ar}", f"no setting {key!r} in {what.en}{hint.en}")


def _value(node: Node, setting: Setting, name: str, mistakes: list[Mistake]) -> Any:
    if not isinstance(setting.hint, Fields):
        return typed(node, setting.hint, named(name), mistakes)
    if not setting.hint.many:
        return fields(node, setting.hint, named(name), mistakes, f"{name}.")
    if not isinstance(node.value, list):
        return typed(node, list, named(name), mistakes)
    return [fields(item, setting.hint, named(name), mistakes, f"{name}.") for item in node.value]
