"""A rule of a style file: its keys, those that every rule has and those of its kind."""

import os
from collections.abc import Mapping, Sequence
from typing import Any

from ...arabic.lazy import regex
from ...kept import short_digest
from ...rules import Text
from ...rules.finding import LEVELS
from ...styles import KINDS, Spec
from ..node import Entry, Node, plain
from ..options import bounded, hints
from ..place import Mistake, Place, listed, meant
from ..scope_names import spelled_out
from ..style_tests import cases
from ..typed import WRONG, typed
from .inheritance import resolved
from .values import Values, weak

_CODE = regex(r"[^\W\d_]+\d+")

COMMON = ("extends", "message", "level", "link", "description", "code", "on", "tests")
"""The keys that every rule may have beside the options of its kind."""

_IGNORED = ("name", "author", "source", "comment", "version", "pos", "view")
"""Keys that Vale or its users write and that change nothing here."""


class Reader:
    """Makes specs of the rules that are there, looking up those that others extend."""

    def __init__(self, nodes: Mapping[str, Node], roots: Sequence[str], scopes: Mapping[str, str], mistakes: list[Mistake]) -> None:
        self._nodes = nodes
        self._roots = roots
        self._scopes = scopes
        self._mistakes = mistakes
        self._values = Values(mistakes)

    def spec(self, name: str) -> Spec | None:
        """The spec of a rule; None where it is too wrong to be one."""
        found = resolved(name, self._nodes, self._mistakes)
        if found is None:
            return None
        kind, entries = found
        place = self._nodes[name].place
        before = len(self._mistakes)
        options = self._options(name, kind, entries, place)
        message = self._pair(entries, "message", place, required=True)
        level = self._choice(entries, "level", LEVELS, "warning")
        on = self._typed(entries, "on", bool, True)
        about = self._pair(entries, "description", place)
        link, code = self._typed(entries, "link", str, ""), self._typed(entries, "code", str, "")
        found_cases = cases(entries["tests"].node, self._mistakes) if "tests" in entries else ()
        if len(self._mistakes) > before:
            return None
        value = {key: plain(entry.node) for key, entry in sorted(entries.items())} | {"scope": options.get("scope")}
        root = next((root for root in self._roots if place.name.startswith(root + os.sep)), os.path.dirname(os.path.abspath(place.name)))
        where = f"{place.name}\0{place.line}:{place.column}"
        digest = short_digest(repr((kind, value)))
        return Spec(name, kind, code, message, level, on, link, about, options, found_cases, where, root, digest)

    def _options(self, name: str, kind: str, entries: Mapping[str, Entry], place: Place) -> dict[str, Any]:
        rule = KINDS[kind]
        types = hints(rule)
        options: dict[str, Any] = {}
        for key, entry in entries.items():
            if key in COMMON or key in _IGNORED:
                continue
            if key not in rule.options:
                names = listed(tuple(rule.options))
                hint = meant(key, (*rule.options, *COMMON), Text(f"خيارات {kind}: {names.ar}", f"options of {kind} are {names.en}"))
                self._wrong(entry.key, Text(f"لا خيار باسم «{key}» في {kind}{hint.ar}", f"no option {key!r} in {kind}{hint.en}"))
                continue
            if key == "scope" and kind == "consistency" and entry.node.value == "project":
                options[key] = "project"
                continue
            node = spelled_out(entry.node, self._scopes) if key == "scope" else entry.node
            what = Text(f"«{key}»", repr(key))
            value = bounded(rule, key, typed(weak(node, types[key]), types[key], what, self._mistakes), node, what, self._mistakes)
            if value is not WRONG:
                options[key] = value
                self._values.look_at(key, value, node, rule.patterns)
        if rule.required and not any(options.get(key) or key in entries for key in rule.required):
            needed = " / ".join(rule.required)
            self._wrong(
                place, Text(f"القاعدة «{name}» من نوع {kind} ينقصها {needed}.", f"rule {name!r} extends {kind} and lacks {needed}.")
            )
        return options

    def _pair(self, entries: Mapping[str, Entry], key: str, place: Place, required: bool = False) -> tuple[str, str]:
        """A text in both languages: one text for both, or a mapping of `ar` and `en`."""
        entry = entries.get(key)
        if entry is None or entry.node.value is None:
            if required:
                self._wrong(place, Text(f"ينقص المفتاح «{key}».", f"{key!r} is missing."))
            return "", ""
        if isinstance(entry.node.value, dict):
            texts = {name: str(plain(one.node)) for name, one in entry.node.entries.items()}
            for name, one in entry.node.entries.items():
                if name not in ("ar", "en"):
                    self._wrong(one.key, Text(f"«{name}» ليست لغة؛ المتاح ar وen.", f"{name!r} is no language; there are ar and en."))
            first = texts.get("ar") or texts.get("en") or ""
            return texts.get("ar", first), texts.get("en", first)
        if isinstance(entry.node.value, list):
            self._wrong(entry.node.place, Text(f"قيمة «{key}» نص أو {{ar: …, en: …}}.", f"{key!r} is text, or {{ar: …, en: …}}."))
            return "", ""
        return (text := str(entry.node.value)), text

    def _choice(self, entries: Mapping[str, Entry], key: str, values: Sequence[str], default: str) -> str:
        if key not in entries:
            return default
        node = entries[key].node
        if node.value not in values:
            hint = meant(str(node.value), values, Text(f"المتاح {listed(values).ar}", f"there are {listed(values).en}"))
            self._wrong(node.place, Text(f"«{key}»: لا قيمة باسم «{node.value}»{hint.ar}", f"{key!r}: no value {node.value!r}{hint.en}"))
            return default
        return str(node.value)

    def _typed(self, entries: Mapping[str, Entry], key: str, kind: type, default: Any) -> Any:
        if key not in entries or entries[key].node.value is None:
            return default
        node = entries[key].node
        if key == "code" and isinstance(node.value, bool):  # in old files of Vale this is no code but a switch
            return default
        value = typed(node, kind, Text(f"«{key}»", repr(key)), self._mistakes)
        if key == "code" and isinstance(value, str) and not _CODE.fullmatch(value):
            said = Text(
                f"لا يصلح الرمز «{value}»؛ الرمز حروف بعدها رقم، مثل QUO001.",
                f"{value!r} will not do as a code; that is letters and a number, as QUO001.",
            )
            self._wrong(node.place, said)
        return default if value is WRONG else value

    def _wrong(self, place: Place, message: Text) -> None:
        self._mistakes.append(Mistake(place, message))
