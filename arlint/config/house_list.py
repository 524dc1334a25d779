"""House lists: what the house says, what it does not, why, and tests; in YAML or in a spreadsheet saved as CSV.

- say: أوكرانيا
  not: [اوكرانيا, أكرانيا]
  why: كما في دليل التحرير
  tests: ["زار اوكرانيا => زار أوكرانيا"]
"""

from typing import Any

from ..discover import shown, unreadable
from ..rules import Text
from . import files
from .node import Entry, Node
from .place import ConfigError, Mistake, Place

COLUMNS = ("say", "not", "why", "tests", "group")
"""The columns of a spreadsheet, in the order in which they are written. Several values of a cell are parted by | or by line breaks."""

_HEADINGS = {
    "preferred": "say", "variants": "not", "اكتب": "say", "الصيغة": "say", "لا تكتب": "not", "بدلا من": "not",
    "لماذا": "why", "السبب": "why", "اختبارات": "tests", "الاختبارات": "tests", "المجموعة": "group",
}  # fmt: skip

_ENCODING = Text("الملف ليس بترميز UTF-8؛ احفظه من برنامج الجداول بصيغة CSV UTF-8.", "the file is not in UTF-8; save it as CSV UTF-8.")
_EMPTY = Text(
    "الملف فارغ؛ سطره الأول عناوين الأعمدة: say وnot وwhy وtests.",
    "the file is empty; its first line names columns: say, not, why, tests.",
)
_NO_SAY = Text(
    "لا عمود باسم say؛ السطر الأول عناوين الأعمدة: say وnot وwhy وtests.",
    "no column 'say'; the first line names the columns: say, not, why, tests.",
)


def node_of_list(path: str, place: Place | None, mistakes: list[Mistake]) -> Node | None:
    """The entries of a list, in either form; None where the file cannot be read, which is a mistake."""
    if not path.lower().endswith((".csv", ".tsv")):
        try:
            file = files.read(path, place)
        except ConfigError as error:
            mistakes += error.mistakes
            return None
        mistakes += file.mistakes
        return file.node
    return _table(path, mistakes)


def _table(path: str, mistakes: list[Mistake]) -> Node | None:
    import csv

    name = shown(path)
    try:
        with open(path, "rb") as file:
            data = file.read()
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except OSError as error:
        mistakes.append(Mistake(Place("file", name), unreadable(name, error).message))
        return None
    except UnicodeDecodeError:
        mistakes.append(Mistake(Place("file", name), _ENCODING))
        return None
    head = text.partition("\n")[0]
    delimiter = max("\t;,", key=head.count)
    try:
        rows = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
        return _entries(rows, name, mistakes)
    except csv.Error as error:
        mistakes.append(Mistake(Place("file", name), Text(f"CSV غير سليم: {error}.", f"broken CSV: {error}.")))
        return None


def _entries(rows: Any, name: str, mistakes: list[Mistake]) -> Node | None:
    head = next(rows, None)
    if not head:
        mistakes.append(Mistake(Place("file", name, 1, 1), _EMPTY))
        return None
    columns = [_HEADINGS.get(cell.strip(), cell.strip()) for cell in head]
    if "say" not in columns:
        mistakes.append(Mistake(Place("file", name, 1, 1), _NO_SAY))
        return None
    entries: list[Node] = []
    while True:
        line = rows.line_num + 1
        row = next(rows, None)
        if row is None:
            break
        place = Place("file", name, line, 1)
        cells = {column: cell.strip() for column, cell in zip(columns, row, strict=False) if column in COLUMNS and cell.strip()}
        if cells:
            entries.append(Node({column: Entry(place, _cell(column, cell, place)) for column, cell in cells.items()}, place))
    return Node(entries, Place("file", name, 1, 1))


def _cell(column: str, cell: str, place: Place) -> Node:
    if column not in ("not", "tests"):
        return Node(cell, place)
    parts = [part.strip() for part in cell.replace("\n", "|").split("|")]
    return Node([Node(part, place) for part in parts if part], place)
