"""Sheets of judged findings: where they are and whether they are right, without the text. One TSV file a rule, in `sheets/`."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "sheets"
COLUMNS = ("corpus", "article", "start", "end", "verdict")


class Judged(NamedTuple):
    """A finding (half-open code points of the article) and its verdict: `right`, `wrong`, or "" while nobody has judged it."""

    corpus: str
    article: str
    start: int
    end: int
    verdict: str = ""


def read(path: Path) -> list[Judged]:
    """The rows of a sheet; those of a working sheet too, whose further columns are passed over."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Judged(row["corpus"], row["article"], int(row["start"]), int(row["end"]), row["verdict"].strip()) for row in rows]


def write(path: Path, rows: Iterable[Judged]) -> None:
    """Write a sheet, in the order of places."""
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(sorted(set(rows)))
