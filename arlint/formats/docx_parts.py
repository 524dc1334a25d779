"""The small parts of a DOCX, as expat tells them: its comments and its relations."""

from collections.abc import Mapping

from .layer import Piece


class Comments:
    """Reads the part with the comments: their texts by number."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self._number = ""
        self._text = ""
        self._reads = False

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        """A comment begins, or a stretch of its text."""
        space, _, local = name.rpartition(" ")
        if local == "comment":
            self._number, self._text = attributes.get(f"{space} id", ""), ""
        self._reads = local == "t"

    def end(self, name: str, at: int) -> None:
        """A comment ends, or a stretch of its text."""
        self._reads = False
        if name.endswith(" comment"):
            self.texts[self._number] = " ".join(self._text.replace("-->", "").split())

    def text(self, said: str, piece: Piece) -> None:
        """A stretch of its text."""
        self._text += said if self._reads else ""


class Relations:
    """Reads a `.rels` part: the kind and the target of each relation within the package."""

    def __init__(self) -> None:
        self.targets: list[tuple[str, str]] = []

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        """A relation, perhaps."""
        if name.endswith(" Relationship") and attributes.get("TargetMode") != "External":
            self.targets.append((attributes.get("Type", "").rpartition("/")[2], attributes.get("Target", "")))

    def end(self, name: str, at: int) -> None:
        """Nothing follows."""

    def text(self, said: str, piece: Piece) -> None:
        """Relations hold no text."""
