"""Formats: from the decoded text of a file to Documents. One format a file; they come in through the hook, as anyone's."""

from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from ..document.source import Source
from ..markers import hookimpl
from ..report import SourceEdit
from ..rules.text import Text
from .format import Format, read_text, write_text

if TYPE_CHECKING:
    from ..document import Document

__all__ = ["Format", "arlint_formats", "read_text", "write_text"]


def _parse(module: str, function: str, *args: Any) -> Any:
    return attrgetter(function)(import_module(f"{__name__}.{module}"))(*args)


def _later(module: str, function: str = "parse") -> Callable[..., Any]:
    """The parser of a module here, imported when the first file of its kind is read."""
    return partial(_parse, module, function)


def _xml(name: str, vocabulary: str, suffixes: tuple[str, ...], about: Text) -> Format:
    module, _, within = vocabulary.partition(".")
    return Format(
        name,
        suffixes,
        about,
        _later(module, f"{within}.parse"),
        ("<!--",),
        decode=_later("xml_source", "read_xml"),
        write=_later("xml_source", "write_xml"),
        holds=_later(module, f"{within}.holds"),
    )


def _parse_package(name: str, source: Source) -> "Document":
    from .package import parse

    return parse(source, name)


def _write_package(name: str, data: bytes, edits: Iterable[SourceEdit]) -> bytes:
    from .package import write

    return write(data, edits, _later(name, "decode"))


_TYPED = ("<!--", "{#", "//", "#")
"""Comments that may be typed into a text that knows none."""
_FIELDS = Text(
    "الحقول النصية: title وheadline وsummary وdescription وbody وcontent وtext وcaption وما يشبهها، وفيها نص أو HTML.",
    "The fields that are texts: title, headline, summary, description, body, content, text, caption and the like, plain or HTML.",
)
_SPOKEN = Text(
    "نص الترجمة المصاحبة، وقد تمتد الجملة على عدة بطاقات؛ لا الأرقام والأوقات والوسوم والتعليقات.",
    "What subtitles say, a sentence across cues; not numbers, times, tags and notes.",
)


@hookimpl
def arlint_formats() -> Iterable[Format]:
    """The formats of arlint itself."""
    return (
        Format(
            "text",
            (".txt", ".text"),
            Text(
                "كل سطر غير فارغ فقرة، ومن الترويسة العنوان والملخص.",
                "Every line that is not blank is a paragraph; title and summary of front matter (YAML or TOML).",
            ),
            _later("plain"),
            _TYPED,
        ),
        Format(
            "headlined-text",
            (),
            Text(
                "كما في text، وأول سطر غير فارغ عنوان المقال؛ يُختار في الإعداد formats.",
                "As text, with the first line that is not blank as the headline; chosen under `formats`.",
            ),
            _later("plain", "parse_headlined"),
            _TYPED,
        ),
        Format(
            "markdown",
            (".md", ".markdown", ".mdown"),
            Text(
                "الفقرات والعناوين والقوائم والجداول، وما في HTML من نص، ومن الترويسة (YAML أو TOML) العنوان والملخص؛ لا الشيفرة ولا "
                "الروابط ولا الوسوم.",
                "Paragraphs, headings, lists, tables, the prose of HTML in it, and title and summary of the front matter (YAML or TOML); "
                "not code, URLs or tags.",
            ),
            _later("markdown"),
        ),
        Format(
            "mdx",
            (".mdx",),
            Text(
                "كما في Markdown؛ لا وسوم JSX ولا التعابير بين { } ولا أسطر import وexport.",
                "As in Markdown; not JSX tags, expressions between { } nor import and export.",
            ),
            _later("markdown", "parse_mdx"),
            ("{/*", "<!--"),
        ),
        Format(
            "rst",
            (".rst", ".rest"),
            Text(
                "الفقرات والعناوين والقوائم والجداول والحواشي وما في التنبيهات؛ لا الشيفرة ولا التعليقات ولا التوجيهات الأخرى.",
                "Paragraphs, titles, lists, tables, footnotes and admonitions; not code, comments nor other directives.",
            ),
            _later("rst"),
            ("..",),
            "partly",
        ),
        Format(
            "asciidoc",
            (".adoc", ".asciidoc", ".asc"),
            Text(
                "الفقرات والعناوين والقوائم والجداول والاقتباسات؛ لا الشيفرة ولا التعليقات ولا السمات.",
                "Paragraphs, titles, lists, tables, quotations; not code, comments nor attributes.",
            ),
            _later("asciidoc"),
            ("//",),
            "partly",
        ),
        Format(
            "html",
            (".html", ".htm", ".xhtml"),
            Text(
                "ما يراه القارئ: الفقرات والعناوين والقوائم والجداول وشروح الصور، ونصوص السمات مثل alt، وعنوان الصفحة ووصفها؛ لا الشيفرة "
                "ولا ما عُلّم بلغة أخرى (lang).",
                "What a reader sees: paragraphs, headings, lists, tables, captions, texts of attributes such as alt, title and description "
                "of the page; not code, nor what is marked as another language (lang).",
            ),
            _later("html"),
        ),
        Format(
            "docx",
            (".docx", ".docm", ".dotx"),
            Text(
                "الفقرات والعناوين والجداول والحواشي ومربعات النص؛ لا المحذوف في تتبّع التغييرات ولا الحقول ولا التعليقات ولا الرأس "
                "والتذييل.",
                "Paragraphs, headings, tables, footnotes, endnotes, text boxes; not tracked deletions, fields, comments, headers, footers.",
            ),
            partial(_parse_package, "docx"),
            _TYPED,
            decode=_later("docx", "decode"),
            write=partial(_write_package, "docx"),
        ),
        Format(
            "odt",
            (".odt", ".ott"),
            Text(
                "الفقرات والعناوين والجداول والحواشي ومربعات النص؛ لا المحذوف في تتبّع التغييرات ولا الحقول ولا التعليقات ولا الرأس "
                "والتذييل.",
                "Paragraphs, headings, tables, footnotes, endnotes, text boxes; not tracked deletions, fields, comments, headers, footers.",
            ),
            partial(_parse_package, "odt"),
            _TYPED,
            decode=_later("odt", "decode"),
            write=partial(_write_package, "odt"),
        ),
        _xml(
            "newsml-g2",
            "news.NewsMlG2",
            (".xml", ".newsml"),
            Text(
                "عنوان كل مادة ووصفها وكاتبها وسطر مكانها وشروح صورها ونصها (NITF أو XHTML أو HTML أو نص)؛ لا البيانات الوصفية.",
                "Headline, description, byline, dateline, captions and text (NITF, XHTML, HTML or plain) of every item; no metadata.",
            ),
        ),
        _xml(
            "nitf",
            "news.Nitf",
            (".xml", ".nitf"),
            Text(
                "العناوين والكاتب وسطر المكان والملخص والنص والجداول وشروح الصور؛ لا البيانات الوصفية ولا الحقوق.",
                "Headlines, byline, dateline, abstract, text, tables and captions; no metadata and no rights.",
            ),
        ),
        _xml(
            "rss",
            "feeds.Rss",
            (".xml", ".rss"),
            Text("عناوين المواد وأوصافها ونصوصها وشروح صورها.", "Titles, descriptions and texts of the items, and captions."),
        ),
        _xml(
            "atom",
            "feeds.Atom",
            (".xml", ".atom"),
            Text("عناوين المواد وملخصاتها ونصوصها.", "Titles, summaries and texts of the entries."),
        ),
        _xml(
            "wxr",
            "feeds.Wxr",
            (".xml", ".wxr"),
            Text(
                "عناوين مقالات WordPress المصدّرة ونصوصها ومقتطفاتها وشروح صورها؛ لا القوائم ولا المسودات القديمة ولا تعليقات القراء.",
                "Titles, texts, excerpts and captions of the exported posts of WordPress; no menus, revisions, or comments of readers.",
            ),
        ),
        Format(
            "ninjs",
            (".json",),
            Text(
                "العناوين والأوصاف والكاتب وسطر المكان والنص (HTML أو NITF أو نص، وإن تعددت الصيغ فأولها) وشروح المرفقات.",
                "Headlines, descriptions, byline, dateline, text (HTML, NITF or plain; of several versions the first of these), captions.",
            ),
            _later("ninjs"),
            (),
            holds=_later("ninjs", "holds"),
        ),
        Format("srt", (".srt",), _SPOKEN, _later("subtitles", "parse_srt"), ()),
        Format("webvtt", (".vtt",), _SPOKEN, _later("subtitles", "parse_webvtt"), ("NOTE",)),
        Format("json", (".json",), _FIELDS, _later("json"), (), takes_fields=True),
        Format("jsonl", (".jsonl", ".ndjson"), _FIELDS, _later("json", "parse_lines"), (), takes_fields=True, by_line=True),
        Format("yaml", (".yaml", ".yml"), _FIELDS, _later("yaml"), ("#", "<!--", "{#"), takes_fields=True),
        Format(
            "csv",
            (".csv", ".tsv"),
            Text(
                "الأعمدة التي يسميها السطر الأول بأسماء النصوص، مثل title وbody.",
                "The columns that the first row names as texts, such as title and body.",
            ),
            _later("csv"),
            (),
            takes_fields=True,
        ),
        Format("po", (".po",), Text("الترجمات إلى العربية (msgstr).", "The translations into Arabic (msgstr)."), _later("po"), ("#",)),
    )
