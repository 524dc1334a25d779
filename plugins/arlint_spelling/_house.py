"""How the house spells the words of the table: from single words, from its letter for a foreign g, from its medial hamza."""

from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from arlint import Text

from ._variant_groups import Group, groups

GLetter = Literal["", "غ", "ج", "ك"]
HamzaMedial = Literal["", "waw", "yeh"]

HOUSE_STYLE = {"variants": "variants", "g_letter": "g_letter", "hamza_medial": "hamza_medial"}

VARIANTS = Text(
    "صيغة الدار لكل مجموعة من صيغ الكلمة الواحدة، مثل {america: أميركا}.",
    "The form of the house for each group of variants, such as {america: أميركا}.",
)
G_LETTER = Text("حرف الجيم الأعجمية: غوغل (غ) أو جوجل (ج) أو كوكل (ك).", "The letter for a foreign g: غوغل (غ), جوجل (ج) or كوكل (ك).")
HAMZA_MEDIAL = Text("الهمزة المتوسطة: مسؤول (waw) أو مسئول (yeh).", "The medial hamza: مسؤول (waw) or مسئول (yeh).")

_G = "غجكق"
_MEDIAL = {"waw": "ؤ", "yeh": "ئ"}


def house(variants: Mapping[str, str], g_letter: str, hamza_medial: str) -> dict[str, str]:
    """For each spelling of the table that the house does not want (`google/1`) the one it wants (`google/0`).

    A word named by itself is spelled as named, whatever letters it holds; a group that is off by default counts only if named.
    """
    wanted: dict[str, str] = {}
    for group in groups().values():
        index = group.holding(variants.get(group.id, ""))
        if index is not None:
            wanted.update((group.value(other), group.value(index)) for other in range(len(group.variants)) if other != index)
        elif group.default:
            if g_letter:
                wanted.update(_respelled(group, _G, g_letter))
            if hamza_medial:
                wanted.update(_respelled(group, _MEDIAL.values(), _MEDIAL[hamza_medial]))
    return wanted


def unknown(variants: Mapping[str, str], setting: str = "variants") -> Text | None:
    """What is wrong with words named: one that the table does not know, or not in this spelling. It would be passed over in silence."""
    known = groups()
    wrong = next(((name, form) for name, form in variants.items() if name not in known or known[name].holding(form) is None), None)
    if wrong is None:
        return None
    name, form = wrong
    if name in known:
        spellings = [stems[0] for stems in known[name].variants]
        return Text(
            f"لا صيغة «{form}» في مجموعة «{name}»؛ صيغها: {'، '.join(spellings)}. ولغيرها استعمل words في house_style.",
            f"no spelling {form!r} in the group {name!r}; it has {', '.join(spellings)}. For others use words of house_style.",
        )
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    ar = f"ليس في الجدول المجموعة «{name}» المذكورة في {setting}؛ "
    en = f"no group {name!r}, named under {setting}; "
    if near:
        return Text(f"{ar}هل تقصد «{near[0]}»؟", f"{en}did you mean {near[0]!r}?")
    return Text(f"{ar}استعمل words في house_style لكلمة ليست في الجدول.", f"{en}use words of house_style for what the table lacks.")


def _respelled(group: Group, letters: Collection[str], wanted: str) -> Iterator[tuple[str, str]]:
    """The variants that would be another one of the group, had they the wanted letter for each of these letters."""
    for index, stems in enumerate(group.variants):
        for other, right in enumerate(group.variants):
            if index != other and other not in group.wrong and stems[0] != right[0] and _differs_in(stems[0], right[0], letters, wanted):
                yield group.value(index), group.value(other)


def _differs_in(stem: str, right: str, letters: Collection[str], wanted: str) -> bool:
    return len(stem) == len(right) and all(
        one == another or (one in letters and another == wanted) for one, another in zip(stem, right, strict=True)
    )
