"""Quotation marks: which characters are marks, and what is known of one in a paragraph.

Arabic news writes the undirected `"` most of the time, and content systems turn curly marks and guillemets the wrong way round in
right-to-left text (`و”هل`, `لـ»داعش»`).
"""

from ..records import NamedTuple

FAMILIES = {
    '"': "straight", "“": "curly", "”": "curly", "„": "curly", "‟": "curly",
    "«": "guillemet", "»": "guillemet", "‹": "single", "›": "single",
}  # fmt: skip
"""The family of every mark. Marks pair within their family; only what is then left alone may pair with a mark of another."""

STYLES = {"straight": '""', "curly": "“”", "guillemet": "«»", "single": "‹›"}
"""The opening and the closing mark of each family."""

_COMMAS = ",,"
MAKESHIFT = ("″", "ʺ", "〝", "〞", "＂", "''", "``", "‘‘", "’’", _COMMAS)
"""What stands for a quotation mark without being one (`2021″`). It is taken to close what the mark before it has opened, and counts only
where it finds a partner. Two commas count only where they may open (`,,نعم"`).
"""

GLYPHS = (*FAMILIES, *MAKESHIFT)

MARKS = frozenset("".join(GLYPHS)) - frozenset(_COMMAS)
"""The characters of all marks: a text without any of them holds no quotation, since commas need a partner that is none."""

OPENING, CLOSING = "«‹", "»›"
DIRECTED = frozenset(OPENING + CLOSING)


class Mark(NamedTuple):
    """A quotation mark at an offset of its paragraph. `lean` is `O` (opens), `C` (closes) or `A` (either), by its neighbours.

    `length` counts code points: those of the glyph, or of a doubled mark from the first to the second. An `inch` mark stands after a
    digit and may be no quotation mark at all.
    """

    offset: int
    glyph: str
    lean: str
    inch: bool
    length: int
    family: str

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.offset + self.length
