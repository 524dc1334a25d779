"""The house vocabulary: lists, in YAML or CSV, that say which form of a word is preferred, which variants it replaces, and why.

    - say: أوكرانيا
      not: [اوكرانيا, أكرانيا]
      why: كما في دليل التحرير
      tests: ["زار اوكرانيا => زار أوكرانيا"]

What they say is added to the house style: a variant with its preferred form to `words`, a group of the spelling rules to `variants`, and
every preferred form with its reason to `vocabulary`, which no block of the configuration has; the tests, by their places, to `tests`.
`preferred` and `variants` are other names of `say` and `not`.
"""

import os
from collections.abc import Iterator
from functools import partial
from typing import Any
from zlib import crc32

from ..arabic.words import form, forms
from ..discover import shown
from ..kept import kept, stamp
from ..rules import Text
from .house_list import node_of_list
from .house_style import Styles
from .node import Node, Problem
from .place import Mistake, Place, beside
from .setting import Fields, Setting, fields, strings
from .shape import VOCABULARY
from .typed import typed

PREFERRED = Setting("say", str, Text("الصيغة المعتمدة.", "The form to write."), required=True)
VARIANTS = Setting("not", str | list[str], Text("الصيغ التي تحل محلها.", "Forms that it replaces."), ())
WHY = Setting("why", str, Text("السبب.", "Why."))
GROUP = Setting("group", str, Text("مجموعة صيغ في قواعد الإملاء، مثل america.", "A group of the spelling rules, as america."))
TESTS = Setting(
    "tests",
    str | list[str],
    Text("جمل تُختبر: «قبل => بعد»، أو جملة لا يُبلَّغ عن شيء فيها.", "Sentences to try: before => after, or one in which nothing is wrong."),
    (),
)
ENTRY = Fields((PREFERRED, VARIANTS, WHY, TESTS, GROUP))
"""What may stand in an entry."""

_FORM = 1
"""Raised when the same list gives other leaves or other mistakes."""

_EMPTY = Text("البند فارغ؛ اكتب الكلمة أو احذفه.", "nothing is written here; write the word, or remove the entry.")
_FILE = Text("ملف المفردات", "the vocabulary")
_ONE = Text("بند المفردات", "an entry of the vocabulary")


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
        file = shown(path)
        digest = crc32(os.path.abspath(path).encode("utf-8", "surrogateescape"))
        leaves, problems = kept(f"list-{digest:08x}", (_FORM, file, stamp(path)), partial(_read, path, place))
        mistakes += [Mistake(Place("file", file, line, column), Text(ar, en)) for line, column, ar, en in problems]
        styles.update((key, (value, Place("file", file, line, column))) for key, value, line, column in leaves)
    return styles


def _read(path: str, place: Place) -> tuple[list[tuple[str, str, int, int]], list[Problem]]:
    """The leaves of a list and what is wrong in it, in plain values: reading five thousand entries takes longer than linting an article."""
    mistakes: list[Mistake] = []
    listed = node_of_list(path, place, mistakes)
    leaves = [] if listed is None else [(key, value, at.line, at.column) for key, (value, at) in _styles(listed, mistakes)]
    return leaves, [(one.place.line, one.place.column, *one.message) for one in mistakes]


def _styles(node: Node, mistakes: list[Mistake]) -> Iterator[tuple[str, tuple[Any, Place]]]:
    """The leaves of one file. A word that two entries speak of is a mistake: it cannot be both right and wrong, nor replaced by two."""
    if node.value is not None and not isinstance(node.value, list):
        typed(node, list, _FILE, mistakes)
        return
    seen: dict[str, Place] = {}
    for item in map(_named_as_now, node.items if node.value else ()):
        entry = fields(item, ENTRY, _ONE, mistakes)
        if PREFERRED.name not in entry:
            continue
        preferred, at = entry[PREFERRED.name], item.entries[PREFERRED.name]
        if not preferred.strip():
            mistakes.append(Mistake(at.node.place, _EMPTY))
            continue
        key = " ".join(forms(preferred))
        if _is_new(key or preferred, at.node.place, seen, mistakes) and key:
            yield f"vocabulary.{key}", (entry.get(WHY.name, ""), at.key)
        if GROUP.name in entry:
            yield f"variants.{entry[GROUP.name]}", (preferred, item.entries[GROUP.name].key)
        for variant, place in strings(item, VARIANTS):
            # Bare words are found by their forms; what holds other signs (كوفيد-19, BBC) is found as it is written.
            written = " ".join(map(form, variant.split()))
            if not written:
                mistakes.append(Mistake(place, _EMPTY))
            elif _is_new(written, place, seen, mistakes):
                yield f"words.{written}", (preferred, place)
        for test, place in strings(item, TESTS):
            yield f"tests.{place}·{test}", (test, place)


def _named_as_now(item: Node) -> Node:
    """An entry whose keys may have their older names."""
    older = {"preferred": PREFERRED.name, "variants": VARIANTS.name}
    if not any(name in item.entries for name in older):
        return item
    return item._replace(value={older.get(key, key): entry for key, entry in item.entries.items()})


def _is_new(word: str, place: Place, seen: dict[str, Place], mistakes: list[Mistake]) -> bool:
    first = seen.setdefault(word, place)
    if first is not place:
        arabic = f"«{word}» سبق ذكرها في السطر {first.line}؛ احذف أحد الموضعين."
        mistakes.append(Mistake(place, Text(arabic, f"{word!r} was named on line {first.line} already; remove one of the two.")))
    return first is place
