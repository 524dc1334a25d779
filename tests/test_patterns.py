"""Compiled patterns that are kept are those that `re` compiles."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from arlint.arabic import patterns
from arlint.arabic.letters import LETTER, MARK, PRESENTATION, members
from arlint.kept import keep, recall

PATTERNS = [
    (f"[{LETTER}{MARK}]+(?<![.])", 0), ("(?P<day>[0-9]{1,2})[ ]+(?P<month>مايو|يونيو)", 0), ("(?i)abc|A", 0), ("^x$", re.MULTILINE),
    ("a(?:b(?P<c>c)|d)*?(?P=c)?", re.DOTALL), ("", 0), ("[^\\W\\d_]", re.ASCII),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_a_pattern_is_the_same_compiled_or_kept(pattern: str, flags: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARLINT_CACHE_DIR", str(tmp_path))
    expected = re.compile(pattern, flags)
    known = patterns._Known()
    monkeypatch.setattr(patterns, "_KNOWN", known)
    for _ in range(2):
        found = patterns.compiled.__wrapped__(pattern, int(flags))
        assert found == expected
        assert (found.groupindex, found.groups, found.flags) == (expected.groupindex, expected.groups, expected.flags)
        known._write()
        monkeypatch.setattr(patterns, "_KNOWN", patterns._Known())


def test_what_is_no_pattern_raises_what_re_raises() -> None:
    with pytest.raises(re.error):
        patterns.compiled("(")


def test_nonsense_in_the_cache_is_compiled_over(tmp_path: Path) -> None:
    code = f"""
import os, re
os.environ["ARLINT_CACHE_DIR"] = {str(tmp_path)!r}
import _sre
from arlint.arabic.patterns import compiled
from arlint.kept import keep
keep("patterns", _sre.MAGIC, {{("a+", 0): (32, [99999, -5], 0, {{}}, (None,)), ("b", 0): "x", ("c", 0): ()}})
assert [compiled(one) == re.compile(one) for one in ("a+", "b", "c")] == [True] * 3
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_values_are_recalled_by_name_and_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARLINT_CACHE_DIR", str(tmp_path))
    keep("thing", (1, "a"), {"x": [1, 2]})
    assert recall("thing", (1, "a")) == {"x": [1, 2]}
    assert recall("thing", (2, "a")) is None
    assert recall("other", (1, "a"), "none") == "none"


def test_members_of_a_class() -> None:
    for body in (LETTER, MARK, PRESENTATION, "abc-", "a-c", "-"):
        every = [chr(code) for code in range(0x3000)] + [chr(code) for code in range(0xFB00, 0x10000)]
        pattern = re.compile(f"[{body if body != '-' else chr(92) + '-'}]")
        assert members(body) == {sign for sign in every if pattern.match(sign)}
