"""The tree that selectors of CSS choose from, and how a chain of steps is followed in it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field


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


def place(one: Element, same: bool, last: bool) -> int:
    """The number of an element among those beside it, from 1: all, or those of its tag; from the front, or from the end."""
    return 1 + sum(other.tag == one.tag or not same for other in one.siblings(not last))


def ends(one: Element, steps: Sequence[Step], text: Reading) -> bool:
    """Whether an element is where a chain of steps ends."""
    combinator, test = steps[-1]
    if not test(one, text):
        return False
    if len(steps) == 1:
        return True
    return any(ends(other, steps[:-1], text) for other in _towards(one, combinator))


def _towards(one: Element, combinator: str) -> Iterator[Element]:
    """The elements that may stand on the left of a combinator which this one stands on the right of."""
    if combinator in "+~":
        yield from one.siblings(before=True)[: 1 if combinator == "+" else None]
        return
    above = one.parent
    while above is not None:
        yield above
        above = above.parent if combinator == " " else None


def has(one: Element, steps: Sequence[Step], text: Reading) -> bool:
    """Whether a chain of steps leads from an element to any other."""
    chain = [("", lambda other, text: other is one), *steps]
    beside = one.siblings(before=False) if steps[0][0] in "+~" else []
    places = [*one.descendants(), *(inner for other in beside for inner in (other, *other.descendants()))]
    return any(ends(other, chain, text) for other in places)
