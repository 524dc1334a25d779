"""The house vocabulary: files that say which form of a word is preferred, which variants it replaces, and why.

    - preferred: أوكرانيا
      variants: [اوكرانيا, أكرانيا]
      why: كما في دليل التحرير

What they say is added to the house style: a variant with its preferred form to `words`, a group of the spelling rules to `variants`, and
every preferred form with its reason to `vocabulary`, which no block of the configuration has.
"""

import os
from collections.abc import Iterator
from typing import Any

from ..arabic.words import form, forms
from ..rules import Text
from . import files
from .house_style import Styles
from .node import Node
from .place import ConfigError, Mistake, Place, beside
from .setting import Fields, Setting, fields, named, strings
from .shape import VOCABULARY
from .typed import typed

PREFERRED = Setting("preferred", str, Text("الصيغة المعتمدة.", "The form to write."), required=True)
VARIANTS = Setting("variants", str | list[str], Text("الصيغ التي تحل محلها.", "Forms that it replaces."), ())
WHY = Setting("why", str, Text("السبب.", "Why."))
GROUP = Setting("group", str, Text("مجموعة صيغ في قواعد الإملاء، مثل america.", "A group of the spelling rules, as america."))
ENTRY = Fields((PREFERRED, VARIANTS, WHY, GROUP))
"""What may stand in an entry."""

_FILE = Text("ملف المفردات", "the vocabulary")
_ONE = Text("مدخل المفردات", "an entry of the vocabulary")


def vocabulary(node: Node, mistakes: list[Mistake]) -> Styles:
    """What the vocabularies named in a piece of configuration add to the house style; of two that differ, the later one's.

    Their paths are relative to the file that names them. What is wrong in them is noted with its place in the vocabulary.
    """
    styles: dict[str, tuple[Any, Place]] = {}
    for name, place in strings(node, VOCABULARY):
        path = beside(place, name)
        if not os.path.isfile(path):
            missing = Text(f"لا يوجد ملف مفردات باسم {name}؛ صحّح المسار.", f"there is no vocabulary file {name}; correct the path.")
            mistakes.append(Mistake(place, missing))
            continue
        try:
            file = files.read(path, place)
        except ConfigError as error:
            mistakes += error.mistakes
            continue
        mistakes += file.mistakes
        styles.update(_styles(file.node, mistakes))
    return styles


def _styles(node: Node, mistakes: list[Mistake]) -> Iterator[tuple[str, tuple[Any, Place]]]:
    """The leaves of one file. A word that two entries speak of is a mistake: it cannot be both right and wrong, nor replaced by two."""
    if node.value is not None and not isinstance(node.value, list):
        typed(node, list, _FILE, mistakes)
        return
    seen: dict[str, Place] = {}
    for item in node.items if node.value else ():
        entry = fields(item, ENTRY, _ONE, mistakes)
        if PREFERRED.name not in entry:
            continue
        preferred, at = entry[PREFERRED.name], item.entries[PREFERRED.name]
        if not forms(preferred):
            mistakes.append(Mistake(at.node.place, _no_word(preferred)))
            continue
        key = " ".join(forms(preferred))
        if _is_new(key, at.node.place, seen, mistakes):
            yield f"vocabulary.{key}", (entry.get(WHY.name, ""), at.key)
        if GROUP.name in entry:
            yield f"variants.{entry[GROUP.name]}", (preferred, item.entries[GROUP.name].key)
        for variant, place in strings(item, VARIANTS):
            if forms(variant) != [form(variant)]:
                mistakes.append(Mistake(place, _no_single_word(variant)))
            elif _is_new(form(variant), place, seen, mistakes):
                yield f"words.{form(variant)}", (preferred, place)


def _is_new(word: str, place: Place, seen: dict[str, Place], mistakes: list[Mistake]) -> bool:
    first = seen.setdefault(word, place)
    if first is not place:
        arabic = f"«{word}» سبق ذكرها في السطر {first.line}؛ احذف أحد الموضعين."
        mistakes.append(Mistake(place, Text(arabic, f"{word!r} was named on line {first.line} already; remove one of the two.")))
    return first is place


def _no_word(text: str) -> Text:
    return Text(f"{named('preferred').ar}: لا كلمة عربية في النص «{text}».", f"{named('preferred').en} holds no Arabic word: {text!r}.")


def _no_single_word(text: str) -> Text:
    return Text(
        f"{named('variants').ar}: النص «{text}» ليس كلمة عربية واحدة؛ اكتب كل صيغة في كلمة واحدة.",
        f"{named('variants').en}: {text!r} is not one Arabic word; name each variant as a single word.",
    )
