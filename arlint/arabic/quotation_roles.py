"""The role of each quotation mark of a paragraph, chosen for all of them together at the least cost. Costs: catalogue, QUO001."""

from collections.abc import Sequence
from functools import lru_cache

from ..records import NamedTuple
from .quotation_marks import CLOSING, DIRECTED, OPENING, Mark

_ERROR, _INCH, _DOUBLED, _EMPTY, _NESTED, _UNSURE, _TIE = 0.9, 0.85, 0.5, 0.4, 0.3, 0.01, 1e-6
_MISMATCH, _TURNED, _CONTRARY, _LOOSE = 1.0, 0.45, 2.0, 0.35
_STOPS = tuple(".،؛؟!")
_DEEPEST = 2


def lacks_closing(mark: "Mark | _Trait", depth: int) -> bool:
    """Whether a lonely mark, inside so many open quotations, is one that opens."""
    if mark.lean == "A" and mark.glyph in DIRECTED:
        return mark.glyph in OPENING
    return mark.lean == "O" or (mark.lean == "A" and depth == 0)


def _cost(mark: "_Trait", *, opens: bool) -> float:
    """What it costs to let the mark open or close. A guillemet that is turned round costs less where its neighbours say so too, and
    more than two lonely marks where a stop follows it: `نعم»، … لا».` is no quotation from one to the other. One with its blanks on the
    wrong side costs a little: `«نعم« أو »لا»` are two quotations, and not `« أو »` within one.
    """
    if mark.glyph in DIRECTED:
        if mark.glyph in (OPENING if opens else CLOSING):
            return _LOOSE if mark.lean == ("C" if opens else "O") else 0.0
        if opens and mark.stop:
            return _CONTRARY
        return _TURNED if mark.lean == ("O" if opens else "C") else _MISMATCH
    return _MISMATCH if mark.lean == ("C" if opens else "O") else 0.0


class _Trait(NamedTuple):
    """All of a mark that decides about its role: `double` and `glued` are said of it and the mark before, `stop` of what follows it."""

    glyph: str
    lean: str
    inch: bool
    stop: bool
    double: bool
    glued: bool


_ALONE = "error", 0


@lru_cache(maxsize=4096)
def _told(trait: tuple[str, str, bool, bool, bool, bool]) -> tuple[float, float, list[bool]]:
    """What it costs to let a mark open and close, and whether it lacks its closing one where it stays alone, at each depth."""
    mark = _Trait(*trait)
    return _cost(mark, opens=True), _cost(mark, opens=False), [lacks_closing(mark, depth) for depth in range(_DEEPEST + 1)]


_SHORT = 24  # marks; more of them are hardly met twice


def roles_of(text: str, marks: Sequence[Mark]) -> Sequence[str]:
    """A role for each mark (`open`, `close`, `error`, `double`, `none`) such that all that opens closes, at the least cost."""
    traits: list[tuple[str, str, bool, bool, bool, bool]] = []
    last: Mark | None = None
    before = 0
    for mark in marks:
        offset, glyph, lean, inch, length, _ = mark
        end = offset + length
        stop = lean == "C" and glyph in DIRECTED and text[end : end + 1] in _STOPS
        if last is None:
            traits.append((glyph, lean, inch, stop, False, False))
        else:
            glued = before == offset
            traits.append((glyph, lean, inch, stop, (glued or text[before].isspace()) and _same_mark_twice(text, last, mark), glued))
        last, before = mark, end
    return (_roles if len(traits) <= _SHORT else _roles.__wrapped__)(tuple(traits))


@lru_cache(maxsize=4096)
def _roles(traits: Sequence[tuple[str, str, bool, bool, bool, bool]]) -> Sequence[str]:
    infinite = float("inf")
    costs = [0.0] + [infinite] * _DEEPEST
    steps: list[list[tuple[str, int]]] = []
    for index, trait in enumerate(traits):
        opening, closing, lacking = _told(trait)
        _, lean, inch, _, double, glued = trait
        new, step = [infinite] * (_DEEPEST + 1), [_ALONE] * (_DEEPEST + 1)
        for depth, cost in enumerate(costs):
            if cost == infinite:
                continue
            # Of equally cheap ways the one is taken whose lonely mark says nothing of itself, or whose lonely opening mark stands first
            # and whose lonely closing mark stands last.
            tie = _TIE * index if lacking[depth] else -_TIE * index
            if lean == "A" and not depth:
                tie -= _UNSURE
            if (total := cost + _ERROR + tie) < new[depth]:
                new[depth], step[depth] = total, ("error", depth)
            if double and (total := cost + _DOUBLED) < new[depth]:
                new[depth], step[depth] = total, ("double", depth)
            if depth < _DEEPEST and (total := cost + opening + (_NESTED if depth else 0.0)) < new[depth + 1]:
                new[depth + 1], step[depth + 1] = total, ("open", depth)
            if depth:
                empty = glued and steps[-1][depth][0] == "open"
                if (total := cost + closing + (_EMPTY if empty else 0.0)) < new[depth - 1]:
                    new[depth - 1], step[depth - 1] = total, ("close", depth)
            if inch and (total := cost + (_INCH if depth else 0.0)) < new[depth]:
                new[depth], step[depth] = total, ("none", depth)
        costs = new
        steps.append(step)
    roles: list[str] = []
    depth = 0
    for step in reversed(steps):
        role, depth = step[depth]
        roles.append(role)
    return roles[::-1]


def _same_mark_twice(text: str, one: Mark, other: Mark) -> bool:
    """Whether the second of two neighbouring marks may be a slip of the finger."""
    if one.glyph != other.glyph or one.inch or len(one.glyph) > 1:
        return False
    between = text[one.end : other.offset]
    # `"نعم" "لا"`: the one closes and the other opens, however many marks the paragraph has.
    return not between or (between.isspace() and not (one.lean == "C" and other.lean == "O"))
