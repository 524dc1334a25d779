"""The `house_style` block: one place where a newsroom says how it writes, from which several rules take their options.

A rule says which of its options a key feeds: `house_style = {"position": "tanwin.position"}` (option: key). An option given to the rule
itself under `rules` wins.
"""

from collections.abc import Mapping
from typing import Any, Literal

from ..rules import AnyRule, Text
from .node import Node
from .place import Mistake, Place
from .setting import Fields, Setting, fields

HOUSE_STYLE = Fields(
    (
        Setting(
            "variants",
            dict[str, str],
            Text("الصيغة التي تعتمدها الدار من كل مجموعة صيغ.", "The form of the house for each group of variants."),
            example="{america: أميركا, google: غوغل}",
        ),
        Setting(
            "words",
            dict[str, str],
            Text("كلمات تُستبدل: «الخطأ: الصواب».", "Words to replace, wrong: right."),
            example="{تويتر: إكس}",
        ),
        Setting(
            "tanwin",
            Fields(
                (
                    Setting(
                        "position",
                        Literal["any", "before", "after"],
                        Text("تنوين الفتح قبل الألف (before: ـًا) أو بعدها (after: ـاً).", "Tanwin before the alif (ـًا) or after it (ـاً)."),
                        example="after",
                    ),
                    Setting(
                        "presence",
                        Literal["any", "always", "never", "consistent"],
                        Text("هل يُكتب التنوين.", "Whether tanwin is written."),
                        example="consistent",
                    ),
                )
            ),
            Text("تنوين الفتح.", "The tanwin of fatha."),
        ),
        Setting(
            "months",
            Fields(
                (
                    Setting(
                        "system",
                        Literal["any", "gregorian", "levantine", "maghreb", "dual-gregorian", "dual-levantine"],
                        Text("يناير، أو كانون الثاني، أو جانفي، أو اسمان معا.", "Names as يناير, كانون الثاني, جانفي, or two at once."),
                        example="gregorian",
                    ),
                    Setting(
                        "glyph",
                        Literal["any", "slash", "paren"],
                        Text("الفاصل بين الاسمين.", "What stands between the two names."),
                        example="slash",
                    ),
                )
            ),
            Text("أسماء الشهور.", "Names of months."),
        ),
        Setting("digits", Literal["any", "western", "arabic"], Text("الأرقام: 123 أو ١٢٣.", "Digits: 123 or ١٢٣."), example="western"),
        Setting(
            "decimal",
            Literal["any", "point", "comma", "arabic"],
            Text("الفاصل العشري: 1.5 أو 1,5 أو ١٫٥.", "The decimal separator: 1.5, 1,5 or ١٫٥."),
            example="point",
        ),
        Setting(
            "percent",
            Literal["any", "%", "٪", "في المئة", "في المائة", "بالمئة", "بالمائة"],
            Text("كتابة النسبة المئوية.", "How a percentage is written."),
            example="في المئة",
        ),
        Setting(
            "quotes",
            Fields(
                (
                    Setting(
                        "style",
                        Literal["any", "straight", "curly", "guillemet"],
                        Text("النوع: \"…\" أو “…” أو «…».", "The kind: \"…\", “…” or «…»."),
                        example="guillemet",
                    ),
                    Setting(
                        "inner",
                        Literal["guillemet", "straight", "single"],
                        Text("علامات الاقتباس داخل الاقتباس.", "Marks of a quotation within a quotation."),
                        example="straight",
                    ),
                )
            ),
            Text("علامات التنصيص.", "Quotation marks."),
        ),
        Setting(
            "hamza_medial",
            Literal["waw", "yeh"],
            Text("الهمزة المتوسطة: مسؤول (waw) أو مسئول (yeh).", "The medial hamza: مسؤول (waw) or مسئول (yeh)."),
            example="waw",
        ),
        Setting(
            "g_letter",
            Literal["غ", "ج", "ك"],
            Text("حرف الجيم الأعجمية (g): غوغل أو جوجل أو كوكل.", "The letter for a foreign g: غوغل, جوجل or كوكل."),
            example="غ",
        ),
        Setting(
            "egyptian_yeh",
            Literal["report", "ignore"],
            Text(
                "الياء الأخيرة بلا نقطتين: يُبلَّغ عنها (report) أو تُترك (ignore).",
                "Final yeh without dots: reported (report), or left alone (ignore).",
            ),
            example="report",
        ),
    )
)
"""What may stand in the block. Values are those of the options they feed."""

Styles = Mapping[str, tuple[Any, Place]]
"""Each leaf of the block under its dotted key (`tanwin.position`, `variants.america`), with its place."""


def styles(node: Node, what: Text, mistakes: list[Mistake]) -> dict[str, tuple[Any, Place]]:
    """The leaves of a block."""
    return dict(_leaves(fields(node, HOUSE_STYLE, what, mistakes), node, ""))


def _leaves(values: Mapping[str, Any], node: Node, prefix: str) -> list[tuple[str, tuple[Any, Place]]]:
    leaves: list[tuple[str, tuple[Any, Place]]] = []
    for key, value in values.items():
        entry = node.entries[key]
        if isinstance(value, Mapping):
            leaves += _leaves(value, entry.node, f"{prefix}{key}.")
        else:
            leaves.append((prefix + key, (value, entry.key)))
    return leaves


def grouped(given: Styles) -> dict[str, Styles]:
    """The leaves by the first part of their keys: a house may name thousands of words, which concern one rule."""
    groups: dict[str, dict[str, tuple[Any, Place]]] = {}
    for name, value in given.items():
        groups.setdefault(name.partition(".")[0], {})[name] = value
    return dict(groups)


def fed(rule: type[AnyRule], given: Styles, groups: Mapping[str, Styles] | None = None) -> dict[str, tuple[Any, Place]]:
    """The options that a rule takes from the house style, with their places. `groups` are the leaves, grouped, where
    that was done before."""
    options: dict[str, tuple[Any, Place]] = {}
    for option, key in rule.house_style.items():
        if key in given:
            options[option] = given[key]
            continue
        leaves = (grouped(given) if groups is None else groups).get(key.partition(".")[0], {})
        inner = {name.removeprefix(f"{key}."): value for name, value in leaves.items() if name.startswith(f"{key}.")}
        if inner:
            options[option] = {name: value for name, (value, _) in inner.items()}, next(iter(inner.values()))[1]
    return options
