"""The reference of all settings in Markdown, made of nothing but the JSON Schema of `.arlint.yml`."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..rules import Text
from .looking import as_yaml

_WORDS = {
    "type": Text("القيمة", "Value"),
    "default": Text("الافتراضي", "Default"),
    "example": Text("مثال", "Example"),
    "required": Text("لازم", "Required"),
    "string": Text("نص", "text"),
    "integer": Text("عدد", "a number"),
    "number": Text("عدد", "a number"),
    "boolean": Text("true أو false", "true or false"),
    "array": Text("قائمة", "a list"),
    "object": Text("جدول", "a mapping"),
    "or": Text(" أو ", " or "),
    "preset": Text("اسم إعداد جاهز أو مسار ملف", "a preset or the path of a file"),
    "selector": Text("معرّف قاعدة أو رمزها أو فئتها أو نمط", "an id, a code, a category or a glob of rules"),
    "also": Text("وفيه أيضا، كما في أعلى الملف", "And, as at the top of the file"),
    "rules": Text("لكل قاعدة مستوى أو خيارات", "for each rule a level, or options"),
}

Schema = Mapping[str, Any]


def markdown(schema: Schema, lang: str) -> str:
    """A heading for each setting, with what it is for, what it takes, its default and an example."""
    return "\n".join(_settings(schema, "", {}, lang))


def _settings(schema: Schema, within: str, known: Schema, lang: str) -> Iterator[str]:
    """The settings of a mapping; those that are `known` from the top of the file are named and not explained again."""
    properties, required = schema["properties"], schema.get("required", ())
    again = [name for name in properties if known.get(name) == properties[name]]
    if again:
        yield from ("", f"{_WORDS['also'].in_(lang)}: {Text('، ', ', ').in_(lang).join(f'`{name}`' for name in again)}")
    for name, one in properties.items():
        if name not in again:
            yield from _setting(within + name, one, name in required, lang)
            inner = one if "properties" in one else one.get("items", {})
            if "properties" in inner:
                yield from _settings(inner, f"{within}{name}.", properties if not within else known, lang)


def _setting(name: str, one: Schema, required: bool, lang: str) -> Iterator[str]:
    def said(word: str) -> str:
        return _WORDS[word].in_(lang)

    depth = "#" * (3 + name.count("."))
    yield from ("", f"{depth} `{name}`", "", one.get("description", ""), "")
    yield f"- {said('type')}: {_type(one, lang)}{' (' + said('required') + ')' if required else ''}"
    if one.get("default") not in (None, [], {}, ""):
        yield f"- {said('default')}: `{as_yaml(one['default'])}`"
    for example in one.get("examples", ()):
        yield f"- {said('example')}: `{as_yaml({name.rpartition('.')[2]: example})[1:-1]}`"


def _type(one: Schema, lang: str) -> str:
    if "enum" in one:
        return " · ".join(f"`{as_yaml(value)}`" for value in one["enum"])
    if "$ref" in one:
        return _WORDS[one["$ref"].rsplit("/", 1)[-1]].in_(lang)
    if "anyOf" in one:
        return _WORDS["or"].in_(lang).join(dict.fromkeys(_type(part, lang) for part in one["anyOf"] if part.get("type") != "null"))
    kinds = one.get("type", "object")
    kind = next(kind for kind in ([kinds] if isinstance(kinds, str) else kinds) if kind != "null")
    items = one.get("items", {})
    inner = f" ({_type(items, lang)})" if kind == "array" and items and "properties" not in items else ""
    return f"{_WORDS[kind].in_(lang)}{inner}"
