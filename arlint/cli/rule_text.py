"""The page of a rule as plain text."""

from collections.abc import Iterator
from typing import Any

from ..document import PROSE
from ..reporters.bidi import visible
from ..rules import Text
from .looking import as_yaml
from .roles import named

_WIDTH = 100

_WORDS = {
    "on": Text("مفعّلة افتراضيا", "on by default"),
    "off": Text("معطّلة افتراضيا", "off by default"),
    "safe": Text("الإصلاح مأمون", "the fix is safe"),
    "unsafe": Text("الإصلاح يحتاج إلى مراجعة", "the fix needs a review"),
    "safe/unsafe": Text("بعض الإصلاحات مأمون وبعضها يحتاج إلى مراجعة", "some fixes are safe, others need a review"),
    "none": Text("بلا إصلاح", "no fix"),
    "reads": Text("تقرأ القاعدة:", "The rule reads"),
    "options": Text("الخيارات", "Options"),
    "configuration": Text("في ملف الإعدادات", "In the configuration"),
    "wrong": Text("مما يُبلَّغ عنه: موضعه بين ⟦ ⟧، وإصلاحه بعد ⇐", "Reported: the place between ⟦ ⟧, the repair after =>"),
    "right": Text("مما لا يُبلَّغ عنه", "Not reported"),
    "arrow": Text("⇐", "=>"),
    "measured": Text("الدقة في أخبار حقيقية", "Precision on real news"),
}

_PRECISION = Text(
    "قُرئت {read:findings-nominative} من {articles:articles} ({corpus})، والصحيح {right}: {share}% (بين {low}% و{high}% بثقة 95%).",
    "Of {articles:articles} ({corpus}), {read:findings} were read: {right} right, {share} % ({low} to {high} % at 95 % confidence).",
)
_UNSEEN = Text("لم توجد ملاحظات في {articles:articles} ({corpus}).", "Nothing was found in {articles:articles} ({corpus}).")
_COMMA = Text("، ", ", ")


def precision(facts: dict[str, Any], lang: str) -> str:
    """What was measured of a rule on real articles, as a sentence; empty where nothing was."""
    measured = facts["measured"]
    if not measured:
        return ""
    template = _PRECISION if measured["read"] else _UNSEEN
    corpus = measured["corpus"].replace(", ", _COMMA.in_(lang))
    return f"{template.format(lang, {**measured, 'corpus': corpus})} {measured['note']}".strip()


def text_page(facts: dict[str, Any], lang: str) -> Iterator[str]:
    """The lines of the page, given what there is to say of the rule (`rule_facts`)."""

    def said(name: str) -> str:
        return _WORDS[name].in_(lang)

    comma = _COMMA.in_(lang)
    yield f"{facts['code']} {facts['id']}"
    yield facts["title"]
    yield f"{facts['level']}{comma}{said(facts['default'])}{comma}{said(facts['fix'])}."
    if facts["reads"] != sorted(PROSE):
        yield f"{said('reads')} {named(facts['reads'], lang)}."
    for paragraph in facts["page"]:
        yield ""
        yield from _wrapped(paragraph)
    if facts["options"]:
        yield from ("", said("options"))
        for option in facts["options"]:
            yield f"  {option['name']}: {as_yaml(option['default'])}{_choice(option['schema'])}"
            yield from (f"    {line}" for line in _wrapped(option["about"]))
    for name, examples in (
        ("wrong", [one for one in facts["examples"] if "⟦" in one["text"]]),
        ("right", [one for one in facts["examples"] if "⟦" not in one["text"]]),
    ):
        yield from ("", said(name))
        for example in examples:
            yield from _example(example, said("arrow"))
    if facts["measured"]:
        yield from ("", said("measured"))
        yield from (f"  {line}" for line in _wrapped(precision(facts, lang)))
    yield from ("", said("configuration"), "  rules:")
    given = {"level": facts["level"], **{option["name"]: option["default"] for option in facts["options"]}}
    yield f"    {facts['id']}: {as_yaml(given)}"


def _example(example: dict[str, Any], arrow: str) -> Iterator[str]:
    if example["options"]:
        yield f"  {as_yaml(example['options'])}"
    yield from _lines("-", example["text"])
    if example["fixed"] is not None:
        yield from _lines(arrow, example["fixed"])


def _lines(mark: str, text: str) -> Iterator[str]:
    """The lines of an example after a mark; what cannot be seen in them is named."""
    first, *others = (visible(line, blanks=True) for line in text.split("\n"))
    yield f"  {mark} {first}"
    yield from (f"  {' ' * len(mark)} {line}".rstrip() for line in others)


def _choice(schema: dict[str, Any]) -> str:
    """The values to choose from, where there are some."""
    values = schema.get("enum") or schema.get("items", {}).get("enum")
    return f"  ({' | '.join(map(str, values))})" if values else ""


def _wrapped(paragraph: str) -> list[str]:
    from textwrap import wrap

    return wrap(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False)
