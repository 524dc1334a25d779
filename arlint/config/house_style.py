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
            Text("صيغة الدار لكل مجموعة أسماء: america: أميركا.", "The form of each group of variants: america: أميركا."),
        ),
        Setting("words", dict[str, str], Text("كلمات تُستبدل: «الخطأ: الصواب».", "Words to replace, wrong: right.")),
        Setting(
            "tanwin",
            Fields(
                (
                    Setting(
                        "position",
                        Literal["any", "before", "after"],
                        Text("تنوين الفتح قبل الألف (ـًا) أو بعدها (ـاً).", "Tanwin before the alif (ـًا) or after it (ـاً)."),
                    ),
                    Setting(
                        "presence",
                        Literal["any", "always", "never", "consistent"],
                        Text("هل يُكتب التنوين.", "Whether tanwin is written."),
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
                        Text("يناير، أو كانون الثاني، أو جانفي، أو اسمان معا.", "يناير, كانون الثاني, جانفي, or two names."),
                    ),
                    Setting(
                        "glyph",
                        Literal["any", "slash", "paren"],
                        Text("الفاصل بين الاسمين.", "What stands between the two names."),
                    ),
                )
            ),
            Text("أسماء الشهور.", "Names of months."),
        ),
        Setting("digits", Literal["any", "western", "arabic"], Text("الأرقام: 123 أو ١٢٣.", "Digits: 123 or ١٢٣.")),
        Setting("decimal", Literal["any", "point", "comma", "arabic"], Text("الفاصل العشري.", "The decimal separator.")),
        Setting("percent", str, Text("كتابة النسبة: % أو ٪ أو «في المئة».", "How a percentage is written: %, ٪, في المئة.")),
        Setting(
            "quotes",
            Fields(
                (
                    Setting("style", Literal["any", "straight", "curly", "guillemet"], Text("علامات التنصيص.", "Quotation marks.")),
                    Setting(
                        "inner",
                        Literal["guillemet", "straight", "single"],
                        Text("علامات تنصيص داخل تنصيص.", "Marks of a quotation within a quotation."),
                    ),
                )
            ),
            Text("علامات التنصيص.", "Quotation marks."),
        ),
        Setting("hamza_medial", Literal["waw", "yeh"], Text("مسؤول (waw) أو مسئول (yeh).", "مسؤول (waw) or مسئول (yeh).")),
        Setting("g_letter", Literal["غ", "ج", "ك"], Text("حرف الجيم الأعجمية: غوغل، جوجل، كوكل.", "The letter for a foreign g.")),
        Setting(
            "egyptian_yeh",
            Literal["report", "ignore"],
            Text("الياء النهائية بلا نقطتين: تُبلَّغ أو تُترك.", "Final yeh without dots: reported, or left alone."),
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


def fed(rule: type[AnyRule], given: Styles) -> dict[str, tuple[Any, Place]]:
    """The options that a rule takes from the house style, with their places."""
    options: dict[str, tuple[Any, Place]] = {}
    for option, key in rule.house_style.items():
        if key in given:
            options[option] = given[key]
            continue
        inner = {name.removeprefix(f"{key}."): value for name, value in given.items() if name.startswith(f"{key}.")}
        if inner:
            options[option] = {name: value for name, (value, _) in inner.items()}, next(iter(inner.values()))[1]
    return options
