"""What the pages say of precision is what the kept sheets of judged findings say."""

from collections import Counter
from pathlib import Path

import pytest

from arlint.plugins import load
from arlint.rules import Measured
from benchmarks.accuracy.sheets import FOLDER, read

RULES = {rule.code: rule for rule in load().rules.values()}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.tsv")), ids=lambda path: path.stem)
def test_a_rule_states_the_precision_of_its_sheet(path: Path) -> None:
    rows = read(path)
    verdicts = Counter(row.verdict for row in rows)
    assert set(verdicts) <= {"right", "wrong"}
    assert len({row[:4] for row in rows}) == len(rows)
    measured = RULES[path.stem].measured
    assert measured is not None
    assert (measured.right, measured.read) == (verdicts["right"], len(rows))


@pytest.mark.parametrize(
    ("right", "read", "low", "high"), [(0, 0, 0, 100), (1, 1, 21, 100), (9, 10, 60, 98), (30, 30, 89, 100), (0, 10, 0, 28)]
)
def test_the_interval_of_a_share(right: int, read: int, low: int, high: int) -> None:
    assert [round(100 * bound) for bound in Measured(right, read, 1, "").interval] == [low, high]
