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
        start, end = max(text.rfind(" ", last, at), text.rfind("\n", last, at), last - 1) + 1, text.find(" ", at)
        token = text[start : len(text) if end < 0 else end]
        if token.split(None, 1) != [token]:  # another blank than these two stands in it, before the character or behind
            before = text[start:at].rsplit(None, 1)
            start = at if not before or text[at - 1].isspace() else at - len(before[-1])
            rest = _REST.match(text, at)
            token = text[start : rest.end() if rest else at + 1]
        yield Piece(token, start)
        last = start + len(token)
        at = text.find(character, last)


def _start(token: Piece) -> int:
    return token.start
