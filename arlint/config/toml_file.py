"""`[tool.arlint]` of a TOML file to a tree with places.

tomli gives no places: they are found again in the text. Keys are found surely in the usual spelling (headers, `key =` at the start of
a line); within a value written on several lines the place may be that of its key.
"""

import re
from collections.abc import Mapping
from typing import Any

import tomli

from ..arabic.lazy import regex
from .node import BrokenError, Packed, Problem

_BARE = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_BARE}(?:[ \t]*\.[ \t]*{_BARE})*"
_LINE = regex(rf"^[ \t]*(?:(?P<open>\[\[?)[ \t]*(?P<header>{_DOTTED})[ \t]*\]\]?|(?P<key>{_DOTTED})[ \t]*=[ \t]*)", re.MULTILINE)
_PART = regex(_BARE)
_TABLE = ("tool", "arlint")

_ARABIC = (
    ("overwrite|twice|Duplicate|redefine|mutate", "مفتاح أو جدول مكرر؛ احذف أحدهما"),
    ("Invalid value", "ليست قيمة صالحة؛ ضع النص بين علامتي تنصيص"),
    ("Unclosed|Unterminated|Illegal character|Expected \"", "قوس لم يُغلق أو علامة تنصيص لم تُغلق"),
    ("Expected '='|initial character|Invalid statement", "المتوقع هنا: مفتاح = قيمة"),
    ("Expected ']", "ينقص القوس «]» في آخر اسم الجدول"),
    ("Expected newline", "في السطر زيادة بعد القيمة؛ احذفها"),
    ("Unescaped", "الرمز «\\» لا يتبعه ما يُفهم؛ اكتبه مرتين"),
)
"""What tomli says, as patterns, and how we say it in Arabic."""

Path = tuple[str, ...]


def parsed(text: str) -> tuple[Packed | None, list[Problem]]:
    """The tree of the table `[tool.arlint]`, None where there is none, and what is wrong in it. Raises BrokenError if it is no TOML."""
    try:
        document = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        lines = text.splitlines() or [""]
        line = getattr(error, "lineno", int(place[1]) if place else len(lines))
        column = getattr(error, "colno", int(place[2]) if place else len(lines[-1]) + 1)
        what = getattr(error, "msg", str(error))
        arabic = next((said for pattern, said in _ARABIC if re.search(pattern, what)), what)
        raise BrokenError((line, column, f"TOML غير سليم: {arabic}.", f"broken TOML: {what}.")) from None
    except RecursionError:
        raise BrokenError((1, 1, "القيم متداخلة أكثر من اللازم.", "values are nested too deeply.")) from None
    tool = document.get(_TABLE[0])
    table = tool.get(_TABLE[1]) if isinstance(tool, dict) else None
    if table is None:
        return None, []
    located = _Located(text)
    return located.packed(table, _TABLE, located.spans.get(_TABLE, (0, len(text)))), located.problems


class _Located:
    """Values with their places. `spans`: where the value of each key begins and where the next key stands, as offsets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.problems: list[Problem] = []
        self.keys: dict[Path, int] = {}
        self.spans: dict[Path, tuple[int, int]] = {}
        header: Path = ()
        arrays: dict[Path, int] = {}
        matches = list(_LINE.finditer(text))
        for match, following in zip(matches, [*(later.start() for later in matches[1:]), len(text)], strict=True):
            written = match["header"] or match["key"]
            path = tuple(part.strip("\"'") for part in _PART.findall(written))
            if match["key"]:
                path = header + path
            elif match["open"] == "[[":
                arrays[path] = arrays.get(path, -1) + 1
                header = path = (*path, str(arrays[path]))
            else:
                header = path = _within(path, arrays)
            last = match.start("header" if match["header"] else "key") + written.rindex(_PART.findall(written)[-1])
            for length in range(1, len(path) + 1):
                self.keys.setdefault(path[:length], last)
            self.keys[path] = last
            self.spans[path] = match.end(), following

    def packed(self, value: Any, path: Path, span: tuple[int, int]) -> Packed:
        """The tree of a value whose text lies in this span."""
        start, end = self.spans.get(path, span)
        line, column = self.place(start)
        if isinstance(value, Mapping):
            entries = {}
            for key, item in value.items():
                at, inner = self.entry(key, (*path, key), (start, end))
                entries[key] = (*self.place(at), self.packed(item, (*path, key), inner))
            return line, column, entries
        if isinstance(value, list):
            items, at = [], start
            for index, item in enumerate(value):
                found = self.text.find(item, at, end) if isinstance(item, str) and item else -1
                at = found if found >= 0 else at
                place = self.spans.get((*path, str(index)), (at - (found >= 0), end))
                items.append(self.packed(item, (*path, str(index)), place))
            return line, column, items
        if value is not None and not isinstance(value, (bool, int, float, str)):
            self.problems.append((line, column, "التاريخ هنا ليس نصا؛ ضعه بين علامتي تنصيص.", "a date is not text; put it in quotes."))
            return line, column, str(value)
        return line, column, value

    def entry(self, key: str, path: Path, span: tuple[int, int]) -> tuple[int, tuple[int, int]]:
        """Where a key stands, and the span of its value: known from its line, or searched in the span of the mapping around it."""
        if path in self.keys:
            return self.keys[path], self.spans.get(path, span)
        match = re.compile(rf"""(?<![\w-])["']?{re.escape(key)}["']?[ \t]*=[ \t]*""").search(self.text, *span)
        return (match.start(), (match.end(), span[1])) if match else (span[0], span)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column from 1."""
        return self.text.count("\n", 0, offset) + 1, offset - (self.text.rfind("\n", 0, offset) + 1) + 1


def _within(path: Path, arrays: Mapping[Path, int]) -> Path:
    """The path of a table header with the number of the array's table that it belongs to."""
    for length in range(len(path), 0, -1):
        if path[:length] in arrays:
            return (*path[:length], str(arrays[path[:length]]), *path[length:])
    return path
