"""One page for the browser: the articles with their findings marked in the text, what is said of each beside it, filters and a chart.

The page holds all it needs, so that it works offline and can be sent by mail. What comes from articles is escaped; should that ever fail,
the page's own policy still runs no script but the one that it names by its digest.
"""

import os
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from ...formats.html import OWN
from ...report import Acceptance, Fault, FileReport, Style
from ...rules import AnyRule, Level, Text
from ...rules.page import page
from .._closing import closing
from .._help import examples
from .._tally import Tally
from .article import article
from .filters import contents, filters, stack
from .markup import element, example, message, number, prose, text

_TITLE = Text("تقرير arlint", "arlint report")
_FAULTS = Text("ما لم يُفحص أو لم يكتمل فحصه", "Not checked, or not to the end")
_ACCEPTED = Text("ملاحظات مقبولة", "Accepted findings")
_BY = {
    "comment": Text("بتعليق في النص", "by a comment in the text"),
    "configuration": Text("في الإعدادات", "in the configuration"),
    "baseline": Text("في ملف الملاحظات المقبولة", "in the baseline"),
}
_RULES = Text("القواعد", "Rules")
_EXAMPLES = Text("مما يُبلَّغ عنه:", "Reported, for example:")


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """The head, a piece for every file with findings, and the rules that spoke. Neither colour nor isolates.

    The counts come first, so that the articles wait, as they will be written, until all have been read.
    """
    written = _Page(style.lang)
    articles = [written.article(report) for report in written.noted(reports) if report.diagnostics]
    yield from written.head()
    yield from articles
    yield from written.foot()


class _Page:
    """What the head and the foot of the page say of the articles between them."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.tally = Tally()
        self.rules: Counter[type[AnyRule]] = Counter()
        self.levels: Counter[Level] = Counter()
        self.files: list[tuple[str, int]] = []
        self.faults: list[Fault] = []
        self.accepted: list[Acceptance] = []

    def noted(self, reports: Iterable[FileReport]) -> Iterator[FileReport]:
        """The reports, one by one, and kept of each what is said elsewhere on the page."""
        for report in self.tally.watched(reports):
            self.faults += report.faults
            self.accepted += report.accepted
            self.rules.update(type(one.rule) for one in report.diagnostics)
            self.levels.update(one.level for one in report.diagnostics)
            yield report

    def article(self, report: FileReport) -> str:
        """The text of a file with its findings."""
        first = sum(count for _, count in self.files)
        self.files.append((report.path, len(report.diagnostics)))
        return article(report, len(self.files), first, self.lang)

    def head(self) -> Iterator[str]:
        """All that stands above the articles."""
        yield _opening(self.lang)
        lines = "".join(element("p", text(line)) for line in closing(self.tally, Style(self.lang)))
        yield element("header", f"{element('h1', text(_TITLE.in_(self.lang)))}{lines}{stack(self.levels)}", class_="top") + "\n<main>\n"
        if self.faults:
            listed = "".join(element("li", f"{element('bdi', text(one.path))}: {text(one.message.in_(self.lang))}") for one in self.faults)
            yield element("section", element("h2", text(_FAULTS.in_(self.lang))) + element("ul", listed), class_="faults") + "\n"
        if self.rules:
            yield f"{filters(self.rules, self.levels, self.lang)}\n{contents(self.files, self.lang)}\n"

    def foot(self) -> Iterator[str]:
        """All that stands below the articles."""
        if self.accepted:
            listed = "".join(element("li", _acceptance(one, self.lang)) for one in self.accepted)
            summary = element("summary", f"{text(_ACCEPTED.in_(self.lang))} ({number(len(self.accepted), self.lang)})")
            yield element("section", element("details", f"{summary}{element('ul', listed)}"), class_="accepted") + "\n"
        if self.rules:
            about = "".join(_about(rule, self.lang) for rule in sorted(self.rules, key=lambda rule: rule.code))
            yield element("section", element("h2", text(_RULES.in_(self.lang))) + about, class_="rules") + "\n"
        yield f"</main>\n<script>{_asset('page.js')}</script>\n</body>\n</html>\n"


def _opening(lang: str) -> str:
    digest = b64encode(sha256(_asset("page.js").encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    tag, direction = lang[:2], "ltr" if lang == "en" else "rtl"
    return (
        f'<!doctype html>\n<html lang="{tag}" dir="{direction}" class="no-js" data-locale="{_locale(lang)}">\n'
        f'<head>\n<meta charset="utf-8">\n{OWN}\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{text(_TITLE.in_(lang))}</title>\n<style>\n{_asset('page.css')}</style>\n</head>\n<body>\n"
    )


def _locale(lang: str) -> str:
    """How the script writes numbers."""
    return "ar-u-nu-latn" if lang == "ar" else lang


def _asset(name: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        return file.read()


def _acceptance(acceptance: Acceptance, lang: str) -> str:
    one = acceptance.diagnostic
    where = element("bdi", text(f"{one.path}:{one.line}:{one.column}"))
    reason = f": {acceptance.reason}" if acceptance.reason else ""
    return f"{where} {message(one, lang)} {element('small', text(_BY[acceptance.by].in_(lang) + reason))}"


def _about(rule: type[AnyRule], lang: str) -> str:
    title = f"{text(rule.title.in_(lang))} {element('small', text(f'{rule.code} {rule.id}'), dir='ltr')}"
    paragraphs = "".join(element("p", prose(paragraph)) for paragraph in page(rule, lang))
    wrong = "".join(element("blockquote", example(one), dir="auto", lang="ar") for one in examples(rule)[0])
    more = element("p", text(_EXAMPLES.in_(lang)), class_="examples") + wrong if wrong else ""
    return element("section", f"{element('h3', title)}{element('div', paragraphs, class_='about')}{more}", id=rule.code)
