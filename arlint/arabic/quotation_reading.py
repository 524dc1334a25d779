"""The quotation marks of a paragraph, in order, each with the way that it leans."""

from collections.abc import Iterable
from functools import partial

from .lazy import regex
from .quotation_lean import PASSED_OVER, lean_at, leaning, nearest_after, nearest_before
from .quotation_marks import FAMILIES, Mark

_MAYBE_INCHES = frozenset(('"', "″", "ʺ", "''", "’’"))
_TYPED_TWICE = regex("(?<!')''(?!')|(?<!`)``(?!`)|(?<!‘)‘‘(?!‘)|(?<!’)’’(?!’)|(?<![^\\s(:]),,(?=[\u0621-\u064a])")

_NO_MARK_AFTER = ("\\", "°", "′")
"""Minutes and seconds of arc, and JSON's `\\"`, are no quotation marks."""

_NAMED = ("()", "[]")
"""Brackets that hold a mark and nothing else only name it: علامة التنصيص (")."""

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
            lean = lean or lean_at(text, start, text[start - 1], text[start + 1 : start + 2])
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
    if before in PASSED_OVER or after in PASSED_OVER or not start:
        before, after = nearest_before(text, start), nearest_after(text, end)
    if before in _NO_MARK_AFTER or before + after in _NAMED:
        return None
    lean = leaning(before, after) or lean_at(text, start, before, after)
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
        hidden = before in PASSED_OVER or after in PASSED_OVER or before in _NO_MARK_AFTER or before + after in _NAMED
        found = self[around] = None if hidden else (leaning(before, after), _is_inch(glyph, before, after), FAMILIES[glyph])
        return found


_AROUND = _Around()
