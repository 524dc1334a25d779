"""The pages in docs/rules say what the rules say. `pytest --rewrite` makes them anew."""

from pathlib import Path

import pytest

from arlint.cli.rule_facts import facts_of
from arlint.cli.rule_pages import index, markdown
from arlint.cli.rule_text import precision
from arlint.plugins import load

FOLDER = Path(__file__).parents[1] / "docs" / "rules"


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_rule_has_its_page_and_it_is_up_to_date(lang: str, request: pytest.FixtureRequest) -> None:
    registry = load()
    every = [facts_of(rule, registry, lang) for rule in registry.rules.values()]
    pages = {f"{facts['id']}.md": markdown(facts, precision(facts, lang), lang) for facts in every}
    pages["README.md"] = index(every, lang)
    folder = FOLDER / lang
    if request.config.getoption("--rewrite"):
        folder.mkdir(parents=True, exist_ok=True)
        for path in folder.glob("*.md"):
            path.unlink()
        for name, text in pages.items():
            (folder / name).write_text(text, encoding="utf-8")
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")} == pages
