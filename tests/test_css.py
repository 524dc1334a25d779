"""Selectors of CSS: what they find in the elements of a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.document import Document, Source
from arlint.formats import arlint_formats
from arlint.styles import css, elements

FORMATS = {suffix: fmt.parse for fmt in arlint_formats() for suffix in fmt.suffixes}

ARTICLE = """\
# T

Lead *x* y.

## Methods

We did.

### Draft

- a
- b c

1. z

> q

| h | i |
|---|---|
| j | k |

## Results

Nothing.
"""
PAGE = '<h1>T</h1><p class="lead x">a <b>b</b><p>c<ul><li>one<li>two<br></ul><h2 id=q>Z</h2><div lang="ar-EG"><p>w</p></div>'
PLAIN = "عنوان\n=====\n\nفقرة أولى.\n\n- بند\n- بند آخر\n\nفقرة ثانية.\n"


def read(name: str, text: str) -> Document:
    document = FORMATS[name[1:]](Source(name, text))
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    ("selector", "name", "expected"),
    [
        ("h2 + p", "a.md", ["We did.", "Nothing."]),
        ("h1 ~ p, ol", "a.md", ["Lead x y.", "z"]),
        ("ul > li", "a.md", ["a", "b c"]),
        ("li:nth-child(2n)", "a.md", ["b c"]),
        ("li:nth-child(odd):not(:only-child)", "a.md", ["a"]),
        ("ul li:last-child", "a.md", ["b c"]),
        ("th:first-of-type, td:nth-last-of-type(1)", "a.md", ["h", "k"]),
        ("blockquote *", "a.md", ["q"]),
        ("em", "a.md", ["x"]),
        ('section:has(> h2:contains("results"))', "a.md", ["Results\nNothing."]),
        ("section > :is(h2, h3)", "a.md", ["Methods", "Draft", "Results"]),
        ("h2:has(+ p:contains('did'))", "a.md", ["Methods"]),
        ("section section section :where(p)", "a.md", ["q"]),
        ("p.lead.x", "a.html", ["a b"]),
        ("p.lead + p", "a.html", ["c"]),
        ("#q", "a.html", ["Z"]),
        ("ul > li", "a.html", ["one", "two"]),
        ("[lang|=ar] > p, [class^='le']", "a.html", ["a b", "w"]),
        ("div[lang]:not([class])", "a.html", ["w"]),
        ("h1 + p", "a.rst", ["فقرة أولى."]),
        ("ul > li + li", "a.rst", ["بند آخر"]),
        ("table", "a.rst", []),
    ],
)
def test_found(selector: str, name: str, expected: list[str]) -> None:
    text = {"a.md": ARTICLE, "a.html": PAGE, "a.rst": PLAIN}[name]
    document = read(name, text)
    assert [document.text[start:end] for start, end in elements.spans(document, selector)] == expected


@pytest.mark.parametrize("selector", ["", ">", "h2 >", "h2,", ":nope", ":has()", "a:contains(", "[a", "a)", ":nth-child(x)", "a > > b"])
def test_what_is_no_selector(selector: str) -> None:
    with pytest.raises(ValueError, match=r"\A[^\n]*\Z"):
        css.compiled(selector)


@pytest.mark.parametrize(("name", "text"), [("a.html", "<div>" * 3000 + "a"), ("a.md", "> " * 3000 + "a"), ("a.md", "")])
def test_what_nests_too_deep(name: str, text: str) -> None:
    document = read(name, text)
    assert len(elements.spans(document, "* *")) == (1 if text else 0)


@given(st.text(alphabet="<>/phulid1 \n=\"'a&;!-", max_size=60), st.sampled_from(["a.html", "a.md", "a.rst", "a.txt"]))
def test_any_text_has_elements(text: str, name: str) -> None:
    document = read(name, text)
    assert all(0 <= start < end <= len(document.text) for start, end in elements.spans(document, "*"))
