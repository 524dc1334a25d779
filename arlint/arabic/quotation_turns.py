"""Whether the quotation marks of a paragraph open and close in turn, as is seen without weighing their roles."""

from itertools import pairwise

from .quotation_marks import CLOSING, DIRECTED, OPENING, Mark


def alternate(marks: list[Mark]) -> bool:
    """Whether the marks open and close in turn and every one looks like it, as in nearly all paragraphs."""
    if len(marks) % 2:
        return False
    opens, last = True, -1
    for mark in marks:
        if mark.lean == ("C" if opens else "O") or mark.inch or mark.glyph in (CLOSING if opens else OPENING) or mark.offset == last:
            return False
        opens, last = not opens, mark.end
    return True


def stand_apart(text: str, marks: list[Mark]) -> bool:
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


def take_turns(marks: list[Mark]) -> bool:
    """Whether one glyph opens and another closes all along: `”نعم" أو” لا"`, typed on two keyboards."""
    opening, closing = marks[0].glyph, marks[1].glyph
    if len(marks) < 4 or len(marks) % 2 or marks[0].family == marks[1].family:
        return False
    turns = all(mark.glyph == (closing if number % 2 else opening) for number, mark in enumerate(marks))
    return turns and marks[0].lean != "C" and all(mark.lean == "C" and not mark.inch for mark in marks[1::2])
