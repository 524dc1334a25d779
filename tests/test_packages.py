"""DOCX and ODT: what is prose in them, what a fix changes, and what is not opened."""

import io
import random
import shutil
import struct
import subprocess
import zlib
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.directives import suppressions
from arlint.document import Document, UnreadableError
from arlint.formats import arlint_formats
from arlint.report import SourceEdit, applied
from tests.packages import docx, odt, package

FORMATS = {fmt.name: fmt for fmt in arlint_formats()}
LIMIT = 1_000_000
GAP = "\ufffc"


def read(data: bytes, name: str) -> Document:
    fmt = FORMATS[name]
    return next(iter(fmt.documents(fmt.decode(f"a.{name}", data, LIMIT))))


def blocks(data: bytes, name: str) -> list[tuple[str, str]]:
    parsed = read(data, name)
    return [(block.role, parsed.text[block.start : block.end]) for block in parsed.blocks]


def member(data: bytes, name: str) -> str:
    with ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return archive.read(name).decode()


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, style: str = "", more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{"".join(runs)}</w:p>'


def field(code: str, result: str) -> str:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f'{begin}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{separate}{r(result)}{end}'


STYLES = (
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="عنوان الدار"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="q"><w:name w:val="Intense Quote"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>'
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(r("نص "), r("غا", "<w:b/>"), r("مق")), [("paragraph", "نص غامق")]),
        (p(r("عنوان"), style="a3") + p(r("ملخص"), style="Subtitle"), [("headline", "عنوان"), ("summary", "ملخص")]),
        (p(r("أول"), style="1") + p(r("ثان"), style="1"), [("headline", "أول"), ("heading", "ثان")]),
        (p() + p(r("أول"), style="own") + p(r("قول"), style="q"), [("headline", "أول"), ("quotation", "قول")]),
        (p(r("نص"), more='<w:outlineLvl w:val="2"/>'), [("heading", "نص")]),
        (p(r("بند"), more='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'), [("list-item", "بند")]),
        (f"<w:tbl><w:tr><w:tc>{p(r('أ'))}{p(r('ب'))}</w:tc></w:tr></w:tbl>{p(r('ج'))}",
         [("table-cell", "أ"), ("table-cell", "ب"), ("paragraph", "ج")]),
        (p(r("قبل "), f'<w:del w:id="1">{r("محذوف").replace("w:t", "w:delText")}</w:del>', f'<w:ins w:id="2">{r("مضاف")}</w:ins>'),
         [("paragraph", "قبل مضاف")]),
        (p(f'<w:moveFrom w:id="1">{r("نُقل")}</w:moveFrom>', r("بقي")), [("paragraph", "بقي")]),
        (p(r("صفحة "), field("PAGE", "12"), r(" منه")), [("paragraph", f"صفحة {GAP} منه")]),
        (p(r("انظر "), field('HYPERLINK "https://a.b"', "هنا")), [("paragraph", "انظر هنا")]),
        (p(field("TOC \\o", "الفهرس")) + p(r("نص")), [("paragraph", "نص")]),
        (p(r("فهرس"), style="toc") + p(r("الفهرس"), style="TOCHeading") + p(r("نص")), [("paragraph", "نص")]),
        (p("<w:r><w:tab/></w:r>", r("حاشية")), [("paragraph", "حاشية")]),
        (p('<w:fldSimple w:instr=" DATE ">', r("غد"), "</w:fldSimple>", r(" موعدنا")), [("paragraph", f"{GAP} موعدنا")]),
        (p(r("خفي", "<w:vanish/>"), r("ظاهر")), [("paragraph", "ظاهر")]),
        (p(r("أ"), "<w:r><w:tab/></w:r>", r("ب"), "<w:r><w:br/></w:r>", r("ج")), [("paragraph", "أ\tب ج")]),
        (p(r("أ"), "<w:r><w:br/><w:br/></w:r>", r("ب")), [("paragraph", "أ"), ("paragraph", "ب")]),
        ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t> أ </w:t></w:r></w:p>", [("paragraph", "أ")]),
        (p(r("نص"), "<mc:AlternateContent><mc:Choice><w:r><w:drawing><w:txbxContent>", p(r("داخل")), "</w:txbxContent></w:drawing></w:r>"
           "</mc:Choice><mc:Fallback>", p(r("داخل")), "</mc:Fallback></mc:AlternateContent>", r(" تتمة")),
         [("paragraph", "نص تتمة"), ("paragraph", "داخل")]),
        (p(r("انظر https://a.b/"), r("c", "<w:b/>"), r(" الآن")), [("paragraph", f"انظر {GAP} الآن")]),
        (p(r("&amp; &#x627;<![CDATA[ <b>]]>")), [("paragraph", "& ا <b>")]),
        (p(r("")), []),
    ],
)  # fmt: skip
def test_prose_of_docx(body: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(docx(body, styles=STYLES), "docx") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<text:p>نص <text:span>غا</text:span>مق</text:p>", [("paragraph", "نص غامق")]),
        ('<text:p text:style-name="Title">عنوان</text:p><text:h text:outline-level="1">رأس</text:h>',
         [("headline", "عنوان"), ("heading", "رأس")]),
        ('<text:h text:outline-level="1">رأس</text:h><text:h text:outline-level="2">فرع</text:h>',
         [("headline", "رأس"), ("heading", "فرع")]),
        ('<text:p text:style-name="P9">قول</text:p>', [("quotation", "قول")]),
        ("<text:list><text:list-item><text:p>بند</text:p></text:list-item></text:list>", [("list-item", "بند")]),
        ("<table:table><table:table-row><table:table-cell><text:p>أ</text:p></table:table-cell></table:table-row></table:table><text:p>ب</text:p>",
         [("table-cell", "أ"), ("paragraph", "ب")]),
        ("<text:p>نص<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>حاشية</text:p></text:note-body></text:note>.</text:p>",
         [("paragraph", "نص."), ("paragraph", "حاشية")]),
        ("<text:tracked-changes><text:changed-region><text:deletion><text:p>حُذف</text:p></text:deletion></text:changed-region>"
         "</text:tracked-changes><text:p>بقي</text:p>", [("paragraph", "بقي")]),
        ("<text:p>\n  أ  <text:span> ب</text:span>\n\n ج</text:p>", [("paragraph", "أ ب ج")]),
        ("<text:p>أ <text:s/>ب<text:s text:c='2'/>ج<text:tab/>د<text:line-break/>ه</text:p>", [("paragraph", "أ  ب  ج\tد ه")]),
        ("<text:p>صفحة <text:page-number>3</text:page-number> منه</text:p>", [("paragraph", f"صفحة {GAP} منه")]),
        (f"<text:p>أ<text:s text:c='{'9' * 5000}'/><text:s text:c='²'/>ب</text:p>", [("paragraph", "أ  ب")]),
        ("<text:p>أ<text:bookmark text:name='x'/>ب<text:soft-page-break/>ج</text:p>", [("paragraph", "أبج")]),
        ("<text:p>نص<draw:frame><draw:text-box><text:p>داخل</text:p></draw:text-box><svg:title>لوحة</svg:title></draw:frame> تتمة</text:p>",
         [("paragraph", "نص تتمة"), ("paragraph", "داخل")]),
        ("<text:table-of-content><text:index-body><text:p>فهرس</text:p></text:index-body></text:table-of-content>", []),
        ("<text:p>قبل<office:annotation><text:p>تعليق</text:p></office:annotation> بعد</text:p>", [("paragraph", "قبل بعد")]),
    ],
)  # fmt: skip
def test_prose_of_odt(body: str, expected: list[tuple[str, str]]) -> None:
    style = '<style:style style:name="P9" style:family="paragraph" style:parent-style-name="Quotations"/>'
    assert blocks(odt(body, styles=style), "odt") == expected


def test_notes_follow_the_body_and_separators_are_none() -> None:
    notes = f'<w:footnote w:type="separator" w:id="0">{p(r("---"))}</w:footnote><w:footnote w:id="1">{p(r("حاشية"))}</w:footnote>'
    data = docx(p(r("نص"), '<w:r><w:footnoteReference w:id="1"/></w:r>', r(".")) + p(r("تال")), footnotes=notes)
    assert blocks(data, "docx") == [("paragraph", "نص."), ("paragraph", "تال"), ("paragraph", "حاشية")]
    at = read(data, "docx").source.text.index("حاشية")
    written = FORMATS["docx"].write(data, [SourceEdit(at, at + 1, "خ")])
    assert "خاشية" in member(written, "word/footnotes.xml")
    assert member(written, "word/document.xml") == member(data, "word/document.xml")


def test_line_and_column_are_paragraph_and_place_in_it() -> None:
    source = read(docx(p(r("أول")) + p() + p(r("ال"), r("ثالث"))), "docx").source
    assert source.text == "أول\n\nالثالث"
    assert source.place(source.text.index("ثالث")) == (3, 3)


@pytest.mark.parametrize(
    ("body", "old", "new", "expected"),
    [
        ([r("اير"), r("ان")], "ايران", "إيران & غيرها", [r("إيران &amp; غيرها"), r("")]),
        ([r("أ"), '<w:proofErr w:type="spellEnd"/>', r("ب", '<w:lang w:val="ar"/>')], "أب", "ج", [r("ج"), '<w:proofErr w:type="spellEnd"/>',
         r("", '<w:lang w:val="ar"/>')]),
        ([r("أ &amp; ب")], "& ", "", [r("أ ب")]),
        ([r("أ &amp; ب")], "&", "و", [r("أ و ب")]),
        ([r("نص "), r(" ثان")], "  ", " ", [r("نص "), r("ثان")]),
        (['<w:r><w:t>نص،ثان</w:t></w:r>'], "،ثان", "، ", ['<w:r><w:t xml:space="preserve">نص، </w:t></w:r>']),
        (['<w:r><w:t> نص ثان </w:t></w:r>'], "ثان", "", ['<w:r><w:t xml:space="preserve">نص </w:t></w:r>']),
        (['<w:r><w:t> نص ثان </w:t></w:r>'], "ثان", "ثالث", ['<w:r><w:t> نص ثالث </w:t></w:r>']),
    ],
)  # fmt: skip
def test_an_edit_changes_the_text_of_runs_only(body: list[str], old: str, new: str, expected: list[str]) -> None:
    data = docx(p(*body))
    text = read(data, "docx").source.text
    at = text.index(old)
    written = FORMATS["docx"].write(data, [SourceEdit(at, at + len(old), new)])
    assert member(written, "word/document.xml") == member(docx(p(*expected)), "word/document.xml")
    assert read(written, "docx").source.text == text.replace(old, new)


@pytest.mark.parametrize(
    ("name", "data", "span"),
    [
        ("docx", docx(p(r("نص"), r("غامق", "<w:b/>"))), "صغ"),
        ("docx", docx(p(r("نص"), '<w:r><w:footnoteReference w:id="1"/></w:r>', r(" تال"))), "ص "),
        ("docx", docx(p('<w:hyperlink r:id="rId9">', r("رابط"), "</w:hyperlink>", r(" تال"))), "ط "),
        ("docx", docx(p(r("أ"), "<w:r><w:tab/></w:r>", r("ب"))), "\t"),
        ("docx", docx(p(r("قبل"), f'<w:del w:id="1">{r("x")}</w:del>', r("بعد"))), "لب"),
        ("odt", odt('<text:p>نص<text:span text:style-name="T1">غامق</text:span></text:p>'), "صغ"),
        ("odt", odt("<text:p>أ<text:s text:c='3'/>ب</text:p>"), "  "),
        ("docx", package({"_xmlsignatures/origin.sigs": "", "word/document.xml": member(docx(p(r("نص"))), "word/document.xml")}), "ن"),
    ],
)  # fmt: skip
def test_no_fix_is_offered_across_formatting_and_in_what_is_signed(name: str, data: bytes, span: str) -> None:
    parsed = read(data, name)
    at = parsed.text.index(span)
    assert parsed.sourcemap.edit(at, at + len(span), "") is None


def test_spans_that_do_not_show_are_one_text() -> None:
    data = odt('<text:p>اي<text:span text:style-name="T2">را</text:span><text:span text:style-name="T3">ن</text:span></text:p>')
    assert read(data, "odt").sourcemap.edit(0, 5, "إيران") == (0, 5, "إيران")
    content = member(FORMATS["odt"].write(data, [SourceEdit(0, 5, "إيران")]), "content.xml")
    assert '<text:p>إيران<text:span text:style-name="T2"></text:span><text:span text:style-name="T3"></text:span></text:p>' in content


def test_comments_of_the_document_speak_to_arlint() -> None:
    comments = f'<w:comment w:id="7">{p(r("arlint: disable-line=QUO"), r(" -- عنوان كتاب"))}</w:comment>'
    anchored = docx(p(r("نص")) + p(r("ثان"), '<w:r><w:commentReference w:id="7"/></w:r>'), comments=comments)
    note = "<office:annotation><text:p>arlint: disable-line=QUO -- عنوان كتاب</text:p></office:annotation>"
    for name, data in (("docx", anchored), ("odt", odt(f"<text:p>نص</text:p><text:p>ثان{note}</text:p>"))):
        (one,) = suppressions([read(data, name)], FORMATS[name].comments)
        assert (one.first, one.last, one.rules, one.reason) == (2, 2, ("QUO",), "عنوان كتاب")


def raw(data: bytes) -> dict[str, bytes]:
    """Every member as it stands in the package, from its local header to the next."""
    with ZipFile(io.BytesIO(data)) as archive:
        infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
        ends = [*(info.header_offset for info in infos[1:]), archive.start_dir]
        return {info.filename: data[info.header_offset : end] for info, end in zip(infos, ends, strict=True)}


@pytest.mark.parametrize("name", ["docx", "odt"])
def test_every_other_member_stays_as_it_was(name: str) -> None:
    data = docx(p(r("نص"))) if name == "docx" else odt("<text:p>نص</text:p>")
    written = FORMATS[name].write(data, [SourceEdit(0, 1, "ف")])
    before, after = raw(data), raw(written)
    assert list(before) == list(after)
    assert [member for member in before if before[member] != after[member]] == ["word/document.xml" if name == "docx" else "content.xml"]


def test_a_package_that_was_written_as_a_stream_with_a_comment() -> None:
    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    out = Stream()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.comment = "تعليق".encode()
        for name in ("[Content_Types].xml", "word/document.xml", "word/last.bin"):
            with archive.open(name, "w", force_zip64=True) as file:
                file.write(member(docx(p(r("نص"))), "word/document.xml").encode() * (name == "word/document.xml"))
    data = out.getvalue()
    written = FORMATS["docx"].write(data, [SourceEdit(0, 2, "غيره")])
    assert blocks(written, "docx") == [("paragraph", "غيره")]
    with ZipFile(io.BytesIO(written)) as archive:
        assert archive.comment.decode() == "تعليق"


WORDS = st.text(alphabet="ابت ة.«\ufdf2😀ً&<>'\"", max_size=8)
LOOKS = st.sampled_from(("", "<w:b/>", '<w:lang w:bidi="ar"/>'))
BODIES = st.lists(st.lists(st.tuples(WORDS, LOOKS), max_size=4), max_size=3)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("ة", "&#x629;")


def in_docx(paragraphs: list[list[tuple[str, str]]]) -> bytes:
    return docx("".join(p(*(r(escaped(text), look) for text, look in one)) for one in paragraphs))


def in_odt(paragraphs: list[list[tuple[str, str]]]) -> bytes:
    def span(text: str, look: str) -> str:
        name = {"": "T3", "<w:b/>": "T1"}.get(look, "T2")
        return f'<text:span text:style-name="{name}">{escaped(text).replace(" ", "<text:s/>")}</text:span>'

    return odt("".join(f"<text:p>{''.join(span(*run) for run in one)}</text:p>" for one in paragraphs))


@pytest.mark.parametrize("name", ["docx", "odt"])
@given(paragraphs=BODIES, data=st.data())
def test_places_lead_back_and_edits_change_only_their_span(name: str, paragraphs: list[list[tuple[str, str]]], data: st.DataObject) -> None:
    written = in_docx(paragraphs) if name == "docx" else in_odt(paragraphs)
    parsed = read(written, name)
    text = parsed.source.text
    assert text == "\n".join("".join(run for run, _ in one) for one in paragraphs)
    for block in parsed.blocks:
        assert text[slice(*parsed.sourcemap.span(block.start, block.end))] == parsed.text[block.start : block.end]
    assert FORMATS[name].write(written, ()) == written
    start = data.draw(st.integers(0, len(parsed.text)))
    end = data.draw(st.integers(start, min(len(parsed.text), start + 4)))
    new = data.draw(st.sampled_from(("", "ث", "&<", "]]>", "ث ث")))
    edit = parsed.sourcemap.edit(start, end, new)
    if edit is not None and parsed.blocks:
        again = FORMATS[name].write(written, [SourceEdit(*edit)])
        assert read(again, name).source.text == applied(text, [SourceEdit(*edit)])


def bomb(size: int, declared: int | None = None) -> bytes:
    """A DOCX whose body is blanks that pack well; `declared` is the size it claims to have."""
    head, tail = member(docx(p(r("نص"))), "word/document.xml").split("<w:body>")
    data = package({"word/document.xml": head + "<w:body>" + " " * size + tail})
    if declared is not None:
        real = struct.pack("<L", len((head + "<w:body>" + tail).encode()) + size)
        data = data.replace(real, struct.pack("<L", declared))
    return data


def encrypted() -> bytes:
    data = bytearray(docx(p(r("نص"))))
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[at + 8] |= 1
    return bytes(data)


DEEP = "<w:sdt><w:sdtContent>" * 300 + p(r("نص")) + "</w:sdtContent></w:sdt>" * 300
ENTITIES = '<!DOCTYPE a [<!ENTITY x "نص"><!ENTITY y "&x;&x;&x;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
WHOLE = docx(p(r("نص")))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "damaged"),
        (b"PK", "damaged"),
        (WHOLE[:-30], "damaged"),
        (WHOLE[: len(WHOLE) // 2], "damaged"),
        (WHOLE.replace(b"PK\x03\x04", b"PK\x03\x05"), "damaged"),
        (b"{\\rtf1}", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
        (encrypted(), "password"),
        (bomb(3_000_000), "zip bomb"),
        (docx(p(r(random.Random(1).randbytes(800_000).hex()))), "larger than the limit (1 MB)"),
        (bomb(900_000, declared=100), "damaged"),
        (package({"word/document.xml": member(WHOLE, "word/document.xml"), "a": b"\0" * 60_000_000}), "zip bomb"),
        (package({str(number): "" for number in range(10_001)}), "more than 10000 files"),
        (docx(DEEP), "nested more than"),
        (package({"word/document.xml": ENTITIES}), "entities"),
        (package({"word/document.xml": "<a>"}), "word/document.xml"),
        (package({"word/document.xml": "<a/>"}), "no Word document"),
        (package({"xl/workbook.xml": "<a/>"}), "no Word document"),
    ],
)
def test_what_is_hostile_or_broken_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError) as error:
        read(data, "docx")
    assert said in error.value.en
    assert "\n" not in error.value.en
    assert error.value.ar


def test_what_packs_too_well_is_not_unpacked() -> None:
    with pytest.raises(UnreadableError, match="zip bomb"):
        FORMATS["docx"].decode("a.docx", bomb(5_000_000), 100_000_000)


def test_an_odt_with_a_password_or_of_another_kind() -> None:
    manifest = '<m:manifest xmlns:m="x"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>'
    for data, said in (
        (package({"content.xml": zlib.compress(b"x"), "META-INF/manifest.xml": manifest}), "password"),
        (package({"content.xml": "<a/>"}), "no text document"),
    ):
        with pytest.raises(UnreadableError, match=said):
            read(data, "odt")


@given(data=st.binary(max_size=60), at=st.integers(0, len(WHOLE)))
def test_random_bytes_and_random_damage_are_read_or_refused(data: bytes, at: int) -> None:
    for one in (data, WHOLE[:at] + data + WHOLE[at + len(data) :]):
        for name in ("docx", "odt"):
            try:
                read(one, name)
            except UnreadableError:
                continue


needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")


def convert(folder: Path, kind: str, *files: Path) -> None:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


@needs_office
def test_a_document_of_libreoffice_is_fixed_and_opens_there_again(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        '<html lang="ar" dir="rtl"><h1>عنوان الخبر</h1>'
        '<p>وقال <b>الوزير الى</b> جانبه <a href="https://example.com/">في في</a> &amp; غيره.</p>'
        "<table><tr><td>خلية اولى</td><td>ثانية</td></tr></table><ul><li>بند</li></ul></html>",
        encoding="utf-8",
    )
    convert(tmp_path, "odt", tmp_path / "page.html")
    if not (tmp_path / "page.odt").exists():
        pytest.skip("LibreOffice is installed without Writer")
    convert(tmp_path, "docx", tmp_path / "page.odt")
    files: list[Path] = []
    for name in ("odt", "docx"):
        data = (tmp_path / f"page.{name}").read_bytes()
        text = read(data, name).source.text
        edits = [SourceEdit(text.index("الى"), text.index("الى") + 1, "إ"), SourceEdit(text.index("في في"), text.index("في في") + 3, "")]
        for stem, content in (("before", data), ("after", FORMATS[name].write(data, edits))):
            files.append(tmp_path / f"{stem}-{name}.{name}")
            files[-1].write_bytes(content)
    convert(tmp_path, "html:HTML", *files)
    for name in ("odt", "docx"):
        before, after = ((tmp_path / f"{stem}-{name}.html").read_text(encoding="utf-8") for stem in ("before", "after"))
        assert "الى" in before
        assert "إلى" in after
        assert "في في" not in after
        assert "<b>" in after
        assert tags(before) == tags(after)


def tags(page: str) -> list[str]:
    """Only the tags of a page."""
    return [part.partition(">")[0] for part in page.split("<") if not part.startswith(("meta", "title", "!DOCTYPE"))]
