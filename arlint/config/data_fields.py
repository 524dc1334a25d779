"""The setting `fields`: which fields of data are prose, what is written there, and their roles."""

from collections.abc import Iterator, Sequence

from ..document import ROLES
from ..formats.field import KINDS, Field, Fields
from ..rules import Text
from .context import Context
from .node import Node
from .place import Mistake, listed, meant
from .setting import says
from .shape import FIELDS


def data_fields(node: Node, context: Context) -> Fields:
    """The fields of data that are prose: names, or names with what is written there, its role, or both."""
    items = node.entries[FIELDS.name].node.items if says(node, FIELDS) else []
    return tuple(field for item in items for field in _fields_in(item, context))


def _fields_in(item: Node, context: Context) -> Iterator[Field]:
    if isinstance(item.value, str):
        yield Field(item.value)
    for name, entry in item.entries.items():
        yield _field(name, entry.node.items, context)


def _field(name: str, words: Sequence[Node], context: Context) -> Field:
    field, known = Field(name), (*KINDS, *ROLES)
    for word in words:
        if word.value in KINDS:
            field = field._replace(kind=word.value)
        elif word.value in ROLES:
            field = field._replace(role=str(word.value))
        elif isinstance(word.value, str):
            hint = meant(word.value, known, Text(f"الموجود: {listed(known).ar}", f"there are: {listed(known).en}"))
            ar = f"الحقل «{name}»: لا معنى للكلمة «{word.value}»{hint.ar}"
            context.mistakes.append(Mistake(word.place, Text(ar, f"field {name!r}: {word.value!r} is no kind or role{hint.en}")))
    return field
