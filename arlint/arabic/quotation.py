"""Which quotation mark of a paragraph opens, which closes, and which has no partner.

Arabic news writes the undirected `"` most of the time, and content systems turn curly marks and guillemets the wrong way round in
right-to-left text (`و”هل`, `لـ»داعش»`). So the direction of a mark is inferred from its neighbours, and the roles of all marks of
a paragraph are chosen together at the least cost. A plain stack called 2,520 well-paired paragraphs of 34,479 articles unclosed;
plain pairing missed 37 real faults. Definition and costs: catalogue, QUO001.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import starmap

from ..records import NamedTuple
from .clitics import CLITICS_ALONE
from .lazy import regex
from .letters import LETTER, TATWEEL

FAMILIES = {
    '"': "straight", "“": "curly", "”": "curly", "„": "curly", "‟": "curly",
    "«": "guillemet", "»": "guillemet", "‹": "single", "›": "single",
}  # fmt: skip
"""The family of every mark. Marks pair within their family; only what is then left alone may pair with a mark of another."""

STYLES = {"straight": '""', "curly": "“”", "guillemet": "«»", "single": "‹›"}
"""The opening and the closing mark of each family."""

_COMMAS = ",,"
MAKESHIFT = ("″", "ʺ", "〝", "〞", "＂", "''", "``", "‘‘", "’’", _COMMAS)
"""What stands for a quotation mark without being one (`2021″`). It is taken to close what the mark before it has opened, and counts only
where it finds a partner. Two commas count only where they may open (`,,نعم"`).
"""

GLYPHS = (*FAMILIES, *MAKESHIFT)

MARKS = frozenset("".join(GLYPHS)) - frozenset(_COMMAS)
"""The characters of all marks: a text without any of them holds no quotation, since commas need a partner that is none."""

_OPENING, _CLOSING = "«‹", "»›"
_DIRECTED = frozenset(_OPENING + _CLOSING)
_MAYBE_INCHES = frozenset(('"', "″", "ʺ", "''", "’’"))
_TYPED_TWICE = regex("(?<!')''(?!')|(?<!`)``(?!`)|(?<!‘)‘‘(?!‘)|(?<!’)’’(?!’)|(?<![^\\s(:]),,(?=[\u0621-\u064a])")
_INVISIBLE = (0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF)
_PASSED_OVER = frozenset(map(chr, (*_INVISIBLE, *range(0x64B, 0x660), 0x670)))
"""Invisible characters and harakat: the neighbour of a mark is the letter beyond them."""

_ERROR, _INCH, _DOUBLED, _EMPTY, _NESTED, _UNSURE, _TIE = 0.9, 0.85, 0.5, 0.4, 0.3, 0.01, 1e-6
_MISMATCH, _TURNED, _CONTRARY = 1.0, 0.45, 2.0
_STOPS = tuple(".،؛؟!")
_DEEPEST = 2
_CLITIC_ENDS = frozenset((TATWEEL, *(clitic[-1] for clitic in CLITICS_ALONE)))
_REACH = 4  # blanks that may stand between a colon and the quotation it opens

_MAY_OPEN = regex(f"[\\s(:{LETTER}{TATWEEL}][\"“”«][{LETTER}A-Za-z0-9٠-٩(]")
_MAY_CLOSE = regex(f"(?:[{LETTER}A-Za-z.،؛؟!…)][\"“”»]|[0-9٠-٩][“”»])(?P<stop>[\\s.،؛؟!:,;…)\\]])?")
"""A mark of a plain quotation between its neighbours: it opens before a word, and closes after a word or a stop, before a blank or one."""


class Mark(NamedTuple):
    """A quotation mark at an offset of its paragraph. `lean` is `O` (opens), `C` (closes) or `A` (either), by its neighbours.

    `length` counts code points: those of the glyph, or of a doubled mark from the first to the second. An `inch` mark stands after a
    digit and may be no quotation mark at all.
    """

    offset: int
    glyph: str
    lean: str
    inch: bool
    length: int
    family: str

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.offset + self.length


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


def plain_quotations(text: str, marks: Sequence[int], end: int) -> list[tuple[int, int]] | None:
    """Half-open spans of the quotations, marks included, where all marks of a paragraph belong to plain ones; else None.

    The paragraph ends at an offset of the text; `marks` are the offsets of its marks, in order, of which none is makeshift. A plain
    quotation has no other in it, and its marks lean as they should. Nearly all paragraphs are like that, and `pairing` would pair the same
    marks at a tenth of the speed.
    """
    if len(marks) % 2:
        return None
    spans: list[tuple[int, int]] = []
    bearings = _BEARINGS
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        opens, _, _ = bearings[text[opening - 1 : opening + 2] if opening else f"\n{text[:2]}"]
        _, closes, closes_last = bearings[text[closing - 1 : closing + 2]]
        if not opens or opens != (closes if closing + 1 < end else closes_last):
            return None
        spans.append((opening, closing + 1))
    return spans


class _Bearings(dict[str, tuple[str, str, str]]):
    """Of which family's plain quotations a mark, between its neighbours, may be the opening one, the closing one, and the closing one at
    the end of a paragraph; empty for none. Each is thought of once.
    """

    _LIMIT = 65536

    def __missing__(self, around: str) -> tuple[str, str, str]:
        opens, closes, family = _MAY_OPEN.match(around), _MAY_CLOSE.match(around), FAMILIES[around[1]]
        if len(self) >= self._LIMIT:
            self.clear()
        found = self[around] = (family if opens else "", family if closes and closes["stop"] else "", family if closes else "")
        return found


_BEARINGS = _Bearings()


def pairing(paragraph: str, glyphs: Iterable[str] = GLYPHS) -> Pairing:
    """The pairing of all quotation marks of one paragraph. `glyphs` may be narrowed to those that occur."""
    marks = _marks(paragraph, glyphs)
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
    return Pairing(unclosed=(mark,)) if _lacks_closing(mark, 0) else Pairing(unopened=(mark,))


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
        if _alternate(marks):
            self.pairs += map(Pair, marks[::2], marks[1::2])
            return
        open_marks: list[Mark] = []
        for mark, role in self._single(zip(marks, _cheapest(text, marks), strict=True)):
            if role == "open":
                open_marks.append(mark)
            elif role == "close":
                self._close(open_marks.pop(), mark)
            elif role == "none":
                self.idle.append(mark)
            else:
                (self.unclosed if _lacks_closing(mark, len(open_marks)) else self.unopened).append(mark)

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
            elif kind == "unclosed" or (kind == "unopened" and mark.glyph not in _DIRECTED):
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


def _marks(text: str, glyphs: Iterable[str]) -> list[Mark]:
    """The marks of a paragraph in order."""
    places: list[tuple[int, str]] = []
    for glyph in glyphs:
        if len(glyph) == 1:
            at = text.find(glyph)
            while at >= 0:
                places.append((at, glyph))
                at = text.find(glyph, at + 1)
        elif glyph in text:
            places += ((match.start(), glyph) for match in _TYPED_TWICE.finditer(text) if match.group() == glyph)
    places.sort()
    marks: list[Mark] = []
    around: list[str] = []
    for start, glyph in places:
        end = start + len(glyph)
        before, after = text[start - 1 : start], text[end : end + 1]
        if before in _PASSED_OVER or after in _PASSED_OVER or not start:
            before, after = _before(text, start), _after(text, end)
        # Minutes and seconds of arc, and JSON's `\"`, are no quotation marks.
        if before in ("\\", "°", "′"):
            continue
        lean = _lean(text, start, before, after)
        family = FAMILIES.get(glyph, "")
        if not family:
            family = around[-1] if around and lean != "O" else "straight"
        if lean == "O" or (lean == "A" and family not in around[-1:]):
            around.append(family)
        elif around:
            around.pop()
        inch = glyph in _MAYBE_INCHES and before.isdigit() and not after.isalpha()
        marks.append(Mark(start, glyph, lean, inch, end - start, family))
    return marks


def _before(text: str, at: int) -> str:
    """The nearest visible character before an offset; empty at the edge."""
    while at and text[at - 1] in _PASSED_OVER:
        at -= 1
    return text[at - 1] if at else ""


def _after(text: str, at: int) -> str:
    """The nearest visible character from an offset on; empty at the edge."""
    length = len(text)
    while at < length and text[at] in _PASSED_OVER:
        at += 1
    return text[at] if at < length else ""


def _last_before(text: str, at: int) -> str:
    """The last character before the blanks that end at an offset; empty where there is none within reach."""
    return text[max(0, at - _REACH) : at].rstrip()[-1:]


def _lean(text: str, start: int, before: str, after: str) -> str:
    """`O`, `C` or `A` for the mark that stands at `start` between two characters (the table of QUO001, the first row that fits)."""
    return _leaning(before, after) or _leans(text, start, before, after)


@lru_cache(maxsize=8192)
def _leaning(before: str, after: str) -> str:
    """As `_lean`, where the two characters tell; empty where it takes more of the text."""
    may_be_clitic = before in _CLITIC_ENDS and (not after or after.isspace() or after.isalnum())
    wide = bool(before and after) and before.isspace() and after.isspace()
    return "" if may_be_clitic or wide else _leans("", 0, before, after)


def _leans(text: str, start: int, before: str, after: str) -> str:
    blank_before, blank_after = not before or before.isspace(), not after or after.isspace()
    if blank_before:
        if blank_after:
            return "O" if after and (not before or _last_before(text, start) == ":") else "A"
        return "C" if after in ".،؛:؟!)»" else "O"
    if blank_after:
        if before == ":":
            return "A"
        if before.isalpha() and clitic_before(text, start):
            return "O" if before == TATWEEL else "A"
        return "O" if before == "(" else "C"
    return _lean_between(text, start, before, after)


def _lean_between(text: str, start: int, before: str, after: str) -> str:
    if before in "([{:":
        return "O"
    if after in ")]}.،؛؟!:,;…":
        return "C"
    if before in ".؟!…" and after.isalpha():
        return "A"
    if before in "،؛,;-–—/" and after.isalpha():
        return "O"
    if after in "-–—/" and before.isalpha():
        return "C"
    if (before.isalpha() or before == TATWEEL) and after.isalnum() and clitic_before(text, start):
        return "O"
    return "A"


def clitic_before(text: str, end: int) -> bool:
    """Whether the letters that end at `end` are an attached particle by themselves (`و`, `لـ`, `بال`), not a word."""
    start = end
    while start > 0 and end - start < 7 and (text[start - 1].isalpha() or text[start - 1] in _PASSED_OVER):
        start -= 1
    if start > 0 and text[start - 1].isalnum():
        return False
    letters = "".join(character for character in text[start:end] if character not in _PASSED_OVER)
    return letters.replace(TATWEEL, "") in CLITICS_ALONE


def _alternate(marks: list[Mark]) -> bool:
    """Whether the marks open and close in turn and every one looks like it, as in nearly all paragraphs."""
    if len(marks) % 2:
        return False
    opens, last = True, -1
    for mark in marks:
        if mark.lean == ("C" if opens else "O") or mark.inch or mark.glyph in (_CLOSING if opens else _OPENING) or mark.offset == last:
            return False
        opens, last = not opens, mark.end
    return True


def _takes_turns(marks: list[Mark]) -> bool:
    """Whether one glyph opens and another closes all along: `”نعم" أو” لا"`, typed on two keyboards."""
    opening, closing = marks[0].glyph, marks[1].glyph
    if len(marks) < 4 or len(marks) % 2 or marks[0].family == marks[1].family:
        return False
    turns = all(mark.glyph == (closing if number % 2 else opening) for number, mark in enumerate(marks))
    return turns and marks[0].lean != "C" and all(mark.lean == "C" and not mark.inch for mark in marks[1::2])


def _lacks_closing(mark: "Mark | _Trait", depth: int) -> bool:
    if mark.lean == "A" and mark.glyph in _DIRECTED:
        return mark.glyph in _OPENING
    return mark.lean == "O" or (mark.lean == "A" and depth == 0)


def _cost(mark: "_Trait", *, opens: bool) -> float:
    """What it costs to let the mark open or close. A guillemet that is turned round costs less where its neighbours say so too, and
    more than two lonely marks where a stop follows it: `نعم»، … لا».` is no quotation from one to the other.
    """
    if mark.glyph in _DIRECTED:
        if mark.glyph in (_OPENING if opens else _CLOSING):
            return 0.0
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


_SHORT = 24  # marks; more of them are hardly met twice


def _cheapest(text: str, marks: Sequence[Mark]) -> Sequence[str]:
    """A role for each mark (`open`, `close`, `error`, `double`, `none`) such that all that opens closes, at the least cost."""
    traits: list[tuple[str, str, bool, bool, bool, bool]] = []
    last: Mark | None = None
    for mark in marks:
        stop = mark.lean == "C" and mark.glyph in _DIRECTED and text[mark.end : mark.end + 1] in _STOPS
        double, glued = (_same_mark_twice(text, last, mark), last.end == mark.offset) if last else (False, False)
        traits.append((mark.glyph, mark.lean, mark.inch, stop, double, glued))
        last = mark
    return (_roles if len(traits) <= _SHORT else _roles.__wrapped__)(tuple(traits))


@lru_cache(maxsize=4096)
def _roles(traits: Sequence[tuple[str, str, bool, bool, bool, bool]]) -> Sequence[str]:
    infinite = float("inf")
    costs = [0.0] + [infinite] * _DEEPEST
    steps: list[list[tuple[str, int]]] = []
    for index, mark in enumerate(starmap(_Trait, traits)):
        opening, closing = _cost(mark, opens=True), _cost(mark, opens=False)
        new, step = [infinite] * (_DEEPEST + 1), [("error", 0)] * (_DEEPEST + 1)
        for depth, cost in enumerate(costs):
            if cost == infinite:
                continue
            # Of equally cheap ways the one is taken whose lonely mark says nothing of itself, or whose lonely opening mark stands first
            # and whose lonely closing mark stands last.
            tie = _TIE * index if _lacks_closing(mark, depth) else -_TIE * index
            if mark.lean == "A" and not depth:
                tie -= _UNSURE
            choices = [("error", depth, cost + _ERROR + tie)]
            if mark.double:
                choices.append(("double", depth, cost + _DOUBLED))
            if depth < _DEEPEST:
                choices.append(("open", depth + 1, cost + opening + (_NESTED if depth else 0.0)))
            if depth:
                empty = mark.glued and steps[-1][depth][0] == "open"
                choices.append(("close", depth - 1, cost + closing + (_EMPTY if empty else 0.0)))
            if mark.inch:
                choices.append(("none", depth, cost + (_INCH if depth else 0.0)))
            for role, there, total in choices:
                if total < new[there]:
                    new[there], step[there] = total, (role, depth)
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
