"""Articles in XML: which elements are prose, what is written in them, and which elements hold an article. A vocabulary a file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import ClassVar, Literal

from ..arabic.lazy import regex
from ..document import Document, Source, SourceMap, UnreadableError
from ..document.sourcemap import Writer
from ..records import NamedTuple
from . import html, plain
from .html_writing import write_text
from .language import is_foreign
from .layer import Layer, Piece, layer
from .prose import Prose
from .tags import HTML, POSTS, XHTML, Dialect
from .xml import NotWellFormedError, read, tag_end
from .xml_source import Root, not_xml, root_of

_LANG = "http://www.w3.org/XML/1998/namespace lang"
_REFERENCE = regex("&(?:#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z]{2,10});")

Kind = Literal["markup", "auto", "html", "post", "lines", "value"]
"""What is written in an element: text and elements; the same, or HTML written as text; HTML written as text; a post of WordPress; lines of
text; a value that is no prose, for `Vocabulary.arranged`."""


class Field(NamedTuple):
    """An element that is wanted: its role, and what is written in it."""

    role: str
    kind: Kind = "markup"


class Passage(NamedTuple):
    """An element that was wanted: its name, what it is, where its content stands, its text, and the names of the elements in it."""

    name: str
    field: Field
    start: int
    end: int
    layer: Layer
    elements: frozenset[str] = frozenset()


class Vocabulary:
    """What one vocabulary means. `articles` are the elements that hold an article; what stands in none belongs to the file itself."""

    name: ClassVar[str]
    articles: ClassVar[frozenset[str]] = frozenset()
    dialect: ClassVar[Dialect] = XHTML

    @staticmethod
    def knows(root: Root) -> bool:
        """Whether a document with this root is of the vocabulary."""
        raise NotImplementedError

    def field(self, path: Sequence[str], space: str, attributes: Mapping[str, str]) -> Field | None:
        """What an element is, by the local names of the elements down to it, its namespace and its attributes; None for no prose."""
        raise NotImplementedError

    def arranged(self, passages: Sequence[Passage]) -> Iterable[Passage]:
        """The passages of an article that are read, in order."""
        return passages

    @classmethod
    def holds(cls, source: Source) -> bool:
        """Whether a source is of this vocabulary."""
        root = root_of(source)
        return root is not None and cls.knows(root)

    @classmethod
    def parse(cls, source: Source) -> Iterator[Document]:
        """The articles of a file. Raises UnreadableError where it is of another vocabulary, no XML, or hostile."""
        if not cls.holds(source):
            raise UnreadableError(
                f"الملف ليس من صيغة {cls.name}؛ صحّح لاحقته أو صيغته في formats في .arlint.yml.",
                f"The file is no {cls.name}; correct its suffix, or its format under `formats` in .arlint.yml.",
            )
        reader = _Reader(source.text, cls(), source)
        try:
            read(source.text, reader)
        except NotWellFormedError as error:
            raise not_xml(source, error.at) from None
        return reader.documents()


class _Reader:
    """Collects what is wanted, article by article (see `arlint.formats.xml.Reader`)."""

    def __init__(self, text: str, vocabulary: Vocabulary, source: Source) -> None:
        self._text, self._vocabulary, self._source = text, vocabulary, source
        self._path: list[str] = []
        self._foreign = [False]
        self._articles: list[list[Passage]] = [[]]
        self._open = [0]  # the articles that have begun and not ended
        self._wanted: tuple[Field, int, int] | None = None  # what it is, where its content begins, and how deep it lies
        self._pieces: list[Piece] = []
        self._elements: set[str] = set()
        encoding = source.encoding
        self._encoders: tuple[Writer, ...] = () if encoding.startswith("utf") else (partial(_encoded, encoding),)

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        """An element begins."""
        space, _, local = name.rpartition(" ")
        self._path.append(local)
        language = attributes.get(_LANG)
        whole = len(self._path) == 1 or local in self._vocabulary.articles
        self._foreign.append(self._foreign[-1] if language is None else is_foreign(language, whole=whole))
        if self._wanted:
            self._elements.add(local)
            return
        if local in self._vocabulary.articles:
            self._open.append(len(self._articles))
            self._articles.append([])
        field = self._vocabulary.field(self._path, space, attributes)
        if field and not self._foreign[-1]:
            self._wanted = field, tag_end(self._text, at), len(self._path)
            self._pieces, self._elements = [], set()

    def end(self, name: str, at: int) -> None:
        """An element ends."""
        if self._wanted and self._wanted[2] == len(self._path):
            field, start, _ = self._wanted
            self._wanted = None
            if self._elements and field.kind != "value":
                field = field._replace(kind="markup")
            said = _layer(self._text, self._pieces, self._encoders)
            if start < at and (self._elements or said.text.strip()):
                self._articles[self._open[-1]].append(Passage(self._path[-1], field, start, at, said, frozenset(self._elements)))
        local = self._path.pop()
        self._foreign.pop()
        if local in self._vocabulary.articles:
            self._open.pop()

    def text(self, said: str, piece: Piece) -> None:
        """Text of an element that is wanted."""
        if self._wanted:
            self._pieces.append(piece)

    def documents(self) -> Iterator[Document]:
        """The articles, in the order they begin; a file without one gives an empty document."""
        arranged = [list(self._vocabulary.arranged(passages)) for passages in self._articles]
        articles = [passages for passages in arranged if passages]
        for passages in articles or [[]]:
            prose = Prose(self._source)
            for passage in passages:
                self._read(prose, passage)
            yield prose.document(self._vocabulary.name, part=len(articles) > 1)

    def _read(self, prose: Prose, passage: Passage) -> None:
        role, kind = passage.field
        if kind == "auto":
            kind = "html" if html.looks_like_html(passage.layer.text) or _REFERENCE.search(passage.layer.text) else "markup"
        if kind == "markup":
            start, end = passage.start, passage.end
            with prose.within(Layer(self._text[start:end], SourceMap.identity(end - start, start, self._encoders))):
                html.read(prose, role=role, dialect=self._vocabulary.dialect)
            return
        with prose.within(passage.layer):
            if kind == "lines":
                plain.read(prose, role=role)
            else:
                html.read(prose, role=role, dialect=POSTS if kind == "post" else HTML)


def _layer(text: str, pieces: Iterable[Piece], encoders: tuple[Writer, ...]) -> Layer:
    said = layer(text, pieces, write_text)
    if not encoders:
        return said
    return Layer(said.text, SourceMap(tuple(run._replace(writers=(*run.writers, *encoders)) for run in said.sourcemap.runs)))


def _encoded(encoding: str, text: str) -> str:
    """A text with references for what this encoding cannot say."""
    return text.encode(encoding, "xmlcharrefreplace").decode(encoding)
