"""The JSON Schema of `.arlint.yml`, by which editors complete it, made from the declarations of settings and of options of rules."""

from collections.abc import Iterable
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from ..plugins import Registry
from ..rules import AnyRule, Option
from .node import plain, unpacked
from .options import hints
from .rule_settings import Switch
from .setting import Fields, Setting
from .shape import DEMOTE, EXTENDS, FIX_OFF, IGNORE, LOCKED, PROMOTE, RULES, SELECT, SETTINGS, SILENT
from .typed import LISTS, MAPPINGS

Schema = dict[str, Any]

_SCALARS = {bool: "boolean", int: "integer", float: "number", str: "string", NoneType: "null"}
_GLOB = r"[*?\[]"
_PATH = r"/|\\|\.(ya?ml|toml)$"
_DEFINITION: Schema = {"type": "object", "required": ["extends"]}
"""A rule that the configuration itself defines."""
_ITEMS = ((EXTENDS, "preset"), *((setting, "selector") for setting in (SELECT, IGNORE, SILENT, PROMOTE, DEMOTE, FIX_OFF, LOCKED)))
"""Settings that hold names, and the definition of one."""


def schema(registry: Registry, lang: str) -> Schema:
    """A schema of draft 2020-12, with descriptions in `ar` or `en`."""
    rules = registry.rules.values()
    groups = [*sorted({rule.category() for rule in rules}), "ALL"]
    names = {name: rule for rule in rules for name in (rule.id, rule.code)}
    switch = {"$ref": "#/$defs/switch"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": ".arlint.yml",
        **_nullable(_mapping(SETTINGS.settings, lang)),
        "$defs": {
            "preset": {"anyOf": [{"enum": sorted(registry.presets)}, {"type": "string", "pattern": _PATH}]},
            "selector": {"anyOf": [{"enum": [*names, *groups]}, {"type": "string", "pattern": _GLOB}]},
            "switch": {"enum": [*get_args(Switch), True, False]},
            "rules": {
                "type": "object",
                "properties": {
                    **{name: {"$ref": f"#/$defs/rule-{rule.id}"} for name, rule in names.items()},
                    **dict.fromkeys(groups, switch),
                },
                "patternProperties": {_GLOB: switch},
                "additionalProperties": _DEFINITION,
            },
            **{f"rule-{rule.id}": _rule(rule, lang) for rule in rules},
        },
    }


def schema_of(hint: Any) -> Schema:
    """The schema of a type, as options of rules are annotated; empty for types that only msgspec knows."""
    origin, args = get_origin(hint) or hint, get_args(hint)
    if origin in (Union, UnionType):
        return {"anyOf": [schema_of(one) for one in args]}
    if origin is Literal:
        return {"enum": list(args)}
    if origin in _SCALARS:
        return {"type": _SCALARS[origin]}
    if origin in LISTS:
        if len(args) > 1 and args[-1] is not ...:  # a tuple of fixed length
            return {"type": "array", "prefixItems": [schema_of(one) for one in args], "items": False, "minItems": len(args)}
        return {"type": "array", "items": schema_of(args[0]) if args else {}}
    if origin in MAPPINGS:
        keys, values = args or (str, Any)
        known = {} if keys in (str, Any) else {"propertyNames": schema_of(keys)}
        return {"type": "object", **known, "additionalProperties": schema_of(values)}
    return {}


def written(value: object) -> Any:
    """A default as a configuration file would have it."""
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    return list(value) if isinstance(value, tuple) else value


def _mapping(settings: Iterable[Setting], lang: str) -> Schema:
    return {
        "type": "object",
        "properties": {setting.name: _setting(setting, lang) for setting in settings},
        "required": [setting.name for setting in settings if setting.required],
        "additionalProperties": False,
    }


def _setting(setting: Setting, lang: str) -> Schema:
    """The schema of a setting with its description."""
    about: Schema = {"description": setting.about.in_(lang)}
    if setting.default is not None and not setting.required:
        about["default"] = written(setting.default)
    if setting.example:
        about["examples"] = [_read(setting.example)]
    shape = _shape(setting, lang)
    return {**about, **(_nullable(shape) if setting.holds_many and not setting.required else shape)}


def _shape(setting: Setting, lang: str) -> Schema:
    if isinstance(setting.hint, Fields):
        one = _mapping(setting.hint.settings, lang)
        return {"type": "array", "items": one} if setting.hint.many else one
    if setting is RULES:
        return {"$ref": "#/$defs/rules"}
    for known, name in _ITEMS:
        if setting is known:
            item = {"$ref": f"#/$defs/{name}"}
            return {"anyOf": [item, {"type": "array", "items": item}]}
    return schema_of(setting.hint)


def _nullable(shape: Schema) -> Schema:
    """The schema, or nothing: a key without a value."""
    return {**shape, "type": [shape["type"], "null"]} if "type" in shape else {"anyOf": [*shape.get("anyOf", [shape]), {"type": "null"}]}


def _rule(rule: type[AnyRule], lang: str) -> Schema:
    types = hints(rule)
    level = {"default": rule.level if rule.default else "off", "$ref": "#/$defs/switch"}
    options = {
        name: {"description": option.about.in_(lang), "default": written(option.default), **schema_of(types[name]), **_bounds(option)}
        for name, option in rule.options.items()
    }
    return {
        "title": f"{rule.code} {rule.id}",
        "description": rule.title.in_(lang),
        "anyOf": [
            {"$ref": "#/$defs/switch"},
            {"type": "object", "properties": {"level": level, **options}, "additionalProperties": False},
            *([_DEFINITION] if rule.without_code else ()),
        ],
    }


def _bounds(option: Option) -> Schema:
    return {name: bound for name, bound in (("minimum", option.least), ("maximum", option.most)) if bound is not None}


def _read(example: str) -> Any:
    from .yaml_file import parsed

    return plain(unpacked(parsed(example)[0], ""))
