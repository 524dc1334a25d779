"""Word tables that were compiled when arlint was built are those that are compiled now."""

import marshal
from pathlib import Path
from typing import Any

import pytest
import yaml

from arlint import kept
from arlint.arabic.lexicon import lexicon

ROOT = Path(__file__).parents[1]


def doubled(table: Any) -> list[str]:
    """Every word twice."""
    return [word * 2 for word in table]


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A module with a table, and folders of its own for all that is kept."""
    (tmp_path / "desk" / "lexicons").mkdir(parents=True)
    (tmp_path / "desk" / "lexicons" / "words.yaml").write_text("[نعم, لا]\n", encoding="utf-8")
    (tmp_path / "desk" / "module.py").write_text("")
    (tmp_path / "tables").mkdir()
    monkeypatch.setenv("ARLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(kept, "BUILT", str(tmp_path / "tables"))
    return tmp_path / "desk" / "module.py"


def forget(beside: Path) -> None:
    for file in (beside.parents[1] / "cache").glob("*"):
        file.unlink()


def test_a_built_table_stands_for_its_yaml(beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = beside.parents[1] / "tables"
    with monkeypatch.context() as building:
        building.setenv("ARLINT_BUILD_TABLES", str(tables))
        assert lexicon(str(beside), "words", doubled) == ["نعمنعم", "لالا"]
    (table,) = tables.glob("*.bin")
    forget(beside)
    key = marshal.loads(kept.opened(table.read_bytes()))[0]
    table.write_bytes(kept.sealed(marshal.dumps((key, marshal.dumps(["as built"])))))
    assert lexicon(str(beside), "words", doubled) == ["as built"]
    yaml = beside.parent / "lexicons" / "words.yaml"
    yaml.write_bytes("[نعم, لا]\r\n".encode())
    assert lexicon(str(beside), "words", doubled) == ["as built"]
    yaml.write_text("[ربما]\n", encoding="utf-8")
    assert lexicon(str(beside), "words", doubled) == ["ربماربما"]


@pytest.mark.parametrize("damage", [b"", b"\x00", b"no table", kept.sealed(marshal.dumps((1,))), kept.sealed(marshal.dumps(7))])
def test_a_damaged_one_is_as_good_as_none(damage: bytes, beside: Path) -> None:
    (beside.parents[1] / "tables" / "desk.words.doubled.bin").write_bytes(damage)
    assert lexicon(str(beside), "words", doubled) == ["نعمنعم", "لالا"]


class _Strict(yaml.SafeLoader):
    """Refuses a mapping that names a key twice: of two entries YAML would keep the last one only, and say nothing."""


def _once(loader: _Strict, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key) for key, _ in node.value]  # type: ignore[no-untyped-call]
    assert len(keys) == len(set(keys)), f"{node.start_mark.name}: {[key for key in keys if keys.count(key) > 1]}"
    return loader.construct_mapping(node, deep=True)


_Strict.add_constructor("tag:yaml.org,2002:map", _once)


@pytest.mark.parametrize("table", sorted(ROOT.glob("*/*/lexicons/*.yaml")), ids=lambda table: f"{table.parts[-3]}/{table.stem}")
def test_no_table_names_a_word_twice(table: Path) -> None:
    with table.open(encoding="utf-8") as stream:
        yaml.load(stream, _Strict)
