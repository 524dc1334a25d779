"""The quotation marks of a paragraph: what may be one, and which way it leans by its neighbours.

Arabic news writes the undirected `"` most of the time, and content systems turn curly marks and guillemets the wrong way round in
right-to-left text (`و”هل`, `لـ»داعش»`).
"""

from collections.abc import Iterable
from functools import lru_cache, partial

from ..records import NamedTuple
from .clitics import CLITICS_ALONE
from .lazy import regex
from .letters import TATWEEL

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

OPENING, CLOSING = "«‹", "»›"
DIRECTED = frozenset(OPENING + CLOSING)
_MAYBE_INCHES = frozenset(('"', "″", "ʺ", "''", "’’"))
_TYPED_TWICE = regex("(?<!')''(?!')|(?<!`)``(?!`)|(?<!‘)‘‘(?!‘)|(?<!’)’’(?!’)|(?<![^\\s(:]),,(?=[\u0621-\u064a])")
_INVISIBLE = (0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF)
_PASSED_OVER = frozenset(map(chr, (*_INVISIBLE, *range(0x64B, 0x660), 0x670)))
"""Invisible characters and harakat: the neighbour of a mark is the letter beyond them."""

_CLITIC_ENDS = frozenset((TATWEEL, *(clitic[-1] for clitic in CLITICS_ALONE)))
_NO_MARK_AFTER = ("\\", "°", "′")
"""Minutes and seconds of arc, and JSON's `\\"`, are no quotation marks."""

_NAMED = ("()", "[]")
"""Brackets that hold a mark and nothing else only name it: علامة التنصيص (")."""

_REACH = 4  # blanks that may stand between a colon and the quotation it opens


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


_mark = partial(tuple.__new__, Mark)
"""A mark of its fields, as `Mark` makes it, at half the cost."""


def marks_of(text: str, glyphs: Iterable[str]) -> list[Mark]:
    """The marks of a paragraph in order."""
    places: list[tuple[int, str]] = []
    makeshift = False
    for glyph in glyphs:
        if len(glyph) == 1:
            at = text.find(glyph)
            while at >= 0:
                places.append((at, glyph))
                at = text.find(glyph, at + 1)
        elif glyph in text:
            places += ((match.start(), glyph) for match in _TYPED_TWICE.finditer(text) if match.group() == glyph)
        makeshift = makeshift or glyph not in FAMILIES
    places.sort()
    if makeshift:
        return _with_makeshift(text, places)
    marks: list[Mark] = []
    for start, glyph in places:
        known = _AROUND[text[start - 1 : start + 2]] if start else None
        if known:
            lean, inch, family = known
            lean = lean or _leans(text, start, text[start - 1], text[start + 1 : start + 2])
            marks.append(_mark((start, glyph, lean, inch, 1, family)))
        elif one := _read_closely(text, start, glyph):
            marks.append(one)
    return marks


def _with_makeshift(text: str, places: Iterable[tuple[int, str]]) -> list[Mark]:
    """The marks at these places. One that is makeshift is of the family of the mark that it may close."""
    marks: list[Mark] = []
    around: list[str] = []
    for start, glyph in places:
        mark = _read_closely(text, start, glyph)
        if mark is None:
            continue
        if not mark.family:
            mark = mark._replace(family=around[-1] if around and mark.lean != "O" else "straight")
        if mark.lean == "O" or (mark.lean == "A" and mark.family not in around[-1:]):
            around.append(mark.family)
        elif around:
            around.pop()
        marks.append(mark)
    return marks


def _read_closely(text: str, start: int, glyph: str) -> Mark | None:
    """The mark that a glyph is, if of no family when it is makeshift; None for one that is none."""
    end = start + len(glyph)
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _PASSED_OVER or after in _PASSED_OVER or not start:
        before, after = _before(text, start), _after(text, end)
    if before in _NO_MARK_AFTER or before + after in _NAMED:
        return None
    lean = _lean(text, start, before, after)
    return _mark((start, glyph, lean, _is_inch(glyph, before, after), end - start, FAMILIES.get(glyph, "")))


def _is_inch(glyph: str, before: str, after: str) -> bool:
    return glyph in _MAYBE_INCHES and before.isdigit() and not after.isalpha()


class _Around(dict[str, tuple[str, bool, str] | None]):
    """Lean, inch and family of a mark that is not makeshift, by its two neighbours. The lean is empty where it takes more of the text; None
    where one of them is invisible, or makes the mark none.
    """

    _LIMIT = 65536

    def __missing__(self, around: str) -> tuple[str, bool, str] | None:
        before, glyph, after = around[0], around[1], around[2:]
        if len(self) >= self._LIMIT:
            self.clear()
        hidden = before in _PASSED_OVER or after in _PASSED_OVER or before in _NO_MARK_AFTER or before + after in _NAMED
        found = self[around] = None if hidden else (_leaning(before, after), _is_inch(glyph, before, after), FAMILIES[glyph])
        return found


_AROUND = _Around()


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
        return "C" if after in ".،؛:؟!,;?)]}»" else "O"
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
