"""Scopes: which parts of a document a rule looks at, as Vale names them, and those that a news desk knows.

A selector is one or more names joined with `&`, each of them possibly negated with `~`; a scope is a list of selectors, of which one
must fit. Parts of a name joined with a dot must all fit (`heading.h2`, `table.header`); `class.NAME` is what markup gives that class.
`doc(SELECTOR)` is what a selector of CSS means: alone each such element as one text, beside other names what stands inside one.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..arabic.lazy import regex
from ..document import Document, Paragraph, Piece
from . import classes, inline
from .masks import shown
from .matter import fields_of, in_matter

BLOCKS = (
    "text", "heading", "h1", "h2", "h3", "h4", "h5", "h6", "headline", "lede", "body", "paragraph", "list", "blockquote", "table", "header",
    "cell", "caption", "figure", "byline", "title", "frontmatter", "txt", "md", "html", "adoc", "rst", "org", "xml", "dita",
)  # fmt: skip
SIZED = ("sentence", "summary", "document", "quotation", "quote", "dateline")
SOURCE = ("raw", "attr", *inline.NAMES)
NAMES = (*BLOCKS, *SIZED, *SOURCE, "comment", "line", "block", "meta")
"""All names there are. Comments of programs and metadata are no prose here: they select nothing."""

_BODY = ("paragraph", "list-item", "quotation", "table-cell", "boilerplate")
_LEVEL = regex(r"<h([1-6])\b[^<>]*>(?:(?!</h)[^\n])*\Z", 2)
_HASHES = regex(r"[ >]*(#{1,6}|={1,6})[ \t]")
_WIPED = regex(r"[^\n]")
_JOINED = regex(r"((?:\"[^\"]*\"|'[^']*'|\((?:[^()\"']|\"[^\"]*\"|'[^']*'|\((?:[^()\"']|\"[^\"]*\"|'[^']*'|\([^()]*\))*\))*\)|[^&])+)&?")
"""A name, whatever stands in its brackets, up to the sign that joins it with the next."""

Selector = tuple[tuple[str, bool], ...]
"""Names, and whether each is negated."""


ALL: "tuple[Selector, ...]" = ((("text", False),),)
"""The scope of a rule that names none."""


def selectors(scope: "str | Sequence[str]") -> tuple[Selector, ...]:
    """The selectors of a scope."""
    listed = (scope,) if isinstance(scope, str) else scope
    return tuple(
        tuple((name.strip().lstrip("~").strip(), name.strip().startswith("~")) for name in _JOINED.findall(one))
        for one in listed or ("text",)
    )


def unknown(selector: str) -> Iterator[str]:
    """The names in a selector that do not exist."""
    for name, _ in (part for one in selectors(selector) for part in one):
        known, _, _ = name.partition("frontmatter.")  # behind it stands the name of a field
        parts = (part for part in _parts(known.rstrip(".")) if part and part not in NAMES)
        yield from (part for part in parts if not _is_class(part) and not _is_selector(part))


def _parts(name: str) -> Sequence[str]:
    return (name,) if _is_class(name) or _of_element(name) else name.split(".")


def _of_element(name: str) -> str:
    """The selector of an element that a name holds; empty where it holds none."""
    return name[len("doc(") : -1].strip() if name.startswith("doc(") and name.endswith(")") else ""


def _is_selector(name: str) -> bool:
    if not _of_element(name):
        return False
    from . import css

    try:
        return bool(css.compiled(_of_element(name)))
    except (ValueError, RecursionError):
        return False


def _spans(document: Document, selector: str) -> Sequence[tuple[int, int]]:
    """Where the elements stand that a selector means. What reads selectors is imported where a rule has one."""
    from .elements import spans

    return spans(document, selector)


def of_elements(scope: tuple[Selector, ...]) -> bool:
    """Whether a scope is of whole elements, so that one which is not there can be missed."""
    return any(_elements(one) for one in scope)


def _elements(selector: Selector) -> list[str]:
    """The selectors of the elements that are the texts to look at: where no other name says what they are."""
    positive = [name for name, negated in selector if not negated]
    return [_of_element(name) for name in positive] if positive and all(map(_of_element, positive)) else []


def _hidden(selector: Selector) -> tuple[str, ...]:
    """The names of inline markup and of classes that a selector negates."""
    return tuple(name for name, negated in selector if negated and (name in inline.NAMES or _is_class(name)))


def _is_class(name: str) -> bool:
    return name.startswith("class.") and len(name) > len("class.")


def reads_source(scope: "str | Sequence[str]") -> bool:
    """Whether a scope speaks of the source, not of the prose."""
    return any(part in SOURCE for one in selectors(scope) for name, negated in one if not negated for part in _parts(name))


@lru_cache(maxsize=256)
def units(document: Document, scope: tuple[Selector, ...]) -> tuple[Piece, ...]:
    """The texts to look at, each with its offset in the document, in order, none twice."""
    found = dict.fromkeys(piece for one in scope for piece in _selected(document, one))
    return tuple(sorted(found, key=lambda piece: piece.start)) if len(scope) > 1 else tuple(found)


def _selected(document: Document, selector: Selector) -> Iterator[Piece]:
    positive = [name for name, negated in selector if not negated]
    if document.prose is not document:
        yield from _of_source(document, selector, positive)
    elif "summary" in positive or "document" in positive:
        yield from _merged(document, selector, "summary" in positive)
    elif wanted := _elements(selector):
        first, *others = (_spans(document, one) for one in wanted)
        pieces = (Piece(document.text[start:end], start) for start, end in first if all((start, end) in one for one in others))
        yield from _kept(document, selector, pieces)
    else:
        pieces = (
            piece
            for paragraph in document.paragraphs
            if _fits(document, paragraph, selector)
            for piece in _sized(document, paragraph, positive)
        )
        yield from _kept(document, selector, pieces)


def _kept(document: Document, selector: Selector, pieces: Iterator[Piece]) -> Iterator[Piece]:
    """What a selector leaves of these pieces: of quotations, and without inline markup and classes that it negates."""
    found = _quoted(document, selector, pieces)
    wanted = dict(selector).get("quote")
    if wanted is not None:
        from .speech import spoken

        found = spoken(document, found, without=wanted)
    yield from shown(document, _hidden(selector), found)


def _sized(document: Document, paragraph: Paragraph, positive: Sequence[str]) -> Iterator[Piece]:
    if "dateline" in positive:
        if paragraph.kind == "dateline":
            yield Piece(paragraph.text, paragraph.start)
        elif paragraph.dateline:
            yield Piece(paragraph.text[: paragraph.dateline], paragraph.start)
    elif "sentence" in positive:
        if not in_matter(document, paragraph):
            yield from document.sentences_of(paragraph)
    else:
        yield Piece(paragraph.text, paragraph.start)


def _quoted(document: Document, selector: Selector, pieces: Iterator[Piece]) -> Iterator[Piece]:
    wanted = dict(selector).get("quotation")
    unlined = dict(selector).get("dateline")
    for piece in (_unlined(document, one) for one in pieces) if unlined else pieces:
        if wanted is None:
            yield piece
        elif wanted:  # negated: everything but the words of others
            yield Piece(document.outline[piece.start : piece.end], piece.start)
        else:
            for one in document.quotations.paired:
                start, end = max(one.start + 1, piece.start), min(one.end - 1, piece.end)
                if start < end and one.depth == 0:
                    yield Piece(document.text[start:end], start)


def _unlined(document: Document, piece: Piece) -> Piece:
    """A piece without the dateline that it begins with."""
    paragraph = document.paragraph_at(piece.start)
    length = paragraph.dateline if paragraph is not None and piece.start == paragraph.start else 0
    return Piece(piece.text[length:], piece.start + length)


def _merged(document: Document, selector: Selector, body_only: bool) -> Iterator[Piece]:
    """The whole document as one text, in which what does not belong is blanked out."""
    rest = tuple((name, negated) for name, negated in selector if name not in ("summary", "document"))
    negated = tuple(part for part in rest if part[1])
    keep = [
        one
        for one in document.paragraphs
        if _fits(document, one, rest) and (not body_only or one.kind in _BODY) and not any(_is(document, one, name) for name, _ in negated)
    ]
    if not keep:
        return
    start, end = keep[0].start, keep[-1].end
    parts: list[str] = []
    last = start
    for one in keep:
        parts += (_WIPED.sub(" ", document.text[last : one.start]), one.text)
        last = one.end
    yield from _quoted(
        document, tuple(part for part in rest if part[0] == "quotation"), iter((Piece("".join(parts)[: end - start], start),))
    )


def _of_source(document: Document, selector: Selector, positive: Sequence[str]) -> Iterator[Piece]:
    text, prose = document.text, document.prose
    negated = {name for name, no in selector if no}
    if "raw" in positive:
        start = document.blocks[0].start
        yield Piece(text[start:], start)
        return
    wanted = {"alt" if part == "attr" else part for name in positive for part in _parts(name)} & set(inline.NAMES)
    if not wanted:
        for piece in _selected(prose, selector):
            start, end = prose.sourcemap.span(piece.start, piece.end)
            yield Piece(text[start:end], start)
        return
    blocks = tuple((name, no) for name, no in selector if no or not set(_parts(name)) & set(SOURCE))
    spans = [prose.sourcemap.span(one.start, one.end) for one in prose.paragraphs if _fits(prose, one, blocks)]
    for name, start, end in inline.stretches(prose):
        inside = not any(part != "text" for part, no in blocks) or any(first <= start and end <= last for first, last in spans)
        if name in wanted and name not in negated and inside:
            yield Piece(text[start:end], start)


def _fits(document: Document, paragraph: Paragraph, selector: Selector) -> bool:
    return all(
        _is(document, paragraph, name) is not negated
        for name, negated in selector
        if name not in (*SIZED, *inline.NAMES) and name != "attr"
    )


def _is(document: Document, paragraph: Paragraph, name: str) -> bool:
    if selector := _of_element(name):
        return any(start <= paragraph.start and paragraph.end <= end for start, end in _spans(document, selector))
    if _is_class(name):
        start, end = document.sourcemap.span(paragraph.start, paragraph.end)
        return any(first <= start and end <= last for first, last in classes.stretches(document, name.removeprefix("class.")))
    return sections(document, paragraph.number).issuperset(name.split("."))


@lru_cache(maxsize=512)
def sections(document: Document, number: int) -> frozenset[str]:
    """The names that fit a block, those of parts among them."""
    paragraph, role = document.paragraphs[number], document.blocks[number].role
    names = {"text", document.path.rpartition(".")[2], *fields_of(document, paragraph)}
    if role in ("headline", "heading") and _level(document, paragraph):
        names |= {"heading", _level(document, paragraph)} | ({"headline"} if role == "headline" else set())
    elif role == "list-item":
        names |= {"list", "body"}
    elif role == "quotation":
        names |= {"blockquote", "body"}
    elif role == "table-cell":
        names |= {"table", "body", "header" if _heads_table(document, paragraph) else "cell"}
    elif role == "caption":
        names |= {"caption", "table" if _tag_before(document, paragraph) == "<caption" else "figure"}
    elif role in ("paragraph", "heading", "headline"):
        names |= _of_plain(document, paragraph)
    else:
        names |= {role}
    return frozenset(names)


def _of_plain(document: Document, paragraph: Paragraph) -> set[str]:
    names = {"paragraph", "txt"}
    kind = paragraph.kind
    if kind == "heading" and document.format_name == "text":
        return names | {"heading"} | ({"headline"} if paragraph.number == 0 else set())
    if kind == "byline":
        return names | {"byline"}
    first = next(
        (
            one.number
            for one in document.paragraphs
            if one.kind == "paragraph" or (one.kind == "heading" and document.format_name != "text")
        ),
        None,
    )
    return names | {"body"} | ({"list"} if kind == "list-item" else set()) | ({"lede"} if paragraph.number == first else set())


def _level(document: Document, paragraph: Paragraph) -> str:
    text = document.source.text
    start = document.sourcemap.span(paragraph.start, paragraph.start)[0]
    if document.format_name == "html":
        match = _LEVEL.search(text, max(0, start - 400), start)
        return f"h{match[1]}" if match else ""
    line = text.rfind("\n", 0, start) + 1
    if match := _HASHES.match(text, line):
        return f"h{len(match[1])}"
    following = text[text.find("\n", start) + 1 :][:2] if "\n" in text[start:] else ""
    return "h1" if following.startswith("=") or paragraph.number == 0 else "h2"


def _tag_before(document: Document, paragraph: Paragraph) -> str:
    """The name of the tag before a block, with its bracket."""
    start = document.sourcemap.span(paragraph.start, paragraph.start)[0]
    text = document.source.text
    return text[max(0, text.rfind("<", 0, start)) : start].lower().partition(">")[0].partition(" ")[0]


def _heads_table(document: Document, paragraph: Paragraph) -> bool:
    """Whether a cell stands in the head of its table: above the line of dashes, or in `<th>`."""
    text = document.source.text
    start, end = document.sourcemap.span(paragraph.start, paragraph.end)
    if document.format_name == "html":
        tag = text.rfind("<t", 0, start)
        return text[tag : tag + 3].lower() == "<th"
    line = text.find("\n", end) + 1
    below = text[line : text.find("\n", line)] if line else ""
    return bool(below.strip()) and set(below.strip()) <= set("|-: ")
