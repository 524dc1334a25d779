"""Markdown and MDX: what of it is prose, and that an edit changes the prose it is meant to change and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.testing import document
from tests.blocks import CODE, GAP, blocks, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<div dir=rtl>\nنص <b>غا</b>مق<br>سطر\n</div>", said("نص غامق سطر")),
        ("> <div>\n> نص\n> تابع\n> </div>", [("quotation", "نص تابع")]),
        ("<details>\n<summary>رأس</summary>\n\nنص\n\n</details>", [("heading", "رأس"), *said("نص")]),
        ("<script>\nنص\n\nنص\n</script>\n\n<pre>\nنص\n</pre>\n\nآخر", [CODE, *said("آخر")]),
        ("نص <code>شيفرة</code> و<kbd>زر</kbd> و<span lang='en'>OK</span> نص", said(f"نص {GAP} و{GAP} و{GAP} نص")),
        ("نص <span lang=ar>داخل</span> نص", said("نص داخل نص")),
        ("نص<sup>12</sup> ثم <sub>تصوير سلمى يوسف</sub>", said(f"نص{GAP} ثم تصوير سلمى يوسف")),
        ("<code>مفتوح\n\nنص", said(GAP, "نص")),
        ("<p align=center><img src=x alt='صورة السد'></p>", [("caption", "صورة السد")]),
        ("## رأس {#id .c}\n\n## رأس {/*id*/}", [("heading", "رأس"), ("heading", f"رأس {GAP}")]),
        ("نص {{< ref \"a\" >}} و{% tag %} نص", said(f"نص {GAP} و{GAP} نص")),
        ("نص\n\n$$\nx = نص\n$$\n\nثمنه $$ أو $5 أو $6", said("نص", "ثمنه $$ أو $5 أو $6")),
        ("{{< figure src=\"a\" >}}\n\nنص", said("نص")),
        ("نص\n\n{% highlight c %}\n{% raw %}\nint a[] = {\n\n}; // نص\n{% endraw %}\n{% endhighlight %}\n\nآخر", said("نص", "آخر")),
        ("نص\n\n{{< highlight go >}}\nf(\n\n) // نص\n{{< /highlight >}}\n\n{% highlight c %}\n\nآخر", said("نص", "آخر")),
        ("{{< note >}}\nنص\n\nثم\n{{< /note >}}", said("نص", "ثم")),
        (":::note\nنص\n:::", said("نص")),
        ("> [!NOTE]\n> نص", [("quotation", "نص")]),
        ("مصطلح\n: تعريفه", [("heading", "مصطلح"), ("list-item", "تعريفه")]),
        ("نص[^1]\n\n[^1]: حاشية", said("نص", "حاشية")),
        ("- [ ] مهمة", [("list-item", "مهمة")]),
        ("`شيفرة` نص", said(f"{GAP} نص")),
        ("نص\\\nسطر  \nآخر", said("نص سطر آخر")),
        ("![الوزير](w.jpg)\n*الوزير هنا*", said(f"الوزير{GAP} الوزير هنا")),
        ("نص<br>\nسطر<br/> آخر <br>\nثم", said("نص سطر آخر ثم")),
        ("---\ntitle: 'خبر ''نص'''\nlead: مقدمة\n---\n", [("headline", "خبر 'نص'"), ("summary", "مقدمة")]),
        (
            "---\ntitle: >-\n  خبر\n  نص\nlead: |\n  أول\n\n    ثان\nx: |\n  لا\n---\n",
            [("headline", "خبر نص"), ("summary", "أول"), ("summary", "ثان")],
        ),
        ('+++\ntitle = "خبر \\u0627\\tنص"\n+++\n', [("headline", "خبر ا نص")]),
        ("نص \ud83d نص", said("نص \ufffd نص")),
    ],
)  # fmt: skip
def test_markdown(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(document(text, "markdown")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import A from 'a'\nimport B from 'نص'\n\nexport const c = {\n  نص: 1\n}\n\nنص", said("نص")),
        ("نص\nimport نص", said("نص import نص")),
        ("<Intro>\nنص **غا**مق\n</Intro>", said("نص غامق")),
        ("<Tabs>\n    <Tab value='a' label=\"رأس\">\n        نص\n\n        - بند\n    </Tab>\n</Tabs>", [*said("نص"), ("list-item", "بند"),
         ("caption", "رأس")]),
        ("نص {expr({a: '}'})} نص{' '}\nسطر", said(f"نص {GAP} نص  سطر")),
        ("نص {/* ملاحظة */} نص\n\n{/*\nملاحظة\n\nأخرى\n*/}\n\nآخر", said(f"نص {GAP} نص", "آخر")),
        ("نص <A b={x > 1} c='>'>داخل</A> و<br/>سطر", said("نص داخل و سطر")),
        ("<A>نص</A><B/>", said("نص")),
        ("```js\nimport {\n```\n\nنص `{` نص } و { نص", [CODE, *said(f"نص {GAP} نص }} و {{ نص")]),
        ("<A\n  title=\"رأس\"\n  b={`\n\n`}\n/>\n\nنص", [*said("نص"), ("caption", "رأس")]),
        ("---\ntitle: خبر\n---\nimport a from 'b'\n\n# رأس\n", [("headline", "خبر"), ("headline", "رأس")]),
        ("نص <>داخل</> نص", said("نص داخل نص")),
        ("أ < ب و{ج", said("أ < ب و{ج")),
    ],
)  # fmt: skip
def test_mdx(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(document(text, "mdx")) == expected


@pytest.mark.parametrize(
    ("text", "old", "new", "written"),
    [
        ("نص **غامق** ،", " ،", "،", "نص **غامق**،"),
        ("و **«نص»** ثم", " «", "«", None),  # و**«… opens no bold
        ("و **«نص»** ثم", "نص", "نصا", "و **«نصا»** ثم"),
        ("نص [رابط](x) ،", " ،", "،", "نص [رابط](x)،"),
        ("نص 1. - بند", "نص ", "", None),  # a list item
        ("سطر\nنص # رأس", "نص ", "", None),
        ("نص", "نص", "", None),
        ("نص &laquo; نص", "«", "»", "نص » نص"),
        ("نص", "نص", "*نص*", "\\*نص\\*"),
        ("| أ | ب |\n|---|---|\n| ج | د |", "ج", "ج|", "| أ | ب |\n|---|---|\n| ج\\| | د |"),
        ("نص\nسطر", "نص سطر", "نص", None),
        ("فقرة\n\nنص\n\nفقرة", "نص", "نصا", "فقرة\n\nنصا\n\nفقرة"),
        ("فقرة\n\nنص **غامق** هنا\n\n- بند\n\nآخر", "\nنص غامق هنا\nبند", "", "فقرة\n\nآخر"),
        ("فقرة\n\n![](a.png)\n\nنص", "\nنص", "", None),
        ("فقرة\n\n<!-- سر -->\n\nنص", "\nنص", "", None),
        ("فقرة\n\n**نص**", "\nنص", "", None),
        ("فقرة **نص** نص", " نص نص", "", None),
    ],
)
def test_edits_are_tried(text: str, old: str, new: str, written: str | None) -> None:
    parsed = document(text, "markdown")
    start = parsed.text.rindex(old)
    edit = parsed.sourcemap.edit(start, start + len(old), new)
    assert (edit and text[: edit[0]] + edit[2] + text[edit[1] :]) == written


PIECES = (
    "نص", "كلمة ", "**غا", "**", "_", "`", "[ر](x)", "![", "](y)", "\n", "\n\n", "- ", "1. ", "> ", "# ", "| ", "|---|\n", "    ", "\t",
    "&amp;", "&#x627;", "\\*", "<b>", "</b>", "<code>", "<div>\n", "</div>", "<!-- ", "-->", "{", "}", "{{ x }}", "\r\n", "😀", "ً",
    "```\n", "~~", "[^1]", "[^1]: ", ": ", "---\n", "+++\n", "title: نص\n", "<A b={", "/>", "import x\n", ":::", "\u2028", "\x01", "\x02",
)  # fmt: skip
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


@given(MARKDOWN, st.sampled_from(["markdown", "mdx"]), st.sampled_from(["", "ك", '"ك"', "،", " ", "*", "- "]), st.data())
def test_an_edit_changes_its_prose_and_nothing_else(text: str, name: str, new: str, data: st.DataObject) -> None:
    parsed = document(text, name)
    if not parsed.blocks:
        return
    block = data.draw(st.sampled_from(parsed.blocks))
    start = data.draw(st.integers(block.start, block.end - 1))
    end = data.draw(st.integers(start, min(block.end, start + 4)))
    edit = parsed.sourcemap.edit(start, end, new)
    if edit is None:
        return
    again = document(text[: edit[0]] + edit[2] + text[edit[1] :], name)
    assert again.text == parsed.text[:start] + new + parsed.text[end:]
    assert [block.role for block in again.blocks] == [block.role for block in parsed.blocks]


@given(MARKDOWN, st.sampled_from(["markdown", "mdx"]), st.data())
def test_blocks_are_deleted_whole(text: str, name: str, data: st.DataObject) -> None:
    parsed = document(text, name)
    if len(parsed.blocks) < 2:
        return
    first = data.draw(st.integers(1, len(parsed.blocks) - 1))
    last = data.draw(st.integers(first, len(parsed.blocks) - 1))
    start, end = parsed.blocks[first - 1].end, parsed.blocks[last].end
    edit = parsed.sourcemap.edit(start, end, "")
    if edit is None:
        return
    again = document(text[: edit[0]] + edit[2] + text[edit[1] :], name)
    assert again.text == parsed.text[:start] + parsed.text[end:]
    assert [block.role for block in again.blocks] == [block.role for block in (*parsed.blocks[:first], *parsed.blocks[last + 1 :])]
