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


_FIELDS = Text(
    "الحقول النصية: title وheadline وsummary وdescription وbody وcontent وtext وcaption وما يشبهها، وفيها نص أو HTML.",
    "The fields that are texts: title, headline, summary, description, body, content, text, caption and the like, plain or HTML.",
)
_SPOKEN = Text(
    "نص الترجمة المصاحبة، وقد تمتد الجملة على عدة بطاقات؛ لا الأرقام والأوقات والوسوم والتعليقات.",
    "What subtitles say, a sentence across cues; not numbers, times, tags and notes.",
)


def _plain(source: Source) -> Document:
    from .plain import parse

    return parse(source)


def _markdown(source: Source) -> Document:
    from .markdown import parse

    return parse(source)


def _html(source: Source) -> Document:
    from .html import parse

    return parse(source)


def _srt(source: Source) -> Document:
    from .subtitles import parse_srt

    return parse_srt(source)


def _webvtt(source: Source) -> Document:
    from .subtitles import parse_webvtt

    return parse_webvtt(source)


def _json(source: Source) -> Document:
    from .json import parse

    return parse(source)


def _jsonl(source: Source) -> Document:
    from .json import parse_lines

    return parse_lines(source)


def _yaml(source: Source) -> Document:
    from .yaml import parse

    return parse(source)


def _csv(source: Source) -> Document:
    from .csv import parse

    return parse(source)


def _po(source: Source) -> Document:
    from .po import parse

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
        Format(
            "html",
            (".html", ".htm", ".xhtml"),
            Text(
                "ما يراه القارئ: الفقرات والعناوين والقوائم والجداول والتعليقات، ونصوص السمات مثل alt، وعنوان الصفحة ووصفها؛ لا الشيفرة "
                "ولا ما عُلّم بلغة أخرى (lang).",
                "What a reader sees: paragraphs, headings, lists, tables, captions, texts of attributes such as alt, title and description "
                "of the page; not code, nor what is marked as another language (lang).",
            ),
            _html,
        ),
        Format("srt", (".srt",), _SPOKEN, _srt),
        Format("webvtt", (".vtt",), _SPOKEN, _webvtt),
        Format("json", (".json",), _FIELDS, _json),
        Format("jsonl", (".jsonl", ".ndjson"), _FIELDS, _jsonl),
        Format("yaml", (".yaml", ".yml"), _FIELDS, _yaml),
        Format(
            "csv",
            (".csv", ".tsv"),
            Text(
                "الأعمدة التي يسميها السطر الأول بأسماء النصوص، مثل title وbody.",
                "The columns that the first row names as texts, such as title and body.",
            ),
            _csv,
        ),
        Format("po", (".po",), Text("الترجمات إلى العربية (msgstr).", "The translations into Arabic (msgstr)."), _po),
    )
