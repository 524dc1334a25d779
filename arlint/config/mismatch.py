"""What to say of a value that does not fit: what was expected, what was found, and the likely remedy."""

from collections.abc import Mapping, Sequence
from types import NoneType
from typing import Any, get_args

from ..rules import Text
from .node import Node
from .place import Mistake, listed, meant

KINDS: Mapping[Any, Text] = {
    bool: Text("true أو false", "true or false"),
    int: Text("عدد صحيح", "a whole number"),
    float: Text("عدد", "a number"),
    str: Text("نص", "text"),
    NoneType: Text("لا شيء", "nothing"),
    list: Text("قائمة", "a list"),
    dict: Text("جدول من أزواج «مفتاح: قيمة»", "a mapping of keys to values"),
}
"""The kinds of values, as messages call them."""

_SPOKEN_BOOLEANS = ("yes", "no", "on", "off")


def mismatch(node: Node, kinds: Sequence[Any], what: Text) -> Mistake:
    """The mistake of a value that is of none of these kinds, which may also be literals."""
    names = [KINDS.get(kind) or listed([_written(value) for value in get_args(kind) or (kind,)]) for kind in kinds]
    arabic, english = " أو ".join(name.ar for name in names), " or ".join(name.en for name in names)
    got, remedy = _got(node), _remedy(node, kinds)
    said = Text(f"{what.ar}: المتوقع {arabic}، لا {got.ar}{remedy.ar}.", f"{what.en} must be {english}, not {got.en}{remedy.en}.")
    return Mistake(node.place, said)


def no_choice(node: Node, values: Sequence[Any], what: Text) -> Mistake:
    """The mistake of a value that is none of those there are."""
    names = [_written(value) for value in values]
    hint = meant(node.value, names) if isinstance(node.value, str) else Text(".", ".")
    got, known = _got(node), listed(names)
    arabic = f"{what.ar}: المتوقع إحدى القيم ({known.ar})، لا {got.ar}{hint.ar}"
    return Mistake(node.place, Text(arabic, f"{what.en} must be one of {known.en}, not {got.en}{hint.en}"))


def out_of_bounds(node: Node, most: float | None, what: Text) -> Mistake:
    """The mistake of a number below 0, or above the most there may be."""
    wanted = Text("0 أو أكثر", "0 or more") if most is None else Text(f"عدد من 0 إلى {most}", f"a number from 0 to {most}")
    got = _got(node)
    return Mistake(node.place, Text(f"{what.ar}: المتوقع {wanted.ar}، لا {got.ar}.", f"{what.en} must be {wanted.en}, not {got.en}."))


def _remedy(node: Node, kinds: Sequence[Any]) -> Text:
    value = node.value
    if str in kinds and isinstance(value, (bool, int, float)):
        return Text("؛ ضع القيمة بين علامتي تنصيص", "; put it in quotes")
    if bool in kinds and isinstance(value, str) and value.casefold() in _SPOKEN_BOOLEANS:
        return Text("؛ اكتب true أو false", "; write true or false")
    if (int in kinds or float in kinds) and isinstance(value, str) and value.isdecimal():
        return Text("؛ اكتبه بالأرقام 0-9 بلا علامتي تنصيص", "; write it with the digits 0-9, without quotes")
    if list in kinds and not isinstance(value, (list, dict)):
        return Text("؛ ضعه بين قوسين: […]", "; put it in brackets: […]")
    return Text("", "")


def _got(node: Node) -> Text:
    value = node.value
    if value is None:
        return Text("قيمة فارغة", "an empty value")
    if isinstance(value, (list, dict)):
        return KINDS[type(value)]
    if isinstance(value, str):
        short = value if len(value) <= 40 else value[:39] + "…"
        return Text(f"النص «{short}»", f"the text {short!r}")
    if isinstance(value, bool):
        return Text(_written(value), _written(value))
    return Text(f"العدد {value}", f"the number {value}")


def _written(value: object) -> str:
    if value is None or isinstance(value, bool):
        return {True: "true", False: "false", None: "null"}[value]
    return str(value) if value != "" else '""'
