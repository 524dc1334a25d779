"""What the styles of an ODT say: the role of a paragraph, and how a stretch of text looks."""

from collections.abc import Hashable, Mapping

from ..records import NamedTuple
from .docx_styles import role_of
from .layer import Piece

_NO_LOOK = ("rsid", "language", "country", "script")
"""Properties that do not show: when a stretch was typed, and its language."""


class _Style(NamedTuple):
    name: str
    parent: str
    properties: tuple[tuple[str, str], ...] = ()


class Styles:
    """Reads `styles.xml`, or the styles at the head of `content.xml` (see `arlint.formats.xml.Reader`)."""

    def __init__(self) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        self._open = "", ""

    def role(self, style: str) -> str:
        """The role of a paragraph in this style, or one of those it is made from; "" for that of one like any other."""
        for _ in range(20):
            known = self._styles.get(("paragraph", style))
            role = role_of(known.name if known else style.replace("_20_", " "))
            if role or known is None:
                return role
            style = known.parent
        return ""

    def look(self, style: str) -> Hashable:
        """What tells a stretch of text in this style from others; None where it looks as the text around it."""
        known = self._styles.get(("text", style))
        if known is None:
            return style or None
        return (known.parent, known.properties) if known.parent or known.properties else None

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        """Note what is said of a style."""
        space, _, local = name.rpartition(" ")
        if local == "style":
            own = attributes.get(f"{space} name", "")
            self._open = attributes.get(f"{space} family", ""), own
            shown = attributes.get(f"{space} display-name", own.replace("_20_", " "))
            self._styles[self._open] = _Style(shown, attributes.get(f"{space} parent-style-name", ""))
        elif local == "text-properties" and self._open in self._styles:
            shown_as = sorted((name, value) for name, value in attributes.items() if not name.rpartition(" ")[2].startswith(_NO_LOOK))
            self._styles[self._open] = self._styles[self._open]._replace(properties=tuple(shown_as))

    def end(self, name: str, at: int) -> None:
        """A style ends."""
        if name.endswith(" style"):
            self._open = "", ""

    def text(self, said: str, piece: Piece) -> None:
        """Styles hold no text."""
