"""Texts of attributes that a reader of a page sees, such as what stands for a picture, and its title and description."""

import html

from ..arabic.lazy import regex
from ..document.sourcemap import Writer
from .tags import META, READ_ATTRIBUTES

Attributes = dict[str, tuple[int, int, Writer]]
"""By name, where the value of each attribute stands (half-open, in code points), and how text is written there."""

_UNSEEN = regex(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


class Values:
    """The values that are read of a page, in order: their spans, the role of each and how text is written there."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._titles: list[str] = []
        self.kept: list[tuple[int, int, str, Writer]] = []

    def keep_title(self, start: int, end: int) -> None:
        """The title of the page stands there: what repeats it is not read."""
        self._titles.append(self._seen(start, end))

    def keep(self, attributes: Attributes) -> None:
        """The attributes of an element in the text."""
        for name in READ_ATTRIBUTES:
            if name in attributes:
                start, end, writer = attributes[name]
                self.kept.append((start, end, "caption", writer))

    def keep_meta(self, attributes: Attributes) -> None:
        """Title and description, for readers of search results and social media; what repeats one of them to the letter is left out."""
        named = attributes.get("name") or attributes.get("property")
        content = attributes.get("content")
        role = META.get(self._text[named[0] : named[1]].strip().lower()) if named else None
        if role and content:
            start, end, writer = content
            value = self._seen(start, end)
            if not any(value in title for title in self._titles):
                self._titles.append(value)
                self.kept.append((start, end, role, writer))

    def _seen(self, start: int, end: int) -> str:
        return _UNSEEN.sub(" ", html.unescape(self._text[start:end])).strip()
