"""DOCX: what a reader of the document sees, paragraph by paragraph; footnotes and endnotes follow the body."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath

from ..document import Source, UnreadableError
from .archive import Archive
from .docx_body import Body
from .docx_parts import Comments, Relations
from .docx_styles import Styles
from .package import PackageSource
from .package_parts import Part, read_part


def decode(path: str, data: bytes, limit: int) -> Source:
    """The text of the document, a paragraph a line. Raises UnreadableError for what is no DOCX, or is not to be opened."""
    archive = Archive(data, limit)
    main = next((target for kind, target in _relations(archive, path, "") if kind == "officeDocument"), "word/document.xml")
    related = dict(_relations(archive, path, main))
    comments, styles = Comments(), Styles()
    read_part(archive, path, related.get("comments", ""), lambda _: comments)
    read_part(archive, path, related.get("styles", ""), lambda _: styles)
    signed = any(name.startswith("_xmlsignatures/") for name in archive.members)
    parts: list[Part] = []
    for name in (main, related.get("footnotes", ""), related.get("endnotes", "")):
        part = read_part(archive, path, name, lambda text: Body(styles, comments.texts, text, fixed=signed))
        if part is not None:
            source, body = part
            parts.append(Part(name, source, list(body.lines()), body.loose))
        if name == main and not (part and body.is_document):
            raise UnreadableError(
                "ليس في الحزمة مستند Word؛ احفظ الملف بصيغة docx من محرر النصوص.",
                "The package holds no Word document; save the file as .docx in a word processor.",
            )
    return PackageSource(path, archive, parts)


def _relations(archive: Archive, path: str, part: str) -> Iterator[tuple[str, str]]:
    """What the package, or a part of it, relates to: the kind and the name of each part within the package."""
    folder = dirname(part)
    relations = Relations()
    read_part(archive, path, join(folder, "_rels", f"{part[len(folder) :].lstrip('/')}.rels"), lambda _: relations)
    for kind, target in relations.targets:
        yield kind, normpath(join("/", folder, target)).lstrip("/")
