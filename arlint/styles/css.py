"""Selectors of CSS over a tree of elements: types, classes, ids, attributes, the four combinators, groups, and the pseudo-classes below.

Beside those of Selectors Level 4 (`:has`, `:is`, `:where`, `:not`, `:nth-child` and its kin) there is `:contains("text")`, which looks
for a text without regard to case.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ..arabic.lazy import regex


@dataclass(eq=False, slots=True)
class Element:
    """A node: its tag, its attributes, and the half-open span of what it was made of."""

    tag: str
    start: int
    end: int
    attributes: Mapping[str, str] = field(default_factory=dict)
    parent: "Element | None" = None
    children: "list[Element]" = field(default_factory=list)

    def descendants(self) -> "Iterator[Element]":
        """All elements below, in order."""
        for one in self.children:
            yield one
            yield from one.descendants()

    def siblings(self, before: bool) -> "list[Element]":
        """The elements beside it that come before, the nearest first, or after it."""
        beside = self.parent.children if self.parent else [self]
        at = next(number for number, one in enumerate(beside) if one is self)
        return beside[:at][::-1] if before else beside[at + 1 :]


Reading = Callable[[Element], str]
"""What the text of an element is."""

Test = Callable[[Element, Reading], bool]
Step = tuple[str, Test]
"""A combinator, with which the step hangs on the one before it, and what the element must be."""

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


def _place(one: Element, same: bool, last: bool) -> int:
    """The number of an element among those beside it, from 1: all, or those of its tag; from the front, or from the end."""
    return 1 + sum(other.tag == one.tag or not same for other in one.siblings(not last))


_PLAIN: Mapping[str, Test] = {
    "first-child": lambda one, text: _place(one, False, False) == 1,
    "last-child": lambda one, text: _place(one, False, True) == 1,
    "only-child": lambda one, text: _place(one, False, False) == _place(one, False, True) == 1,
    "first-of-type": lambda one, text: _place(one, True, False) == 1,
    "last-of-type": lambda one, text: _place(one, True, True) == 1,
    "only-of-type": lambda one, text: _place(one, True, False) == _place(one, True, True) == 1,
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
    return lambda one, text: any(_ends(one, many, text) for many in steps)


def selected(root: Element, selector: str, text: Reading) -> list[Element]:
    """The elements below a root that the selector means, in order. Raises ValueError."""
    test = compiled(selector)
    return [one for one in root.descendants() if test(one, text)]


def _ends(one: Element, steps: Sequence[Step], text: Reading) -> bool:
    """Whether an element is where a chain of steps ends."""
    combinator, test = steps[-1]
    if not test(one, text):
        return False
    if len(steps) == 1:
        return True
    return any(_ends(other, steps[:-1], text) for other in _towards(one, combinator))


def _towards(one: Element, combinator: str) -> Iterator[Element]:
    """The elements that may stand on the left of a combinator which this one stands on the right of."""
    if combinator in "+~":
        yield from one.siblings(before=True)[: 1 if combinator == "+" else None]
        return
    above = one.parent
    while above is not None:
        yield above
        above = above.parent if combinator == " " else None


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
        return (lambda one, text: _falls_on(_place(one, same, last), step, first)), match.end()
    if name not in ("is", "where", "matches", "not", "has"):
        raise ValueError(name)
    many, at = _group(source, at, relative=name == "has")
    if name == "has":
        return (lambda one, text: any(_has(one, steps, text) for steps in many)), at
    if name == "not":
        return (lambda one, text: not any(_ends(one, steps, text) for steps in many)), at
    return (lambda one, text: any(_ends(one, steps, text) for steps in many)), at


def _has(one: Element, steps: Sequence[Step], text: Reading) -> bool:
    """Whether a chain of steps leads from an element to any other."""
    chain = [("", lambda other, text: other is one), *steps]
    beside = one.siblings(before=False) if steps[0][0] in "+~" else []
    places = [*one.descendants(), *(inner for other in beside for inner in (other, *other.descendants()))]
    return any(_ends(other, chain, text) for other in places)


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
