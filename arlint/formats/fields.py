"""Which fields of data are prose, and what is written in them. For JSON, YAML and CSV."""

from collections.abc import Mapping

from ..arabic.lazy import regex
from ..arabic.letters import LETTER
from ..document import Source, UnreadableError
from ..document.sourcemap import Writer
from . import html, plain
from .layer import Layer
from .prose import Prose

Fields = Mapping[str, str]
"""The kind of text in each field: `text`, `html`, `markdown`, or `auto` for HTML where tags are seen, else text.

A name is a key, or a key with the keys around it: `title`, `body.value`. Lists have no name of their own.
"""

_HEADLINE = ("title", "headline", "headlines.value", "title.rendered", "عنوان", "العنوان")
_SUMMARY = (
    "summary", "description", "excerpt", "subtitle", "lead", "excerpt.rendered", "descriptions.value", "description_text",
    "description_html", "ملخص", "الملخص",
)  # fmt: skip
_CAPTION = ("caption", "alt", "captions.value")
_BODY = (
    "body", "content", "text", "paragraphs", "content.rendered", "bodies.value", "body_text", "body_html", "body_xhtml", "نص", "النص",
    "المحتوى",
)  # fmt: skip
_ROLES = {
    **dict.fromkeys(_HEADLINE, "headline"),
    **dict.fromkeys(_SUMMARY, "summary"),
    **dict.fromkeys(_CAPTION, "caption"),
    **dict.fromkeys(("quotation", "quote"), "quotation"),
    "byline": "byline",
}

DEFAULT: Fields = {
    name: "html" if name.endswith(("html", ".rendered")) else "auto" for name in (*_HEADLINE, *_SUMMARY, *_CAPTION, *_BODY)
}
"""The names that content systems use: plain ones, and those of ninjs and of WordPress."""

DEPTH = 200
"""So deep may data be nested."""

_ARABIC = regex(f"[{LETTER}]|\\\\[uUx]")


def may_hold_arabic(source: Source) -> bool:
    """Whether a file of data can hold Arabic, as letters or escape sequences; most files beside articles do not, and may be broken."""
    return _ARABIC.search(source.text) is not None


class Reader:
    """Adds the fields that are prose, in the order they come."""

    def __init__(self, prose: Prose, fields: Fields) -> None:
        self._prose = prose
        self._fields = fields
        self._longest = max((name.count(".") + 1 for name in fields), default=1)

    def wanted(self, path: list[str]) -> str | None:
        """The name under which the field at this path (the keys down to it) is prose; None where it is none."""
        for length in range(min(self._longest, len(path)), 0, -1):
            name = ".".join(path[-length:])
            if name in self._fields:
                return name
        return None

    def add(self, name: str, layer: Layer) -> None:
        """Add a field that is wanted under this name."""
        if not layer.text.strip():
            return
        kind = self._fields[name]
        role = _ROLES.get(name) or _ROLES.get(name.rpartition(".")[2], "paragraph")
        with self._prose.within(layer):
            if kind == "html" or (kind == "auto" and html.looks_like_html(layer.text)):
                html.read(self._prose, role=role)
            elif kind == "markdown":
                from . import markdown

                markdown.read(self._prose)
            else:
                plain.read(self._prose, role=role)


def not_empty(writer: Writer) -> Writer:
    """A writer for a character at the edge: it may be replaced, but not deleted, since what stands beside it must not take its place."""

    def write(text: str) -> str | None:
        return writer(text) if text and text[0].isalnum() and not text[-1].isspace() else None

    return write


def too_deep() -> UnreadableError:
    """The error of data nested deeper than any article is."""
    return UnreadableError(
        f"البيانات متداخلة أكثر من {DEPTH} مستوى، وليس هذا شأن المقالات؛ استثن الملف أو صحّحه.",
        f"The data is nested more than {DEPTH} levels deep, as no article is; exclude the file or correct it.",
    )
