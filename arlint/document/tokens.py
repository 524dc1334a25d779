"""Written tokens that hold a character: what stands between blanks, for rules that speak of rare characters."""

from collections.abc import Iterator

from ..arabic.lazy import regex
from .pieces import Piece

_REST = regex(r"\S+")


def tokens_with(text: str, characters: str) -> list[Piece]:
    """The tokens with one of these characters, none of them a blank, in order.

    A token depends on nothing around it, so what is once thought of one holds wherever it stands.
    """
    if len(characters) == 1:
        return list(_tokens_with(text, characters))
    return sorted({token for character in characters if character in text for token in _tokens_with(text, character)}, key=_start)


def _tokens_with(text: str, character: str) -> Iterator[Piece]:
    last, at = 0, text.find(character)
    while at >= 0:
        before = text[last:at].rsplit(None, 1)
        start = at if not before or text[at - 1].isspace() else at - len(before[-1])
        rest = _REST.match(text, at)
        last = rest.end() if rest else at + 1
        yield Piece(text[start:last], start)
        at = text.find(character, last)


def _start(token: Piece) -> int:
    return token.start
