"""Generated documents of every text format: prose is found in them, its places are its own, an edit changes it and nothing else."""

import csv
import html
import io
import json
import re
from collections.abc import Callable, Sequence

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from arlint.formats import arlint_formats
from arlint.testing import document

FORMATS = {one.name: one for one in arlint_formats()}
HAZARDS = ("نص", "كَلِمَة", "😀", "«قول»", '"قول"', "a&b", "5<6", "100%", "و", "،", "سطر.", "it's", "\u200fنص", "أ\u00a0ب", "ﷺ", "{x}", "\\")
WORDS = st.sampled_from(HAZARDS)
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(lambda words: "نص " + " ".join(words) + " آخر."), min_size=1, max_size=4)

_SPECIAL = re.compile(r"[\\`*_\[\]<>&|{}~$#+\-.!]")


def escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def in_rst(text: str) -> str:
    return re.sub(r"[\\*`|_]", r"\\\g<0>", text)


def cues(texts: Sequence[str], head: str, number: bool) -> str:
    """Each paragraph a cue of two lines, with a long silence before the next."""
    made = [head]
    for index, text in enumerate(texts):
        first, rest = text.split(" ", 1)
        made.append(f"{index + 1}\n" * number + f"00:{10 + index}:00.000 --> 00:{10 + index}:01.000\n{first}\n<i>{rest}</i>\n")
    return "\n".join(made)


def table(texts: Sequence[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["id", "body"], [1, "\n".join(texts)]])
    return out.getvalue()


def catalogue(texts: Sequence[str]) -> str:
    return "\n".join(f'#: a\nmsgid "m {number}"\nmsgstr {json.dumps(text, ensure_ascii=False)}\n' for number, text in enumerate(texts))


WRITERS: dict[str, Callable[[Sequence[str]], str]] = {
    "text": "\n\n".join,
    "markdown": lambda texts: "\n\n".join(f"**{escaped(text[:1])}**{escaped(text[1:])}" for text in texts),
    "mdx": lambda texts: "\n\n".join(f"<A b={{1}}>\n{escaped(text)}\n</A>" for text in texts),
    "rst": lambda texts: "\n\n".join(map(in_rst, texts)),
    "asciidoc": lambda texts: "\n\n".join(html.escape(text).replace("{", "&#123;").replace("\\", "&#92;") for text in texts),
    "html": lambda texts: "".join(f"<p>\n<b>{html.escape(text[:1])}</b>{html.escape(text[1:])}\n" for text in texts).replace("{", "&#123;"),
    "json": lambda texts: json.dumps({"id": "غيره", "body": list(texts)}, indent=1),
    "jsonl": lambda texts: json.dumps({"body": "\n".join(texts)}, ensure_ascii=False) + "\n",
    "yaml": lambda texts: str(yaml.safe_dump({"x": "غيره", "body": "\n".join(texts)}, allow_unicode=True, default_style="|")),
    "csv": table,
    "po": catalogue,
    "srt": lambda texts: cues([text.replace("<", "").replace("{", "").replace("}", "") for text in texts], "", True),
    "webvtt": lambda texts: cues([html.escape(text, quote=False) for text in texts], "WEBVTT\n", False),
}


TRIMMED = ("html", "srt", "webvtt")
"""Formats in which blanks at the edge of a paragraph say nothing."""


def trimmed(text: str) -> str:
    return re.sub(" *\n *", "\n", text.strip(" ")).replace("  ", " ")


def unbraced(name: str, text: str) -> str:
    """What a format reads of a paragraph: SRT cannot say braces, and a place for a value is no prose in PO."""
    text = text.replace("<", "").replace("{", "").replace("}", "") if name == "srt" else text
    return text.replace("{x}", "\ufffc") if name == "po" else text


@pytest.mark.parametrize("name", WRITERS)
@given(PARAGRAPHS, st.sampled_from(["", "ك", '"ك"', "،", " كـ", "«"]), st.sampled_from(["\n", "\r\n"]), st.data())
def test_generated(name: str, texts: Sequence[str], new: str, line_end: str, data: st.DataObject) -> None:
    text = WRITERS[name](texts).replace("\r\n", "\n").replace("\n", line_end)
    parsed = document(text, name)
    assert [parsed.text[block.start : block.end] for block in parsed.blocks] == [unbraced(name, one) for one in texts]
    for run in parsed.sourcemap.runs:
        if run.exact and run.width == 1:
            assert parsed.text[run.start : run.end].replace("\n", " ") == text[run.source_start : run.source_end].replace("\n", " ")
    block = data.draw(st.sampled_from(parsed.blocks))
    start = data.draw(st.integers(block.start, block.end - 1))
    for end, changed in ((start + 1, parsed.text[start : start + 1]), (data.draw(st.integers(start, min(block.end, start + 3))), new)):
        edit = parsed.sourcemap.edit(start, end, changed)
        if edit is not None:
            again = document(text[: edit[0]] + edit[2] + text[edit[1] :], name)
            expected = parsed.text[:start] + changed + parsed.text[end:]
            assert again.text == expected or (name in TRIMMED and trimmed(again.text) == trimmed(expected))
            assert len(again.blocks) == len(parsed.blocks)
    written = ("\ufeff" + text).encode()
    assert FORMATS[name].write(written, ()) == written
