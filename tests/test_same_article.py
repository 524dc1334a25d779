"""One article in every format: the same findings at the same words, and after fixing the same prose."""

import csv
import html
import io
import json
import re
from collections.abc import Callable

import pytest
import yaml

from arlint.document import Document
from arlint.engine import examine
from arlint.fix import ROUNDS, chosen
from arlint.formats import arlint_formats
from arlint.plugins import load
from tests.packages import docx, odt

FORMATS = {fmt.name: fmt for fmt in arlint_formats()}
RULES = [rule() for rule in load().rules.values() if rule.default and not rule().lacking()]

ARTICLE = (
    "طهران - افتتح وزير النقل، الإثنين، جسرا جديدا 😀 في ايران بعد عامين من العمل .",
    "وأضاف [مدير الى] جانبه {عضو المجلس} & شركاه أن الكلفة بلغت 5 < 6 ملايين، وقال: «هذا {جسر كبير» لا} مثيل له في المنطقة كلها.",
    "وَأَعْلَنَتِ الشَّرِكَةُ عَنْ خُطَّةٍ اِلَى العَامِ المُقْبِلِ ، وأكد الناطق \"أن إيران\" & \"العراق\" ,سيوقعان اتفاقا.",
    "😀😀 وسار الموكب في في المدينة ؛ ثم غادر السكان 😀الى بيوتهم 😀، وقال مصدر {مطلع رفض الكشف} عن اسمه إن الجسر متين.",
    "وأضاف المصدر: «لم يتأخر [العمل] {يوما واحدا} في الموقع كله.",
)  # fmt: skip
"""`[bold]` and `{link}`; the rest is text."""


def plainly(paragraph: str) -> str:
    return re.sub(r"[\[\]{}]", "", paragraph)


LINES = [plainly(one) for one in ARTICLE]
BODY = "\n".join(LINES)


def marked(paragraph: str, escape: Callable[[str], str], bold: str, link: str) -> str:
    parts = re.split(r"([\[\]{}])", paragraph)
    signs = {"[": bold.split("|", maxsplit=1)[0], "]": bold.split("|")[1], "{": link.split("|", maxsplit=1)[0], "}": link.split("|")[1]}
    return "".join(signs.get(part) or escape(part) for part in parts)


def in_html(paragraph: str) -> str:
    text = marked(paragraph, lambda text: text.replace("&", "&amp;").replace("<", "&lt;"), "<b>|</b>", '<a href="/x?a=1&amp;b">|</a>')
    return text.replace("«", "&laquo;")


def in_webvtt(paragraph: str) -> str:
    return marked(paragraph, lambda text: text.replace("&", "&amp;").replace("<", "&lt;"), "<b>|</b>", "<c.link>|</c>")


def as_cues(paragraph: str) -> str:
    """A paragraph as two cues, the second beginning with its third word."""
    first, second, rest = paragraph.split(" ", 2)
    return f"{first} {second}\n\n2\n00:00:01,000 --> 00:00:02,000\n{rest}"


def srt() -> str:
    cues = [as_cues(marked(one, str, "<i>|</i>", "{\\an8}|{\\an2}")) for one in ARTICLE]
    # Between paragraphs there is a long silence.
    return "\n".join(f"1\n00:00:{10 * number:02},000 --> 00:00:{10 * number + 9:02},000\n{cue}\n" for number, cue in enumerate(cues))


def table(delimiter: str) -> str:
    out = io.StringIO(newline="")
    rows = [["id", "body", "x"], [1, BODY, "ايران  "]]
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    return out.getvalue()


def in_docx(paragraph: str) -> str:
    """Each paragraph in runs that Word splits where it likes, with marks of the spell checker between them."""
    run = '<w:r w:rsidR="00{}"><w:rPr>{}<w:lang w:bidi="ar-SA"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    noise = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="b"/>'
    bold, parts = "", []
    for part in re.split(r"([\[\]{}])", paragraph):
        if part in ("[", "]"):
            bold = "<w:b/>" if part == "[" else ""
        elif part in ("{", "}"):
            parts.append('<w:hyperlink r:id="rId9">' if part == "{" else "</w:hyperlink>")
        else:
            pieces = re.findall(r".{1,5}", part)
            parts += [run.format(number, bold, html.escape(piece, quote=False)) + noise for number, piece in enumerate(pieces)]
    return f"<w:p><w:pPr><w:bidi/></w:pPr>{''.join(parts)}</w:p>"


def in_odt(paragraph: str) -> str:
    """Each paragraph with spans that differ in nothing but when they were typed."""
    bold, link = '<text:span text:style-name="T1">|</text:span>', '<text:a xlink:href="x">|</text:a>'
    text = marked(paragraph, lambda text: html.escape(text, quote=False), bold, link)
    return '<text:p text:style-name="P1">' + text.replace("في", 'ف<text:span text:style-name="T2">ي</text:span>') + "</text:p>"


def c_string(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    half = len(text) // 2 + 1
    return f'"{text[:half]}"\n"{text[half:]}"'


BACKSLASH_LESS = "\\<"
PAGE = "<!DOCTYPE html>\n<html lang=ar dir=rtl><head><script>'<p>ايران'</script></head>\n<body>\n{}\n</body></html>\n"
HTML = "\n".join(f"<p class='x'>\n  {in_html(one)}\n</p>" for one in ARTICLE)
MDX = "import A from 'b'\n\n" + "\n\n".join(
    f"<Part>\n  {marked(one, lambda text: text.replace('<', BACKSLASH_LESS), '<B c={1}>|</B>', '[|](x)')}\n</Part>" for one in ARTICLE
)
XML = "\n".join(f"<p>\n  {in_html(one).replace('&laquo;', '&#xab;')}\n</p>" for one in ARTICLE)
PREFIXED = re.sub(r"<(/?)(\w)", r"<\1x:\2", XML)
RSS = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item>{}</item></channel></rss>'
ATOM = '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><entry>{}</entry></feed>'
POST = "\n\n".join(in_html(one) for one in ARTICLE) + '\n\n[gallery ids="1,2"]'


def newsml(element: str, content: str) -> str:
    name = element.partition(" ")[0]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="ar">\n'
        f"<contentSet><{element}>{content}</{name}></contentSet></newsItem>\n"
    )


PO_HEADER = 'msgid ""\nmsgstr ""\n"Language: ar\\n"\n\n'
INDENTED = "".join(f"  {line}\n" for line in LINES)

WRITTEN = {
    "text": ("text", BODY),
    "markdown": ("markdown", "\n\n".join(marked(one, lambda text: text.replace("<", "\\<"), "**|**", "[|](x.html)") for one in ARTICLE)),
    "mdx": ("mdx", MDX),
    "rst": ("rst", "\n\n".join(marked(one, str, "**|**", "`|  <http://a.b/c>`_") for one in ARTICLE)),
    "asciidoc": ("asciidoc", "\n\n".join(marked(one, lambda said: said.replace("«", "&laquo;"), "**|**", "ftp://a[|]") for one in ARTICLE)),
    "html": ("html", PAGE.format(HTML)),
    "html fragment, numeric references": ("html", "<br><br>".join(in_html(one).replace("ا", "&#x627;") for one in ARTICLE)),
    "html values": ("html", "".join(f'<img alt="{html.escape(plainly(one))}">' for one in ARTICLE)),
    "srt": ("srt", srt()),
    "webvtt": ("webvtt", "WEBVTT\n\n" + "\n\n".join(f"0{at}:00.000 --> 0{at}:02.000\n{in_webvtt(one)}" for at, one in enumerate(ARTICLE))),
    "json": ("json", json.dumps({"id": 1, "body": BODY, "other": "ايران  "}, ensure_ascii=False)),
    "json, escaped": ("json", json.dumps({"body": BODY, "other": "ايران  "}, indent=1)),
    "json, html": ("json", json.dumps({"content": {"rendered": HTML}})),
    "json, list": ("json", json.dumps([{"paragraphs": LINES}], ensure_ascii=False)),
    "jsonl": ("jsonl", json.dumps({"text": LINES}, ensure_ascii=False) + "\n"),
    "yaml, literal": ("yaml", f"# ملف\nother: ايران  \nbody: |\n{INDENTED}"),
    "yaml, folded": ("yaml", "body: >\n" + INDENTED.replace("\n", "\n\n").replace(" العمل", "\n  العمل")),
    "yaml, double": ("yaml", yaml.safe_dump({"body": BODY}, default_style='"', width=2000)),
    "yaml, double, unicode": ("yaml", yaml.safe_dump({"body": LINES}, default_style='"', allow_unicode=True, width=60)),
    "yaml, single": ("yaml", yaml.safe_dump({"body": BODY}, default_style="'", allow_unicode=True, width=60)),
    "yaml, html": ("yaml", "body: |-\n  " + HTML.replace("\n", "\n  ")),
    "csv": ("csv", table(",")),
    "csv, semicolons": ("csv", table(";")),
    "po": ("po", PO_HEADER + "".join(f'#: a.py:1\nmsgid "{number}"\nmsgstr ""\n{c_string(one)}\n\n' for number, one in enumerate(LINES))),
    "nitf": ("nitf", '<?xml version="1.0" encoding="UTF-8"?>\n<nitf><body><body.content>\n' + XML + "</body.content></body></nitf>\n"),
    "newsml-g2, nitf": ("newsml-g2", newsml("inlineXML", f'<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>{XML}</body></nitf>')),
    "newsml-g2, xhtml": ("newsml-g2", newsml("inlineXML", f'<x:html xmlns:x="http://www.w3.org/1999/xhtml"><x:body>{PREFIXED}</x:body></x:html>')),
    "newsml-g2, text": ("newsml-g2", newsml('inlineData contenttype="text/plain"', html.escape(BODY))),
    "newsml-g2, html": ("newsml-g2", newsml('inlineData contenttype="text/html"', f"<![CDATA[{HTML}]]>")),
    "ninjs, text": ("ninjs", json.dumps({"uri": "x", "body_text": BODY, "pubstatus": "usable"}, ensure_ascii=False)),
    "ninjs, xhtml": ("ninjs", json.dumps({"uri": "x", "body_text": BODY, "body_xhtml": HTML}, indent=1)),
    "ninjs, nitf": ("ninjs", json.dumps({"uri": "x", "bodies": [{"value": f"<nitf>{XML}</nitf>", "contentType": "text/vnd.IPTC.NITF"}]})),
    "rss, escaped": ("rss", f"<rss><channel><item><description>{html.escape(HTML)}</description></item></channel></rss>"),
    "rss, content": ("rss", RSS.format(f"<content:encoded><![CDATA[{HTML}]]></content:encoded>")),
    "wxr": ("wxr", RSS.replace("<rss", '<rss xmlns:wp="http://wordpress.org/export/1.2/"')
            .format(f"<content:encoded><![CDATA[{POST}]]></content:encoded>")),
    "atom, html": ("atom", ATOM.format(f'<content type="html">{html.escape(HTML)}</content>')),
    "atom, xhtml": ("atom", ATOM.format(f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{XML}</div></content>')),
    "atom, text": ("atom", ATOM.format(f"<content>{html.escape(BODY)}</content>")),
    "docx": ("docx", lambda mark, end: docx(end.join(map(in_docx, ARTICLE)), mark)),
    "odt": ("odt", lambda mark, end: odt(end.join(map(in_odt, ARTICLE)), mark)),
}  # fmt: skip


def read(data: bytes, name: str) -> Document:
    fmt = FORMATS[name]
    return next(iter(fmt.documents(fmt.decode("a", data, 1_000_000))))


def fixed(data: bytes, name: str) -> bytes:
    for _ in range(ROUNDS):
        found = chosen(examine(read(data, name), RULES).diagnostics)
        data, before = FORMATS[name].write(data, [edit for one in found if one.fix for edit in one.fix.edits]), data
        if data == before:
            break
    return data


def seen(data: bytes, name: str) -> list[tuple[str, str, int]]:
    """Rule, words and paragraph of every finding, the words found through the source span and the map back."""
    parsed = read(data, name)
    back = {}
    for offset in range(len(parsed.text)):
        start, end = parsed.sourcemap.span(offset, offset + 1)
        back.update(dict.fromkeys(range(start, end), offset))
    found = []
    for one in examine(parsed, RULES).diagnostics:
        offsets = sorted({back[place] for place in range(one.start, one.end) if place in back})
        assert offsets == list(range(offsets[0], offsets[-1] + 1))
        assert parsed.source.text[one.start : one.end] == one.text
        words = parsed.text[offsets[0] : offsets[-1] + 1]
        found.append((one.rule.id, words, sum(block.start <= offsets[0] for block in parsed.blocks)))
    return found


def prose(data: bytes, name: str) -> list[str]:
    parsed = read(data, name)
    return [parsed.text[block.start : block.end] for block in parsed.blocks]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("written", WRITTEN)
def test_the_same_article(written: str, mark: str, line_end: str) -> None:
    name, text = WRITTEN[written]
    data = (mark + text.replace("\r\n", "\n").replace("\n", line_end)).encode() if isinstance(text, str) else text(mark, line_end)
    assert prose(data, name) == LINES
    assert seen(data, name) == seen(BODY.encode(), "text")
    assert FORMATS[name].write(data, ()) == data
    assert prose(fixed(data, name), name) == prose(fixed(BODY.encode(), "text"), "text")


def test_the_article_has_findings_of_many_rules() -> None:
    assert len({rule for rule, _, _ in seen(BODY.encode(), "text")}) >= 6
