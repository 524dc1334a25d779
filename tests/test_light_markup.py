"""reStructuredText and AsciiDoc: what of it is prose, and that an edit changes the prose it is meant to change and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.testing import document
from tests.blocks import CODE, GAP, blocks, said


def items(*texts: str) -> list[tuple[str, str]]:
    return [("list-item", text) for text in texts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=====\nعنوان\n=====\n\nفرع\n----\n\nنص\n", [("headline", "عنوان"), ("heading", "فرع"), *said("نص")]),
        ("نص\n\n----\n\nنص", said("نص", "نص")),
        ("نص **غامق** و *مائل* و ``شيفرة``.\nتابع", said(f"نص غامق و مائل و {GAP}. تابع")),
        ("نص `رابط <http://x>`_ و `آخر`__ و اسم_ ثم", said("نص رابط و آخر و اسم ثم")),
        ("نص :ref:`قسم <a>` و :math:`x` و |بديل| و [1]_ و [#a]_.", said(f"نص قسم و {GAP} و {GAP} و {GAP} و {GAP}.")),
        ("نص \\*نجمة\\* و\\ **غامق**\\ ة و*ليس* مائلا * ولا هذه *", said("نص *نجمة* وغامقة و*ليس* مائلا * ولا هذه *")),
        (".. note:: تنبيه\n   تابع\n\n   فقرة\n\n.. admonition:: رأس\n   :class: x\n\n   نص",
         [*said("تنبيه تابع", "فقرة"), ("heading", "رأس"), *said("نص")]),
        (".. code-block:: python\n   :caption: شرح\n\n   نص\n\n   نص\n\nنص", [("caption", "شرح"), CODE, *said("نص")]),
        (".. figure:: a.png\n   :alt: بديل\n   :width: 1\n\n   شرح\n", [("caption", "بديل"), ("caption", "شرح")]),
        (".. تعليق\n   نص\n\n.. _هدف: http://x\n.. |ب| replace:: نص\n__ http://x\n\nنص", said("نص")),
        (".. raw:: html\n\n   <b>نص</b>\n", []),
        ("مثال::\n\n   نص\n\nومثال ::\n\n  نص\n\n::\n\n > نص\n\nآخر::\n\n> نص\n> نص\n\nنص",
         [*said("مثال:"), CODE, *said("ومثال"), CODE, CODE, *said("آخر:"), CODE, *said("نص")]),
        ("* أول\n  تابع\n\n* ثان\n\n  1. داخل\n  #. آخر\n", items("أول تابع", "ثان", "داخل", "آخر")),
        ("مصطلح\n   تعريف\n\nنص\n\n   اقتباس", [("heading", "مصطلح"), *items("تعريف"), *said("نص"), ("quotation", "اقتباس")]),
        (":title: خبر\n:summary: ملخص\n   تابع\n:author: سامي\n", [("headline", "خبر"), ("summary", "ملخص تابع")]),
        ("| بيت\n| شعر\n", said("بيت", "شعر")),
        ("+---+----+\n| أ | ب  |\n|   | ج  |\n+===+====+\n| د | ه  |\n+---+----+\n",
         [("table-cell", one) for one in ("أ", "ب ج", "د", "ه")]),
        ("+---+---+\n| أ | ب |\n|   +---+\n|   | ج |\n+---+---+\n", [("table-cell", "أ"), ("table-cell", "ب"), ("table-cell", "ج")]),
        ("==  ===\nأ   ب\n==  ===\nج   د\n    ه\n==  ===\n", [("table-cell", one) for one in ("أ", "ب", "ج", "د ه")]),
        (".. [1] حاشية\n   تابعة\n", said("حاشية تابعة")),
        (">>> نص\nنص\n\nنص", said("نص")),
        ("\ufeffنص\r\nتابع\r\n\r\nآخر", said("نص تابع", "آخر")),
    ],
)  # fmt: skip
def test_rst(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(document(text, "rst")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("= عنوان\nسامي الحلبي\n:toc:\n:description: ملخص\n\n== فرع ==\n\nنص\n",
         [("headline", "عنوان"), ("summary", "ملخص"), ("heading", "فرع"), *said("نص")]),
        ("نص *غامق* و **غا**مق و _مائل_ و #معلّم# و `شيفرة`.\nتابع +\nثالث", said(f"نص غامق و غامق و مائل و معلّم و {GAP}. تابع ثالث")),
        ("نص https://a.b/c[رابط *غامق*] و <<a,قسم>> و <<a>> و link:x[] ثم", said(f"نص رابط غامق و قسم و {GAP} و {GAP} ثم")),
        ("قال \"`نعم`\" {attr} &laquo;نص&raquo; \\*نجمة* [[a]]و ^1^ footnote:[حاشية].",
         said(f'قال "نعم" {GAP} «نص» *نجمة* و {GAP} {GAP}.')),
        ("نص*ليس* غامقا و5 * 3 * 2", said("نص*ليس* غامقا و5 * 3 * 2")),
        (".رأس\n[source,ruby]\n----\nنص\n\nنص\n----\n\n....\nنص\n....\n\n++++\nنص\n++++\n\n////\nنص\n////\n\n```js\nنص\n```\n",
         [("caption", "رأس"), CODE, CODE, CODE]),
        ("[quote, سامي]\n____\nقول\n\nثان\n____\n\n[quote]\nثالث\n", [("quotation", one) for one in ("قول", "ثان", "ثالث")]),
        ("NOTE: تنبيه\n\n[WARNING]\n====\nنص\n====\n\n--\nنص\n--\n", said("تنبيه", "نص", "نص")),
        ("* أول\nتابع\n** داخل\n+\nمتصل\n* [x] مهمة\n\n. واحد\n. اثنان\n", items("أول تابع", "داخل", "متصل", "مهمة", "واحد", "اثنان")),
        ("مصطلح:: تعريفه\nآخر::\n  تعريف\n", [("heading", "مصطلح"), *items("تعريفه"), ("heading", "آخر"), *items("تعريف")]),
        (" حرفي\nتابع\n\nنص", said("نص")),
        ("image::a.png[صورة السد,100]\n\ninclude::a[]\n\n'''\n\n<<<\n\n// تعليق\nنص // ليس تعليقا", [("caption", "صورة السد"),
         *said("نص // ليس تعليقا")]),
        ("|===\n|أ |ب\n\n|ج\\|د\nه\n2+|و\n|===\n", [("table-cell", one) for one in ("أ", "ب", "ج|د", "ه", "و")]),
        ("[source]\nنص\n\nنص", said("نص")),
        ("\ufeffنص\r\nتابع\r\n\r\nآخر", said("نص تابع", "آخر")),
    ],
)  # fmt: skip
def test_asciidoc(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(document(text, "asciidoc")) == expected


@pytest.mark.parametrize(
    ("name", "text", "old", "new", "written"),
    [
        ("rst", "نص **غامق** ،", " ،", "،", "نص **غامق**،"),
        ("rst", "نص **غامق** ثم", " ثم", "ثم", None),
        ("rst", "رأس\n====\n", "رأس", "رأس طويل", None),  # its line would be too short
        ("rst", "رأس\n====\n", "رأس", "راس", "راس\n====\n"),
        ("rst", "+----+\n| أ  |\n+----+\n", "أ", "ا", None),
        ("rst", "نص", "نص", "*نص*", "\\*نص\\*"),
        ("rst", "نص ::\n\n  شيفرة\n", "نص", "نصا", "نصا ::\n\n  شيفرة\n"),
        ("asciidoc", "نص *غامق* ،", " ،", "،", "نص *غامق*،"),
        ("asciidoc", "نص *غامق* ثم", " ثم", "ثم", None),
        ("asciidoc", "نص . بند", "نص ", "", None),
        ("asciidoc", "|===\n|أ\n|===", "أ", "ا", None),
        ("asciidoc", "قال &laquo;نعم&raquo;", "«", "»", "قال »نعم&raquo;"),
    ],
)
def test_edits_are_tried(name: str, text: str, old: str, new: str, written: str | None) -> None:
    parsed = document(text, name)
    start = parsed.text.rindex(old)
    edit = parsed.sourcemap.edit(start, start + len(old), new)
    assert (edit and text[: edit[0]] + edit[2] + text[edit[1] :]) == written


PIECES = (
    "نص", "كلمة ", "**غا", "**", "*", "_", "__", "`", "``", "#", "^", "~", "+", "|", "|===\n", "====\n", "----\n", "....\n", "\n", "\n\n",
    "* ", "1. ", ". ", ".. ", ".. note:: ", ".. code::", "   ", ":title: ", ":: ", "::\n", "[x]\n", "[1]_", "<<a,", ">>", "https://a[", "]",
    "\\", "&amp;", "+--+\n", "| أ|\n", "== ==\n", "= ", "\r\n", "😀", "ً", "\t", ">>> ", "'''\n", "//", "NOTE: ", "\"`", "`\"",
    "\u2028", "(", ")",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


@given(TEXTS, st.sampled_from(["rst", "asciidoc"]), st.sampled_from(["", "ك", '"ك"', "،", " ", "*", "- "]), st.data())
def test_an_edit_changes_its_prose_and_nothing_else(text: str, name: str, new: str, data: st.DataObject) -> None:
    parsed = document(text, name)
    for run in parsed.sourcemap.runs:
        if run.exact and run.width == 1 and run.source_end - run.source_start == run.end - run.start > 1:
            assert parsed.text[run.start : run.end] == text[run.source_start : run.source_end]
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
