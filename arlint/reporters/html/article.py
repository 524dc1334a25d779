"""An article of the page: its lines, the findings marked in them, and beside each line what is said of it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ...report import Diagnostic, FileReport, RelatedPlace
from ...rules import Level, Text
from ...rules.finding import LEVELS
from .._names import LEVEL_NAMES
from .._repair import described
from .lines import Line, Run, shown
from .markup import badge, element, message, sentence, term, text

_PLACE = Text("السطر {line}، العمود {column}", "line {line}, column {column}")
_LEFT_OUT = Text("{n:lines-nominative} بلا ملاحظات", "{n:lines} without findings")
_WHY = Text("لماذا؟", "Why?")
_ABOUT = Text("شرح القاعدة", "About this rule")


def article(report: FileReport, file: int, first: int, lang: str) -> str:
    """The article of a file, the so many-th of the page; its findings are numbered over the whole page, from `first`."""
    counts = Counter(one.level for one in report.diagnostics)
    badges = "".join(badge(level, counts[level], lang) for level in LEVELS if counts[level])
    name = element("h2", text(report.path), id=f"f{file}", dir="auto")
    head = element("header", name + element("p", badges, class_="badges"))
    return element("article", head + "".join(_rows(report, file, first, lang)), aria_labelledby=f"f{file}") + "\n"


def _rows(report: FileReport, file: int, first: int, lang: str) -> Iterator[str]:
    levels = [one.level for one in report.diagnostics]
    seen = 0
    for line in shown(report.source, report.diagnostics) if report.source else ():
        if isinstance(line, int):
            yield element("p", text(_LEFT_OUT.format(lang, {"n": line})), class_="gap")
            continue
        runs = "".join(_run(run, levels, first) for run in line.runs)
        written = element("p", runs, class_="text", dir="auto", lang="ar", data_line=line.number)
        anchor = f"l{file}-{line.number}" if line.number != seen else None  # a long line comes in several parts
        yield element("div", written + _notes(line, report, file, first, lang), class_="row", id=anchor)
        seen = line.number


def _run(run: Run, levels: Sequence[Level], first: int) -> str:
    if not run.covered:
        return text(run.text)
    gravest = min((levels[index] for index in run.covered), key=LEVELS.index)
    numbers = " ".join(str(first + index) for index in run.covered)
    return element("mark", text(run.text, blanks=True), class_=gravest if run.text else f"{gravest} point", data_n=numbers)


def _notes(line: Line, report: FileReport, file: int, first: int, lang: str) -> str:
    notes = [_note(report.diagnostics[index], report, file, first + index, lang) for index in line.begun]
    return element("ul", "".join(notes), class_="notes") if notes else ""


def _note(one: Diagnostic, report: FileReport, file: int, number: int, lang: str) -> str:
    rule = one.rule
    attributes = {"id": f"n{number}", "tabindex": -1, "data_rule": rule.code, "data_level": one.level}
    return element("li", "".join(_parts(one, report, file, number, lang)), class_=f"note {one.level}", **attributes)


def _parts(one: Diagnostic, report: FileReport, file: int, number: int, lang: str) -> Iterator[str]:
    rule = one.rule
    level = element("b", text(LEVEL_NAMES[one.level].in_(lang)), class_="level")
    title = element("a", text(rule.title.in_(lang)), href=f"#{rule.code}", title=f"{rule.code} {rule.id}")
    yield element("p", f"{level} {title}", class_="what")
    yield element("p", message(one, lang), class_="message")
    if one.fix is not None and report.source is not None:
        yield element("p", sentence(described(report.source, one.fix, lang, term)), class_="fix")
    for place in one.related:
        yield element("p", f"{_link(place, report.path, file, lang)}: {text(place.message.in_(lang))}", class_="related")
    where = element("a", _place(one, lang), href=f"#n{number}", class_="where")
    about = element("p", element("a", text(_ABOUT.in_(lang)), href=f"#{rule.code}"))
    why = element("details", element("summary", text(_WHY.in_(lang))) + about, class_="why")
    yield element("div", f"{where}{why}", class_="more")


def _link(place: RelatedPlace, path: str, file: int, lang: str) -> str:
    if place.path == path:
        return element("a", _place(place, lang), href=f"#l{file}-{place.line}")
    return element("bdi", text(f"{place.path}:{place.line}:{place.column}"))


def _place(place: Diagnostic | RelatedPlace, lang: str) -> str:
    return text(_PLACE.format(lang, {"line": place.line, "column": place.column}))
