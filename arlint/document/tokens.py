"""Written tokens that hold a character: what stands between blanks, for rules that speak of rare characters."""

from ..arabic.lazy import regex
from ..arabic.page import STRANGE, page
from .pieces import Piece

_TOKEN = regex(r"\S+")


def tokens_with(text: str, spaced: bytes, characters: str) -> list[Piece]:
    """The tokens with one of these characters, none of them a blank, in order. The text is also given `spaced`.

    A token depends on nothing around it, so what is once thought of one holds wherever it stands.
    """
    if len(characters) == 1:
        return _tokens_with(text, spaced, characters)
    found = {token for character in characters if character in text for token in _tokens_with(text, spaced, character)}
    return sorted(found, key=_start)


def _tokens_with(text: str, spaced: bytes, character: str) -> list[Piece]:
    held = pieces_with(text, spaced, page(character))
    if STRANGE not in spaced:
        return held
    return [  # a blank that a page has no place for may stand in it
        Piece(match.group(), piece.start + match.start())
        for piece in held
        for match in _TOKEN.finditer(piece.text)
        if character in match.group()
    ]


def pieces_with(text: str, spaced: bytes, sought: bytes) -> list[Piece]:
    """What stands between blanks of a text, also given `spaced`, and holds a byte there, in order."""
    found: list[Piece] = []
    at = spaced.find(sought)
    while at >= 0:
        start, end = spaced.rfind(b" ", 0, at) + 1, spaced.find(b" ", at)
        if end < 0:
            end = len(text)
        found.append(Piece(text[start:end], start))
        at = spaced.find(sought, end)
    return found


def _start(token: Piece) -> int:
    return token.start
