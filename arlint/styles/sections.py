"""What the blocks of a document are to a scope: the names that fit each of them."""

from functools import lru_cache

from ..arabic.lazy import regex
from ..document import Document, Paragraph
from .matter import fields_of

_LEVEL = regex(r"<h([1-6])\b[^<>]*>(?:(?!</h)[^\n])*\Z", 2)
_HASHES = regex(r"[ >]*(#{1,6}|={1,6})[ \t]")


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
