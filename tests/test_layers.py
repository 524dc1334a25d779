"""Rules know Arabic, the public API and how records are made, and the core knows no rule: what the modules of both import."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLUGINS = sorted(path.name for path in (ROOT / "plugins").iterdir() if path.is_dir() and not path.name.startswith("."))


def imported(path: Path) -> Iterator[str]:
    """The absolute names of the modules that a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def test_the_core_imports_no_plugin() -> None:
    found = {(path.name, name) for path in (ROOT / "arlint").rglob("*.py") for name in imported(path) if name.split(".")[0] in PLUGINS}
    assert not found


@pytest.mark.parametrize("plugin", PLUGINS)
def test_a_plugin_of_rules_imports_the_public_names_only(plugin: str) -> None:
    names = {name for path in (ROOT / "plugins" / plugin).rglob("*.py") for name in imported(path) if name.startswith("arlint")}
    assert not {name for name in names if name not in ("arlint", "arlint.records") and not name.startswith(("arlint.arabic", plugin))}
