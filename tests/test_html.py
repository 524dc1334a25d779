"""HTML: what is prose in a page, and what may be written into it."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.document import Document
from arlint.testing import document

GAP = "\ufffc"


CODE = ("code", GAP)


def blocks(parsed: Document) -> list[tuple[str, str]]:
    return [(block.role, parsed.text[block.start : block.end]) for block in parsed.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("<p> \n </p>", []),
        ("<p>نص\n   على سطرين</p>\nبعده", [("paragraph", "نص على سطرين"), ("paragraph", "بعده")]),
        ("<p>كل<b>م</b>ة <a href='x'>في</a> <i> جملة</i></p>", [("paragraph", "كلمة في جملة")]),
        ("<p>أول<br>ثان<br />\n<br>ثالث", [("paragraph", "أول ثان"), ("paragraph", "ثالث")]),
        ("<title>خبر &amp; <b></title>", [("headline", "خبر & <b>")]),
        ("<h1>رأس</h1><h2>فرع</h2><p>نص", [("headline", "رأس"), ("heading", "فرع"), ("paragraph", "نص")]),
        ("<ul><li>أول<li>ثان<ul><li>داخل</ul><li>ثالث</ul>بعد",
         [*(("list-item", one) for one in ("أول", "ثان", "داخل", "ثالث")), ("paragraph", "بعد")]),
        ("<blockquote><p>قول</p></blockquote><p>نص", [("quotation", "قول"), ("paragraph", "نص")]),
        ("<table><tr><td>أ<td>ب<tr><th>ج</table>", [("table-cell", one) for one in "أبج"]),
        ("<figure><img src=x alt='صورة «أ»'><figcaption>شرح</figcaption></figure>نص",
         [("caption", "شرح"), ("paragraph", "نص"), ("caption", "صورة «أ»")]),
        ('<meta name="description" content="ملخص &quot;قصير&quot;"><p>نص', [("paragraph", "نص"), ("summary", 'ملخص "قصير"')]),
        ('<title>خبر</title><meta property=og:title content="خبر"><meta property=og:title content="غيره">',
         [("headline", "خبر"), ("headline", "غيره")]),
        ("<p>نص<script>if (a<b) '</p>'</SCRIPT > نص<style>a</style>", [("paragraph", "نص نص")]),
        ("<p>نص<!-- <p>سر --> نص", [("paragraph", "نص نص")]),
        ("<p>نص <code>شيفرة</code> نص", [("paragraph", f"نص {GAP} نص")]),
        ("<p>نص</p><pre>شيفرة <b>س</b></pre><textarea>نموذج</textarea><template><p>قالب</template>بعد",
         [("paragraph", "نص"), CODE, ("paragraph", "بعد")]),
        ("<p>نص<p lang=en>text<p>نص", [("paragraph", "نص"), ("paragraph", "نص")]),
        ("<p>قال <span lang='fr-FR'>oui <b>x</b></span> ثم", [("paragraph", f"قال {GAP} ثم")]),
        ("<html lang=en><body>a <p lang='ar-EG'>نص</p> b", [("paragraph", "نص")]),
        ("<p dir=rtl>نص</p>", [("paragraph", "نص")]),
        ("نص&nbsp;نص &amp; &#1575;&#x628; &lt &laquo;نص&raquo;", [("paragraph", "نص\u00a0نص & اب < «نص»")]),
        ("أ < ب & ج > د <3 &; &#;", [("paragraph", "أ < ب & ج > د <3 &; &#;")]),
        ("<p>نص {{ متغير }} و{% if x %}نص{% endif %}{# تعليق #}", [("paragraph", f"نص {GAP} و{GAP}نص{GAP}{GAP}")]),
        ("<?php echo '>' ?><p>نص<?xml:namespace o /> نص</?>", [("paragraph", "نص نص")]),
        ("<p>نص</b></i></div> نص</nothing>", [("paragraph", "نص"), ("paragraph", "نص")]),
        ("نص <b title='", [("paragraph", "نص")]),
        ("نص <!-- بلا نهاية", [("paragraph", "نص")]),
        ("نص <svg/> نص<svg><title>أيقونة</title><path/></svg>", [("paragraph", "نص نص")]),
        ("<P>نص</P><DIV>نص</DIV>", [("paragraph", "نص"), ("paragraph", "نص")]),
        ("10 كم<sup>2</sup> هنا", [("paragraph", f"10 كم{GAP} هنا")]),
        ("<p>نص<sup><a href='#n 1'>[1]</a></sup> ثم <sub>تصوير سلمى يوسف</sub></p>", [("paragraph", f"نص{GAP} ثم تصوير سلمى يوسف")]),
        ("كل<wbr>مة ك\u00adلمة", [("paragraph", "كلمة ك\u00adلمة")]),
        ("\ufeff<p>نص", [("paragraph", "نص")]),
    ],
)  # fmt: skip
def test_prose(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(document(text, "html")) == expected


MENU = "<ul>" + "<li><a href='/x'>قسم الأخبار</a></li>" * 20 + "</ul>"
LEAD = "<p>وصل الوفد الوزاري إلى العاصمة مساء أمس، ويلتقي اليوم رئيس الحكومة.</p>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<nav>قائمة</nav><p>نص</p>", ["نص"]),
        ("<ul><li><a href=x>قسم</a> » </li><li><a href=x>قسم</a> جديد</li></ul><p><a href=x>نص</a></p>", ["قسم جديد", "نص"]),
        ("<h2><a href=x>رأس</a></h2><div><a href=x>المزيد</a></div><footer>حقوق</footer><button>أرسل</button>", ["رأس"]),
        ("<p>خارج</p><h1>رأس</h1><main><p>نص</p><ul><li>بند</li></ul></main><p>بعده</p>", ["رأس", "نص", "بند"]),
        ("<article><p>نص</p><footer>كتبه سامي</footer></article>", ["نص", "كتبه سامي"]),
        (f"{MENU}<div>الطقس</div><div>أمس</div><h1>رأس</h1>{LEAD}<h3>فرع</h3>{LEAD}<div>سامي</div><div>مشاركة</div><div>أعلى</div>",
         ["أمس", "رأس", LEAD[3:-4], "فرع", LEAD[3:-4], "سامي"]),
        (f"{MENU}<div>الأكثر قراءة</div><div>الطقس</div>", ["الأكثر قراءة", "الطقس"]),
        ("<a title='قسم'>قسم</a><img alt=سد><p>نص", ["نص", "سد"]),
    ],
)  # fmt: skip
def test_menus_of_a_whole_page_are_no_prose(body: str, expected: list[str]) -> None:
    page = document(f"<!doctype html><body>{body}", "html")
    assert [page.text[block.start : block.end] for block in page.blocks] == expected


def test_a_fragment_is_read_whole() -> None:
    found = blocks(document(f"{MENU}<div>الطقس</div><footer>ذيل</footer>", "html"))
    assert [said for _, said in found] == [*["قسم الأخبار"] * 20, "الطقس", "ذيل"]


def test_what_search_engines_read_is_read_once() -> None:
    text = "<title>&#x202b;خبر  اليوم | الموقع</title><meta property=og:title content='خبر اليوم'><meta name=description content=ملخص>"
    assert [said for _, said in blocks(document(text, "html"))] == ["\u202bخبر اليوم | الموقع", "ملخص"]


def test_places() -> None:
    text = "<p>نص <b>غا</b>مق &amp;\r\n نص"
    parsed = document(text, "html")
    assert parsed.text == "نص غامق & نص"
    assert parsed.sourcemap.span(3, 7) == (9, 17)
    assert parsed.sourcemap.exact(3, 7) is None
    assert parsed.sourcemap.exact(3, 5) == (9, 11)
    assert parsed.sourcemap.span(8, 9) == (18, 23)
    assert parsed.sourcemap.edit(7, 10, "<") == (17, 26, "&lt;")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<p>نص", "&lt;&amp;\"'&gt;"),
        ("<title>نص</title>", "&lt;&amp;\"'&gt;"),
        ("<img alt='نص'>", "&lt;&amp;&quot;&#39;&gt;"),
        ('<img alt="نص">', "&lt;&amp;&quot;&#39;&gt;"),
        ("<img alt=نص>", None),
    ],
)
def test_what_is_written_is_escaped(text: str, written: str | None) -> None:
    edit = document(text, "html").sourcemap.edit(0, 2, "<&\"'>")
    start = text.index("نص")
    assert edit == (None if written is None else (start, start + 2, written))


def test_what_follows_a_stray_sign_stays() -> None:
    """Without the blank, `< b` would become a tag and `& lt;` a sign."""
    parsed = document("أ < b & lt; ج", "html")
    assert [parsed.sourcemap.exact(at, at + 1) for at in (3, 7)] == [None, None]
    assert parsed.sourcemap.exact(1, 2) == (1, 2)


MARKUP = st.lists(
    st.sampled_from(
        "ا ب كلمة ، . \" ' < > & </ <p> </p> <b> </b> <br> <br/> <li> </li> <ul> </ul> <td> <h1> <!-- --> <!> <?php ?> &amp; &lt;"
        " &#65; &#x; &nbsp; &copy &quot; <title> </title> <script> </script> <pre> </pre> <span\tlang=en> <span\tlang='ar'> </span>"
        " <img\talt='نص' <img\talt=\"ن&gt;\"> =\" {{ x}} {% %}"
        " <svg> </svg> <blockquote> </blockquote> <code> </code> \n \r\n \t \u00a0 \ufeff ً 😀 https://a.b http:// @x ﴿ ﴾".split(" ")
    )
    | st.sampled_from((" ", "  ", "\n")),
    max_size=40,
).map("".join)  # fmt: skip


@given(MARKUP)
def test_every_run_says_what_its_source_says(text: str) -> None:
    parsed = document(text, "html")
    source = parsed.source.text
    position = 0
    for run in parsed.sourcemap.runs:
        assert run.start == position
        position = run.end
        prose, written = parsed.text[run.start : run.end], source[run.source_start : run.source_end]
        if run.exact:
            units = [written[at : at + run.width] for at in range(0, len(written), run.width)]
            assert prose == "".join(" " if unit.isspace() and unit[0] != "\u00a0" else html.unescape(unit) for unit in units)
        elif prose == " ":
            assert re.match(r"[ \t\n\r\f]|<br|&", written)
            assert re.search(r"[ \t\n\r\f]$|<br/?>$|;$", written)
        elif prose not in ("\n", GAP):
            assert html.unescape(written) == prose
    assert position == len(parsed.text)
    for block in parsed.blocks:
        inside = parsed.text[block.start : block.end]
        assert inside
        assert not re.search(r"[\n\t\r]|  ", inside.replace("\u00a0", "x"))


@given(MARKUP, st.data())
def test_an_edit_is_read_back_as_prose(text: str, data: st.DataObject) -> None:
    parsed = document(text, "html")
    spans = [run for run in parsed.sourcemap.runs if run.exact and run.end > run.start]
    if not spans:
        return
    run = data.draw(st.sampled_from(spans))
    at = data.draw(st.integers(run.start, run.end - 1))
    edit = parsed.sourcemap.edit(at, at + 1, "<ك&quot;\">")
    if edit is None:
        return
    start, end, written = edit
    again = document(text[:start] + written + text[end:], "html")
    assert again.text == parsed.text[:at] + "<ك&quot;\">" + parsed.text[at + 1 :]
    assert again.text.count("\n") == parsed.text.count("\n")
