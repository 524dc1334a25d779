"""Presets looked up by name, once plugins are loaded."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..rules import Text
from .chain import is_path
from .node import Node, node_of
from .place import Mistake, Place, listed, meant
from .reading import Part
from .setting import says, strings
from .shape import EXTENDS, PLUGINS, VOCABULARY

Presets = Mapping[str, Mapping[str, Any]]


def expanded(parts: Iterable[Part], presets: Presets, above: tuple[str, ...], done: set[str], mistakes: list[Mistake]) -> Iterator[Part]:
    """The parts with presets looked up, those that a preset extends before it. Each preset is applied once."""
    for part in parts:
        if part.node is not None:
            yield part
        elif part.name in above:
            around = Text(
                f"«{part.name}» يعود إلى نفسه عبر extends؛ احذف أحد بنود extends.",
                f"{part.name!r} extends itself in a circle; remove one link.",
            )
            mistakes.append(Mistake(part.place, around))
        elif part.name not in presets:
            names = listed(sorted(presets))
            hint = meant(part.name, presets, Text(f"الموجود: {names.ar}", f"there are: {names.en}"))
            mistakes.append(Mistake(part.place, Text(f"لا إعداد جاهز باسم «{part.name}»{hint.ar}", f"no preset {part.name!r}{hint.en}")))
        elif part.name not in done:
            done.add(part.name)
            place = Place("preset", part.name)
            node = _preset(presets[part.name], place, mistakes)
            inner = [Part(name, place, part.root) for name, _ in strings(node, EXTENDS)]
            yield from expanded(inner, presets, (*above, part.name), done, mistakes)
            yield Part(part.name, place, part.root, node)


def _preset(preset: object, place: Place, mistakes: list[Mistake]) -> Node:
    try:
        node = node_of(preset, place)
    except TypeError as error:
        mistakes.append(Mistake(place, Text(f"قيمة لا تصلح في الإعدادات: {error}.", f"{error}.")))
        return Node({}, place)
    if says(node, PLUGINS) or says(node, VOCABULARY) or any(is_path(name) for name, _ in strings(node, EXTENDS)):
        what = Text("الإعداد الجاهز لا يسمّي إضافات ولا ملفات؛ احذفها منه.", "a preset may name neither plugins nor files; remove them.")
        mistakes.append(Mistake(place, what))
    return node
