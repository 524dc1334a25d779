"""Text that was decoded with the wrong encoding: where it stands, and what it was before."""

import re
from collections.abc import Iterator

from ..records import NamedTuple
from .lazy import regex
from .letters import LETTER, MARK, TATWEEL

_HIGH_1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What the bytes 80-9F are in windows-1252, but for the five that it leaves free; in ISO 8859-1 they are control characters."""

_HIGH_1256 = "€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگک‘’“”•–—™ڑ›œ\u200c\u200dں\u00a0،¢-©ھ«-¹؛»-¾؟"
"""What the bytes 80-BF are in windows-1256."""

SIGNS = "\ufffd§„ØÙÃÂâïÇá"
"""All broken text that is known here holds one of these: U+FFFD, the bytes of ا and ل, the first bytes of signs and accented letters."""

_TRAIL = f"\u0080-\u00bf{_HIGH_1252}"
_BETWEEN = " \\d.,:!()-"
_BROKEN = regex(
    "(?P<lost>\ufffd+)"
    f"|(?P<latin>[ØÙÚÛ][{_TRAIL}](?:[ØÙÚÛ][{_TRAIL}]|[{_BETWEEN}]+(?=[ØÙÚÛ][{_TRAIL}]))+|â[€\u0080][{_TRAIL}]?|ï»¿|Ã[\u0080-\u00bf]|Â[\u00a0«»°])"
    f"|(?P<arabic>[طظ][{_HIGH_1256}](?:[طظ][{_HIGH_1256}]|[{_BETWEEN}]+(?=[طظ][{_HIGH_1256}])){{2,}})"
)
_WESTERN = regex("[\u00c0-\u00ff]+(?: [\u00c0-\u00ff]+)*")
_ALEF_OR_LAM = regex("[Çá]")
_FOUR = regex("[\u00c0-\u00ff]{4}")
_ARABIC = regex(f"[{LETTER}{MARK}{TATWEEL} ]+")


class Broken(NamedTuple):
    """A stretch of broken text, half-open in code points, and what it was; "" where that is lost."""

    start: int
    end: int
    was: str


def broken(text: str, start: int, end: int) -> Iterator[Broken]:
    """All broken text within a span: U+FFFD; UTF-8 read as windows-1252 or windows-1256 (`Ø§Ù„`, `ط§ظ„`); windows-1256 read as
    windows-1252 (`ÇáÓáÇã`), where four letters in a row are such.
    """
    for match in _BROKEN.finditer(text, start, end):
        if match.lastgroup == "lost":
            yield Broken(*match.span(), "")
        else:
            yield Broken(*match.span(), _was_utf8(match.group(), "cp1252" if match.lastgroup == "latin" else "cp1256"))
    for match in _WESTERN.finditer(text, start, end):
        was = _was_arabic(match)
        if was:
            yield Broken(*match.span(), was)


def _was_utf8(text: str, encoding: str) -> str:
    try:
        return b"".join(_bytes(character, encoding) for character in text).decode("utf-8").strip("\ufeff")
    except UnicodeError:
        return ""


def _bytes(character: str, encoding: str) -> bytes:
    return character.encode("latin-1" if "\u0080" <= character <= "\u009f" else encoding)


def _was_arabic(match: re.Match[str]) -> str:
    # Arabic without ا and ل, which Ç and á stand for, is rarer than a Latin word of such letters.
    if not _FOUR.search(match.group()) or not _ALEF_OR_LAM.search(match.group()):
        return ""
    was = match.group().encode("latin-1").decode("cp1256")
    return was if _ARABIC.fullmatch(was) else ""
