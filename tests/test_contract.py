"""The catalogue's own examples, where the catalogue lies beside the project: exact spans, silence, and the repaired text.

`pytest tests/test_contract.py -k QUO001` runs those of one rule.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from arlint.document import Source
from arlint.engine import lint
from arlint.fix import fixed
from arlint.formats.plain import parse
from arlint.plugins import load
from arlint.report import Diagnostic
from arlint.rules import AnyRule, CorpusRule
from arlint.suppress import suppressed
from arlint.testing import diagnostics

EXAMPLES = Path(__file__).resolve().parents[2] / "shared" / "lexicons" / "examples.yaml"
FORMATS = {"markdown": "markdown", None: "text"}
RULES = {rule.code: rule for rule in load().rules.values()}
MARKER = re.compile(r"^\[(\w+\.txt)\] ", re.MULTILINE)

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
    found = list(across_files(rule, text)) if MARKER.match(text) else spans(diagnostics(rule, text, format_name))
    expected = [tuple(span) for span in entry.get("spans", [])]
    assert [(text[a:b], a, b) for a, b, _ in found] == [(text[a:b], a, b) for a, b in expected]
    if "severity" in entry:
        assert {level for _, _, level in found} == {entry["severity"]}
    if "fixed" in entry:
        assert fixed(text, lambda text: diagnostics(rule, text, format_name), unsafe=True) == entry["fixed"]


def spans(found: tuple[Diagnostic, ...], offset: int = 0) -> list[tuple[int, int, str]]:
    return [(one.start + offset, one.end + offset, one.level) for one in found]


def across_files(rule: AnyRule, text: str) -> Iterator[tuple[int, int, str]]:
    """Findings in a text that holds several files, each after a marker such as `[a.txt] `."""
    if isinstance(rule, CorpusRule):
        rule = type(rule)(**{"scope": "project", **{name: getattr(rule, name) for name, _ in rule.given}})
    starts = [*MARKER.finditer(text), None]
    documents, offsets = [], []
    for this, following in pairwise(starts):
        assert this is not None
        end = following.start() - 1 if following else len(text)
        documents.append(parse(Source(this[1], text[this.end() : end])))
        offsets.append(this.end())
    for document, offset, report in zip(documents, offsets, lint(documents, [rule]), strict=True):
        assert not report.faults, report.faults[0].detail
        yield from spans(suppressed(document, report, [rule]).diagnostics, offset)
