"""What is done when arlint is built: word tables and patterns are compiled and rules indexed, so that a first run need not.

`python hatch_build.py FOLDER` writes all that into a folder: every rule of the plugins is asked of its own examples.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parent
TABLES = ROOT / "arlint" / "tables"


def compiled(folder: str) -> None:
    """Compile into this folder all tables that rules ask for."""
    sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]
    os.environ["ARLINT_BUILD_TABLES"] = folder
    from arlint import rules_in
    from arlint.arabic import patterns
    from arlint.engine import examine
    from arlint.plugins import shipped
    from arlint.testing import document, unmarked

    for package in sorted(path.name for path in (ROOT / "plugins").iterdir() if (path / "__init__.py").is_file()):
        for rule in rules_in(package):
            made = rule()
            if not made.lacking():
                texts = (*rule.good, *rule.bad, *(case.text for case in rule.cases))
                examine(document("\n".join(unmarked(text)[0] for text in texts)), (made,))
    patterns.ship()
    shipped.ship(_entry_points())


def _entry_points() -> list[tuple[str, str]]:
    """The name and the module of each plugin of arlint's own."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    with (ROOT / "pyproject.toml").open("rb") as file:
        return sorted(tomllib.load(file)["project"]["entry-points"]["arlint"].items())


def _run() -> None:
    with TemporaryDirectory() as cache:
        TABLES.mkdir(exist_ok=True)
        for old in TABLES.glob("*.bin"):
            old.unlink()
        env = {**os.environ, "ARLINT_CACHE_DIR": cache, "PYTHONDONTWRITEBYTECODE": "1"}
        subprocess.run([sys.executable, __file__, str(TABLES)], check=True, env=env, timeout=300)


if __name__ == "__main__":
    compiled(sys.argv[1])
else:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg,misc]
        """Compiles the tables. Where that cannot be done arlint is built without them, and compiles them when it runs."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Before anything is packed."""
            try:
                _run()
            except (OSError, subprocess.SubprocessError) as error:
                self.app.display_warning(f"word tables were not compiled: {error}")
