"""Front matter: which blocks are fields of it."""

import re
from collections.abc import Iterator

from ..document import Document, Paragraph
from ..formats.matter import matter_end


def in_matter(document: Document, paragraph: Paragraph) -> bool:
    """Whether a block is a field of front matter, which is no running text."""
    end = matter_end(document.source.text) if document.source.text[:4].lstrip("\ufeff")[:3] in ("---", "+++") else 0
    return bool(end) and document.sourcemap.span(paragraph.start, paragraph.start)[0] < end


def fields_of(document: Document, paragraph: Paragraph) -> Iterator[str]:
    """The names of a field of front matter."""
    if in_matter(document, paragraph):
        start, text = document.sourcemap.span(paragraph.start, paragraph.start)[0], document.source.text
        yield "frontmatter"
        yield re.split(r"\s*[:=]", text[text.rfind("\n", 0, start) + 1 : start])[0].strip()
