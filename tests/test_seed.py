"""The article that the project was asked for, where it lies beside the project: what is found in it, and nothing else."""

from pathlib import Path

import pytest

from arlint.document import Source
from arlint.engine import examine
from arlint.formats.plain import parse
from arlint.plugins import load
from arlint.report import FileReport

SEED = Path(__file__).resolve().parents[2] / "shared" / "seed" / "article.txt"


@pytest.fixture(scope="module")
def report() -> FileReport:
    if not SEED.exists():
        pytest.skip("the seed article is not beside the project")
    source = Source("article.txt", SEED.read_bytes().decode("utf-8"))
    return examine(parse(source), tuple(rule() for rule in load().rules.values() if rule.default))


def test_what_is_found(report: FileReport) -> None:
    assert not report.faults
    assert [(one.rule.code, one.line, one.end_line) for one in report.diagnostics] == [
        ("SPL002", 3, 3),
        ("GRM002", 7, 7),
        ("SPL001", 9, 9),
        ("DUP001", 12, 21),
    ]


def test_the_repeated_block_is_one_finding_that_names_both_ranges(report: FileReport) -> None:
    found = next(one for one in report.diagnostics if one.rule.code == "DUP001")
    for lang in ("ar", "en"):
        assert all(str(line) in found.sentence(lang) for line in (12, 21, 2, 11))
    (copy,) = found.related
    assert (copy.line, copy.end_line) == (2, 11)


def test_the_rarer_spelling_is_the_one_word_and_its_fix_keeps_the_clitic(report: FileReport) -> None:
    found = next(one for one in report.diagnostics if one.rule.code == "SPL001")
    assert found.fix is not None
    (edit,) = found.fix.edits
    written = found.text[: edit.start - found.start] + edit.text + found.text[edit.end - found.start :]
    assert (len(found.text), written) == (6, "وإيران")
