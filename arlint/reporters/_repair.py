"""What a fix would do, said in one line: the words before and after, whole, whatever few characters the edits touch."""

from collections.abc import Callable
from functools import lru_cache, partial

from ..arabic.lazy import regex
from ..arabic.letters import INVISIBLE, MARK, TATWEEL
from ..document import Source
from ..report import Fix, SourceEdit, Style, applied
from ..rules import Text
from ._cut import shortened
from ._escapes import legible
from ._head import spoken, term

_MOST = 60  # characters shown of either text

_SAFE = Text("الإصلاح: {what}", "fix: {what}")
_UNSAFE = Text("إصلاح مقترح يحتاج إلى مراجعة: {what}", "possible fix, to be reviewed: {what}")
# Words stand between the two texts, and no arrow: whatever a viewer does with directions, old and new cannot change places.
_REPLACE = Text("ضع «{new}» مكان «{old}»", "put “{new}” in place of “{old}”")
_DELETE = Text("احذف «{old}»", "delete “{old}”")
_ADD = Text("أضف «{new}»", "add “{new}”")

# Blanks may stand between the word and the change.
_LAST_WORD = regex(r"\S*[^\S\n\r]*\Z")
_FIRST_WORD = regex(r"\A[^\S\n\r]*\S*")
# Where letters change, only the word counts: «إيران», not «إيران.» Tags and the marks round a value never do: «؟» and not «؟</p>».
_IN_WORDS = f"[\\w{MARK}{TATWEEL}{INVISIBLE}\\\\]"  # the backslash of an escaped letter
_LETTERS = regex(f"{_IN_WORDS}*")
_RESTS = {
    True: (regex(f"{_IN_WORDS}*\\Z"), regex(f"\\A{_IN_WORDS}*")),
    False: (regex(r"[^\s<>\"]*\Z"), regex(r"\A[^\s<>\"]*")),
}
"""What is left of a word before a change and after it, by whether letters change."""


def repair(source: Source, fix: Fix, style: Style) -> str:
    """One line: `الإصلاح: ضع «إيران» مكان «ايران»`."""
    return _said(*_changed(source.text, fix), fix.safe, style)


@lru_cache(maxsize=8192)
def _said(old: str, new: str, safe: bool, style: Style) -> str:
    # The same words are wrong in many articles.
    return spoken(_described(old, new, safe, style.lang, partial(term, style=style)), style)


def described(source: Source, fix: Fix, lang: str, around: Callable[[str], str]) -> str:
    """The same, with `around` put round every text that is taken out or put in."""
    return _described(*_changed(source.text, fix), fix.safe, lang, around)


def _described(old: str, new: str, safe: bool, lang: str, around: Callable[[str], str]) -> str:
    kind = _DELETE if not new.strip() else _ADD if not old.strip() else _REPLACE
    if kind is not _REPLACE:
        old, new = " ".join(old.split()), " ".join(new.split())
    shown = {"old": around(shortened(old, _MOST)), "new": around(shortened(new, _MOST))}
    return (_SAFE if safe else _UNSAFE).in_(lang).format(what=kind.in_(lang).format_map(shown))


def merged(text: str, fix: Fix) -> SourceEdit:
    """The fix as one edit, from the beginning of its first to the end of its last."""
    if len(fix.edits) == 1:
        return fix.edits[0]
    start, end = fix.edits[0].start, max(edit.end for edit in fix.edits)
    moved = [edit._replace(start=edit.start - start, end=edit.end - start) for edit in fix.edits]
    return SourceEdit(start, end, applied(text[start:end], moved))


def _changed(text: str, fix: Fix) -> tuple[str, str]:
    """What the edits cover before and after, drawn out to whole words; where only blanks change, with the words on both sides."""
    start, end, new = merged(text, fix)
    old = text[start:end]
    # Some edits write again what stands there: only what differs is counted.
    same = _alike(old, new)
    start, old, new = start + same, old[same:], new[same:]
    same = _alike(old[::-1], new[::-1])
    end, old, new = end - same, old[: len(old) - same], new[: len(new) - same]
    if not new and len(old.split()) > 1:
        return legible(old), new
    before, after = text[max(0, start - _MOST) : start], text[end : end + _MOST]
    if not (old.strip() or new.strip()):
        before, after = _LAST_WORD.findall(before)[0], _FIRST_WORD.findall(after)[0]
    else:
        rest_before, rest_after = _RESTS[_LETTERS.fullmatch(f"{old}{new}".strip()) is not None]
        put = not new.isspace()  # a blank that is put shows only between words
        before = "" if old[:1].isspace() or (put and new[:1].isspace()) else rest_before.findall(before)[0]
        after = "" if old[-1:].isspace() or (put and new[-1:].isspace()) else rest_after.findall(after)[0]
    return legible(f"{before}{old}{after}"), legible(f"{before}{new}{after}")


def _alike(one: str, other: str) -> int:
    """How many characters the two begin with in common."""
    if one[:1] != other[:1]:
        return 0
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))
