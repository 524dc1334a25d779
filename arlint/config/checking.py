"""From what was read to settings, once plugins are loaded: every name and value is checked, all mistakes said at once."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..plugins import Registry
from ..records import NamedTuple
from ..rules import Text
from .context import Context
from .effective import Built, Value
from .expand import expanded
from .globs import PathFilter, glob_problem
from .layers import Layer, layer, path_filter
from .node import Node
from .place import ConfigError, Mistake, Place, beside, listed, meant
from .presets import PRESETS
from .reading import Part, Read
from .selectors import checked, split
from .setting import Setting, fields, says, strings
from .settings import DEFAULTS, Accepted, Given, Settings
from .shape import (
    BASELINE,
    EXCLUDE,
    FAIL_ON,
    FORMATS,
    INCLUDE,
    LANG,
    MAX_FILE_SIZE,
    NUMERALS,
    OVERRIDES,
    PATHS,
    REASON,
    SETTINGS,
    SILENT,
    STRETCH,
    SUPPRESS,
    VALUES,
)
from .size import size
from .typed import typed

_WHOLE = Text("الإعدادات", "the configuration")


def checked_settings(read: Read, registry: Registry, given: Given) -> Settings:
    """What is in force. Raises ConfigError with all mistakes in the files and on the command line."""
    mistakes = list(read.mistakes)
    pieces = [_piece(part, registry, mistakes, read.unread) for part in expanded(read.parts, registry.presets, (), set(), mistakes)]
    command = _command(registry, given, mistakes)
    if mistakes:
        raise ConfigError(mistakes)
    values = dict(DEFAULTS)
    for piece in (*pieces, command):
        values.update(piece.values)
    return Settings(
        registry,
        read.file,
        read.root,
        values,
        tuple(one for piece in pieces for one in piece.include),
        tuple(one for piece in pieces for one in piece.exclude),
        tuple(one for piece in pieces for one in piece.suppress),
        tuple(one for piece in (*pieces, command) for one in piece.layers),
        Built({}, {}, {}, []),
        tuple(one for piece in pieces for one in piece.formats),
    )


class _Piece(NamedTuple):
    """What one part says, checked."""

    values: Mapping[str, Value]
    include: tuple[PathFilter, ...] = ()
    exclude: tuple[PathFilter, ...] = ()
    suppress: tuple[Accepted, ...] = ()
    layers: tuple[Layer, ...] = ()
    formats: tuple[tuple[PathFilter, str], ...] = ()


def _piece(part: Part, registry: Registry, mistakes: list[Mistake], unread: bool) -> _Piece:
    """What a part says. Unknown names are mistakes but in arlint's own presets, which speak of rules that may not be installed."""
    node = part.node or Node({}, part.place)
    said = fields(node, SETTINGS, _WHOLE, mistakes)
    strict = part.place.kind != "preset" or registry.presets.get(part.name) is not PRESETS.get(part.name)
    context = Context(registry.rules, part.root, strict, mistakes, unread)
    return _Piece(
        dict(_values(node, said, mistakes)),
        _filters(node, INCLUDE, context),
        _filters(node, EXCLUDE, context),
        tuple(_accepted(item, context) for item in _listed(node, SUPPRESS)),
        (layer(node, context), *(layer(item, context, some=True) for item in _listed(node, OVERRIDES))),
        tuple(_formats(node, registry, context)),
    )


def _values(node: Node, said: Mapping[str, Any], mistakes: list[Mistake]) -> Iterator[tuple[str, Value]]:
    """The settings with a single value that are given and right."""
    for setting in VALUES:
        if setting.name in said:
            entry, value = node.entries[setting.name], said[setting.name]
            if setting is MAX_FILE_SIZE:
                value = size(value)
            elif setting is BASELINE:
                value = beside(entry.node.place, value)
            if isinstance(value, Text):
                mistakes.append(Mistake(entry.node.place, value))
            else:
                yield setting.name, (value, entry.key)


def _listed(node: Node, setting: Setting) -> list[Node]:
    return node.entries[setting.name].node.items if says(node, setting) else []


def _filters(node: Node, setting: Setting, context: Context) -> tuple[PathFilter, ...]:
    return (path_filter(node, setting, context),) if says(node, setting) else ()


def _formats(node: Node, registry: Registry, context: Context) -> Iterator[tuple[PathFilter, str]]:
    """Which paths are of which format. Patterns that match nothing and formats that do not exist are mistakes."""
    for pattern, entry in node.entries[FORMATS.name].node.entries.items() if says(node, FORMATS) else ():
        name, problem = entry.node.value, glob_problem(pattern)
        if problem:
            context.mistakes.append(Mistake(entry.key, problem))
        elif isinstance(name, str) and name not in registry.formats:
            there = listed(tuple(registry.formats))
            hint = meant(name, registry.formats, Text(f"الصيغ: {there.ar}", f"there are: {there.en}"))
            unknown = Text(f"لا صيغة ملفات باسم «{name}»{hint.ar}", f"no file format {name!r}{hint.en}")
            context.mistakes.append(Mistake(entry.node.place, unknown))
        elif isinstance(name, str):
            yield PathFilter(context.root, (pattern,), entry.key), name


def _accepted(node: Node, context: Context) -> Accepted:
    names = checked(strings(node, SILENT), context.rules, context.mistakes, context.minds)
    reason = next((text for text, _ in strings(node, REASON)), "")
    pattern, place = next(iter(strings(node, STRETCH)), ("", node.place))
    if pattern:
        from ..styles.patterns import problem  # few configurations have one

        if wrong := problem(pattern):
            said = Text(f"النمط «{pattern}» غير سليم: {wrong}.", f"not a valid pattern: {pattern!r}: {wrong}.")
            context.mistakes.append(Mistake(place, said))
    return Accepted(path_filter(node, PATHS, context), names, reason, node.place, pattern)


def _command(registry: Registry, given: Given, mistakes: list[Mistake]) -> _Piece:
    """What the command line says, as the last layer."""
    select = checked(split("--select", given.select), registry.rules, mistakes)
    ignore = checked(split("--ignore", given.ignore), registry.rules, mistakes)
    values: dict[str, Value] = {}
    for setting, word in ((LANG, given.lang), (NUMERALS, given.numerals), (FAIL_ON, given.fail_on)):
        if word is not None:
            place = Place("command", f"--{setting.name}")
            values[setting.name] = typed(Node(word, place), setting.hint, Text(f"«{setting.name}»", repr(setting.name)), mistakes), place
    layers = (Layer(Place("command", "--select"), None, select if given.select else None, (), ignore),) if select or ignore else ()
    return _Piece(values, layers=layers)
