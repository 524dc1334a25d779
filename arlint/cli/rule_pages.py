"""The pages of the rules in Markdown, made of nothing but the rules themselves."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..document import PROSE
from ..rules import Text
from .looking import as_yaml
from .roles import named

_WORDS = {
    "on": Text("مفعّلة افتراضيا", "on by default"),
    "off": Text("معطّلة افتراضيا", "off by default"),
    "safe": Text("إصلاح مأمون", "safe fix"),
    "unsafe": Text("إصلاح يحتاج إلى مراجعة", "fix to be reviewed"),
    "safe/unsafe": Text("إصلاحات بعضها مأمون وبعضها يحتاج إلى مراجعة", "fixes, some safe, some to be reviewed"),
    "none": Text("بلا إصلاح", "no fix"),
    "reads": Text("تقرأ القاعدة:", "The rule reads"),
    "message": Text("الرسالة", "Message"),
    "options": Text("الخيارات", "Options"),
    "option": Text("الخيار", "Option"),
    "default": Text("القيمة الافتراضية", "Default"),
    "about": Text("معناه", "Meaning"),
    "wrong": Text("يُبلَّغ عنه", "Reported"),
    "right": Text("لا يُبلَّغ عنه", "Not reported"),
    "becomes": Text("يصير", "becomes"),
    "with": Text("مع", "with"),
    "measured": Text("الدقة", "Precision"),
    "rule": Text("القاعدة", "Rule"),
    "title": Text("عنوانها", "Title"),
    "level": Text("المستوى", "Level"),
    "fix": Text("الإصلاح", "Fix"),
    "pages": Text("القواعد", "Rules"),
}


def markdown(facts: Mapping[str, Any], precision: str, lang: str) -> str:
    """The page of one rule, from what `arlint explain` tells of it."""
    return "\n".join(_page(facts, precision, lang)) + "\n"


def index(pages: Sequence[Mapping[str, Any]], lang: str) -> str:
    """The table of all rules, with links to their pages."""
    said = _speaker(lang)
    columns = [said(name) for name in ("rule", "level", "fix", "title")]
    lines = [_open(lang), f"# {said('pages')}", "", _row(columns), _row("---" for _ in columns)]
    for one in pages:
        switched = one["level"] if one["default"] == "on" else f"{one['level']} ({said('off')})"
        lines.append(_row((f"[{one['code']} {one['id']}]({one['id']}.md)", switched, said(one["fix"]), one["title"])))
    return "\n".join((*lines, *_close(lang))) + "\n"


def _page(facts: Mapping[str, Any], precision: str, lang: str) -> Iterator[str]:
    said = _speaker(lang)
    comma = Text("، ", ", ").in_(lang)
    yield from (_open(lang), f"# {facts['code']} {facts['id']}", "", f"**{facts['title']}**", "")
    yield f"`{facts['level']}`{comma}{said(facts['default'])}{comma}{said(facts['fix'])}."
    if facts["reads"] != sorted(PROSE):
        yield from ("", f"{said('reads')} {named(facts['reads'], lang)}.")
    for paragraph in facts["page"]:
        yield from ("", paragraph)
    yield from ("", f"{said('message')}: {facts['message']}")
    if facts["options"]:
        yield from ("", f"## {said('options')}", "", _row((said("option"), said("default"), said("about"))), _row(("---",) * 3))
        for option in facts["options"]:
            yield _row((f"`{option['name']}`", f"`{as_yaml(option['default'])}`", option["about"]))
    wrong = [one for one in facts["examples"] if "⟦" in one["text"]]
    yield from ("", f"## {said('wrong')}", "")
    for one in wrong:
        yield from _example(one, said)
    yield from ("", f"## {said('right')}", "")
    for one in facts["examples"]:
        if one not in wrong:
            yield from _example(one, said)
    if precision:
        yield from ("", f"## {said('measured')}", "", precision)
    yield from _close(lang)


def _example(one: Mapping[str, Any], said: Any) -> Iterator[str]:
    options = f" ({said('with')} `{as_yaml(one['options'])}`)" if one["options"] else ""
    yield f"- {_code(one['text'])}{options}"
    if one["fixed"] is not None:
        yield f"  {said('becomes')} {_code(one['fixed'])}"


def _code(text: str) -> str:
    """Text as inline code: line ends as ⏎, what cannot be seen by its name."""
    from ..reporters.bidi import visible

    shown = visible(text.replace("\r\n", "⏎").replace("\n", "⏎"), blanks=True)
    fence = "``" if "`" in shown else "`"
    blank = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{blank}{shown}{blank}{fence}" if shown.strip() else fence + "∅" + fence


def _row(cells: Any) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _speaker(lang: str) -> Any:
    return lambda name: _WORDS[name].in_(lang)


def _open(lang: str) -> str:
    return '<div dir="rtl">\n' if lang != "en" else ""


def _close(lang: str) -> tuple[str, ...]:
    return ("", "</div>") if lang != "en" else ()
