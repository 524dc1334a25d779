"""YAML: the scalars under the fields that are prose, in all five styles. Read from the parser's events; aliases are not followed."""

from collections.abc import Iterator
from typing import Any

import yaml

from ..document import Document, Source, UnreadableError
from .field import Fields
from .fields import DEPTH, Item, Reader, may_hold_arabic, too_deep
from .yaml_scalars import scalar


def parse(source: Source, fields: Fields = ()) -> Iterator[Document]:
    """The articles of a YAML file, of one document or several."""
    reader = Reader(source, fields, "yaml")
    if may_hold_arabic(source):
        for path, items, event in _scalars(source):
            field = reader.wanted(path)
            if field is not None:
                reader.add(field, scalar(source, event), len(path), items)
    return reader.documents()


def _scalars(source: Source) -> Iterator[tuple[list[str], list[Item], Any]]:
    """Every scalar that is a value, the keys down to it and the items it stands in. Raises UnreadableError where the text is no YAML."""
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    expects_key: list[bool | None] = []  # of the collections that are open: None for a list
    path: list[str] = []
    items: list[Item] = []
    count = 0
    try:
        for event in yaml.parse(source.text[source.body_start :], Loader=loader):
            if isinstance(event, yaml.CollectionEndEvent):
                if expects_key.pop() is not None:
                    path.pop()
                    if expects_key[-1:] in ([], [None]):
                        items.pop()
                continue
            if not isinstance(event, yaml.NodeEvent):
                continue
            is_key = bool(expects_key) and expects_key[-1] is True
            if is_key:
                path[-1] = str(event.value) if isinstance(event, yaml.ScalarEvent) else ""
            if expects_key and expects_key[-1] is not None:
                expects_key[-1] = not is_key
            if isinstance(event, yaml.CollectionStartEvent):
                is_map = isinstance(event, yaml.MappingStartEvent)
                if is_map and expects_key[-1:] in ([], [None]):
                    # Of a file with several documents each is an article, as each object of a list.
                    count += 1
                    items.append(Item(count, len(path)))
                expects_key.append(True if is_map else None)
                if is_map:
                    path.append("")
                if len(expects_key) > DEPTH:
                    raise too_deep()
            elif isinstance(event, yaml.ScalarEvent) and not is_key:
                yield path, items, event
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        raise _broken(mark.line + 1, mark.column + 1) from None
    except yaml.reader.ReaderError as error:
        raise _broken(*source.place(source.body_start + error.position)) from None


def _broken(line: int, column: int) -> UnreadableError:
    return UnreadableError(
        f"الملف ليس YAML سليما (السطر {line}، العمود {column})؛ صحّحه ثم أعد المحاولة.",
        f"The file is not valid YAML (line {line}, column {column}); correct it and try again.",
    )
