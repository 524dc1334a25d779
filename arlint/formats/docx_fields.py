"""Fields of a DOCX (ECMA-376-1, 17.16): a code, such as PAGE, and the result that it had last. They may stand in one another."""

_REPEATING = ("TOC", "INDEX", "TOA", "BIBLIOGRAPHY")
"""Fields whose result says again what stands elsewhere."""


class Field:
    """A field while it is read: its code, and whether its result has begun."""

    def __init__(self, code: str = "", *, result: bool = False) -> None:
        self.code, self.result = code, result

    @property
    def shows_text(self) -> bool:
        """Whether its result is text like any other: only a link's is."""
        return self.result and self.code.split(maxsplit=1)[:1] == ["HYPERLINK"]

    @property
    def is_object(self) -> bool:
        """Whether its result is something in the text that is no prose: a number, a date."""
        return not self.shows_text and not self.code.strip().startswith(_REPEATING)
