"""From source to prose and back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.directives import suppressions
from arlint.document import Document
from arlint.formats import arlint_formats
from arlint.testing import articles, document

GAP = "\ufffc"
COMMENTS = {one.name: one.comments for one in arlint_formats()}


CODE = ("code", GAP)


def blocks(parsed: Document) -> list[tuple[str, str]]:
    return [(block.role, parsed.text[block.start : block.end]) for block in parsed.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n \n\t\n", []),
        ("أول\n\nثان\r\nثالث", ["أول", "ثان", "ثالث"]),
        ("\ufeffأول", ["أول"]),
        ("انظر https://a.b/c?d=e. ثم غادر", [f"انظر {GAP}. ثم غادر"]),
        ("راسل a.b@c.org أو @handle_1 أو @a.b اليوم", [f"راسل {GAP} أو {GAP} أو {GAP} اليوم"]),
        ("قوله ﴿نص الآية﴾ هنا", [f"قوله {GAP} هنا"]),
        ("قوله: «زِدْنِى عِلْمًا \u06da وَلَا تَعْجَلْ»", [f"قوله: «{GAP}»"]),
        ("قوله (\u0671لْحَمْدُ لِلَّهِ رَبِّ \u0671لْعَالَمِينَ) هنا", [f"قوله ({GAP}) هنا"]),
        ("باسم \u0671لرَّحْمَٰنِ \u0671لرَّحِيمِ نبدأ", [f"باسم {GAP} نبدأ"]),
        ("قال: «\u0671لأمر انتهى»", [f"قال: «{GAP} انتهى»"]),
        ("نص <!-- arlint: disable-line --> نص", [f"نص {GAP} نص"]),
        ("# arlint: disable-file=QUO\nنص", ["نص"]),
        ("---\ntitle: عنوان\ndate: 2019-01-05\ntags: [أ, ب]\nx:\n  - سر\n---\n\nنص", ["عنوان", "نص"]),
        ("\ufeff+++\r\nعنوان = \"رأس\"\r\n+++\r\nنص", ["رأس", "نص"]),
        ("---\nقال: نعم\n---\nنص", ["---", "قال: نعم", "---", "نص"]),
        ("---\ntitle: بلا نهاية\nنص", ["---", "title: بلا نهاية", "نص"]),
        ("// arlint: disable-next-line -- سبب\nنص", ["نص"]),
    ],
)
def test_plain(text: str, expected: list[str]) -> None:
    assert [prose for _, prose in blocks(document(text))] == expected


@pytest.mark.parametrize("text", ["\n عنوان\n\nأول\nثان", "\ufeffعنوان\nأول\nثان", "# arlint: disable=QUO\n\nعنوان\r\nأول\r\nثان"])
def test_the_first_line_of_a_headlined_text_is_its_headline(text: str) -> None:
    assert [(role, prose.strip()) for role, prose in blocks(document(text, "headlined-text"))] == [
        ("headline", "عنوان"),
        ("paragraph", "أول"),
        ("paragraph", "ثان"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# عنوان\n\nفقرة على\nسطرين", [("headline", "عنوان"), ("paragraph", "فقرة على سطرين")]),
        ("## فرعي", [("heading", "فرعي")]),
        ("نص **غا**مق و*مائل*", [("paragraph", "نص غامق ومائل")]),
        ("نص [رابط](http://a.b 'ع') و![بديل](x.png)", [("paragraph", "نص رابط وبديل")]),
        ("نص `شيفرة` نص", [("paragraph", f"نص {GAP} نص")]),
        ("```\nشيفرة\n```\n\nنص", [CODE, ("paragraph", "نص")]),
        ("    شيفرة\n\nنص", [CODE, ("paragraph", "نص")]),
        ("<div>وسم</div>\n\nنص", [("paragraph", "وسم"), ("paragraph", "نص")]),
        ("نص <b>غامق</b><br>سطر", [("paragraph", "نص غامق سطر")]),
        ("- أول\n- ثان\n\n  تابع", [("list-item", "أول"), ("list-item", "ثان"), ("list-item", "تابع")]),
        ("- أول\n- ثان", [("list-item", "أول"), ("list-item", "ثان")]),
        ("- أول\n  - داخل\n- ثان", [("list-item", "أول"), ("list-item", "داخل"), ("list-item", "ثان")]),
        ("> اقتباس\n> تابع", [("quotation", "اقتباس تابع")]),
        ("| أ | ب |\n|---|---|\n| ج | د |", [("table-cell", cell) for cell in "أبجد"]),
        ("نص&nbsp;نص &amp; \\* نص", [("paragraph", "نص\u00a0نص & * نص")]),
        (
            '---\ntitle: "عنوان"\ntags: [أ]\ndescription: ملخص الخبر  # تعليق\n---\nنص',
            [("headline", "عنوان"), ("summary", "ملخص الخبر"), ("paragraph", "نص")],
        ),
        ("+++\ntitle = 'عنوان'\n+++\nنص", [("headline", "عنوان"), ("paragraph", "نص")]),
        ('---\ntitle: "قال \\"نعم\\" ثم"\n---\n', [("headline", 'قال "نعم" ثم')]),
        ("---\nعنوان: خبر\n---\n", [("headline", "خبر")]),
        ("نص https://a.b/ج نص", [("paragraph", f"نص {GAP} نص")]),
        ("<!-- arlint: disable -->\n\nنص", [("paragraph", "نص")]),
    ],
)
def test_markdown(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(document(text, "markdown")) == expected


def test_edits_do_not_cross_markup() -> None:
    parsed = document("نص **غا**مق &amp; نص", "markdown")
    bold = parsed.text.index("غامق")
    assert parsed.sourcemap.span(bold, bold + 4) == (5, 11)
    assert parsed.sourcemap.exact(bold, bold + 4) is None
    assert parsed.sourcemap.exact(bold, bold + 2) == (5, 7)
    entity = parsed.text.index("&")
    assert parsed.sourcemap.span(entity, entity + 1) == (12, 17)
    assert parsed.sourcemap.edit(entity, entity + 1, "<") == (12, 17, "\\<")


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("html", "<p>أ\n<!-- arlint: disable-next-line=QUO -- سبب -->\n<p>ب", 3),
        ("html", "<p>أ\n{# arlint: disable-next-line=QUO #}\n<p>ب", 3),
        ("webvtt", "WEBVTT\n\nNOTE arlint: disable-line=QUO", 3),
        ("yaml", "# arlint: disable-next-line=QUO -- سبب\ntext: نص", 2),
        ("po", "#. x\n# arlint: disable-line=QUO\n", 2),
        ("po", '# arlint: disable-next-line\nmsgid "a"\nmsgstr ""\n"نص"\n', 4),
        ("webvtt", "WEBVTT\n\nNOTE arlint: disable-next-line\n\n00:01.0 --> 00:02.0\nنص", 6),
        ("yaml", "a: 1 # arlint: disable-next-line\nb: 2\ntext: |\n  نص\n  ثان", 4),
        ("yaml", "text: أول\n---\n# arlint: disable-next-line\ntext: ثان", 4),
        ("mdx", "نص\n\n{/* arlint: disable-next-line=QUO -- سبب */}\n\nنص", 5),
        ("rst", "نص\n\n.. arlint: disable-next-line=QUO\n\nنص", 5),
        ("asciidoc", "// arlint: disable-next-line=QUO\nنص", 2),
        ("markdown", "---\n# arlint: disable-next-line=QUO\ntitle: خبر\n---\n", 3),
        ("markdown", "# arlint: disable-next-line=QUO\n\nنص", None),
        ("markdown", "```\n<!-- arlint: disable -->\n```\n\n`<!-- arlint: disable -->` نص", None),
        ("rst", "مثال::\n\n  .. arlint: disable\n\nو ``.. arlint: disable`` نص", None),
        ("srt", "1\n00:01,0 --> 00:02,0\n# arlint: disable", None),
        ("json", '{"text": "# arlint: disable"}', None),
    ],
)
def test_comments_suppress_in_formats_that_have_them(name: str, text: str, line: int | None) -> None:
    assert [one.first for one in suppressions(articles(text, name), COMMENTS[name])] == ([] if line is None else [line])


PROSE = st.text(alphabet="ابت ةى.\"»«*_`[](){}<>!&;#\n\r-|1>\\\ufeffً😀", max_size=120)


@given(PROSE, st.sampled_from(["text", "headlined-text", "markdown"]))
def test_every_exact_run_is_the_source(text: str, name: str) -> None:
    parsed = document(text, name)
    source = parsed.source.text
    position = 0
    for run in parsed.sourcemap.runs:
        assert run.start == position
        position = run.end
        assert 0 <= run.source_start <= run.source_end <= len(source)
        if run.exact:
            assert parsed.text[run.start : run.end] == source[run.source_start : run.source_end]
    assert position == len(parsed.text)
    for block in parsed.blocks:
        assert 0 <= block.start < block.end <= len(parsed.text)


@given(PROSE, st.sampled_from([one.name for one in arlint_formats() if one.holds is None]))
def test_views_slice_to_their_text(text: str, name: str) -> None:
    if name in ("json", "jsonl"):
        text = json.dumps({"text": text})
    elif name == "csv":
        text = 'text\n"{}"'.format(text.replace('"', '""'))
    elif name in ("yaml", "po"):
        text = {"yaml": "text: ", "po": 'msgid "a"\nmsgstr '}[name] + json.dumps(text, ensure_ascii=False)
    elif name in ("srt", "webvtt"):
        text = f"00:01.0 --> 00:02.0\n{text}"
    parsed = document(text, name)
    found = parsed.quotations
    for piece in (*parsed.paragraphs, *parsed.sentences, *parsed.words, *found.paired, *found.running, *found.unclosed, *found.unopened):
        assert piece.text == parsed.text[piece.start : piece.end]
    assert [word.form for word in parsed.words] == parsed.forms
    assert len(parsed.outline) == len(parsed.text)
