"""Which fields of data are prose, and which of them make an article. For JSON, YAML and CSV."""

from collections.abc import Iterator, Sequence

from ..arabic.lazy import regex
from ..arabic.letters import LETTER, PRESENTATION
from ..document import Document, Source, UnreadableError
from ..document.sourcemap import Writer
from ..records import NamedTuple
from . import html, plain
from .field import Field, Fields
from .layer import Layer
from .prose import Prose

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

DEFAULT: Fields = tuple(
    Field(name, "html" if name.endswith(("html", ".rendered")) else "auto") for name in (*_HEADLINE, *_SUMMARY, *_CAPTION, *_BODY)
)
"""The names that content systems use: plain ones, and those of ninjs and of WordPress."""

DEPTH = 200
"""So deep may data be nested."""

_ARABIC = regex(f"[{LETTER}{PRESENTATION}]|\\\\[uUx]|[ØÙ][\u0080-\u00bf\u0152-\u0178\u2018-\u203a]")  # the last is Arabic read as Latin


def may_hold_arabic(source: Source) -> bool:
    """Whether a file of data can hold Arabic, as letters or escape sequences; most files beside articles do not, and may be broken."""
    return _ARABIC.search(source.text) is not None


class Item(NamedTuple):
    """An object that stands in a list, or a whole value: what may be an article. `depth` is how many keys lead to it."""

    number: int
    depth: int


class _Found(NamedTuple):
    """A field that is prose, and the items it stands in, the outermost first."""

    field: Field
    layer: Layer
    items: tuple[int, ...]


class Reader:
    """Collects the fields that are prose, in the order they come, and makes articles of them.

    An article is an item that has a headline of its own, or one that stands in nothing else: a row of a table, a line of JSON Lines, an
    object of a list. All that is said below it belongs to it.
    """

    def __init__(self, source: Source, fields: Fields, format_name: str) -> None:
        self._source = source
        self._format = format_name
        self._fields = {one.name: one._replace(role=one.role or _role(one.name)) for one in fields or DEFAULT}
        self._longest = max(name.count(".") + 1 for name in self._fields)
        self._found: list[_Found] = []
        self._articles: set[int] = set()

    def wanted(self, path: Sequence[str]) -> Field | None:
        """The field at this path (the keys down to it), if it is prose."""
        for length in range(min(self._longest, len(path)), 0, -1):
            field = self._fields.get(".".join(path[-length:]))
            if field is not None:
                return field
        return None

    def add(self, field: Field, layer: Layer, depth: int = 1, items: Sequence[Item] = ()) -> None:
        """Add a field that is wanted, to which `depth` keys lead and which stands in these items."""
        if not layer.text.strip():
            return
        above = max(0, depth - field.name.count(".") - 1)  # how many keys lead to what the name of the field begins in
        numbers = tuple(item.number for item in items if item.depth <= above)
        if numbers:
            self._articles |= {item.number for item in items if item.depth == 0}
            if field.role == "headline":
                self._articles.add(numbers[-1])
        self._found.append(_Found(field, layer, numbers))

    def documents(self, *, part: bool = False) -> Iterator[Document]:
        """The articles, in the order they begin; a file without one gives an empty document. `part` says that the file holds more."""
        articles: dict[int, list[_Found]] = {}
        for one in self._found:
            article = next((number for number in reversed(one.items) if number in self._articles), -1)
            articles.setdefault(article, []).append(one)
        for found in articles.values():
            prose = Prose(self._source)
            for field, layer, _ in found:
                _read(prose, field, layer)
            yield prose.document(self._format, part=part or len(articles) > 1)
        if not articles:
            yield Prose(self._source).document(self._format)


def _role(name: str) -> str:
    return _ROLES.get(name) or _ROLES.get(name.rpartition(".")[2], "paragraph")


def _read(prose: Prose, field: Field, layer: Layer) -> None:
    with prose.within(layer):
        if field.kind == "html" or (field.kind == "auto" and html.looks_like_html(layer.text)):
            html.read(prose, role=field.role)
        elif field.kind == "markdown":
            from . import markdown

            markdown.read(prose)
        else:
            plain.read(prose, role=field.role)


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
