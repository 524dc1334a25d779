"""ODT: what a reader of the document sees, paragraph by paragraph; a footnote follows the paragraph it belongs to."""

from ..document import Source, UnreadableError
from .archive import Archive
from .archive_refusals import encrypted
from .odt_body import Body
from .odt_styles import Styles
from .package import PackageSource
from .package_parts import Part, read_part


def decode(path: str, data: bytes, limit: int) -> Source:
    """The text of the document, a paragraph a line. Raises UnreadableError for what is no ODT, or is not to be opened."""
    archive = Archive(data, limit)
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise encrypted()
    styles = Styles()
    read_part(archive, path, "styles.xml", lambda _: styles)
    signed = "META-INF/documentsignatures.xml" in archive.members
    part = read_part(archive, path, "content.xml", lambda text: Body(styles, text, fixed=signed))
    if part is None or not part[1].is_document:
        raise UnreadableError(
            "ليس في الحزمة مستند نصي؛ احفظ الملف بصيغة odt من محرر النصوص.",
            "The package holds no text document; save the file as .odt in a word processor.",
        )
    source, body = part
    return PackageSource(path, archive, [Part("content.xml", source, list(body.lines()))])
