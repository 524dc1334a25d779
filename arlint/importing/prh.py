"""A dictionary of prh (proofread-helper) as a style file: what is expected, what is written instead, and tests."""

import os
import re
from collections.abc import Iterator

from ..config import ConfigError, Mistake, Place
from ..config.files import parsed
from ..config.node import BrokenError, Node, unpacked
from ..discover import shown
from ..rules import Text
from .reading import quoted, text_of

_HEAD = """\
extends: substitution
message: {ar: "اكتب «%s» لا «%s».", en: "Use '%s' instead of '%s'."}
level: error
nonword: true
"""


def imported(path: str, folder: str) -> tuple[str, tuple[Text, ...]]:
    """The rule file, and the entries that could not be taken over. Raises ConfigError."""
    left: list[Text] = []
    swap: dict[str, str] = {}
    tests: list[tuple[str, str]] = []
    for entry, file in _entries(path, ()):
        _take(entry, file, swap, tests, left)
    lines = [_HEAD + "swap:", *(f"  {quoted(pattern)}: {quoted(expected)}" for pattern, expected in swap.items())]
    if tests:
        lines += ["tests:", *(f"  - {{text: {quoted(wrong)}, fixed: {quoted(right)}}}" for wrong, right in tests)]
    return "\n".join(lines) + "\n", tuple(left)


def _entries(path: str, above: tuple[str, ...]) -> Iterator[tuple[Node, str]]:
    """The rules of a file, those of the files that it imports first."""
    name = shown(path)
    try:
        tree, problems = parsed(f"{path}.yml", text_of(path).encode("utf-8"))
    except BrokenError as broken:
        problems, tree = [broken.problem], None
    if problems or tree is None:
        raise ConfigError([Mistake(Place("file", name, line, column), Text(ar, en)) for line, column, ar, en in problems])
    node = unpacked(tree, name)
    for item in node.entries["imports"].node.items if "imports" in node.entries else ():
        other = item.value if isinstance(item.value, str) else item.entries["path"].node.value if "path" in item.entries else None
        whole = os.path.join(os.path.dirname(path), str(other))
        if other is not None and whole not in (*above, path):
            yield from _entries(whole, (*above, path))
    if "rules" not in node.entries:
        raise ConfigError(
            [Mistake(node.place, Text("لا قواعد في الملف: ينقصه المفتاح rules.", "the file has no rules: it lacks 'rules'."))]
        )
    yield from ((item, name) for item in node.entries["rules"].node.items)


def _take(entry: Node, file: str, swap: dict[str, str], tests: list[tuple[str, str]], left: list[Text]) -> None:
    given = entry.entries
    expected = entry.value if isinstance(entry.value, str) else given["expected"].node.value if "expected" in given else None
    if not isinstance(expected, str):
        left.append(Text(f"{entry.place}: بلا expected، فتُرك البند.", f"{entry.place}: no 'expected'; left out."))
        return
    if "regexpMustEmpty" in given:
        left.append(
            Text(f"{entry.place}: regexpMustEmpty غير مدعوم، فتُرك البند.", f"{entry.place}: regexpMustEmpty is not known here; left out.")
        )
        return
    named = next((given[name].node for name in ("pattern", "patterns") if name in given), None)
    written = [str(item.value) for item in named.items] if named is not None else []
    options = given["options"].node.entries if "options" in given else {}
    bounded = "wordBoundary" in options and options["wordBoundary"].node.value is True
    for one in written or [expected]:
        pattern = _pattern(one, spelled=not written)
        swap.setdefault(rf"\b(?:{pattern})\b" if bounded else pattern, expected)
    for spec in given["specs"].node.items if "specs" in given else ():
        pair = [str(spec.entries[key].node.value) for key in ("from", "to") if key in spec.entries]
        if len(pair) == 2 and pair[0] != pair[1]:
            tests.append((pair[0], pair[1]))


def _pattern(written: str, spelled: bool) -> str:
    """A pattern of prh: a text for itself, `/…/flags`, or, where only the expected text is given, that text in any case."""
    match = re.fullmatch(r"/(.*)/([a-z]*)", written, re.DOTALL)
    if match:
        return f"(?i:{match[1]})" if "i" in match[2] else match[1]
    plain = re.sub(r"([\\.^$*+?{}\[\]|()])", r"\\\1", written)
    return f"(?i:{plain})" if spelled and plain.lower() != plain.upper() else plain
