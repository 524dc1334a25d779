"""Formats: from the decoded text of a file to a Document. One format a file; they come in through the hook, as anyone's."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import pluggy

from ..document import Document, Source
from ..rules.text import Text

__all__ = ["Format", "arlint_formats"]


class Format(NamedTuple):
    """How files with these suffixes (in lower case, with the dot) are read. `about` says what is prose in them."""

    name: str
    suffixes: tuple[str, ...]
    about: Text
    parse: Callable[[Source], Document]


def _plain(source: Source) -> Document:
    from .plain import parse

    return parse(source)


def _markdown(source: Source) -> Document:
    from .markdown import parse

    return parse(source)


@pluggy.HookimplMarker("arlint")
def arlint_formats() -> Iterable[Format]:
    """The formats of arlint itself. A parser is imported when the first file of its kind is read."""
    return (
        Format(
            "text",
            (".txt", ".text"),
            Text("كل سطر غير فارغ فقرة.", "Every line that is not blank is a paragraph."),
            _plain,
        ),
        Format(
            "markdown",
            (".md", ".markdown", ".mdown"),
            Text(
                "الفقرات والعناوين والقوائم والجداول، ومن الترويسة العنوان والملخص؛ لا الشيفرة ولا الروابط ولا وسوم HTML.",
                "Paragraphs, headings, lists, tables, and title and summary in the front matter; not code, URLs or HTML tags.",
            ),
            _markdown,
        ),
    )
