"""Which quotation mark of a paragraph opens, which closes, and which has no partner.

The direction of a mark is inferred from its neighbours, and the roles of all marks of a paragraph are chosen together at the least cost.
A plain stack called 2,520 well-paired paragraphs of 34,479 articles unclosed; plain pairing missed 37 real faults. Definition: catalogue,
QUO001.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ..records import NamedTuple
from .lazy import regex
from .letters import LETTER, TATWEEL
from .quotation_marks import CLOSING, DIRECTED, FAMILIES, GLYPHS, MAKESHIFT, OPENING, Mark, marks_of
from .quotation_roles import lacks_closing, roles_of

if TYPE_CHECKING:
    import re

_MAY_OPEN = regex(f"[\\s(:{LETTER}{TATWEEL}][\"“”«][{LETTER}A-Za-z0-9٠-٩(]")
_MAY_CLOSE = regex(f"(?:[{LETTER}A-Za-z.،؛؟!…)][\"“”»]|[0-9٠-٩][“”»])(?:[\\s.،؛؟!:,;…)\\]]|\\Z)")
"""A mark of a plain quotation between its neighbours: it opens before a word, and closes after a word or a stop, before a blank or one or
at the end."""


class Pair(NamedTuple):
    """An opening and a closing mark that belong together."""

    opening: Mark
    closing: Mark

    @property
    def against_spacing(self) -> bool:
        """Whether the blanks around one of the marks say the contrary of its role."""
        return self.opening.lean == "C" or self.closing.lean == "O"


class Pairing(NamedTuple):
    """What the marks of a paragraph are, each kind in order: pairs, and marks without a partner.

    `doubled` are marks that stand twice where one is meant; as one mark they also stand in a pair or among those without a partner.
    """

    pairs: tuple[Pair, ...] = ()
    unclosed: tuple[Mark, ...] = ()
    unopened: tuple[Mark, ...] = ()
    doubled: tuple[Mark, ...] = ()


def neighbours(text: str, marks: Sequence[int]) -> list[str]:
    """The marks that stand at these offsets, each between its neighbours, for `plain_quotations`."""
    found = [text[mark - 1 : mark + 2] for mark in marks]
    if marks and not marks[0]:
        found[0] = f"\n{text[:2]}"
    return found


def plain_quotations(around: Sequence[str]) -> list[str] | None:
    """The families of the quotations, where these marks, two by two, make plain ones; else None.

    They are all marks of one or several paragraphs, in order, of which each has an even number and none is makeshift. A plain quotation
    has no other in it, and its marks lean as they should. Nearly all are like that, and `pairing` would pair the same marks at a tenth of
    the speed.
    """
    opening = [*map(_OPENS.__getitem__, around[::2])]
    closing = [*map(_CLOSES.__getitem__, around[1::2])]
    return opening if opening == closing and "" not in opening else None


class _Bearings(dict[str, str]):
    """The family of plain quotations that a mark, between its neighbours, may open or close; empty for none. Each is thought of once."""

    _LIMIT = 65536

    def __init__(self, may: "re.Pattern[str]") -> None:
        self._may = may

    def __missing__(self, around: str) -> str:
        if len(self) >= self._LIMIT:
            self.clear()
        family = self[around] = FAMILIES[around[1]] if self._may.match(around) else ""
        return family


_OPENS, _CLOSES = _Bearings(_MAY_OPEN), _Bearings(_MAY_CLOSE)


def pairing(paragraph: str, glyphs: Iterable[str] = GLYPHS) -> Pairing:
    """The pairing of all quotation marks of one paragraph. `glyphs` may be narrowed to those that occur."""
    marks = marks_of(paragraph, glyphs)
    if not marks:
        return Pairing()
    if len(marks) == 1:
        return _alone(marks[0])
    parts = _Parts()
    if _takes_turns(marks):
        parts.pairs += map(Pair, marks[::2], marks[1::2])
        return parts.pairing()
    families = sorted({mark.family for mark in marks})
    for family in families:
        parts.take(paragraph, marks if len(families) == 1 else [mark for mark in marks if mark.family == family])
    parts.pair_across_families()
    return parts.pairing()


def _alone(mark: Mark) -> Pairing:
    if mark.inch or mark.glyph in MAKESHIFT:
        return Pairing()
    return Pairing(unclosed=(mark,)) if lacks_closing(mark, 0) else Pairing(unopened=(mark,))


class _Parts:
    """A pairing in the making. `idle` marks have no part in it so far: inches, or the closing marks of another family's quotation."""

    def __init__(self) -> None:
        self.pairs: list[Pair] = []
        self.unclosed: list[Mark] = []
        self.unopened: list[Mark] = []
        self.doubled: list[Mark] = []
        self.idle: list[Mark] = []

    def take(self, text: str, marks: list[Mark]) -> None:
        """Give every mark of one family its role."""
        if _alternate(marks) or _stand_apart(text, marks):
            self.pairs += map(Pair, marks[::2], marks[1::2])
            return
        open_marks: list[Mark] = []
        roles = roles_of(text, marks)
        given = zip(marks, roles, strict=True)
        for mark, role in self._single(given) if "double" in roles else given:
            if role == "open":
                open_marks.append(mark)
            elif role == "close":
                self._close(open_marks.pop(), mark)
            elif role == "none":
                self.idle.append(mark)
            else:
                (self.unclosed if lacks_closing(mark, len(open_marks)) else self.unopened).append(mark)

    def _single(self, marks: Iterable[tuple[Mark, str]]) -> Iterator[tuple[Mark, str]]:
        """The marks with their roles, a doubled one taken for one mark."""
        last: tuple[Mark, str] | None = None
        for mark, role in marks:
            if role == "double" and last:
                both = last[0]._replace(length=mark.end - last[0].offset)
                self.doubled.append(both)
                last = both, last[1]
                continue
            if last:
                yield last
            last = mark, role
        if last:
            yield last

    def _close(self, opening: Mark, closing: Mark) -> None:
        inner = self.pairs[-1] if self.pairs else None
        if inner and inner.opening.family == opening.family and _touch(Pair(opening, closing), inner):
            # `""نعم""`: nothing stands between the outer and the inner marks, so both are doubled.
            self.pairs.pop()
            opening = opening._replace(length=inner.opening.end - opening.offset)
            closing = inner.closing._replace(length=closing.end - inner.closing.offset)
            self.doubled += (opening, closing)
        self.pairs.append(Pair(opening, closing))

    def pair_across_families(self) -> None:
        """A mark left open and the next lonely one, of another family, are a quotation whose typist changed keyboards: `«نعم"`."""
        if len(self.unclosed) + len(self.unopened) + len(self.idle) < 2:
            return
        alone = sorted((mark, kind) for kind in ("unclosed", "unopened", "idle") for mark in getattr(self, kind))
        paired: set[Mark] = set()
        left: tuple[Mark, str] | None = None
        for mark, kind in alone:
            if left and left[0].family != mark.family and _may_close(mark, kind, left[1]):
                paired |= {left[0], mark}
                self.pairs.append(Pair(left[0], mark))
                left = None
            elif kind == "unclosed" or (kind == "unopened" and mark.glyph not in DIRECTED):
                left = mark, kind
            elif kind == "unopened":
                left = None
        self.unclosed = [mark for mark in self.unclosed if mark not in paired]
        self.unopened = [mark for mark in self.unopened if mark not in paired]

    def pairing(self) -> Pairing:
        """What was found, in order."""
        return Pairing(
            tuple(sorted(self.pairs)),
            tuple(sorted(mark for mark in self.unclosed if mark.glyph not in MAKESHIFT)),
            tuple(sorted(mark for mark in self.unopened if mark.glyph not in MAKESHIFT)),
            tuple(sorted(self.doubled)),
        )


def _touch(outer: Pair, inner: Pair) -> bool:
    """Whether two pairs stand mark to mark on both sides, round something."""
    touching = (outer.opening.end, inner.closing.end) == (inner.opening.offset, outer.closing.offset)
    return touching and inner.closing.offset > inner.opening.end


def _may_close(mark: Mark, kind: str, opening: str) -> bool:
    """Whether a lonely mark may close what another family's lonely mark of the kind `opening` has opened."""
    if opening == "unopened":
        # A mark that seems to close may be one that opens, with its blank on the wrong side: `قال” نعم"`.
        return kind == "unopened"
    return kind != "unclosed" or mark.lean == "A"


def _alternate(marks: list[Mark]) -> bool:
    """Whether the marks open and close in turn and every one looks like it, as in nearly all paragraphs."""
    if len(marks) % 2:
        return False
    opens, last = True, -1
    for mark in marks:
        if mark.lean == ("C" if opens else "O") or mark.inch or mark.glyph in (CLOSING if opens else OPENING) or mark.offset == last:
            return False
        opens, last = not opens, mark.end
    return True


def _stand_apart(text: str, marks: list[Mark]) -> bool:
    """Whether the undirected marks open and close in turn, some with blanks inside both: `قال" نعم " وقال" لا "`. To take `" وقال"` for one
    within another costs less than such blanks do, but nobody who writes so means it.
    """
    if len(marks) < 4 or len(marks) % 2 or any(mark.inch or mark.glyph in DIRECTED for mark in marks):
        return False
    twos = list(zip(marks[::2], marks[1::2], strict=True))
    if any(one.end == other.offset for one, other in pairwise(marks)):
        return False
    return all((one.lean != "C" and other.lean != "O") or _is_loose(text, one, other) for one, other in twos)


def _is_loose(text: str, opening: Mark, closing: Mark) -> bool:
    """Whether a word stands right before the opening mark, and blanks within both."""
    around = text[opening.offset - 1 : opening.offset], text[opening.end : opening.end + 1], text[closing.offset - 1 : closing.offset]
    return [one.isspace() for one in around] == [False, True, True] and closing.lean != "O"


def _takes_turns(marks: list[Mark]) -> bool:
    """Whether one glyph opens and another closes all along: `”نعم" أو” لا"`, typed on two keyboards."""
    opening, closing = marks[0].glyph, marks[1].glyph
    if len(marks) < 4 or len(marks) % 2 or marks[0].family == marks[1].family:
        return False
    turns = all(mark.glyph == (closing if number % 2 else opening) for number, mark in enumerate(marks))
    return turns and marks[0].lean != "C" and all(mark.lean == "C" and not mark.inch for mark in marks[1::2])


