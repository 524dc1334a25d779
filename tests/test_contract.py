"""The catalogue's own examples, where the catalogue lies beside the project: exact spans, silence, and the repaired text.

`pytest tests/test_contract.py -k QUO001` runs those of one rule.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from arlint.fix import fixed
from arlint.plugins import load
from arlint.testing import diagnostics

EXAMPLES = Path(__file__).resolve().parents[2] / "shared" / "lexicons" / "examples.yaml"
FORMATS = {"markdown": "markdown", "html": "html", None: "text"}
RULES = {rule.code: rule for rule in load().rules.values()}

WRONG: dict[tuple[str, str], str] = {}
"""Examples that contradict their definition, by code and text, with the reason; they must go on failing."""


def examples() -> Iterator[Any]:
    if not EXAMPLES.exists():
        yield pytest.param("", {}, marks=pytest.mark.skip(reason=f"the catalogue's examples are not here: {EXAMPLES.name}"))
        return
    for code, kinds in yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))["rules"].items():
        if code not in RULES:
            continue
        for kind in ("fire", "ok"):
            for number, entry in enumerate(kinds[kind], 1):
                reason = WRONG.get((code, entry["text"]))
                marks = [pytest.mark.xfail(reason=reason)] if reason else []
                if entry.get("format") not in FORMATS:
                    marks = [pytest.mark.skip(reason=f"no format {entry['format']} yet")]
                yield pytest.param(code, entry, id=f"{code}-{kind}-{number}", marks=marks)


@pytest.mark.parametrize(("code", "entry"), list(examples()))
def test_example(code: str, entry: dict[str, Any]) -> None:
    rule, text, format_name = RULES[code](**entry.get("options", {})), entry["text"], FORMATS[entry.get("format")]
    found = diagnostics(rule, text, format_name)
    expected = [tuple(span) for span in entry.get("spans", [])]
    assert [(one.text, one.start, one.end) for one in found] == [(text[a:b], a, b) for a, b in expected]
    if "severity" in entry:
        assert {one.level for one in found} == {entry["severity"]}
    if "fixed" in entry:
        assert fixed(text, lambda text: diagnostics(rule, text, format_name), unsafe=True) == entry["fixed"]
