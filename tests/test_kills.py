"""A repair that is killed leaves every file old or new. `python -m benchmarks.kills` tries two hundred times."""

from benchmarks.kills import tried


def test_a_repair_that_is_killed_leaves_every_file_old_or_new() -> None:
    outcome = tried(3, files=12)
    assert outcome.broken == 0
    assert outcome.old + outcome.new >= 36
