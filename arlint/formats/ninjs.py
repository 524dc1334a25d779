"""ninjs, the news in JSON, of all versions: headline, byline, dateline, text and captions are known as such."""

from collections.abc import Iterator, Sequence

from ..arabic.lazy import regex
from ..document import Document, Source
from ..records import NamedTuple
from . import html, plain
from .field import Field
from .fields import Item, Reader
from .json import walk
from .language import is_foreign
from .layer import Layer
from .news import NITF
from .prose import Prose

_URI = regex(r'"uri"\s*:')
_SIGNS = regex(
    r'"(?:version[cC]reated|pub[sS]tatus|body_(?:text|x?html))"\s*:|"(?:headlines|bodies|descriptions)"\s*:\s*\[\s*\{[^{}]{0,300}"value"'
    r"|/ninjs[/_-]"
)
_SINGLE = regex(r"(headline|description|body|byline|by|located|dateline|title|type|language)(_\w+)?\Z")
_MANY = {"headlines": "headline", "bodies": "body", "descriptions": "description"}
_ORDER = ("headline", "summary", "byline", "dateline", "paragraph", "caption")
_ROLES = {"title": "headline", "description": "summary", "by": "byline", "located": "dateline", "body": "paragraph"}
_CREDITS = ("credit", "writer", "byline", "copyright")
_SEEN = ("picture", "photo", "graphic", "video", "audio", "image")
_NO_WORD = regex(r"<[^<>]*>|&\w+;|[\W_]+")
_ALIKE = 0.8
"""A text that shares so many of its words with another is a version of it."""


def holds(source: Source) -> bool:
    """Whether a JSON file is ninjs: it has a `uri`, and a member that only ninjs has."""
    return _URI.search(source.text) is not None and _SIGNS.search(source.text) is not None


def parse(source: Source) -> Iterator[Document]:
    """The articles of a file: one, or one for each object of a list. Raises UnreadableError where the text is no JSON."""
    reader = _Ninjs(source)
    walk(source, reader)
    return reader.documents()


class _Said(NamedTuple):
    """A string: the article and the object it belongs to, what it is there (`body`), and what more is said of it (`_xhtml`, `.value`)."""

    article: int
    owner: str
    base: str
    more: str
    number: int
    layer: Layer


class _Text(NamedTuple):
    """A text: what it is, the hints to what is written in it and what for, and itself."""

    base: str
    hints: str
    layer: Layer

    @property
    def kind(self) -> str:
        """`html`, `nitf` or `text`, in the order in which one of several versions is read."""
        if "html" in self.hints or (not self.hints and html.looks_like_html(self.layer.text)):
            return "html"
        return "nitf" if "nitf" in self.hints or "xml" in self.hints else "text"

    @property
    def words(self) -> frozenset[str]:
        """The words that it says, whatever the markup."""
        return frozenset(_NO_WORD.sub(" ", self.layer.text).split())


class _Ninjs(Reader):
    """Collects the strings that matter; which are read is known at the end of their object."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, (), "ninjs")
        self._said: list[_Said] = []

    def wanted(self, path: Sequence[str]) -> Field | None:
        """Members of the object itself, or of what is associated with it; the name says which, by blanks: owner, base, more."""
        owner = "-"
        if path[:1] == ["associations"]:
            named = len(path) > 2 and path[1] not in _MANY and not _SINGLE.match(path[1])  # before 2.0 the associations had names
            owner, path = ("@" + "".join(path[1].split()) if named else "@"), path[1 + named :]
        if len(path) == 1 and (found := _SINGLE.match(path[0])):
            return Field(f"{owner} {found.group(1)} {found.group(2) or '_'}")
        if len(path) == 2 and path[0] in _MANY and path[1].lower() in ("value", "role", "contenttype"):
            return Field(f"{owner} {_MANY[path[0]]} .{path[1].lower()}")
        return None

    def add(self, field: Field, layer: Layer, depth: int = 1, items: Sequence[Item] = ()) -> None:
        """Note a string."""
        owner, base, more = field.name.split(" ")
        numbers = [item.number for item in items]
        article = numbers.pop(0) if items and items[0].depth == 0 else -1
        number = numbers.pop() if more.startswith(".") and numbers else -1
        self._said.append(_Said(article, f"{owner}{numbers}" if owner != "-" else "", base, more, number, layer))

    def documents(self, *, part: bool = False) -> Iterator[Document]:
        """The articles, in the order they begin; a file without one gives an empty document."""
        articles = list(dict.fromkeys(one.article for one in self._said)) or [-1]
        for article in articles:
            own = [one for one in self._said if one.article == article]
            prose = Prose(self._source)
            for owner in sorted({one.owner for one in own}):
                for role, text in _read_of([one for one in own if one.owner == owner], main=not owner):
                    _read(prose, role, text)
            yield prose.document("ninjs", part=part or len(articles) > 1)


def _read_of(said: Sequence[_Said], *, main: bool) -> list[tuple[str, _Text]]:
    """The texts of one object that are read, with their roles."""
    values = {one.base: one.layer.text for one in said if one.base in ("type", "language")}
    if is_foreign(values.get("language", ""), whole=True):
        return []
    texts = list(_texts(said))
    headlines = [one for one in texts if one.base == "headline"]
    best = min((_KINDS.index(one.kind) for one in texts if one.base == "body"), default=0)
    chosen: list[tuple[str, _Text]] = []
    known: list[tuple[str, frozenset[str]]] = []
    for text in sorted(texts, key=lambda one: _KINDS.index(one.kind)):
        words = text.words
        is_version = (text.base == "body" and _KINDS.index(text.kind) > best) or any(
            base == text.base and len(words & other) >= _ALIKE * min(len(words), len(other)) for base, other in known
        )
        if is_version or (text.base == "title" and (headlines or not main)) or any(credit in text.hints for credit in _CREDITS):
            continue
        known.append((text.base, words))
        role = _ROLES.get(text.base, text.base)
        if role in ("headline", "summary") and not main:
            role = "caption"
        if role == "summary" and ("caption" in text.hints or values.get("type", "") in _SEEN):
            role = "caption"
        chosen.append((role, text))
    return sorted(chosen, key=lambda one: _ORDER.index(one[0]))


_KINDS = ("html", "nitf", "text")


def _texts(said: Sequence[_Said]) -> Iterator[_Text]:
    hints: dict[int, str] = {}
    for one in said:
        if one.more in (".role", ".contenttype"):
            hints[one.number] = f"{hints.get(one.number, '')} {one.layer.text.lower()}"
    for one in said:
        if one.base in ("type", "language") or one.more in (".role", ".contenttype"):
            continue
        yield _Text(one.base, hints.get(one.number, "") if one.more == ".value" else one.more.strip("_").lower(), one.layer)


def _read(prose: Prose, role: str, text: _Text) -> None:
    with prose.within(text.layer):
        if text.kind == "html":
            html.read(prose, role=role)
        elif text.kind == "nitf":
            html.read(prose, role=role, dialect=NITF)
        else:
            plain.read(prose, role=role)
