"""Packages of word processors, as small as they may be, with what stands in their body."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
)
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_DECLARED = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"


def package(members: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return out.getvalue()


def docx(body: str, mark: str = "", **parts: str) -> bytes:
    """A DOCX with this body. `parts` are `styles`, `comments`, `footnotes`, `endnotes`: what stands in their root element."""
    root = WORD.replace("<w:document", "<w:{}")
    relations = "".join(f'<Relationship Id="r{name}" Type="{_RELATED}{name}" Target="{name}.xml"/>' for name in parts)
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_DECLARED}{name}+xml"/>' for name in parts)
    space = 'xmlns="http://schemas.openxmlformats.org/package/2006/'
    members = {
        "[Content_Types].xml": f'<Types {space}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Default Extension="bin" ContentType="application/octet-stream"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_DECLARED}document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships {space}relationships"><Relationship Id="r1" Type="{_RELATED}officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'{mark}<?xml version="1.0" encoding="UTF-8"?>\n{WORD}<w:body>{body}<w:sectPr/></w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships {space}relationships"><Relationship Id="rId9" Type="{_RELATED}hyperlink" '
        f'Target="https://example.com/" TargetMode="External"/>{relations}</Relationships>',
        "word/media/image1.bin": bytes(range(256)),
        **{f"word/{name}.xml": f"{root.replace('{}', name)}{content}</w:{name}>" for name, content in parts.items()},
    }
    return package(members)


def odt(body: str, mark: str = "", styles: str = "") -> bytes:
    """An ODT with this body and these automatic styles beside T1 (bold), T2 and T3 (which do not show)."""
    names = ("office", "style", "text", "table", "drawing", "xsl-fo-compatible", "svg-compatible")
    prefixes = ("office", "style", "text", "table", "draw", "fo", "svg")
    spaces = " ".join(f'xmlns:{prefix}="{_OASIS}{name}:1.0"' for prefix, name in zip(prefixes, names, strict=True))
    spaces += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:o="http://openoffice.org/2009/office"'
    own = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {said}/></style:style>'
        for name, said in (("T1", 'fo:font-weight="bold"'), ("T2", 'o:rsid="0012"'), ("T3", 'fo:language="ar"'))
    )
    content = (
        f'{mark}<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {spaces} office:version="1.3">'
        f"<office:automatic-styles>{own}{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    manifest = "".join(
        f'<m:file-entry m:full-path="{path}" m:media-type="{kind}"/>'
        for path, kind in (("/", "application/vnd.oasis.opendocument.text"), ("content.xml", "text/xml"))
    )
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "Pictures/one.bin": bytes(range(256)),
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{_OASIS}manifest:1.0" m:version="1.3">{manifest}</m:manifest>',
        }
    )
