"""The index that is made when arlint is built holds for the files that it was made from, and for no others."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from arlint import kept
from arlint.arabic import patterns
from arlint.kept import states_of
from arlint.plugins.known import fact
from arlint.plugins.shipped import ship, shipped
from tests.shouting import RULE

PACKAGE = "arlint_shipped_desk"
HOOK = f'''"""A plugin."""
from arlint import hookimpl, rules_in


@hookimpl
def arlint_rules():
    """The rules."""
    return rules_in("{PACKAGE}")
'''


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A plugin with one rule, shipped; its files are an hour old."""
    folder = tmp_path / PACKAGE
    (tmp_path / "tables").mkdir()
    (folder / "lexicons").mkdir(parents=True)
    for name, text in (("__init__.py", HOOK), ("shout.py", RULE), ("lexicons/words.yaml", "[نعم]\n")):
        (folder / name).write_text(text, encoding="utf-8")
        os.utime(folder / name, ns=(0, (folder / name).stat().st_mtime_ns - 3600 * 10**9))
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(kept, "BUILT", str(tmp_path / "tables"))
    with monkeypatch.context() as building:
        building.setenv("ARLINT_BUILD_TABLES", str(tmp_path / "tables"))
        ship([("desk", PACKAGE)])
    # Files of arlint that were changed just now are none of this test's concern.
    ahead = max(path.stat().st_mtime_ns for path in Path(kept.__file__).parent.rglob("*.py")) + 60 * 10**9
    index = tmp_path / "tables" / "index.bin"
    os.utime(index, ns=(0, max(ahead, index.stat().st_mtime_ns)))
    yield folder
    for name in [name for name in sys.modules if name.startswith(PACKAGE)]:
        del sys.modules[name]


def test_it_knows_what_the_rules_say(package: Path) -> None:
    found = shipped(["desk"])
    assert found is not None
    stamps, hooks, facts, owners = found
    assert found.rules is not None
    rule = found.rules["shout"]
    assert facts == [tuple(fact(rule)._replace(state=states_of([str(package)])[str(package)]))]
    assert (hooks["arlint_rules"], owners) == (["desk"], {"shout": "desk"})
    paths = {path for path, *_ in stamps}
    assert paths >= {str(package), str(package / "shout.py"), str(package / "lexicons" / "words.yaml"), kept.__file__}


def test_other_plugins_have_another(package: Path) -> None:
    assert shipped(["desk", "other"]) is None
    assert shipped([]) is None


def test_a_file_that_is_not_as_it_was(package: Path) -> None:
    for name in ("shout.py", "lexicons/words.yaml"):
        file = package / name
        before, times = file.read_bytes(), (0, file.stat().st_mtime_ns)
        file.write_bytes(before + b"\n")
        os.utime(file, ns=times)
        assert shipped(["desk"]) is None, name  # another size
        file.write_bytes(before)
        os.utime(file, ns=(0, times[1] + 4 * 10**15))
        assert shipped(["desk"]) is None, name  # written after arlint was installed
        os.utime(file, ns=times)
        assert shipped(["desk"]) is not None
    (package / "whisper.py").write_text("", encoding="utf-8")
    assert shipped(["desk"]) is None


@pytest.mark.parametrize("damage", [b"", b"no index", b"\xa9\x02"])
def test_a_damaged_one_is_as_good_as_none(package: Path, damage: bytes) -> None:
    (Path(kept.BUILT) / "index.bin").write_bytes(damage)
    assert shipped(["desk"]) is None


def test_patterns_that_are_shipped_match_as_those_that_are_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("ARLINT_BUILD_TABLES", str(tmp_path))
    monkeypatch.setattr(kept, "BUILT", str(tmp_path))
    pattern = r"(?P<word>[ا-ي]+)(?:ون|ين)\b"
    patterns.compiled(pattern, int(re.IGNORECASE))
    patterns.ship()
    patterns._shipped.cache_clear()
    monkeypatch.setattr(patterns, "_KNOWN", patterns._Known())
    monkeypatch.setattr(patterns, "_coded", None)  # not asked
    patterns.compiled.cache_clear()
    found = patterns.compiled(pattern, int(re.IGNORECASE)).search("قال المراسلون ذلك")
    assert found is not None
    assert found.groupdict() == {"word": "المراسل"}
