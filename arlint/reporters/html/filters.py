"""What stands above the articles: how much was found, as bars, and the boxes that show and hide findings."""

from collections.abc import Iterator, Mapping, Sequence

from ...rules import AnyRule, Level, Text
from ...rules.finding import LEVELS
from .markup import badge, element, number, text

_FILTERS = Text("تصفية الملاحظات", "Filter the findings")
_CHART = Text("الملاحظات بحسب القاعدة", "Findings by rule")
_LEVEL = Text("المستوى", "Level")
_BUTTONS = {"all": Text("الكل", "All"), "none": Text("لا شيء", "None")}
_SEARCH = Text("بحث في الملاحظات والملفات", "Search findings and files")
_KEYS = Text("للتنقل بين الملاحظات: J للتالية وK للسابقة", "Keys: J for the next finding, K for the one before")
_SHOWN = Text("المعروض: {0} من {1}", "Shown: {0} of {1}")
_NOTHING = Text("لا ملاحظات بهذه التصفية.", "No findings with these filters.")
_FILES = Text("الملفات", "Files")

Rules = Mapping[type[AnyRule], int]
Levels = Mapping[Level, int]


def stack(levels: Levels) -> str:
    """One bar of all findings, parted by level. The sentence above it says the same."""
    parts = [element("span", class_=level, style=f"flex-grow:{levels[level]}") for level in LEVELS if levels[level]]
    return element("div", "".join(parts), class_="stack", aria_hidden="true") if parts else ""


def filters(rules: Rules, levels: Levels, lang: str) -> str:
    """The form: a bar and a box for every rule that spoke, a box for every level, a search. It works by the page's script."""
    chart = element("details", "".join(_chart(rules, lang)), class_="chart", open=True)
    bar = element("div", "".join(_bar(levels, lang)), class_="bar")
    nothing = element("p", text(_NOTHING.in_(lang)), class_="nothing", hidden=True)
    return element("form", chart + bar, class_="filters", aria_label=_FILTERS.in_(lang)) + nothing


def _chart(rules: Rules, lang: str) -> Iterator[str]:
    yield element("summary", text(_CHART.in_(lang)))
    buttons = (element("button", text(said.in_(lang)), type="button", value=value) for value, said in _BUTTONS.items())
    yield element("p", "".join(buttons), class_="buttons")
    most = max(rules.values())
    ranked = sorted(rules.items(), key=lambda one: (-one[1], one[0].code))
    yield element("ul", "".join(_box(rule, count, 100 * count / most, lang) for rule, count in ranked))
    yield element("p", text(_KEYS.in_(lang)), class_="keys")


def _box(rule: type[AnyRule], count: int, percent: float, lang: str) -> str:
    box = f'<input type="checkbox" name="rule" value="{text(rule.code)}" checked>'
    name = element("span", text(rule.title.in_(lang)), class_="name")
    length = element("i", style=f"inline-size:{max(1, round(percent))}%", class_=rule.level, aria_hidden="true")
    return element("li", element("label", f"{box}{name}{element('b', number(count, lang))}{length}", title=f"{rule.code} {rule.id}"))


def _bar(levels: Levels, lang: str) -> Iterator[str]:
    boxes = (_level(level, levels[level], lang) for level in LEVELS if levels[level])
    yield element("fieldset", element("legend", text(_LEVEL.in_(lang))) + "".join(boxes))
    search = text(_SEARCH.in_(lang))
    yield f'<input type="search" name="search" placeholder="{search}" aria-label="{search}">'
    yield element("output", role="status", data_template=_SHOWN.in_(lang))


def _level(level: Level, count: int, lang: str) -> str:
    return element("label", f'<input type="checkbox" name="level" value="{level}" checked> {badge(level, count, lang)}')


def contents(files: Sequence[tuple[str, int]], lang: str) -> str:
    """The files, linked, with the number of their findings; nothing for a single one."""
    if len(files) < 2:
        return ""
    listed = (_file(path, count, at, lang) for at, (path, count) in enumerate(files, 1))
    summary = element("summary", f"{text(_FILES.in_(lang))} ({number(len(files), lang)})")
    return element("nav", element("details", f"{summary}{element('ol', ''.join(listed))}"), aria_label=_FILES.in_(lang))


def _file(path: str, count: int, at: int, lang: str) -> str:
    return element("li", f"{element('a', text(path), href=f'#f{at}', dir='auto')} {element('b', number(count, lang))}")
