"""The page for the browser: what is written, and, where there is a browser, how it behaves there."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint import Text
from arlint.document import Source
from arlint.plugins import load
from arlint.report import FileReport, RelatedPlace
from arlint.reporters.html.lines import Line, shown
from tests.browser import CHROMIUM, Page, chromium
from tests.reporting import ARABIC, BROKEN, ENGLISH, FACTS, UNREADABLE, Misspelt, accepted, diagnostics, printed

VOID = {"meta", "input", "br"}


class Tree(HTMLParser):
    """Elements of a page, by name; every one that is opened is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.elements: list[tuple[str, dict[str, str | None], str]] = []
        self._texts: list[list[str]] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))
            self._texts.append([])

    def handle_endtag(self, tag: str) -> None:
        name, attributes = self.open.pop()
        assert name == tag
        content = "".join(self._texts.pop())
        self.elements.append((name, attributes, content))
        if self._texts:
            self._texts[-1].append(content)

    def handle_data(self, data: str) -> None:
        if self._texts:
            self._texts[-1].append(data)

    def all(self, name: str, class_: str = "") -> list[tuple[dict[str, str | None], str]]:
        return [(attributes, text) for tag, attributes, text in self.elements if tag == name and class_ in (attributes.get("class") or "")]


MARKED = "الوفد غادر ⟦ايران⟧ أمس.\n\nثم عاد إلى ⟦ايران⟧.\n"
FIRST = RelatedPlace("خبر.txt", 1, 1, 1, 6, Text("أول موضع", "first here"))


def test_the_page_marks_the_findings_and_says_what_is_to_be_said() -> None:
    one, other = diagnostics(MARKED, ("غادر", "ترك"), related=(FIRST,)), accepted(diagnostics("⟦ب⟧"), reason="اسم")
    page = Tree(printed("html", ENGLISH, one, UNREADABLE, other))
    assert [(attributes["class"], text) for attributes, text in page.all("mark") if "data-n" in attributes] == [("warning", "ايران")] * 2
    assert [text for _, text in page.all("p", "text")] == ["الوفد غادر ايران أمس.", "ثم عاد إلى ايران."]
    assert [text for _, text in page.all("p", "message")] == ["Write 'إيران', not 'ايران'; it stands 3 times."] * 2
    assert page.all("p", "fix")[0][1] == "fix: put “ترك” in place of “غادر”"
    assert page.all("p", "related")[0][1] == "line 1, column 1: first here"
    assert [text for _, text in page.all("h2")] == ["Not checked, or not to the end", "خبر.txt", "Rules"]
    assert page.all("section", "faults")[0][1].endswith("مجهول.txt: It cannot be read: no permission.")
    assert page.all("section", "accepted")[0][1].endswith("by a comment in the text: اسم")
    assert page.all("section", "rules")[0][1].startswith("RulesMisspelt name TRY001 misspelt-nameA rule to try reporters with.")
    ids = [attributes["id"] for _, attributes, _ in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {attributes["href"][1:] for attributes, _ in page.all("a") if attributes["href"]} <= set(ids)


def test_the_page_speaks_the_language_and_direction_that_is_asked_for() -> None:
    arabic, english = printed("html", ARABIC, diagnostics(MARKED), BROKEN), printed("html", ENGLISH, diagnostics(MARKED), BROKEN)
    assert '<html lang="ar" dir="rtl"' in arabic
    assert '<html lang="en" dir="ltr"' in english
    # What is left when the articles and their rules are taken out is in one language.
    outside = re.sub("<script>.*?</script>|<article.*</article>|<section class=.rules.*</section>", "", english, flags=re.DOTALL)
    assert not re.search("[ء-ي]", re.sub(r"ب\.txt", "", outside))


def test_nothing_found_is_said() -> None:
    page = Tree(printed("html", ARABIC, FileReport("أ.txt", Source("أ.txt", "نص"))))
    assert page.all("header", "top")[0][1] == "تقرير arlintلا ملاحظات في ملف واحد."
    assert page.all("form") == []


def test_a_report_is_no_article() -> None:
    page = printed("html", ARABIC, diagnostics(MARKED))
    assert load().formats["html"].parse(Source("تقرير.html", page)).blocks == ()
    assert load().formats["html"].parse(Source("خبر.html", page.replace("generator", "author"))).blocks != ()


HOSTILE = [
    "<script>alert(1)</script>", "</script><img src=x onerror=alert(1)>", '" onmouseover="alert(1)', "<!--", "]]>", "&lt;b&gt;",
    "javascript:alert(1)", "\x00\x02\x03\x1b", "\u202e\u2066", "‹U+0041›<b>", "`<b>`", "</style>", "{0}",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_shows_as_it_is(text: str) -> None:
    class Hostile(Misspelt):
        __doc__ = f"{text} about\n\n{text} عن القاعدة"
        id, code, title = "hostile", "HOS001", Text(text, text)

    one = diagnostics(f"{text}⟦{text}⟧", path=f"{text}.txt", facts={**FACTS, "wrong": text}, rule=Hostile(), related=(FIRST,))
    page = Tree(printed("html", ENGLISH, one, accepted(one, reason=text), FileReport(text, None, (), UNREADABLE.faults)))
    assert {name for name, _, _ in page.elements} <= {
        "html", "head", "title", "style", "body", "header", "h1", "h2", "h3", "p", "div", "span", "main", "section", "ul", "ol", "li",
        "bdi", "form", "details", "summary", "fieldset", "legend", "label", "i", "output", "button", "article", "mark", "a", "small", "b",
        "blockquote", "nav", "code", "script",
    }  # fmt: skip
    assert len(page.all("script")) == 1
    assert not [name for _, attributes, _ in page.elements for name in attributes if name.startswith("on")]
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", printed("html", ENGLISH, one))


ONE = diagnostics("⟦أ⟧").diagnostics[0]
LINES = st.lists(st.sampled_from(["⟦", "⟧", "كلمة", " ", "\n", "\r\n", "\r", "😀", "َ"]), max_size=30).map("".join)


@given(LINES)
def test_the_lines_hold_the_text_and_every_finding_once(marked: str) -> None:
    text = re.sub("[⟦⟧]", "", marked)
    source = Source("a", text)
    cuts = sorted(match.start() for match in re.finditer("[⟦⟧]", marked))
    places = pairwise(cut - number for number, cut in enumerate(cuts))
    found = [ONE._replace(start=start, end=end, line=source.place(start).line, end_line=source.place(end).line) for start, end in places]
    lines = [line for line in shown(source, found) if isinstance(line, Line)]
    assert sorted(index for line in lines for index in line.begun) == list(range(len(found)))
    assert all("".join(run.text for run in line.runs) == source.line(line.number) for line in lines)
    shown_lines = {line.number for line in lines}
    assert all(number in shown_lines or not source.line(number).strip() for number in range(1, len(source.line_starts) + 1))
    covered = {index: "\n".join(run.text for line in lines for run in line.runs if index in run.covered) for index in range(len(found))}
    assert all(covered[index].split() == text[one.start : one.end].split() for index, one in enumerate(found))


def test_of_a_long_file_only_what_is_about_the_findings_is_shown() -> None:
    page = Tree(printed("html", ENGLISH, diagnostics("سطر\n" * 20_000 + "⟦ايران⟧\n" + "سطر\n" * 20_000)))
    assert [text for _, text in page.all("p", "gap")] == ["19925 lines without findings", "19926 lines without findings"]
    (line,) = Tree(printed("html", ENGLISH, diagnostics(f"{'كلمة ' * 9_000}⟦ايران⟧{' كلمة' * 9_000}"))).all("p", "text")
    assert line[1] == f"… {'كلمة ' * 59}ايران{' كلمة' * 59} …"


@pytest.fixture(scope="module")
def browser() -> Iterator[Page]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here")
    with chromium() as page:
        yield page


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A page with five findings of two rules at two levels in two files."""

    class Other(Misspelt):
        """قاعدة أخرى.

        Another rule.
        """

        id, code, title = "other", "TRY002", Text("قاعدة أخرى", "Another rule")

    text = f"⟦{'كلمة' * 200}⟧ <script>document.title = 'no'</script>\nو⟦ايران⟧ ⟦ايران⟧"
    quoted = diagnostics(text, path="ثان <b>.txt", rule=Other(), level="error")
    path = tmp_path / "تقرير.html"
    path.write_text(printed("html", ARABIC, diagnostics(MARKED), quoted), encoding="utf-8")
    return path


SHOWN = "[...document.querySelectorAll('.note')].filter((note) => note.checkVisibility()).length"
LIT = "[...document.querySelectorAll('article mark:not(.off)')].filter((mark) => mark.checkVisibility()).length"


def box(value: str) -> str:
    return f"document.querySelector('input[value={value}]').click()"


def search(words: str) -> str:
    return f"""{{
        const box = document.querySelector("[type=search]");
        box.value = "{words}";
        box.dispatchEvent(new Event("input", {{bubbles: true}}));
    }}"""


def test_filters_keys_and_width_in_a_browser(browser: Page, report: Path) -> None:
    browser.open(report)

    def seen(*actions: str) -> tuple[Any, ...]:
        for action in actions:
            browser.ask(action)
        return browser.ask(SHOWN), browser.ask(LIT), browser.ask("document.querySelector('output').value")

    assert browser.ask("document.title") == "تقرير arlint"
    assert browser.ask("getComputedStyle(document.body).direction") == "rtl"
    assert seen() == (5, 5, "المعروض: 5 من 5")
    assert seen(box("error")) == (2, 2, "المعروض: 2 من 5")
    assert seen(box("TRY001")) == (0, 0, "المعروض: 0 من 5")
    assert browser.ask("document.querySelector('.nothing').checkVisibility()") is True
    assert seen(box("error")) == (3, 3, "المعروض: 3 من 5")
    assert seen("document.querySelector('button[value=none]').click()") == (0, 0, "المعروض: 0 من 5")
    assert seen("document.querySelector('button[value=all]').click()") == (5, 5, "المعروض: 5 من 5")
    assert seen(search("قاعِدة اخرى")) == (3, 3, "المعروض: 3 من 5")
    assert seen(search("")) == (5, 5, "المعروض: 5 من 5")

    for code, key, focused in [("KeyJ", "j", "n0"), ("KeyJ", "ت", "n1"), ("KeyK", "k", "n0"), ("KeyK", "k", "n4")]:
        browser.press(code, key)
        assert browser.ask("document.activeElement.id") == focused
    assert browser.ask("document.querySelectorAll('mark.lit').length") == 1
    browser.ask("document.querySelector('#n0 .why').open = true")
    browser.wait("document.querySelector('#n0 .about') !== null")
    assert browser.ask("document.querySelector('#n0 .about').textContent") == "قاعدة للتجربة."

    for width in (1280, 768, 390, 320):
        browser.open(report, width)
        assert browser.ask("document.documentElement.scrollWidth") <= width
    assert browser.ask(SHOWN) == 5
    assert browser.errors == []
