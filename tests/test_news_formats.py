"""NewsML-G2, NITF, ninjs, RSS, Atom and WordPress exports: what is prose in them and as what, and what is not read."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.discover import Found
from arlint.document import Document, Source, UnreadableError
from arlint.formats import arlint_formats
from arlint.formats.field import Field
from arlint.report import SourceEdit, applied
from arlint.run import Input, documents_of, format_of

FORMATS = {fmt.name: fmt for fmt in arlint_formats()}
XML = tuple(fmt.name for fmt in FORMATS.values() if ".xml" in fmt.suffixes)
GAP = "\ufffc"
MARKUP = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "markup"


def articles(text: str | bytes, name: str) -> list[Document]:
    fmt = FORMATS[name]
    return list(fmt.documents(fmt.decode(f"a.{name}", text.encode() if isinstance(text, str) else text, 1_000_000)))


def blocks(parsed: Document) -> list[tuple[str, str]]:
    return [(block.role, parsed.text[block.start : block.end]) for block in parsed.blocks]


def item(content: str, meta: str = "", kind: str = "text") -> str:
    return (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><itemClass qcode="ninat:{kind}"/><title>اسم</title></itemMeta>'
        f"<contentMeta><slugline>slug</slugline>{meta}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


NITF = (
    "<nitf><head><title>عنوان الصفحة</title><docdata>x</docdata></head><body><body.head><hedline><hl1>عنوان</hl1><hl2>فرع</hl2></hedline>"
    "<note><p>للمحرر</p></note><byline>كتب <person>فلان</person><byttl>، مراسل</byttl></byline>"
    "<dateline><location>القاهرة</location></dateline>"
    "<abstract><p>ملخص</p></abstract></body.head><body.content><block><p>نص <em>مهم</em> &amp; <q>قول</q></p>"
    "<media media-type='image'><media-reference source='x'/><media-caption>صورة</media-caption>"
    "<media-producer>وكالة</media-producer></media>"
    "<bq><block><p>اقتباس</p></block></bq><ul><li>بند</li></ul><table><tr><td>خلية</td></tr></table></block></body.content>"
    "<body.end><tagline>تحرير فلان</tagline></body.end></body></nitf>"
)
IN_NITF = [
    ("headline", "عنوان"), ("heading", "فرع"), ("byline", "كتب فلان، مراسل"), ("dateline", "القاهرة"), ("summary", "ملخص"),
    ("paragraph", "نص مهم & قول"), ("caption", "صورة"), ("quotation", "اقتباس"), ("list-item", "بند"), ("table-cell", "خلية"),
    ("byline", "تحرير فلان"),
]  # fmt: skip
CONTENT, EXCERPT = "http://purl.org/rss/1.0/modules/content/", "http://wordpress.org/export/1.2/excerpt/"


def rss(*items: str, channel: str = "", spaces: str = "") -> str:
    every = "".join(f"<item>{one}</item>" for one in items)
    return f'<rss version="2.0" xmlns:c="{CONTENT}" {spaces}><channel>{channel}{every}</channel></rss>'


def wxr(*items: str) -> str:
    return rss(*items, spaces=f'xmlns:e="{EXCERPT}" xmlns:wp="http://wordpress.org/export/1.2/"')


def atom(*entries: str) -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{"".join(f"<entry>{one}</entry>" for one in entries)}</feed>'


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("nitf", NITF, [IN_NITF]),
        ("nitf", "<nitf><head><title>عنوان</title></head><body><body.content><p>نص</p></body.content></body></nitf>",
         [[("headline", "عنوان"), ("paragraph", "نص")]]),
        ("nitf", '<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">\n<nitf><body><p>نص&nbsp;ثان</p></body></nitf>', [[("paragraph", "نص\u00a0ثان")]]),
        ("newsml-g2", item(f"<inlineXML>{NITF}</inlineXML>", "<headline>رأس</headline><by>بقلم فلان</by>"),
         [[("headline", "رأس"), ("byline", "بقلم فلان"), *IN_NITF]]),
        ("newsml-g2", item('<inlineData contenttype="text/plain">أول\n\nثان</inlineData>',
                           '<headline role="hld:subHeadline">فرع</headline><description role="drol:summary">ملخص</description>'
                           "<dateline>عمان</dateline>"),
         [[("heading", "فرع"), ("summary", "ملخص"), ("dateline", "عمان"), ("paragraph", "أول"), ("paragraph", "ثان")]]),
        ("newsml-g2", item("", "<description>صورة الوزير</description>", "picture"), [[("caption", "صورة الوزير")]]),
        ("newsml-g2", item('<inlineData contenttype="image/jpeg" encoding="base64">AAAA</inlineData>'), [[]]),
        ("newsml-g2", f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{item("", "<headline>أول</headline>")}'
                      f"{item('', '<headline>ثان</headline>')}</itemSet></newsMessage>", [[("headline", "أول")], [("headline", "ثان")]]),
        ("newsml-g2", item("", '<headline xml:lang="en">ايران</headline><headline>خبر</headline>'), [[("headline", "خبر")]]),
        ("rss", rss("<title>خبر &amp; غيره</title><description>نص</description>",
                    channel="<title>الموقع</title><image><title>x</title></image>"),
         [[("headline", "الموقع")], [("headline", "خبر & غيره"), ("paragraph", "نص")]]),
        ("rss", rss("<title>&lt;b&gt;خبر&lt;/b&gt; &amp;quot;عاجل&amp;quot;</title><description>موجز</description>"
                    "<c:encoded><![CDATA[<p>أول</p><p>ثان &laquo;قول&raquo;</p>]]></c:encoded>"),
         [[("headline", 'خبر "عاجل"'), ("summary", "موجز"), ("paragraph", "أول"), ("paragraph", "ثان «قول»")]]),
        ("rss", '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item>'
                "<title>خبر</title></item></r:RDF>", [[("headline", "خبر")]]),
        ("wxr", wxr("<title>خبر</title><c:encoded><![CDATA[أول\nسطر\n\nثان [embed]\n\n"
                    '[caption id="a"]<img src="x" alt="ميناء"> صورة[/caption]\n\n'
                    "<!-- wp:paragraph --><p>ثالث</p>]]></c:encoded><e:encoded><![CDATA[موجز]]></e:encoded>"
                    "<wp:post_type>post</wp:post_type>"),
         [[("headline", "خبر"), ("summary", "موجز"), ("paragraph", "أول سطر"), ("paragraph", f"ثان {GAP}"), ("caption", "صورة"),
           ("paragraph", "ثالث"), ("caption", "ميناء")]]),
        ("wxr", wxr("<title>قائمة</title><wp:post_type>nav_menu_item</wp:post_type>",
                    "<title>ملف</title><e:encoded>صورة</e:encoded><wp:post_type>attachment</wp:post_type>"), [[("caption", "صورة")]]),
        ("atom", atom('<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>نص<br/>تابع</p></div></content><summary>موجز</summary>'
                      '<title type="html">خبر &lt;i>عاجل&lt;/i></title><source><title>x</title></source>'),
         [[("summary", "موجز"), ("headline", "خبر عاجل"), ("paragraph", "نص تابع")]]),
        ("atom", atom("<title>أ</title><summary>نص</summary>", "<title>ب</title><content>أول\nثان</content>"),
         [[("headline", "أ"), ("paragraph", "نص")], [("headline", "ب"), ("paragraph", "أول"), ("paragraph", "ثان")]]),
        ("ninjs", json.dumps({"uri": "x", "versioncreated": "y", "body_xhtml": "<p>نص</p>", "body_text": "نص", "headline": "خبر",
                              "byline": "فلان", "located": "عمان", "slugline": "س", "description_text": "موجز", "associations": {
                                  "main": {"type": "picture", "headline": "ميناء", "description_text": "صورة", "byline": "علان"}}}),
         [[("headline", "خبر"), ("summary", "موجز"), ("byline", "فلان"), ("dateline", "عمان"), ("paragraph", "نص"), ("byline", "علان"),
           ("caption", "ميناء"), ("caption", "صورة")]]),
        ("ninjs", json.dumps([{"uri": "1", "headlines": [{"role": "main", "value": "خبر"}], "title": "اسم", "by": "فلان",
                               "bodies": [{"role": "text", "contentType": "text/plain", "value": "نص"},
                                          {"role": "html", "contentType": "text/html", "value": "<p>نص <b>مهم</b></p>"}],
                               "descriptions": [{"role": "creditline", "value": "وكالة"}, {"role": "caption", "value": "صورة"}],
                               "associations": [{"type": "picture", "descriptions": [{"value": "ميناء"}]}]},
                              {"uri": "2", "headlines": [{"value": "ثان"}], "pubStatus": "usable"}]),
         [[("headline", "خبر"), ("byline", "فلان"), ("paragraph", "نص مهم"), ("caption", "صورة"), ("caption", "ميناء")],
          [("headline", "ثان")]]),
    ],
)  # fmt: skip
def test_prose_and_roles(name: str, text: str, expected: list[list[tuple[str, str]]]) -> None:
    assert [blocks(one) for one in articles(text, name)] == expected
    assert FORMATS[name].holds
    others = [fmt.name for fmt in FORMATS.values() if fmt.holds and fmt.holds(Source("a", text))]
    assert others == [name]


@pytest.mark.parametrize("name", XML)
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b"><!ENTITY b "&a;&a;">]>{}', "entities"),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>{}', "entities"),
        ('<!DOCTYPE x [<!ENTITY % a SYSTEM "http://example.com/"> %a;]>{}', "entities"),
        ("{}<", "line 1"),
        ("\n<x/>", "is no "),
        ("", "is no "),
    ],
)
def test_what_is_hostile_or_broken_is_refused_in_one_line(name: str, text: str, said: str) -> None:
    whole = {"nitf": NITF, "newsml-g2": item(""), "rss": rss(), "wxr": wxr(), "atom": atom()}[name]
    with pytest.raises(UnreadableError) as error:
        articles(text.format(whole), name)
    assert said in error.value.en
    assert "\n" not in error.value.en
    assert error.value.ar


def test_named_fields_win_over_what_the_content_tells() -> None:
    text = '{"uri": "x", "body_text": "نص", "lead": "مقدمة"}'
    found = Found("a.json", "ninjs", (Field("lead"),), ("json",))
    (parsed,) = documents_of(found, Input(FORMATS, contents={"a.json": text.encode()}))
    assert isinstance(parsed, Document)
    assert parsed.text == "مقدمة"


@pytest.mark.parametrize("text", [" " * 100_000, "<!-- x -->" * 20_000, "<!--" * 20_000, "<?x ?>" * 20_000, "<!DOCTYPE x [" * 5_000])
def test_the_root_is_looked_for_in_linear_time(text: str) -> None:
    assert [fmt.name for fmt in FORMATS.values() if ".xml" in fmt.suffixes and fmt.holds and fmt.holds(Source("a.xml", text))] == []


def test_nesting_without_end() -> None:
    with pytest.raises(UnreadableError, match="nested more than"):
        articles("<nitf>" + "<p>" * 100_000, "nitf")


def test_the_content_tells_the_vocabulary_and_others_are_said() -> None:
    names = [fmt.name for fmt in FORMATS.values() if ".xml" in fmt.suffixes]
    found = Found("a.xml", names[0], (), tuple(names[1:]))
    assert format_of(found, Source("a.xml", atom()), FORMATS) is FORMATS["atom"]
    (fault,) = documents_of(found, Input(FORMATS, contents={"a.xml": b"<project/>"}))
    assert not isinstance(fault, Document)
    assert "not supported" in fault.message.en


@pytest.mark.parametrize("encoding", ["windows-1256", "ISO-8859-6", "UTF-16", "utf-8"])
def test_declared_encodings_are_read_and_written(encoding: str) -> None:
    data = f'<?xml version="1.0" encoding="{encoding}"?>\n{rss("<title>خبر ايران</title>")}'.encode(encoding)
    fmt = FORMATS["rss"]
    (parsed,) = articles(data, "rss")
    assert fmt.write(data, ()) == data
    edit = parsed.sourcemap.edit(4, 5, "إ😀")
    assert edit
    written = fmt.write(data, [SourceEdit(*edit)])
    assert blocks(articles(written, "rss")[0]) == [("headline", "خبر إ😀يران")]
    assert written.startswith(data[:40])


PROSE = st.text(alphabet="ابت ةى.«&<>'\"]\n\r-;#😀ً", max_size=30)


def in_xml(text: str, cdata: bool) -> str:
    """A text as it may be written in an element."""
    if cdata and "]]>" not in text:
        return f"<![CDATA[{text}]]>"
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&#62;").replace("\r", "&#13;").replace("ة", "&#x629;")


@given(texts=st.lists(st.tuples(PROSE, st.booleans()), max_size=4), data=st.data())
def test_places_lead_back_and_edits_change_only_their_span(texts: list[tuple[str, bool]], data: st.DataObject) -> None:
    content = "<b>x</b>".join(in_xml(text, cdata) for text, cdata in texts)
    name, written = data.draw(
        st.sampled_from(
            (
                ("nitf", f"<nitf><body><p>{content}</p></body></nitf>"),
                ("rss", rss(f"<title>{content.replace('<b>x</b>', '')}</title>")),
                ("atom", atom(f"<content>{content.replace('<b>x</b>', '')}</content>")),
                ("rss", rss(f"<description>{content.replace('<b>x</b>', '')}</description>")),
            )
        )
    )
    assert FORMATS[name].write(written.encode(), ()) == written.encode()
    for parsed in articles(written, name):
        for run in parsed.sourcemap.runs:
            if run.exact and run.width == 1:
                assert "".join(parsed.text[run.start : run.end].split()) == "".join(written[run.source_start : run.source_end].split())
        if not parsed.blocks:
            continue
        block = data.draw(st.sampled_from(parsed.blocks))
        start = data.draw(st.integers(block.start, block.end))
        end = data.draw(st.integers(start, min(block.end, start + 3)))
        new = data.draw(st.sampled_from(("ث", "&ث<", "ث]]>ث")))
        edit = parsed.sourcemap.edit(start, end, new)
        if edit is not None:
            (changed,) = articles(applied(written, [SourceEdit(*edit)]), name)
            assert len(changed.blocks) == len(parsed.blocks)
            assert changed.text.split() == (parsed.text[:start] + new + parsed.text[end:]).split()


@given(st.binary(max_size=60), st.sampled_from(XML), st.integers(0, 200))
def test_random_bytes_and_random_damage_are_read_or_refused(data: bytes, name: str, at: int) -> None:
    whole = {"nitf": NITF, "newsml-g2": item(""), "rss": rss("<title>خبر</title>"), "wxr": wxr(), "atom": atom("<title>خبر</title>")}[name]
    damaged = whole.encode()
    for one in (data, damaged[:at] + data + damaged[at:], damaged[:at]):
        try:
            articles(one, name)
        except UnreadableError:
            continue


@pytest.mark.skipif(not MARKUP.is_dir(), reason="the corpora are not beside the project")
def test_real_files_are_read_without_loss() -> None:
    for folder, suffix, name in (("newsml-g2", "xml", "newsml-g2"), ("ninjs", "json", "ninjs")):
        fmt = FORMATS[name]
        for path in sorted((MARKUP / folder).glob(f"*.{suffix}")):
            data = path.read_bytes()
            source = fmt.decode(str(path), data, 20_000_000)
            assert fmt.write(data, ()) == data
            if fmt.holds and fmt.holds(source):
                for parsed in fmt.documents(source):
                    for run in parsed.sourcemap.runs:
                        if run.exact and run.width == 1:
                            said = source.text[run.source_start : run.source_end]
                            assert "".join(parsed.text[run.start : run.end].split()) == "".join(said.split())
