"""Selectors of CSS over a tree of elements: types, classes, ids, attributes, the four combinators, groups, and the pseudo-classes below.

Beside those of Selectors Level 4 (`:has`, `:is`, `:where`, `:not`, `:nth-child` and its kin) there is `:contains("text")`, which looks
for a text without regard to case.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from ..arabic.lazy import regex
from .css_tree import Element, Reading, Step, Test, ends, has, place

_TOKEN = regex(
    r"\s*(?P<combinator>[>+~])\s*|(?P<space>\s+)|(?P<tag>\*|[A-Za-z][\w-]*)|\.(?P<cls>[\w-]+)|#(?P<id>[\w-]+)"
    r"|\[\s*(?P<name>[\w-]+)\s*(?:(?P<how>[~|^$*]?=)\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s\]]+))\s*)?\]"
    r"|::?(?P<pseudo>[a-z-]+)(?P<open>\(\s*)?"
)
_NTH = regex(r"\s*(?:(odd|even)|([+-]?\d*)n\s*(?:([+-])\s*(\d+))?|([+-]?\d+))\s*")
_EQUAL: Mapping[str, Callable[[str, str], bool]] = {
    "=": lambda value, wanted: value == wanted,
    "~=": lambda value, wanted: wanted in value.split(),
    "|=": lambda value, wanted: value == wanted or value.startswith(f"{wanted}-"),
    "^=": lambda value, wanted: bool(wanted) and value.startswith(wanted),
    "$=": lambda value, wanted: bool(wanted) and value.endswith(wanted),
    "*=": lambda value, wanted: bool(wanted) and wanted in value,
}
_PLAIN: Mapping[str, Test] = {
    "first-child": lambda one, text: place(one, False, False) == 1,
    "last-child": lambda one, text: place(one, False, True) == 1,
    "only-child": lambda one, text: place(one, False, False) == place(one, False, True) == 1,
    "first-of-type": lambda one, text: place(one, True, False) == 1,
    "last-of-type": lambda one, text: place(one, True, True) == 1,
    "only-of-type": lambda one, text: place(one, True, False) == place(one, True, True) == 1,
    "empty": lambda one, text: not one.children and not text(one).strip(),
    "root": lambda one, text: one.parent is None,
}
_COUNTING = {"nth-child": (False, False), "nth-last-child": (False, True), "nth-of-type": (True, False), "nth-last-of-type": (True, True)}


@lru_cache(maxsize=256)
def compiled(selector: str) -> Test:
    """Whether an element is one that the selector means. Raises ValueError for what is no selector."""
    steps, end = _group(selector, 0, relative=False)
    if end != len(selector):
        raise ValueError(selector[end:])
    return lambda one, text: any(ends(one, many, text) for many in steps)


def selected(root: Element, selector: str, text: Reading) -> list[Element]:
    """The elements below a root that the selector means, in order. Raises ValueError."""
    test = compiled(selector)
    return [one for one in root.descendants() if test(one, text)]


def _group(source: str, at: int, relative: bool) -> tuple[list[list[Step]], int]:
    """The chains of a list with commas, and where it ends. A relative one may begin with a combinator."""
    many: list[list[Step]] = []
    while True:
        steps, at = _chain(source, at, relative)
        many.append(steps)
        if source[at : at + 1] != ",":
            return many, at
        at += 1


def _chain(source: str, at: int, relative: bool) -> tuple[list[Step], int]:
    steps: list[Step] = []
    tests: list[Test] = []
    combinator = " "
    at += len(source[at:]) - len(source[at:].lstrip())
    while match := _TOKEN.match(source, at):
        found = match["combinator"] or ("" if match["space"] is None else " ")
        if not found:
            test, at = _simple(source, match)
            tests.append(test)
            continue
        at = match.end()
        if found == " " and (source[at : at + 1] in ("", ",", ")")):
            break
        if tests:
            steps.append((combinator, _all(tests)))
        elif steps or not relative:
            raise ValueError(source[match.start() :])
        combinator, tests = found, []
    if not tests:
        raise ValueError(source[at:] or source)
    return [*steps, (combinator, _all(tests))], at


def _all(tests: Sequence[Test]) -> Test:
    return lambda one, text: all(test(one, text) for test in tests)


def _simple(source: str, match: "re.Match[str]") -> tuple[Test, int]:
    """One test, and where it ends."""
    said = match.groupdict()
    if said["tag"]:
        tag = said["tag"].lower()
        return (lambda one, text: tag in ("*", one.tag)), match.end()
    if said["cls"]:
        return (lambda one, text: said["cls"] in one.attributes.get("class", "").split()), match.end()
    if said["id"]:
        return (lambda one, text: said["id"] == one.attributes.get("id")), match.end()
    if said["name"]:
        name, wanted = said["name"].lower(), said["a"] or said["b"] or said["c"] or ""
        equal = _EQUAL[said["how"]] if said["how"] else lambda value, wanted: True
        return (lambda one, text: name in one.attributes and equal(one.attributes[name], wanted)), match.end()
    if not said["open"]:
        if said["pseudo"] not in _PLAIN:
            raise ValueError(match.group())
        return _PLAIN[said["pseudo"]], match.end()
    test, at = _function(said["pseudo"], source, match.end())
    at += len(source[at:]) - len(source[at:].lstrip())
    if source[at : at + 1] != ")":
        raise ValueError(source[match.start() :])
    return test, at + 1


def _function(name: str, source: str, at: int) -> tuple[Test, int]:
    """A pseudo-class with something in brackets, and where that ends."""
    if name in ("contains", "-soup-contains"):
        quote = source[at : at + 1]
        end = source.find(quote if quote in "\"'" else ")", at + 1)
        if not quote or end < 0:
            raise ValueError(source[at:])
        wanted = source[at + (quote in "\"'") : end].casefold()
        return (lambda one, text: wanted in text(one).casefold()), end + (quote in "\"'")
    if name in _COUNTING:
        match = _NTH.match(source, at)
        if not match:
            raise ValueError(source[at:])
        step, first = _progression(match.groups())
        same, last = _COUNTING[name]
        return (lambda one, text: _falls_on(place(one, same, last), step, first)), match.end()
    if name not in ("is", "where", "matches", "not", "has"):
        raise ValueError(name)
    many, at = _group(source, at, relative=name == "has")
    if name == "has":
        return (lambda one, text: any(has(one, steps, text) for steps in many)), at
    if name == "not":
        return (lambda one, text: not any(ends(one, steps, text) for steps in many)), at
    return (lambda one, text: any(ends(one, steps, text) for steps in many)), at


def _progression(said: "Sequence[str | None]") -> tuple[int, int]:
    """`an+b` as a and b."""
    word, factor, sign, addend, number = said
    if word:
        return 2, word == "odd"
    if number:
        return 0, int(number)
    return int(f"{factor}1" if factor in ("", "+", "-") else factor or 0), int(f"{sign}{addend}") if addend else 0


def _falls_on(number: int, step: int, first: int) -> bool:
    return number == first if not step else (number - first) % step == 0 and (number - first) // step >= 0
