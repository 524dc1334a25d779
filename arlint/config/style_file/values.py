"""The values of a rule's options: patterns, scopes, distances, formulas and what else has a form of its own."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args, get_origin

from ...arabic.lazy import regex
from ...rules import Text
from ...styles.actions import EDITS, edits
from ...styles.actions import NAMES as ACTIONS
from ...styles.capitalization import CASES
from ...styles.figures import VARIABLES
from ...styles.formulas import evaluated
from ...styles.metric import without_counts
from ...styles.near import Distance
from ...styles.patterns import problem
from ...styles.selector import NAMES as SCOPES
from ...styles.selector import unknown
from ...styles.sequence import STEP
from ...styles.vocabulary import is_literal
from ..node import Node
from ..place import Mistake, Place, listed, meant

_AND_NOTHING = regex(r"^\s*&|[&~]\s*$|[&~]\s*&")


class Values:
    """Says what is wrong with values whose type is right."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        self._mistakes = mistakes

    def look_at(self, key: str, value: Any, node: Node, patterns: Sequence[str]) -> None:
        """Look at the value of an option, as it was read and as it stands in the file. `patterns` are the options that hold such."""
        if key in patterns and key != "raw":
            for text, place in _texts(node):
                self._pattern(text, place)
        elif key == "raw":
            self._pattern("".join(text for text, _ in _texts(node)), node.place)
        elif key in ("scope", "occurs"):
            for item in node.items:
                if _AND_NOTHING.search(str(item.value or "")):
                    self._wrong(item.place, Text("ينقص اسم موضع بعد & أو ~ أو قبل &.", "a scope is missing after & or ~, or before &."))
                for name in unknown(str(item.value)) if item.value else ():
                    hint = meant(name, SCOPES, Text(f"الموجود: {listed(SCOPES).ar}", f"there are {listed(SCOPES).en}"))
                    self._wrong(item.place, Text(f"لا موضع باسم «{name}»{hint.ar}", f"no scope {name!r}{hint.en}"))
        elif key == "within" and not _is_distance(value):
            said = Text("المسافة مثل 2 sentences أو 10 words أو 1 paragraph.", "a distance is as 2 sentences, 10 words or 1 paragraph.")
            self._wrong(node.place, said)
        elif key == "action" and value:
            self._action(value, node)
        elif key == "match":
            self._match(str(value), node.place)
        elif key == "tokens" and isinstance(value, list) and all(isinstance(one, dict) for one in value):
            self._steps(node)
        elif key == "formula":
            self._formula(str(value), node.place)

    def _pattern(self, text: str, place: Place) -> None:
        wrong = "" if is_literal(text) else problem(text)
        if wrong:
            shown = text if len(text) <= 60 else f"{text[:59]}…"
            self._wrong(place, Text(f"نمط غير سليم «{shown}»: {wrong}.", f"not a valid pattern: {shown!r}: {wrong}."))

    def _match(self, text: str, place: Place) -> None:
        if not text.startswith("$"):
            self._pattern(text, place)
        elif text not in CASES:
            hint = meant(text, CASES, Text(f"الموجود: {listed(CASES).ar}", f"there are {listed(CASES).en}"))
            self._wrong(place, Text(f"«match»: لا قيمة باسم «{text}»{hint.ar}", f"'match': no value {text!r}{hint.en}"))

    def _steps(self, node: Node) -> None:
        """The words of a sequence."""
        for item in node.items:
            for key, entry in item.entries.items():
                if key not in STEP:
                    hint = meant(key, STEP, Text(f"الموجود: {listed(STEP).ar}", f"there are {listed(STEP).en}"))
                    said = Text(f"لا مفتاح باسم «{key}» في كلمة من sequence{hint.ar}", f"no key {key!r} in a word of a sequence{hint.en}")
                    self._wrong(entry.key, said)
            for key in ("pattern", "tag", "upos"):
                if key in item.entries:
                    self._pattern(str(item.entries[key].node.value), item.entries[key].node.place)
            for key in ("skip", "min"):
                if key in item.entries and not isinstance(item.entries[key].node.value, int):
                    self._wrong(item.entries[key].node.place, Text(f"قيمة «{key}» عدد.", f"{key!r} is a number."))

    def _action(self, action: Mapping[str, Any], node: Node) -> None:
        for key, entry in node.entries.items():
            if key not in ("name", "params"):
                arabic = f"لا مفتاح باسم «{key}» في action؛ مفتاحاه name وparams."
                self._wrong(entry.key, Text(arabic, f"no key {key!r} in 'action'; it has name and params."))
        name = action.get("name")
        if name is not None and name not in ACTIONS:
            hint = meant(str(name), ACTIONS, Text(f"الموجود: {listed(ACTIONS).ar}", f"there are {listed(ACTIONS).en}"))
            self._wrong(node.entries["name"].node.place, Text(f"لا فعل باسم «{name}»{hint.ar}", f"no action {name!r}{hint.en}"))
        params = action.get("params") or ()
        if name == "edit" and not edits(params):
            said = ", ".join(f"{how} ({number - 1})" for how, number in EDITS.items())
            english = f"'edit' takes these, one after another, each with so many parameters: {said}."
            self._wrong(node.place, Text(f"أفعال edit، واحدا بعد آخر، ولكل منها هذا العدد من المعاملات: {said}.", english))

    def _formula(self, formula: str, place: Place) -> None:
        try:
            formula, others = without_counts(formula)
            evaluated(formula, dict.fromkeys((*VARIABLES, *others), 1.0))
        except ValueError as error:
            names = listed(VARIABLES)
            self._wrong(
                place,
                Text(f"صيغة لا تُفهم ({error})؛ المتغيرات: {names.ar}.", f"not a valid formula ({error}); the variables are {names.en}."),
            )

    def _wrong(self, place: Place, message: Text) -> None:
        self._mistakes.append(Mistake(place, message))


def weak(node: Node, hint: Any) -> Node:
    """A value as Vale would read it: a number as text where text is wanted, one item as a list of it, nothing as an empty text."""
    origin, args = get_origin(hint), get_args(hint)
    value = node.value
    if hint is str or (str in args and origin not in (list, dict)):
        items = [weak(item, str) for item in value] if isinstance(value, list) else None
        return node._replace(value=items) if items is not None else node if isinstance(value, dict) else node._replace(value=_text(value))
    if origin is list:
        listed_ = value if isinstance(value, list) else [] if value is None else [node]
        return node._replace(value=[weak(item, args[0]) for item in listed_])
    if origin is dict:
        entries = {} if value is None else value
        if args[-1] is str and isinstance(entries, dict):
            entries = {key: entry._replace(node=weak(entry.node, str)) for key, entry in entries.items()}
        return node._replace(value=entries)
    if hint is bool and isinstance(value, str) and value.lower() in ("true", "false"):
        return node._replace(value=value.lower() == "true")
    if hint in (int, float) and isinstance(value, str) and value.replace(".", "", 1).isdecimal():
        return node._replace(value=hint(value))
    return node


def _text(value: object) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _texts(node: Node) -> Iterator[tuple[str, Place]]:
    """The patterns of an option: items of a list, keys of a mapping, or the only one."""
    if isinstance(node.value, dict):
        for key, entry in node.entries.items():
            yield key, entry.key
    else:
        for item in node.items:
            if not isinstance(item.value, (list, dict)):
                yield _text(item.value), item.place


def _is_distance(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(Distance.read(value))
    except ValueError:
        return False
