"""What the styles of a DOCX say of the role of a paragraph. Built-in styles keep their English names in every language."""

from collections.abc import Mapping

from ..arabic.lazy import regex
from ..records import NamedTuple
from .layer import Piece

NOT_PROSE = "not prose"
"""The role of what repeats the document: tables of contents."""

OUTLINE = frozenset("012345678")
"""The outline levels of headings; 9 is that of text."""
_ROLES = (
    (regex(r"title$"), "headline"),
    (regex(r"subtitle$"), "summary"),
    (regex(r"heading 1$"), "first-heading"),
    (regex(r"heading( \d)?$"), "heading"),
    (regex(r"(intense )?quote$|quotations$|block text$"), "quotation"),
    (regex(r"caption$"), "caption"),
    (regex(r"list (bullet|number)|list \d|numbering \d"), "list-item"),
    (regex(r"toc( ?heading|\b)|table of figures$|(index|contents) (\d|heading)"), NOT_PROSE),
)


def role_of(name: str) -> str:
    """The role that the name of a style tells; "" for that of a paragraph like any other."""
    name = name.lower()
    return next((role for pattern, role in _ROLES if pattern.match(name)), "")


class _Style(NamedTuple):
    name: str
    based_on: str = ""
    role: str = ""


class Styles:
    """Reads `word/styles.xml` (see `arlint.formats.xml.Reader`), and knows the role of each style."""

    def __init__(self) -> None:
        self._styles: dict[str, _Style] = {}
        self._open = ""

    def role(self, style: str) -> str:
        """The role of a paragraph in this style, or one of those it is based on."""
        for _ in range(20):
            known = self._styles.get(style)
            if known is None:
                return role_of(style)
            role = role_of(known.name) or known.role
            if role:
                return role
            style = known.based_on
        return ""

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        """Note what is said of a style."""
        space, _, local = name.rpartition(" ")
        value = attributes.get(f"{space} val", "")
        known = self._styles.get(self._open)
        if local == "style":
            self._open = attributes.get(f"{space} styleId", "")
            self._styles[self._open] = _Style(self._open)
        elif known is None:
            return
        elif local == "name":
            self._styles[self._open] = known._replace(name=value)
        elif local == "basedOn":
            self._styles[self._open] = known._replace(based_on=value)
        elif local == "outlineLvl" and value in OUTLINE:
            self._styles[self._open] = known._replace(role="heading")

    def end(self, name: str, at: int) -> None:
        """A style ends."""
        if name.endswith(" style"):
            self._open = ""

    def text(self, said: str, piece: Piece) -> None:
        """Styles hold no text."""
