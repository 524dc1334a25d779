"""Brackets of a text: their partners, and those that need none, of faces and of list markers."""

from collections.abc import Iterable
from functools import lru_cache

from arlint.arabic.lazy import regex
from arlint.arabic.letters import INVISIBLE, LETTER, MARK, PLACEHOLDER, TATWEEL
from arlint.arabic.page import STRANGE, page
from arlint.records import NamedTuple

BRACKETS = "()[]{}"
_LINE_ENDS = bytes((STRANGE,)) + b"\n\r"
"""What may end a line on a page."""

_FACE = regex(r"(?<!\w)[:;=]['’]?-?(?:\(+|\)+|\]+|\[+)(?!\w)|(?<!\S)[()]-?[:;](?![^\s.،])")
_EYES = frozenset(":;=")
"""Without one of these within three characters of a bracket there is no face."""
_MARKER = regex(
    f"(?<![\\w{MARK}.,/])و?(?:[سج]?(?P<number>\\d{{1,2}})|(?P<letter>[{LETTER}A-Za-z]|[IVXivx]{{2,4}}){TATWEEL}?"
    f"|(?:أول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)[{MARK}]?ا[{MARK}]?)[.–-]?[ \u00a0{INVISIBLE}]*\\Z"
)
_NUMBERED = regex(r"\(\d{1,2}\Z")
_BULLETS = regex(r"[\s–—•*▪◦●·-]*\Z")

_NEAR = 12  # code points before a bracket that hold a list marker


class Bracket(NamedTuple):
    """A bracket at an offset of the document."""

    offset: int
    sign: str

    @property
    def opens(self) -> bool:
        return self.sign in "([{"

    @property
    def kind(self) -> int:
        return BRACKETS.index(self.sign) // 2


def are_simple(data: bytes) -> bool:
    """Whether every bracket of a page has its partner in its line with no other bracket between the two, as nearly always."""
    kept = data.translate(None, _but_brackets()).replace(b"()", b"").replace(b"[]", b"")
    return not kept.translate(None, _LINE_ENDS)


@lru_cache(maxsize=1)
def _but_brackets() -> bytes:
    return bytes({*range(256)} - {*page(BRACKETS), *_LINE_ENDS})


def are_turned(one: Bracket, other: Bracket) -> bool:
    """Whether two brackets in a row are a pair that is typed the wrong way round."""
    return not one.opens and other.opens and one.kind == other.kind


def without_partner(brackets: Iterable[Bracket]) -> list[Bracket]:
    """The brackets that no other one of their kind opens or closes, in order."""
    left: list[Bracket] = []
    waiting: dict[int, list[Bracket]] = {}
    for one in brackets:
        same = waiting.setdefault(one.kind, [])
        if one.opens:
            same.append(one)
        elif same:
            same.pop()
        else:
            left.append(one)
    return sorted((*left, *(one for same in waiting.values() for one in same)))


def but_markers(text: str, start: int, end: int, brackets: list[Bracket]) -> list[Bracket]:
    """The brackets of a paragraph that have no partner and belong to no face and no list marker."""
    # The formats end an address before a bracket that may belong to the sentence: `example.org/a_(b)`.
    left = [one for one in without_partner(brackets) if one.opens or text[max(start, one.offset - 1) : one.offset] != PLACEHOLDER]
    eyed = any(not _EYES.isdisjoint(text[max(0, one.offset - 3) : one.offset + 3]) for one in brackets)
    faces = {offset for face in _FACE.finditer(text, start, end) for offset in range(*face.span())} if eyed else set()
    if faces:
        # `(وهو يبتسم :))`: a bracket of a face may be needed as a partner.
        without = without_partner(one for one in brackets if one.offset not in faces)
        left = min(without, [one for one in left if one.offset not in faces], key=len)
    closing = [
        (one, found) for one in left if one.sign == ")" and (found := _MARKER.search(text[max(start, one.offset - _NEAR) : one.offset]))
    ]
    if not closing:
        return left
    marked = {int(found["number"]) for _, found in closing if found["number"]}
    marked |= {int(found.group()[1:]) for one in brackets if (found := _NUMBERED.search(text[max(start, one.offset - 3) : one.offset]))}
    letters = {found["letter"] for _, found in closing if found["letter"]}
    markers: set[Bracket] = set()
    for one, found in closing:
        first = max(start, one.offset - _NEAR) + found.start()
        if found["number"]:
            sequence = bool({int(found["number"]) - 1, int(found["number"]) + 1} & marked)
        else:
            sequence = not found["letter"] or len(letters) > 1
        if sequence or (first - start <= _NEAR and _BULLETS.match(text, start, first)):
            markers.add(one)
    return [one for one in left if one not in markers]
