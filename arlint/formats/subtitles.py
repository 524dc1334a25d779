"""SubRip (SRT) and WebVTT: what is spoken. Numbers, times, notes, styles and tags are no prose.

A sentence runs on from cue to cue; the break between two cues is read as a blank that nobody can edit.
"""

import html
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import dropwhile, pairwise

from ..arabic.lazy import regex
from ..arabic.letters import LETTER
from ..document import Document, Source, SourceMap, UnreadableError
from ..document.sourcemap import Run, Writer
from ..records import NamedTuple
from .layer import Piece, unescaped
from .prose import Prose

PAUSE = 2.0
"""Seconds. After a longer silence somebody begins anew, whatever the punctuation."""

_LINE = regex(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+\Z")
_TIME = r"(?:([0-9]{1,6}):)?([0-9]{1,6}):([0-9]{1,6})[.,]([0-9]{1,6})"
_TIMES = regex(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}")
_ASIDE = regex(r"(?:^|(?<=[\r\n]))\ufeff?(?:WEBVTT|NOTE|STYLE|REGION)\b[^\r\n]*(?:(?:\r\n?|\n)[^\r\n]+)*")
"""A header and blocks of WebVTT that say nothing to viewers, up to a blank line."""
_ARABIC = regex(f"[{LETTER}]")
_NUMBER = regex(r"[ \t]*[0-9]{1,9}[ \t]*\Z")
_TAG = r"</?[A-Za-z][^<>\r\n]*>|<[0-9:.]{4,16}>"
_SRT_SIGN = regex(rf"{_TAG}|\{{\\[^{{}}\r\n]*\}}|[<{{][ \t]?")
_VTT_SIGN = regex(rf"{_TAG}|&[A-Za-z][A-Za-z0-9]{{1,31}};|&#[0-9]{{1,7}};|[<&][ \t]?")
_ENDS = regex("(?<![.…])[.!?؟][\\s\"'»”’)\\]\u200e\u200f\u202c\u2069]*\\Z")
_SPEAKS_ANEW = regex("[\u200e\u200f\u202a-\u202e\u2066-\u2069]*[-–—]")


def parse_srt(source: Source) -> Document:
    """The document of a SubRip file. It has no references to characters, and no comments."""
    return _parse(source, "srt", _srt_pieces, write_srt)


def parse_webvtt(source: Source) -> Document:
    """The document of a WebVTT file (W3C, https://www.w3.org/TR/webvtt1/)."""
    return _parse(source, "webvtt", _vtt_pieces, write_webvtt)


def write_srt(text: str) -> str | None:
    """A text as it is written in a cue, unless players would take it for a tag or for the end of the cue."""
    return None if any(sign in text for sign in "<>{}\n\r") else text


def write_webvtt(text: str) -> str | None:
    """A text as it is written in a cue; it has no line ends."""
    return None if "\n" in text or "\r" in text else text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _Line(NamedTuple):
    """A line of a cue: what it says, piece by piece, and in which cue (from 0)."""

    said: str
    pieces: list[Piece]
    cue: int


_Pieces = Callable[[str, int, int], Iterable[Piece]]


def _parse(source: Source, name: str, pieces: _Pieces, writer: Writer) -> Document:
    prose = Prose(source)
    times: list[tuple[float, float]] = []
    lines = list(_lines(source, pieces, times))
    if not times:
        _check_silence(source)
    last_lines = {line.cue: line.said for line in lines}
    punctuated = any(map(_ENDS.search, last_lines.values()))
    before: _Line | None = None
    for line in lines:
        if before and (_parted(before, line, times) or (before.cue != line.cue and not punctuated)):
            prose.end("paragraph")
        if not prose.in_block:
            prose.begin()
        elif before:
            prose.stand_in(" ", before.pieces[-1].end, line.pieces[0].start)
        for piece in line.pieces:
            if piece.decoded is None:
                prose.verbatim(piece.start, piece.end, writer)
            elif piece.end - piece.start > len(piece.decoded):
                prose.sign(piece.decoded, piece.start, piece.end, writer)
            else:
                prose.stand_in(piece.decoded, piece.start, piece.end)
        before = line
    prose.end("paragraph")
    return prose.document(name, tried=partial(_CueMap, text=source.text))


def _check_silence(source: Source) -> None:
    """Raise UnreadableError where a file without cues says something all the same: its times are not written as they should be."""
    said = _ARABIC.search(_ASIDE.sub(lambda match: " " * len(match.group()), source.text))
    if said:
        line, _ = source.place(said.start())
        raise UnreadableError(
            f"لا أوقات في الملف، فلا يُعرف ما يقال فيه (السطر {line})؛ يُكتب الوقت هكذا: 00:00:01,000 --> 00:00:02,000.",
            f"There are no times in the file, so what is said cannot be told (line {line}); write them so: 00:00:01,000 --> 00:00:02,000.",
        )


class _CueMap(SourceMap):
    """A map that empties no line: a blank one ends the cue, and what follows in it would be lost."""

    def __init__(self, runs: tuple[Run, ...], text: str) -> None:
        super().__init__(runs)
        self._text = text

    def edit(self, start: int, end: int, text: str) -> tuple[int, int, str] | None:
        """As any map's, but None where nothing would be left of the line."""
        found = super().edit(start, end, text)
        if found is None or found[2].strip():
            return found
        first, last = found[0], found[1]
        while first and self._text[first - 1] not in "\r\n":
            first -= 1
        while last < len(self._text) and self._text[last] not in "\r\n":
            last += 1
        return found if (self._text[first : found[0]] + self._text[found[1] : last]).strip() else None


def _parted(one: _Line, other: _Line, times: list[tuple[float, float]]) -> bool:
    """Whether a paragraph ends between two lines. Where no cue of a file ends in a mark, the caller parts every two cues."""
    if _SPEAKS_ANEW.match(other.said):
        return True
    return one.cue != other.cue and (times[other.cue][0] - times[one.cue][1] > PAUSE or _ENDS.search(one.said) is not None)


def _lines(source: Source, pieces: _Pieces, times: list[tuple[float, float]]) -> Iterator[_Line]:
    """What is said, line by line. The times of the cues, in seconds, are added to `times`."""
    text = source.text
    spans = [match.span() for match in _LINE.finditer(text, source.body_start)]
    written = [text[start:end].rstrip("\r\n") for start, end in spans]
    timed = [number for number, line in enumerate(written) if "-->" in line and _TIMES.match(line)]
    for cue, (number, following) in enumerate(pairwise((*timed, len(spans)))):
        times.append(_seconds(written[number]))
        for index in range(number + 1, following):
            if not written[index].strip():
                if pieces is _vtt_pieces:
                    break
                continue
            if index == following - 1 < len(spans) - 1 and _NUMBER.match(written[index]):
                break
            start = spans[index][0]
            made = _trimmed(text, pieces(text, start, start + len(written[index])))
            if made:
                yield _Line("".join(piece.said(text) for piece in made), made, cue)


def _seconds(line: str) -> tuple[float, float]:
    match = _TIMES.match(line)
    parts = [int(part or 0) for part in match.groups()] if match else [0] * 8
    first, last = (hours * 3600 + minutes * 60 + float(f"{seconds}.{rest}") for hours, minutes, seconds, rest in (parts[:4], parts[4:]))
    return first, last


def _srt_pieces(text: str, start: int, end: int) -> Iterable[Piece]:
    return unescaped(text, start, end, _SRT_SIGN, lambda sign: "" if len(sign) > 2 else sign)


def _vtt_pieces(text: str, start: int, end: int) -> Iterable[Piece]:
    return unescaped(text, start, end, _VTT_SIGN, lambda sign: "" if sign[0] == "<" and len(sign) > 2 else html.unescape(sign))


def _trimmed(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces that say something, without blanks at either end of the line."""

    def is_blank(piece: Piece) -> bool:
        return not piece.said(text).strip(" \t")

    kept = list(dropwhile(is_blank, reversed(list(dropwhile(is_blank, pieces)))))[::-1]
    if kept and kept[0].decoded is None:
        kept[0] = kept[0]._replace(start=kept[0].end - len(kept[0].said(text).lstrip(" \t")))
    if kept and kept[-1].decoded is None:
        kept[-1] = kept[-1]._replace(end=kept[-1].start + len(kept[-1].said(text).rstrip(" \t")))
    return kept
